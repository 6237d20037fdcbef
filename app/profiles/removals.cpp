// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/removals.h"

#include <algorithm>

namespace hourpass {

namespace {

constexpr Milliseconds retrySpan = Minutes(1);

bool isAboutAccess(ErrorCode code)
{
    return code == ErrorCode::KeychainLocked || code == ErrorCode::KeychainMissing;
}

Result<void> usable(const Result<SecretStore::State> &state)
{
    if (!state)
        return Failure(state.error());
    if (*state == SecretStore::State::Locked)
        return failure(ErrorCode::KeychainLocked);
    if (*state == SecretStore::State::Missing)
        return failure(ErrorCode::KeychainMissing);
    return {};
}

/// Reports once all have, with the first error.
struct Gathering {
    Reporter<void> reporter;
    qsizetype open = 0;
    Result<void> result;

    void take(const Result<void> &one)
    {
        const bool isFault = !one && one.error().code != ErrorCode::NotFound; // undone meanwhile
        if (result && isFault)
            result = one;
        if (--open == 0)
            reporter.report(result);
    }
};

} // namespace

Removals::Removals(ProfileStore &profiles, ProfileKeeper &keeper, SecretStore &keys,
                   const Clock &clock, Milliseconds span, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_keeper(keeper)
    , m_keys(keys)
    , m_clock(clock)
    , m_span(span)
    , m_timer(clock)
{
    connect(&m_timer, &DeadlineTimer::timeout, this, &Removals::endDue);
    connect(&m_profiles, &ProfileStore::removalsChanged, this, &Removals::takeOver);
    connect(&m_keys, &SecretStore::stateChanged, this, &Removals::onKeychain);
    takeOver();
}

void Removals::start()
{
    const QList<PendingRemoval> removals = m_profiles.pendingRemovals();
    for (const PendingRemoval &removal : removals) {
        if (!removal.isEnding)
            continue;
        m_entries.append({removal.profile.id, {}});
        endUnasked(removal.profile.id);
    }
}

Result<void> Removals::remove(const ProfileId &id)
{
    return m_profiles.takeOff(id, ProfileStore::Undo::Possible);
}

Result<void> Removals::undo(const ProfileId &id)
{
    if (!canUndo(id))
        return failure(ErrorCode::NotFound);
    return m_profiles.putBack(id);
}

bool Removals::canUndo(const ProfileId &id) const
{
    const PendingRemoval *removal = m_profiles.findRemoval(id);
    return removal && !removal->isEnding;
}

QList<PendingRemoval> Removals::undoable() const
{
    QList<PendingRemoval> removals = m_profiles.pendingRemovals();
    removals.removeIf([](const PendingRemoval &removal) { return removal.isEnding; });
    return removals;
}

QList<PendingRemoval> Removals::deletable() const
{
    QList<PendingRemoval> removals = undoable();
    removals.removeIf([this](const PendingRemoval &removal) {
        return removal.profile.kept == Profile::Kept::ForThisRun
            || m_keeper.isKeptElsewhere(removal.profile);
    });
    return removals;
}

Removals::Entry *Removals::find(const ProfileId &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

// Another process may have begun, undone or ended some. What it is deleting right now is its own.
void Removals::takeOver()
{
    m_entries.removeIf([this](const Entry &entry) { return !m_profiles.findRemoval(entry.id); });
    for (const PendingRemoval &removal : m_profiles.pendingRemovals()) {
        if (removal.isEnding || find(removal.profile.id))
            continue;
        // A key in a keychain that is not in use can wait for that one for as long as it takes.
        const bool hasTime = !m_keeper.isKeptElsewhere(removal.profile);
        m_entries.append(
            {removal.profile.id, hasTime ? std::optional(m_clock().boot + m_span) : std::nullopt});
    }
    startTimer();
    Q_EMIT changed();
}

void Removals::startTimer()
{
    std::optional<Milliseconds> next;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.deadline && (!next || *entry.deadline < *next))
            next = entry.deadline;
    }
    if (next)
        m_timer.start(std::max(*next - m_clock().boot, Milliseconds::zero()));
    else
        m_timer.stop();
}

void Removals::endDue()
{
    const Milliseconds now = m_clock().boot;
    QList<ProfileId> due;
    for (Entry &entry : m_entries) {
        if (!entry.deadline || *entry.deadline > now)
            continue;
        entry.deadline.reset();
        due.append(entry.id);
    }
    startTimer();
    for (const ProfileId &id : std::as_const(due))
        endUnasked(id);
}

// Nobody has clicked, so that the keychain must not ask for a password.
void Removals::endUnasked(const ProfileId &id)
{
    const PendingRemoval *removal = m_profiles.findRemoval(id);
    if (removal && removal->profile.kept == Profile::Kept::ForThisRun) {
        end(id); // there is no keychain to ask
        return;
    }
    m_keys.probe().then(this, [this, id](const Result<SecretStore::State> &state) {
        if (const auto access = usable(state); access)
            end(id);
        else
            settle(id, access);
    });
}

Future<void> Removals::end(const ProfileId &id)
{
    const auto done = std::make_shared<Reporter<void>>();
    if (Entry *entry = find(id)) {
        entry->deadline.reset();
        entry->awaitsKeychain = false;
    }
    m_keeper.endRemoval(id).then(this, [this, id, done](const Result<void> &result) {
        settle(id, result);
        done->report(result);
    });
    return done->future();
}

Future<void> Removals::endAll()
{
    const QList<PendingRemoval> removals = deletable();
    if (removals.isEmpty())
        return readyFuture<void>({});
    const auto all = std::make_shared<Gathering>();
    all->open = removals.size();
    const auto future = all->reporter.future();
    for (const PendingRemoval &removal : removals)
        end(removal.profile.id).then(this, [all](const Result<void> &one) { all->take(one); });
    return future;
}

void Removals::settle(const ProfileId &id, const Result<void> &result)
{
    if (result) {
        Q_EMIT ended(id);
        return;
    }
    if (result.error().code == ErrorCode::NotFound)
        return; // it was undone meanwhile, or another program has ended it
    const bool awaitsKeychain = isAboutAccess(result.error().code);
    bool wasTold = false;
    if (Entry *entry = find(id)) {
        wasTold = awaitsKeychain && entry->awaitsKeychain;
        entry->awaitsKeychain = awaitsKeychain;
        // No keychain tells that it was unlocked.
        if (awaitsKeychain)
            entry->deadline = m_clock().boot + std::min(m_span, retrySpan);
        startTimer();
    }
    if (!wasTold)
        Q_EMIT failed(id, result.error());
}

// Only what failed for want of access: to try again whatever the keychain says would not end.
void Removals::onKeychain(SecretStore::State state)
{
    if (state != SecretStore::State::Ready)
        return;
    QList<ProfileId> waiting;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.awaitsKeychain)
            waiting.append(entry.id);
    }
    for (const ProfileId &id : std::as_const(waiting))
        endUnasked(id);
}

} // namespace hourpass
