// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/globalshortcuts.h"

#include "support/testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

namespace tst_globalshortcuts {

using namespace hourpass;
using namespace Qt::StringLiterals;
using State = GlobalShortcuts::State;

struct Entry {
    QString id;
    QVariantMap details;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const Entry &entry)
{
    argument.beginStructure();
    argument << entry.id << entry.details;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, Entry &entry)
{
    argument.beginStructure();
    argument >> entry.id >> entry.details;
    argument.endStructure();
    return argument;
}

const QString root = u"/org/freedesktop/portal/desktop"_s;
const QString portalInterface = u"org.freedesktop.portal.GlobalShortcuts"_s;

/// As much of the portal as is asked, a program of its own on the bus.
class Portal final : public QDBusVirtualObject
{
public:
    Portal()
        : m_name(u"portal-%1"_s.arg(++s_count))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
        qDBusRegisterMetaType<Entry>();
        qDBusRegisterMetaType<QList<Entry>>();
        if (!m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath)
            || !m_bus.registerService(u"org.freedesktop.portal.Desktop"_s))
            qFatal("the service cannot be registered");
    }
    ~Portal() override { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(Portal)

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QString method = message.member();
        if (method == "Get"_L1)
            return hasShortcuts
                && connection.send(message.createReply(QVariant::fromValue(QDBusVariant(1U))));
        if (method == "CreateSession"_L1 && message.signature() == "a{sv}"_L1)
            return createSession(message);
        if (method == "BindShortcuts"_L1 && message.signature() == "oa(sa{sv})sa{sv}"_L1)
            return bind(message);
        if (method == "Close"_L1)
            closed.append(message.path());
        return method == "Close"_L1;
    }
    void activate(const QString &session, const QString &id, const QVariantMap &options = {})
    {
        auto signal = QDBusMessage::createSignal(root, portalInterface, u"Activated"_s);
        signal << QVariant::fromValue(QDBusObjectPath(session)) << id << quint64(7) << options;
        m_bus.send(signal);
    }
    void close(const QString &session)
    {
        m_bus.send(
            QDBusMessage::createSignal(session, u"org.freedesktop.portal.Session"_s, u"Closed"_s));
    }
    void answerBinding(uint response)
    {
        QVariantMap results;
        if (response == 0) {
            QList<Entry> entries;
            for (const Entry &entry : std::as_const(bound))
                entries.append({entry.id, {{u"trigger_description"_s, "Ctrl+"_L1 + entry.id}}});
            results.insert(u"shortcuts"_s, QVariant::fromValue(entries));
        }
        respond(m_bindRequest, response, results);
    }

    bool hasShortcuts = true;
    QStringList sessions, closed;
    QList<Entry> bound;

private:
    static QVariantMap optionsOf(const QDBusMessage &message)
    {
        return qdbus_cast<QVariantMap>(message.arguments().constLast());
    }
    static QString pathFor(const QString &kind, const QDBusMessage &message, const QString &token)
    {
        return u"%1/%2/%3/%4"_s.arg(root, kind, message.service().mid(1).replace(u'.', u'_'),
                                    token);
    }
    QString understood(const QDBusMessage &message)
    {
        const QString path =
            pathFor(u"request"_s, message, optionsOf(message)[u"handle_token"_s].toString());
        m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
        return path;
    }
    void respond(const QString &path, uint response, const QVariantMap &results)
    {
        auto signal =
            QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        signal << response << results;
        m_bus.send(signal);
    }
    bool createSession(const QDBusMessage &message)
    {
        const QString token = optionsOf(message)[u"session_handle_token"_s].toString();
        sessions.append(pathFor(u"session"_s, message, token));
        respond(understood(message), 0, {{u"session_handle"_s, sessions.constLast()}});
        return true;
    }
    bool bind(const QDBusMessage &message)
    {
        bound = qdbus_cast<QList<Entry>>(message.arguments().at(1));
        m_bindRequest = understood(message);
        return true;
    }

    inline static int s_count = 0;
    QString m_name;
    QDBusConnection m_bus;
    QString m_bindRequest;
};

const QList<GlobalShortcut> wanted{{u"copy"_s, u"Copy a token"_s}, {u"show"_s, u"Show it"_s}};

struct Bench {
    Portal portal;
    GlobalShortcuts shortcuts;
    QSignalSpy activated{&shortcuts, &GlobalShortcuts::activated};

    void set()
    {
        shortcuts.set(wanted, 0);
        QTRY_COMPARE(portal.bound.size(), 2);
        portal.answerBinding(0);
        QTRY_COMPARE(shortcuts.state(), State::Set);
    }
};

class GlobalShortcutsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portal_isFound()
    {
        Bench bench;
        QCOMPARE(bench.shortcuts.state(), State::Unknown);
        bench.shortcuts.look();
        QTRY_COMPARE(bench.shortcuts.state(), State::NotSet);
    }

    void portalWithoutShortcuts_isNone()
    {
        Bench bench;
        bench.portal.hasShortcuts = false;
        bench.shortcuts.look();
        QTRY_COMPARE(bench.shortcuts.state(), State::NotThere);
    }

    void noPortal_isNone()
    {
        GlobalShortcuts shortcuts;
        shortcuts.look();
        QTRY_COMPARE(shortcuts.state(), State::NotThere);
        shortcuts.set(wanted, 0); // all the same
        QCOMPARE(shortcuts.state(), State::Asking);
        QTRY_COMPARE(shortcuts.state(), State::NotSet);
    }

    void shortcuts_areSetAndHeard()
    {
        Bench bench;
        bench.set();
        QCOMPARE(bench.portal.bound.at(0).id, u"copy"_s);
        QCOMPARE(bench.portal.bound.at(0).details[u"description"_s].toString(), u"Copy a token"_s);
        QCOMPARE(bench.shortcuts.keys(), (QStringList{u"Ctrl+copy"_s, u"Ctrl+show"_s}));
        bench.portal.activate(bench.portal.sessions.constLast(), u"show"_s,
                              {{u"activation_token"_s, u"token"_s}});
        QTRY_COMPARE(bench.activated.count(), 1);
        QCOMPARE(bench.activated.at(0).at(0).toString(), u"show"_s);
        QCOMPARE(bench.activated.at(0).at(1).toByteArray(), "token");
    }

    void endWhileThePortalIsAsked_tellsNobody()
    {
        const Portal portal;
        auto shortcuts = std::make_unique<GlobalShortcuts>();
        shortcuts->look();
        shortcuts->set(wanted, 0);
        const QSignalSpy changed(shortcuts.get(), &GlobalShortcuts::changed);
        shortcuts.reset();
        QCOMPARE(changed.size(), 0);
    }

    void otherPrograms_areNotHeard()
    {
        Bench bench;
        bench.set();
        bench.portal.activate(root + "/session/x/other"_L1, u"copy"_s);
        QVERIFY(!bench.activated.wait(300));
    }

    void refusal_setsNothing()
    {
        Bench bench;
        bench.shortcuts.set(wanted, 0);
        QTRY_COMPARE(bench.portal.bound.size(), 2);
        bench.portal.answerBinding(1);
        QTRY_COMPARE(bench.shortcuts.state(), State::NotSet);
        QTRY_COMPARE(bench.portal.closed, bench.portal.sessions);
        bench.portal.activate(bench.portal.sessions.constLast(), u"copy"_s);
        QVERIFY(!bench.activated.wait(300));
    }

    void secondTime_takesThePlaceOfTheFirst()
    {
        Bench bench;
        bench.set();
        bench.portal.bound.clear();
        bench.set();
        QCOMPARE(bench.portal.sessions.size(), 2);
        QTRY_COMPARE(bench.portal.closed, bench.portal.sessions.first(1));
        bench.portal.activate(bench.portal.sessions.at(1), u"copy"_s);
        QTRY_COMPARE(bench.activated.count(), 1);
        bench.portal.activate(bench.portal.sessions.at(0), u"copy"_s);
        QVERIFY(!bench.activated.wait(300));
    }

    void endOfTheSession_isTold()
    {
        Bench bench;
        bench.set();
        bench.portal.close(bench.portal.sessions.constLast());
        QTRY_COMPARE(bench.shortcuts.state(), State::NotSet);
    }

    void endOfThePortal_isTold()
    {
        auto portal = std::make_unique<Portal>();
        GlobalShortcuts shortcuts;
        shortcuts.set(wanted, 0);
        QTRY_COMPARE(portal->bound.size(), 2);
        portal->answerBinding(0);
        QTRY_COMPARE(shortcuts.state(), State::Set);
        portal.reset();
        QTRY_COMPARE(shortcuts.state(), State::NotSet);
    }
};

HOURPASS_TEST(GlobalShortcutsTest, QCoreApplication)

} // namespace tst_globalshortcuts

#include "tst_globalshortcuts.moc"
