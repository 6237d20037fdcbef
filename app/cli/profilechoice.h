// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/complaint.h"
#include "core/profilestore.h"

#include <tl/expected.hpp>

namespace hourpass {

/// The profile of that name; where the name is empty, the default one.
tl::expected<Profile, Complaint> chosenProfile(const ProfileStore &profiles, const QString &name);

/// Whether a text looks in every way like one of IBM Cloud's keys, and so should neither be stored
/// nor repeated.
bool looksLikeKey(const QString &text);

} // namespace hourpass
