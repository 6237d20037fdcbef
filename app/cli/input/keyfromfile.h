// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/complaint.h"
#include "core/keyfile.h"

#include <tl/expected.hpp>

namespace hourpass {

/// The one key of the file; of several, the one that is called like the profile.
tl::expected<ImportedKey, Complaint> keyFromFile(const QString &path, const QString &profileName);

} // namespace hourpass
