// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"

#include "keychain/keychainaccess.h"
#include "keychain/keychainlog.h"

#include <QHash>
#include <QPointer>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Only this counts on Windows, so it says whose it is. It tells nothing about the user: names
// of entries are kept less safely than their values.
constexpr auto namePrefix = "hourpass/"_L1;

QString entryName(const ProfileId &id)
{
    return namePrefix + id.toString();
}

// Of an entry that is there twice, in two forms, the younger one counts.
QList<StoredKey> storedKeys(const QList<SecretEntry> &entries)
{
    QHash<ProfileId, StoredKey> keys;
    for (const SecretEntry &entry : entries) {
        const auto id = ProfileId::fromString(entry.user.mid(namePrefix.size()));
        if (!entry.user.startsWith(namePrefix) || id.isNull())
            continue; // not ours
        StoredKey &key = keys[id];
        key.id = id;
        if (entry.changedAt)
            key.storedAt = std::max(key.storedAt.value_or(Seconds(0)), Seconds(*entry.changedAt));
    }
    return keys.values();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : KeychainSecretStore(KeychainLimits{}, parent)
{
}

KeychainSecretStore::KeychainSecretStore(const KeychainLimits &limits, QObject *parent)
    : SecretStore(parent)
    , m_limits(limits)
    , m_access(std::make_unique<KeychainAccess>(limits))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(limits.answer);
    connect(&m_patience, &QTimer::timeout, this, [this] { setState(m_known, true); });
    connect(m_access.get(), &KeychainAccess::userIsAsked, this,
            [this] { setState(State::Locked, true); });
    connect(m_access.get(), &KeychainAccess::changed, this, &KeychainSecretStore::changed);
    connect(m_access.get(), &KeychainAccess::disappeared, this, &KeychainSecretStore::disappeared);
    connect(m_access.get(), &KeychainAccess::endedLate, this, &KeychainSecretStore::endedLate);
}

KeychainSecretStore::~KeychainSecretStore() = default;

void KeychainSecretStore::setBusFault(const Error &fault)
{
    m_access->setBusFault(fault);
}

QString KeychainSecretStore::backend() const
{
    return m_access->backend();
}

SecretStore::State KeychainSecretStore::state() const
{
    return m_waiting ? State::Waiting : m_known;
}

void KeychainSecretStore::setState(State known, bool waiting)
{
    const State before = state();
    m_known = known;
    m_waiting = waiting;
    if (state() != before)
        Q_EMIT stateChanged(state());
}

Future<Secret> KeychainSecretStore::read(const ProfileId &id, Prompt prompt)
{
    return enqueue<Secret>(
        Kind::Looks, [this, name = entryName(id), prompt] { return m_access->read(name, prompt); });
}

Future<void> KeychainSecretStore::write(const ProfileId &id, const Secret &key)
{
    Q_ASSERT(!id.isNull() && !key.isEmpty());
    return enqueue<void>(Kind::Changes,
                         [this, name = entryName(id), key] { return m_access->write(name, key); });
}

Future<void> KeychainSecretStore::remove(const ProfileId &id)
{
    return enqueue<void>(Kind::Changes,
                         [this, name = entryName(id)] { return m_access->remove(name); });
}

// Not in the queue: it makes and changes nothing, and may take long where there are many entries.
Future<QList<StoredKey>> KeychainSecretStore::list()
{
    if (m_listing)
        return m_listing->future();
    m_listing = std::make_shared<Reporter<QList<StoredKey>>>();
    auto future = m_listing->future();
    m_access->list().then(&m_listener,
                          [this, listing = m_listing](const Result<QList<SecretEntry>> &entries) {
                              if (m_listing == listing)
                                  m_listing.reset();
                              listing->report(entries.map(storedKeys));
                          });
    return future;
}

Future<SecretStore::State> KeychainSecretStore::probe()
{
    return enqueue<State>(Kind::Looks, [this] { return m_access->probe(); });
}

template <typename T>
Future<T> KeychainSecretStore::enqueue(Kind kind, std::function<Future<T>()> work)
{
    const auto done = std::make_shared<Reporter<T>>();
    const auto operation = std::make_shared<Operation>();
    operation->kind = kind;
    operation->cancel = [done] { done->report(failure(ErrorCode::Cancelled)); };
    operation->start = [this, done, work, weak = std::weak_ptr(operation)] {
        work().then(&m_listener, [this, done, weak](const Result<T> &result) {
            const auto current = weak.lock();
            if (!current || current != m_running)
                return; // cancelled meanwhile
            m_running.reset();
            m_patience.stop();
            const QPointer<KeychainSecretStore> self(this);
            settle(result);
            done->report(result);
            if (self)
                startNext();
        });
    };
    m_queue.push_back(operation);
    startNext();
    return done->future();
}

void KeychainSecretStore::startNext()
{
    if (m_running || m_queue.empty())
        return;
    m_running = m_queue.front();
    m_queue.pop_front();
    m_patience.start();
    m_running->start();
}

template <typename T>
void KeychainSecretStore::settle(const Result<T> &result)
{
    if (!result)
        settleFailure(result.error());
    else if constexpr (std::is_same_v<T, State>)
        setState(*result, false);
    else
        setState(State::Ready, false);
}

void KeychainSecretStore::settleFailure(const Error &error)
{
    qCDebug(keychainLog).noquote()
        << "The keychain operation failed:" << errorName(error.code) << error.detail;
    switch (error.code) {
    case ErrorCode::KeychainMissing:
    case ErrorCode::SessionBusSilent:
        setState(State::Missing, false);
        break;
    case ErrorCode::KeychainLocked:
        setState(State::Locked, false);
        break;
    case ErrorCode::KeychainSilent:
        setState(m_known, true);
        m_access->awaitAnswer();
        break;
    case ErrorCode::NotFound:
    case ErrorCode::KeychainNotKept:
    case ErrorCode::KeychainNotDeleted:
        setState(State::Ready, false);
        break;
    default:
        setState(m_known, false);
    }
}

void KeychainSecretStore::cancelAll()
{
    const auto running = std::exchange(m_running, {});
    const auto queue = std::exchange(m_queue, {});
    const auto listing = std::exchange(m_listing, {});
    m_patience.stop();
    m_access->abandon();
    setState(m_known, false);
    if (running)
        running->cancel();
    for (const auto &operation : queue)
        operation->cancel();
    if (listing)
        listing->report(failure(ErrorCode::Cancelled));
}

bool KeychainSecretStore::isBusy() const
{
    return m_running || !m_queue.empty();
}

bool KeychainSecretStore::isChanging() const
{
    const auto changes = [](const SharedOperation &operation) {
        return operation && operation->kind == Kind::Changes;
    };
    return changes(m_running) || std::any_of(m_queue.begin(), m_queue.end(), changes);
}

void KeychainSecretStore::changed()
{
    setState(m_known, m_waiting && m_running);
    probe();
}

void KeychainSecretStore::disappeared(bool canBeStarted)
{
    setState(canBeStarted ? State::Unknown : State::Missing, m_waiting && m_running);
}

void KeychainSecretStore::endedLate()
{
    if (!m_running)
        setState(m_known, false);
}

} // namespace hourpass
