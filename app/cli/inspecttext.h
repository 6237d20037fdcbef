// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/inspection.h"

namespace hourpass {

/// Some lines for people, the last one ended. `number` counts from one. Safe for a terminal.
QString inspectionText(const Inspection &inspection, qsizetype number, qsizetype count);
/// The same as one line of JSON, ended (contracts, section 2). `index` counts from zero.
QByteArray inspectionJson(const Inspection &inspection, qsizetype index);

} // namespace hourpass
