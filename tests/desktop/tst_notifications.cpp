// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/notifications.h"

#include "support/testprogram.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

namespace tst_notifications {

using namespace hourpass;
using namespace Qt::StringLiterals;

struct Shown {
    uint replaces;
    QString title, text;
    QStringList actions;
    QVariantMap hints;
};

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/// The service, on a connection of its own.
class Server : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    Server()
    {
        if (!bus.registerService(service)
            || !bus.registerObject(path, this, QDBusConnection::ExportAllSlots))
            qFatal("the service cannot be registered");
    }
    ~Server() override
    {
        bus.unregisterObject(path);
        bus.unregisterService(service);
    }
    void emitSignal(const QString &name, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createSignal(path, service, name);
        message.setArguments(arguments);
        bus.send(message);
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"server"_s);
    QStringList capabilities{u"body"_s, u"actions"_s};
    bool refuses = false;
    bool holds = false; ///< answers no Notify until release()
    QList<Shown> shown;
    QList<uint> closed;
    QList<QDBusMessage> held;
    uint latest = 0;
    int asked = 0;

    void release()
    {
        holds = false;
        for (const QDBusMessage &message : std::exchange(held, {}))
            bus.send(message.createReply(++latest));
    }

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++asked;
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({replaces, title, text, actions, hints});
        if (refuses)
            sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
        if (holds) {
            setDelayedReply(true);
            held.append(message());
            return 0;
        }
        return replaces ? replaces : ++latest;
    }
    void CloseNotification(uint id) { closed.append(id); }
};

class NotificationsTest : public QObject
{
    Q_OBJECT

    static Notification copied(const QString &text)
    {
        return {u"copy"_s, u"Token copied"_s, text, {}, true};
    }

private Q_SLOTS:
    void shown_hasTitleTextAndHints()
    {
        Server server;
        Notifications notifications;
        notifications.show(copied(u"prod"_s));
        QTRY_COMPARE(server.shown.size(), 1);
        QCOMPARE(server.shown.first().title, u"Token copied"_s);
        QCOMPARE(server.shown.first().text, u"prod"_s);
        QCOMPARE(server.shown.first().hints.value(u"transient"_s), QVariant(true));
        QCOMPARE(server.shown.first().hints.value(u"desktop-entry"_s).toString(),
                 u"io.github.hourpass.Hourpass"_s);
    }

    void next_replacesTheOneBefore_ofItsChannelAlone()
    {
        Server server;
        Notifications notifications;
        notifications.show(copied(u"one"_s));
        QTRY_COMPARE(server.shown.size(), 1);
        notifications.show({u"other"_s, u"t"_s, u"x"_s, {}, true});
        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(server.shown.last().replaces, 0u);
        // Once the answer with its id has come, which the first question after it shows.
        QTRY_VERIFY((notifications.show(copied(u"two"_s)), server.shown.last().replaces == 1));
        QCOMPARE(server.asked, 1);
    }

    // Clicks that come faster than the service answers.
    void burst_showsTheLatestInOnePlace()
    {
        Server server;
        server.holds = true;
        Notifications notifications;
        for (const auto text : {"one"_L1, "two"_L1, "three"_L1})
            notifications.show(copied(text));
        QTRY_COMPARE(server.held.size(), 1);
        server.release();
        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(server.shown.last().text, u"three"_s);
        QCOMPARE(server.shown.last().replaces, 1u);
    }

    void markup_isEscapedWhereTheServiceKnowsIt_data()
    {
        QTest::addColumn<bool>("isMarkup");
        QTest::addColumn<QString>("expected");
        QTest::newRow("markup") << true << u"&lt;b&gt;R&amp;D&lt;/b&gt;"_s;
        QTest::newRow("plain") << false << u"<b>R&D</b>"_s;
    }
    void markup_isEscapedWhereTheServiceKnowsIt()
    {
        QFETCH(bool, isMarkup);
        QFETCH(QString, expected);
        Server server;
        if (isMarkup)
            server.capabilities.append(u"body-markup"_s);
        Notifications notifications;
        notifications.show(copied(u"<b>R&D</b>"_s));
        QTRY_COMPARE(server.shown.size(), 1);
        QCOMPARE(server.shown.first().text, expected);
    }

    void button_isOfferedWhereTheServiceHasSome()
    {
        Server server;
        Notifications notifications;
        QSignalSpy chosen(&notifications, &Notifications::actionChosen);
        QSignalSpy clicked(&notifications, &Notifications::clicked);
        notifications.show({u"failed"_s, u"Failed"_s, u"x"_s, u"Try again"_s, false});
        QTRY_COMPARE(server.shown.size(), 1);
        QCOMPARE(server.shown.first().actions,
                 (QStringList{u"default"_s, {}, u"act"_s, u"Try again"_s}));
        QVERIFY(!server.shown.first().hints.contains(u"transient"_s));
        server.emitSignal(u"ActionInvoked"_s, {77u, u"act"_s}); // somebody else's
        server.emitSignal(u"ActionInvoked"_s, {1u, u"act"_s});
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"failed"_s);
        server.emitSignal(u"ActionInvoked"_s, {1u, u"default"_s});
        QTRY_COMPARE(clicked.size(), 1);
        server.emitSignal(u"NotificationClosed"_s, {1u, 2u});
        server.emitSignal(u"ActionInvoked"_s, {1u, u"act"_s}); // of what is gone
        server.emitSignal(u"NotificationClosed"_s, {99u, 2u});
        notifications.show(copied(u"x"_s));
        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(chosen.size(), 1);
    }

    void serviceWithoutButtons_getsNone()
    {
        Server server;
        server.capabilities = {u"body"_s};
        Notifications notifications;
        notifications.show({u"failed"_s, u"Failed"_s, u"x"_s, u"Try again"_s, false});
        QTRY_COMPARE(server.shown.size(), 1);
        QVERIFY(server.shown.first().actions.isEmpty());
    }

    void withdrawn_isClosed_evenIfItWasNotShownYet()
    {
        Server server;
        server.holds = true;
        Notifications notifications;
        notifications.show(copied(u"x"_s));
        QTRY_COMPARE(server.held.size(), 1);
        notifications.withdraw(u"copy"_s);
        server.release();
        QTRY_COMPARE(server.closed, (QList<uint>{1}));
        notifications.withdraw(u"copy"_s); // again: nothing is there
        notifications.withdraw(u"never shown"_s);
        notifications.show(copied(u"y"_s));
        QTRY_COMPARE(server.shown.size(), 2);
        QCOMPARE(server.shown.last().replaces, 0u);
        QCOMPARE(server.closed.size(), 1);
    }

    void noService_handsBack()
    {
        Notifications notifications;
        QSignalSpy back(&notifications, &Notifications::notShown);
        notifications.show(copied(u"x"_s));
        QTRY_COMPARE(back.size(), 1);
        QVERIFY(back.first().first().value<Notification>() == copied(u"x"_s));
        notifications.show(copied(u"y"_s));
        QTRY_COMPARE(back.size(), 2);
    }

    void refusal_handsBack()
    {
        Server server;
        server.refuses = true;
        Notifications notifications;
        QSignalSpy back(&notifications, &Notifications::notShown);
        notifications.show(copied(u"x"_s));
        QTRY_COMPARE(back.size(), 1);
    }

    void newService_isAskedAnew()
    {
        Notifications notifications;
        {
            Server server;
            notifications.show(copied(u"x"_s));
            QTRY_COMPARE(server.shown.size(), 1);
        }
        QSignalSpy back(&notifications, &Notifications::notShown);
        QTRY_VERIFY((notifications.show(copied(u"y"_s)), !back.isEmpty()));
        Server server;
        server.capabilities = {u"body-markup"_s};
        QTRY_VERIFY((notifications.show(copied(u"<"_s)), !server.shown.isEmpty()));
        QCOMPARE(server.shown.first().text, u"&lt;"_s);
        QCOMPARE(server.shown.first().replaces, 0u);
    }
};

HOURPASS_TEST(NotificationsTest, QCoreApplication)

} // namespace tst_notifications

#include "tst_notifications.moc"
