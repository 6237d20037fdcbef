// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/scriptedsecretstore.h"

namespace hourpass::test {

template <typename T>
Future<T> ScriptedSecretStore::later(Operation operation, std::function<Result<T>()> work)
{
    ++m_counts[operation];
    if (m_failures.contains(operation)) {
        const ErrorCode code = m_failures.take(operation);
        work = [code] { return Result<T>(failure(code)); };
    }
    const auto reporter = std::make_shared<Reporter<T>>();
    m_waiting.append([reporter, work] { reporter->report(work()); });
    QMetaObject::invokeMethod(this, &ScriptedSecretStore::answerAll, Qt::QueuedConnection);
    return reporter->future();
}

void ScriptedSecretStore::answerAll()
{
    if (m_held)
        return;
    // What is answered may ask again.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &answer : waiting)
        answer();
}

void ScriptedSecretStore::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void ScriptedSecretStore::release()
{
    m_held = false;
    answerAll();
}

Future<Secret> ScriptedSecretStore::read(const ProfileId &id, Prompt prompt)
{
    m_lastPrompt = prompt;
    return later<Secret>(Operation::Read, [this, id]() -> Result<Secret> {
        if (!m_entries.contains(id))
            return failure(ErrorCode::NotFound);
        return m_entries.value(id);
    });
}

Future<void> ScriptedSecretStore::write(const ProfileId &id, const Secret &key)
{
    return later<void>(Operation::Write, [this, id, key]() -> Result<void> {
        m_entries.insert(id, key);
        return {};
    });
}

Future<void> ScriptedSecretStore::remove(const ProfileId &id)
{
    return later<void>(Operation::Remove, [this, id]() -> Result<void> {
        m_entries.remove(id);
        return {};
    });
}

Future<QList<StoredKey>> ScriptedSecretStore::list()
{
    return later<QList<StoredKey>>(Operation::List, [this]() -> Result<QList<StoredKey>> {
        QList<StoredKey> stored;
        for (auto entry = m_entries.keyBegin(); entry != m_entries.keyEnd(); ++entry) {
            const auto at = m_storedAt.constFind(*entry);
            stored.append({*entry, at == m_storedAt.cend() ? std::nullopt : std::optional(*at)});
        }
        return stored;
    });
}

Future<SecretStore::State> ScriptedSecretStore::probe()
{
    return later<State>(Operation::Probe, [this]() -> Result<State> { return state(); });
}

} // namespace hourpass::test
