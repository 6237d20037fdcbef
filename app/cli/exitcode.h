// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

namespace hourpass {

/// How the program ends (contracts, section 2).
enum class ExitCode {
    Done = 0,
    InternalFault = 1, ///< faults of our own files, too
    Usage = 2,
    NoSuchProfile = 3,
    KeychainUnusable = 4, ///< locked, missing or silent, or without the profile's key
    NetworkOrTls = 5,
    Refused = 6,
    TryLater = 7,
    CheckFailed = 8, ///< of `doctor`; of `inspect`: not every verdict is "valid"
    UnusableAnswer = 9,
    Interrupted = 130,
};

ExitCode exitCodeFor(ErrorCode code);

} // namespace hourpass
