// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "prompter.h"

#include "keyring.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hourpass::test {

namespace {

constexpr int patienceMs = 15'000;

QByteArray xdotool(const QStringList &arguments)
{
    QProcess process;
    process.start(u"xdotool"_s, arguments);
    if (!process.waitForFinished(10'000))
        qFatal("xdotool: %s", qPrintable(process.errorString()));
    return process.readAllStandardOutput().trimmed();
}

} // namespace

Prompter::Prompter()
{
    needTool(u"xdotool"_s, u"xdotool"_s);
}

bool Prompter::asks() const
{
    return !windows().isEmpty();
}

QByteArrayList Prompter::windows()
{
    const QByteArray found =
        xdotool({u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s});
    return found.isEmpty() ? QByteArrayList() : found.split('\n');
}

// A window that is seen need not have the keyboard yet: what is typed before goes anywhere.
bool Prompter::listens()
{
    return windows().contains(xdotool({u"getactivewindow"_s}));
}

bool Prompter::waitForPrompt() const
{
    return QTest::qWaitFor([this] { return asks(); }, patienceMs);
}

bool Prompter::waitForNoPrompt() const
{
    return QTest::qWaitFor([this] { return !asks(); }, patienceMs);
}

bool Prompter::repeat(const QList<QStringList> &commands,
                      const std::function<bool()> &settled) const
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (!QTest::qWaitFor([&settled] { return settled() || listens(); }, patienceMs))
            return false;
        for (const QStringList &command : commands) {
            if (!settled())
                xdotool(command);
        }
        if (QTest::qWaitFor(settled, 3'000))
            return true;
    }
    return false;
}

bool Prompter::typePassword(const QByteArray &password, const std::function<bool()> &settled) const
{
    return repeat({{u"key"_s, u"ctrl+a"_s},
                   {u"type"_s, QString::fromLatin1(password)},
                   {u"key"_s, u"Return"_s}},
                  settled);
}

bool Prompter::typeNewPassword(const QByteArray &password,
                               const std::function<bool()> &settled) const
{
    const QString text = QString::fromLatin1(password);
    return repeat({{u"key"_s, u"ctrl+a"_s},
                   {u"type"_s, text},
                   {u"key"_s, u"Tab"_s},
                   {u"key"_s, u"ctrl+a"_s},
                   {u"type"_s, text},
                   {u"key"_s, u"Return"_s}},
                  settled);
}

bool Prompter::refuse(const std::function<bool()> &settled) const
{
    return repeat({{u"key"_s, u"Escape"_s}}, settled);
}

bool Prompter::wasStarted() const
{
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    message << u"org.gnome.keyring.SystemPrompter"_s;
    const auto reply = QDBusConnection::sessionBus().call(message, QDBus::Block, 10'000);
    if (reply.type() != QDBusMessage::ReplyMessage)
        qFatal("NameHasOwner: %s", qPrintable(reply.errorMessage()));
    return reply.arguments().value(0).toBool();
}

} // namespace hourpass::test
