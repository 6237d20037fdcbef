// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "profiles/profilestore.h"

#include <tl/expected.hpp>

namespace hourpass {

/// The profile that the arguments describe, with a new id; or what can be known to be wrong with it
/// before anybody is asked for anything.
tl::expected<Profile, Complaint> newProfile(const CommandLine &line, const ProfileStore &profiles);

} // namespace hourpass
