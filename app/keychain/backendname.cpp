// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/backendname.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QByteArray kdeVersion()
{
    return qgetenv("KDE_SESSION_VERSION");
}

// The same variables in the same order as QtKeychain reads them; empty where it is not KDE.
QByteArray kdeVersionOfDesktop()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    if (desktop == "KDE")
        return kdeVersion();
    const QByteArray session = qgetenv("DESKTOP_SESSION");
    if (desktop == "GNOME" || desktop == "Unity" || session == "gnome")
        return {};
    if (session == "kde4")
        return "4"_ba;
    if (session == "kde")
        return kdeVersion();
    if (session.contains("xfce") || session == "xubuntu")
        return {};
    if (!qEnvironmentVariableIsEmpty("GNOME_DESKTOP_SESSION_ID"))
        return {};
    return qEnvironmentVariableIsEmpty("KDE_FULL_SESSION") ? QByteArray() : kdeVersion();
}

// QtKeychain asks the same and waits as long, since KWallet may first have to be started. It is
// the one call here that waits; no event loop runs meanwhile.
bool kwallet5Answers()
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const auto question = QDBusMessage::createMethodCall(
        u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, u"networkWallet"_s);
    return bus.call(question, QDBus::Block, 500).type() == QDBusMessage::ReplyMessage;
}

} // namespace

QString keychainBackendName()
{
    const QByteArray version = kdeVersionOfDesktop();
    if (version == "4")
        return u"kwallet4"_s;
    if (version == "5" && kwallet5Answers())
        return u"kwallet5"_s;
    return u"secret-service"_s;
}

} // namespace hourpass
