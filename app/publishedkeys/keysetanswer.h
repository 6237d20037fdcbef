// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/publishedkeyset.h"
#include "core/result.h"
#include "network/httpanswer.h"

namespace hourpass {

inline constexpr Seconds shortestKeySetLife{5 * 60};
inline constexpr Seconds longestKeySetLife{24 * 3600};
inline constexpr Seconds usualKeySetLife{3600}; ///< where the server says nothing

/// The "kid" of each key of a JWK set, in its order. Errors: AnswerNotJson, AnswerUnusable.
Result<QStringList> keyIdsOf(const QByteArray &keySet);

/// Reads the answer to a request for published keys. Errors: those that refusal() and notJson()
/// tell of; AnswerUnusable.
Result<PublishedKeySet> parseKeySetAnswer(const HttpAnswer &answer, const Endpoint &endpoint);

} // namespace hourpass
