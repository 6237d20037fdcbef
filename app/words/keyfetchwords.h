// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/publishedkeyset.h"
#include "words/explanation.h"

namespace hourpass {

/// "Keys of https://iam.cloud.ibm.com, fetched 12 minutes ago." And why they are not newer, where
/// they should be. `now` is since 1970, by this computer's clock. Safe to show.
QString keyOriginText(const PublishedKeySet &set, Milliseconds now);

/// Makes what is said of a request fit one for published keys: no key of the user's went with it,
/// and there may be no profile. For explain().
void fitToKeyFetch(Explanation &explanation, const Error &error);

} // namespace hourpass
