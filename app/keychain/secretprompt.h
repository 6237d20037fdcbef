// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "keychain/keychainlimits.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QDBusMessage;

namespace hourpass {

/// One question of the Secret Service to the user, such as the keyring's password.
///
/// It cannot be taken away again: gnome-keyring 42 aborts on Prompt.Dismiss, and does not notice
/// that the program which asked has ended. So one can stop waiting for it, and wait again.
class SecretPrompt final : public QObject
{
    Q_OBJECT

public:
    explicit SecretPrompt(const QString &path);
    ~SecretPrompt() override;

    void show();
    /// The user has not answered yet.
    bool isOpen() const { return m_open; }
    /// KeychainLocked where it was refused, or not answered within the limit.
    Future<void> answer(Milliseconds limit);
    /// Reports the reason to whoever waits.
    void stopWaiting(const Failure &reason);

Q_SIGNALS:
    /// The user has answered when nobody waited any more.
    void answeredLate();

private Q_SLOTS:
    void completed(const QDBusMessage &signal);

private:
    QString m_path;
    QTimer m_limit;
    std::unique_ptr<Reporter<void>> m_waiting; ///< null while nobody waits
    bool m_open = true;
};

} // namespace hourpass
