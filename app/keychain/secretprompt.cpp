// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/secretprompt.h"

#include "dbus/busvalues.h"
#include "keychain/keychainlog.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;

} // namespace

SecretPrompt::SecretPrompt(const QString &path)
    : m_path(path)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        stopWaiting(failure(ErrorCode::KeychainLocked, u"nobody answered the keychain's prompt"_s));
    });
}

SecretPrompt::~SecretPrompt() = default;

void SecretPrompt::show()
{
    qCDebug(keychainLog) << "The keychain asks the user.";
    auto bus = QDBusConnection::sessionBus();
    // Before the call, so that the answer cannot be missed. Of any sender: naming the service would
    // make Qt wait for its owner's name, and what is told here is checked afterwards.
    bus.connect(QString(), m_path, promptInterface, u"Completed"_s, this,
                SLOT(completed(QDBusMessage)));
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, m_path,
                                                   promptInterface, u"Prompt"_s);
    question << QString(); // no window of ours to belong to
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (!watcher->isError())
            return;
        m_open = false;
        stopWaiting(failure(ErrorCode::KeychainFailed, busErrorText(watcher->error())));
    });
}

Future<void> SecretPrompt::answer(Milliseconds limit)
{
    m_waiting = std::make_unique<Reporter<void>>();
    m_limit.start(limit);
    return m_waiting->future();
}

void SecretPrompt::completed(const QDBusMessage &signal)
{
    m_open = false;
    m_limit.stop();
    // In another form it does not promise that anything was unlocked. What a variant holds differs
    // with the question, and is checked afterwards.
    const auto said = busArguments<bool, QVariant>(signal);
    const bool refused = !said || std::get<0>(*said);
    qCDebug(keychainLog) << "The user has" << (refused ? "refused" : "answered") << "the prompt.";
    if (!m_waiting)
        Q_EMIT answeredLate();
    else if (refused)
        stopWaiting(failure(ErrorCode::KeychainLocked, u"the prompt was dismissed"_s));
    else
        std::exchange(m_waiting, nullptr)->report({});
}

void SecretPrompt::stopWaiting(const Failure &reason)
{
    m_limit.stop();
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting->report(reason);
}

} // namespace hourpass
