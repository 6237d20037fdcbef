// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/keydetails.h"

namespace hourpass {

/// A line for each detail, aligned and all ended; a single sentence where there are none.
QString keyDetailsText(const KeyCheck &check, const Instant &now);
/// One line of JSON, ended. `details` tells whether there are any.
QByteArray keyDetailsJson(const KeyCheck &check, const QString &profileName);

} // namespace hourpass
