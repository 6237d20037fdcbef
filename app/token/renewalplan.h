// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profileid.h"
#include "token/tokenset.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace hourpass {

/// When the tokens that are kept fresh are renewed next: at 80 % of their life (fact sheet,
/// section 6.1), one after the other, and after failures ever more slowly. All times are on the
/// boot clock and passed in.
class RenewalPlan final
{
public:
    /// No two exchanges of a profile are closer, however short a token's life is.
    static constexpr Seconds shortestGap{60};
    /// No two exchanges at all are closer, so that many profiles are no burst.
    static constexpr Seconds spacing{1};
    static constexpr Seconds longestGap{15 * 60};

    /// Due at once. Does nothing for a profile that is planned already.
    void add(const ProfileId &id, Milliseconds now);
    void keepOnly(const QSet<ProfileId> &ids);
    bool contains(const ProfileId &id) const { return m_entries.contains(id); }

    /// It has that token now, whoever asked for it.
    void succeeded(const ProfileId &id, const TokenSet &token, Milliseconds now);
    /// It was cancelled, or its token was dropped.
    void postpone(const ProfileId &id, Milliseconds now);
    /// What may pass by itself comes again later, all else only after the next token or retry().
    void failed(const ProfileId &id, const Error &error, Milliseconds now);
    /// What kept those from being renewed that wait for it may be over: the keychain is open.
    void retry(Milliseconds now);

    /// When next() will have one; nothing while none is waited for.
    std::optional<Milliseconds> nextDue() const;
    /// The profile to renew now, if any. Succeeded() or failed() has to follow.
    std::optional<ProfileId> next(Milliseconds now);

private:
    struct Entry {
        std::optional<Milliseconds> due; ///< nothing while it is renewed or is not to be
        int failures = 0;
        bool waitsForKeychain = false;
    };
    QHash<ProfileId, Entry> m_entries;
    Milliseconds m_earliest = Milliseconds::min(); ///< for any
};

} // namespace hourpass
