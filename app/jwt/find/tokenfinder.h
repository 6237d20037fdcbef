// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

#include <QByteArrayView>
#include <QList>

#include <atomic>
#include <functional>

namespace hourpass {

/// One place of a text where a token is, or a secret of another kind that the user should know of.
struct FoundToken {
    enum class Kind {
        Jwt,          ///< three parts or more; whether they are right is for verify()
        CutOff,       ///< the beginning of one
        Jwe,          ///< encrypted (RFC 7516): five parts
        RefreshToken, ///< by its header or by the name before it
        CrToken,      ///< of a compute resource, by the name before it: a JWT
        ApiKey,       ///< a key where the name before it says so
    };

    Kind kind = Kind::Jwt;
    qsizetype offset = 0; ///< in bytes of the text
    qsizetype length = 0; ///< in bytes of the text, line breaks and escapes included
    /// The token without what the text added to it, cut one byte above tokenLimit. Empty for an API
    /// key and an opaque refresh token: those are named and never kept.
    Secret text;

    bool isJwtShaped() const { return !text.isEmpty(); }
    /// Whether something was taken out: line breaks, escapes, quotation marks.
    bool wasCleaned() const { return isJwtShaped() && text.size() != length; }
};

struct FoundTokens {
    QList<FoundToken> tokens; ///< in the order of the text; one that is there twice is listed twice
    bool hasMore = false;     ///< the search ended at mostTokensFound
    bool isCancelled = false;
};

inline constexpr qsizetype mostTokensFound = 10'000;
/// Largest text that the front ends look into.
inline constexpr qint64 searchLimit = 64 * 1024 * 1024;

/// For a search in a worker thread; all of it may be left out.
struct SearchControl {
    const std::atomic_bool *cancelled = nullptr;  ///< looked at every 64 KiB, and between tokens
    std::function<void(qsizetype at)> progress{}; ///< called in the thread of the search
};

/// Finds every token in any text: bare, behind "Bearer", in JSON, headers, curl lines, logs, HAR
/// files, mails, in UTF-8 or UTF-16, escaped, percent-encoded, quoted, broken over lines or cut
/// off. Takes time in proportion to the text, and memory in proportion to what is found.
FoundTokens findTokens(QByteArrayView text, const SearchControl &control = {});

} // namespace hourpass
