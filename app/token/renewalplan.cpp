// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/renewalplan.h"

#include "token/retrypolicy.h"

#include <algorithm>

namespace hourpass {

void RenewalPlan::add(const ProfileId &id, Milliseconds now)
{
    if (!contains(id))
        m_entries[id].due = now;
}

void RenewalPlan::keepOnly(const QSet<ProfileId> &ids)
{
    m_entries.removeIf([&ids](const auto &entry) { return !ids.contains(entry.key()); });
}

void RenewalPlan::succeeded(const ProfileId &id, const TokenSet &token, Milliseconds now)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    *entry = {};
    const Milliseconds margin = Milliseconds(token.expiresIn) / 5;
    entry->due = std::max(token.deadline - margin, now + shortestGap);
}

void RenewalPlan::postpone(const ProfileId &id, Milliseconds now)
{
    if (const auto entry = m_entries.find(id); entry != m_entries.end())
        entry->due = now + shortestGap;
}

void RenewalPlan::failed(const ProfileId &id, const Error &error, Milliseconds now)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    entry->due.reset();
    entry->waitsForKeychain = error.code == ErrorCode::KeychainLocked
        || error.code == ErrorCode::KeychainMissing || error.code == ErrorCode::KeychainSilent
        || error.code == ErrorCode::SessionBusSilent || error.code == ErrorCode::KeychainFailed;
    if (retryRule(error) == RetryRule::Never)
        return;
    constexpr int enough = 10; // no shift beyond the longest gap
    const Milliseconds gap = shortestGap * (1LL << std::min(entry->failures++, enough));
    const Milliseconds asked = error.server.retryAfter.value_or(Seconds::zero());
    entry->due = now + std::clamp<Milliseconds>(std::max(gap, asked), shortestGap, longestGap);
}

void RenewalPlan::retry(Milliseconds now)
{
    for (Entry &entry : m_entries) {
        if (std::exchange(entry.waitsForKeychain, false))
            entry.due = now;
    }
}

std::optional<Milliseconds> RenewalPlan::nextDue() const
{
    std::optional<Milliseconds> first;
    for (const Entry &entry : m_entries) {
        if (entry.due && (!first || *entry.due < *first))
            first = entry.due;
    }
    return first ? std::optional(std::max(*first, m_earliest)) : std::nullopt;
}

std::optional<ProfileId> RenewalPlan::next(Milliseconds now)
{
    const auto due = nextDue();
    if (!due || *due > now)
        return {};
    auto first = m_entries.end();
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (entry->due && (first == m_entries.end() || *entry->due < *first->due))
            first = entry;
    }
    first->due.reset();
    m_earliest = now + spacing;
    return first.key();
}

} // namespace hourpass
