// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/complaint.h"
#include "core/secretstore.h"
#include "profiles/profilestore.h"

#include <optional>
#include <tl/expected.hpp>

namespace hourpass {

/// The profile of that name; where the name is empty, the default one.
tl::expected<Profile, Complaint> chosenProfile(const ProfileStore &profiles, const QString &name);

/// The complaint where the profile's key is in another keychain than the one in use, so that what
/// is not found here is not missing.
std::optional<Complaint> keptElsewhere(const Profile &profile, const SecretStore &keys);

/// What to say of a request for the profile that failed.
Complaint complaintAboutRequest(const Error &error, const Profile &profile,
                                const SecretStore &keys);

/// Whether a text looks in every way like one of IBM Cloud's keys, and so should neither be stored
/// nor repeated.
bool looksLikeKey(const QString &text);

} // namespace hourpass
