// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secretstore.h"
#include "keychain/keychainlimits.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace hourpass {

class KeychainAccess;

/// The keys in the system keychain, by QtKeychain: service "hourpass", key "hourpass/<uuid>", the
/// key's bytes. Main thread only; one operation at a time, in the order of the calls. Does nothing
/// until it is asked something.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject *parent = nullptr);
    explicit KeychainSecretStore(const KeychainLimits &limits, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    /// Before anything is asked: why the session's bus, by which keychains are reached, is left
    /// out.
    void setBusFault(const Error &fault);

    QString backend() const override;
    State state() const override;

    Future<Secret> read(const ProfileId &id, Prompt prompt) override;
    Future<void> write(const ProfileId &id, const Secret &key) override;
    Future<void> remove(const ProfileId &id) override;
    Future<QList<StoredKey>> list() override;
    Future<State> probe() override;
    void cancelAll() override;
    bool isBusy() const override;
    /// Whether something is being written or deleted, or is about to be. What only looks may be
    /// left alone at any time.
    bool isChanging() const;

private:
    enum class Kind { Looks, Changes };
    struct Operation {
        Kind kind = Kind::Looks;
        std::function<void()> start;
        std::function<void()> cancel;
    };
    using SharedOperation = std::shared_ptr<Operation>;

    template <typename T>
    Future<T> enqueue(Kind kind, std::function<Future<T>()> work);
    template <typename T>
    void settle(const Result<T> &result);
    void settleFailure(const Error &error);
    void startNext();

    void setState(State known, bool waiting);
    void changed();
    void disappeared(bool canBeStarted);
    void endedLate();

    KeychainLimits m_limits;
    std::unique_ptr<KeychainAccess> m_access;
    std::deque<SharedOperation> m_queue;
    SharedOperation m_running;
    std::shared_ptr<Reporter<QList<StoredKey>>> m_listing; ///< null where none is under way
    QTimer m_patience;
    State m_known = State::Unknown; ///< what the keychain is, but for waiting
    bool m_waiting = false;
    QObject m_listener; ///< to m_access
};

} // namespace hourpass
