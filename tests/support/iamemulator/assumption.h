// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/tokenendpoint.h"

namespace hourpass::emulator {

/// Who wants to become whom, or why not.
struct Assumption {
    std::optional<IamError> refusal;
    IssuedToken source;
    EmulatedProfile profile;
};

/// Looks up what the form of an assume grant names. A token of another emulator, one that has
/// expired and one that was itself had by assuming are refused, as are a profile that is not there
/// and one that trusts nobody.
Assumption findAssumption(const FormBody &form, const Service &service,
                          const QList<IssuedToken> &issued, qint64 now);

} // namespace hourpass::emulator
