// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace hourpass::test {

/// A key store in memory that fails or keeps silent when told to. As the real one it answers
/// later, never within the call.
class ScriptedSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    enum class Operation { Read, Write, Remove, Probe, List };

    using SecretStore::SecretStore;

    void put(const ProfileId &id, QByteArrayView key) { m_entries.insert(id, Secret(key)); }
    /// As put(), and when; without it nobody knows.
    void put(const ProfileId &id, QByteArrayView key, Seconds storedAt)
    {
        put(id, key);
        m_storedAt.insert(id, storedAt);
    }
    bool holds(const ProfileId &id) const { return m_entries.contains(id); }
    Secret key(const ProfileId &id) const { return m_entries.value(id); }
    int count(Operation operation) const { return m_counts.value(operation); }
    std::optional<Prompt> lastPrompt() const { return m_lastPrompt; }

    /// The next operation of that kind fails and does nothing.
    void failNext(Operation operation, ErrorCode code) { m_failures.insert(operation, code); }
    /// From now on nothing is answered, until release().
    void hold() { m_held = true; }
    void release();

    QString backend() const override { return QStringLiteral("scripted"); }
    State state() const override { return m_held ? State::Waiting : m_state; }
    /// What it says of itself; it answers all the same.
    void setState(State state);
    Future<Secret> read(const ProfileId &id, Prompt prompt) override;
    Future<void> write(const ProfileId &id, const Secret &key) override;
    Future<void> remove(const ProfileId &id) override;
    Future<QList<StoredKey>> list() override;
    Future<State> probe() override;
    void cancelAll() override { m_waiting.clear(); }
    bool isBusy() const override { return !m_waiting.isEmpty(); }

private:
    template <typename T>
    Future<T> later(Operation operation, std::function<Result<T>()> work);
    void answerAll();

    QHash<ProfileId, Secret> m_entries;
    QHash<ProfileId, Seconds> m_storedAt;
    QHash<Operation, ErrorCode> m_failures;
    QHash<Operation, int> m_counts;
    std::optional<Prompt> m_lastPrompt;
    QList<std::function<void()>> m_waiting;
    bool m_held = false;
    State m_state = State::Ready;
};

} // namespace hourpass::test
