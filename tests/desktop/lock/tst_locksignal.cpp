// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/locksignal.h"

#include "support/testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace tst_locksignal {

using namespace hourpass;
using namespace Qt::StringLiterals;

struct SessionUser {
    uint id = 0;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &argument, const SessionUser &user)
{
    argument.beginStructure();
    argument << user.id << user.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, SessionUser &user)
{
    argument.beginStructure();
    argument >> user.id >> user.path;
    argument.endStructure();
    return argument;
}

QString address()
{
    return qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
}

/// A program of its own on the bus: each has a connection that it ends.
class Program
{
public:
    Program()
        : m_name(u"program-%1"_s.arg(++s_count))
        , m_bus(QDBusConnection::connectToBus(address(), m_name))
    {
    }
    ~Program() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(Program)

    QDBusConnection &bus() { return m_bus; }
    void signal(const QString &path, const QString &interface, const QString &name,
                const QVariantList &arguments)
    {
        auto message = QDBusMessage::createSignal(path, interface, name);
        message.setArguments(arguments);
        QVERIFY(m_bus.send(message));
    }

private:
    inline static int s_count = 0;
    QString m_name;
    QDBusConnection m_bus;
};

/// As much of logind as is asked.
class Login final : public QDBusVirtualObject
{
public:
    explicit Login(uint user = ::getuid())
        : m_user(user)
    {
        QVERIFY(m_program.bus().registerVirtualObject(u"/org/freedesktop/login1"_s, this,
                                                      QDBusConnection::SubPath));
        QVERIFY(m_program.bus().registerService(u"org.freedesktop.login1"_s));
    }

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() == "Get"_L1 && isSilent)
            return true;
        if (message.member() == "Get"_L1) {
            const QVariant user = QVariant::fromValue(
                SessionUser{m_user, QDBusObjectPath(u"/org/freedesktop/login1/user/x"_s)});
            connection.send(message.createReply(QVariant::fromValue(QDBusVariant(user))));
            return true;
        }
        if (message.member() != "Inhibit"_L1)
            return false;
        inhibited.append(message.arguments());
        int ends[2]{};
        if (::pipe(ends) != 0)
            return false;
        if (m_holdEnd >= 0)
            ::close(m_holdEnd);
        m_holdEnd = ends[0];
        ::fcntl(m_holdEnd, F_SETFL, O_NONBLOCK);
        connection.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
        ::close(ends[1]); // the message has its own
        return true;
    }
    ~Login() override
    {
        if (m_holdEnd >= 0)
            ::close(m_holdEnd);
    }

    void lock()
    {
        m_program.signal(u"/org/freedesktop/login1/session/_31"_s,
                         u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
    }
    void prepareForSleep(bool begins) { saySleep({begins}); }
    void saySleep(const QVariantList &arguments)
    {
        m_program.signal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                         u"PrepareForSleep"_s, arguments);
    }
    /// Whether anybody still holds what the latest Inhibit gave out.
    bool isHeld() const
    {
        char byte = 0;
        return m_holdEnd >= 0 && ::read(m_holdEnd, &byte, 1) < 0 && errno == EAGAIN;
    }

    QList<QVariantList> inhibited;
    bool isSilent = false;

private:
    uint m_user;
    int m_holdEnd = -1;
    Program m_program;
};

class LockSignalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void screenSaver_isHeard_data();
    void screenSaver_isHeard();
    void screenSaverThatEnds_isNoLock();
    void whatIsNoYesOrNo_isNoLock_data();
    void whatIsNoYesOrNo_isNoLock();
    void restartedScreenSaver_isHeard();
    void lockOfOurSession_isHeard();
    void lockOfAnotherUsersSession_isNotHeard();
    void lockByAnybodyElse_isNotHeard();
    void lockWhoseUserIsNotTold_countsAsOurs();
    void sleep_isHeardAndHeldUpForAMoment();
    void restartedLogin_isHeard();
    void loginThatComesLater_isHeard();
    void absentBus_isSilentAtOnce_data();
    void absentBus_isSilentAtOnce();
    void hungBus_stopsNothing();

private:
    std::unique_ptr<LockSignal> m_lock;
    std::unique_ptr<QSignalSpy> m_locked;
    std::unique_ptr<QSignalSpy> m_suspending;
};

void LockSignalTest::initTestCase()
{
    qDBusRegisterMetaType<SessionUser>();
    qDBusRegisterMetaType<QList<bool>>();
}

void LockSignalTest::init()
{
    m_lock = std::make_unique<LockSignal>(LockSignal::Buses{address(), address()});
    m_locked = std::make_unique<QSignalSpy>(m_lock.get(), &LockSignal::locked);
    m_suspending = std::make_unique<QSignalSpy>(m_lock.get(), &LockSignal::suspending);
}

void LockSignalTest::cleanup()
{
    m_suspending.reset();
    m_locked.reset();
    m_lock.reset();
}

void LockSignalTest::screenSaver_isHeard_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::newRow("freedesktop") << u"/org/freedesktop/ScreenSaver"_s
                                 << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("KDE") << u"/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s;
    QTest::newRow("Cinnamon") << u"/org/cinnamon/ScreenSaver"_s << u"org.cinnamon.ScreenSaver"_s;
    QTest::newRow("MATE") << u"/org/mate/ScreenSaver"_s << u"org.mate.ScreenSaver"_s;
}

void LockSignalTest::screenSaver_isHeard()
{
    QFETCH(const QString, path);
    QFETCH(const QString, interface);
    m_lock->start();
    Program saver;
    saver.signal(path, interface, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(m_locked->size(), 1);
    QCOMPARE(m_suspending->size(), 0);
}

void LockSignalTest::screenSaverThatEnds_isNoLock()
{
    m_lock->start();
    Program saver;
    const auto tell = [&saver](bool isActive) {
        saver.signal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s,
                     {isActive});
    };
    tell(false);
    tell(true); // signals of one sender keep their order
    QTRY_COMPARE(m_locked->size(), 1);
    tell(false);
    tell(true);
    QTRY_COMPARE(m_locked->size(), 2);
}

void LockSignalTest::whatIsNoYesOrNo_isNoLock_data()
{
    QTest::addColumn<QVariantList>("said");
    QTest::newRow("nothing") << QVariantList{};
    QTest::newRow("a number") << QVariantList{1};
    QTest::newRow("a text") << QVariantList{u"true"_s};
    QTest::newRow("a list") << QVariantList{QVariant::fromValue(QList<bool>{true})};
    QTest::newRow("a struct") << QVariantList{
        QVariant::fromValue(SessionUser{1, QDBusObjectPath(u"/a"_s)})};
    QTest::newRow("a dictionary") << QVariantList{QVariantMap{{u"a"_s, true}}};
    QTest::newRow("a variant") << QVariantList{QVariant::fromValue(QDBusVariant(true))};
    QTest::newRow("yes, and more") << QVariantList{true, true};
}

void LockSignalTest::whatIsNoYesOrNo_isNoLock()
{
    QFETCH(const QVariantList, said);
    Login login;
    m_lock->start();
    QTRY_COMPARE(login.inhibited.size(), 1);
    Program saver;
    const auto saverSays = [&saver](const QVariantList &arguments) {
        saver.signal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s,
                     arguments);
    };
    saverSays(said);
    saverSays({true}); // signals of one sender keep their order
    QTRY_COMPARE(m_locked->size(), 1);
    login.saySleep(said);
    login.saySleep({true});
    QTRY_COMPARE(m_suspending->size(), 1);
    QCOMPARE(login.inhibited.size(), 1); // nor was it taken for the end of a sleep
}

void LockSignalTest::restartedScreenSaver_isHeard()
{
    m_lock->start();
    for (int i = 1; i <= 3; ++i) {
        Program saver;
        QVERIFY(saver.bus().registerService(u"org.gnome.ScreenSaver"_s));
        saver.signal(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s,
                     {true});
        QTRY_COMPARE(m_locked->size(), i);
    }
}

void LockSignalTest::lockOfOurSession_isHeard()
{
    Login login;
    m_lock->start();
    QTRY_COMPARE(login.inhibited.size(), 1); // logind has been found
    login.lock();
    QTRY_COMPARE(m_locked->size(), 1);
}

void LockSignalTest::lockOfAnotherUsersSession_isNotHeard()
{
    Login login(::getuid() + 1);
    m_lock->start();
    QTRY_COMPARE(login.inhibited.size(), 1);
    login.lock();
    login.prepareForSleep(true);
    login.lock();
    QTRY_COMPARE(m_suspending->size(), 1);
    QVERIFY(!QTest::qWaitFor([this] { return !m_locked->isEmpty(); }, 300));
}

// On the system's bus every user may send such signals.
void LockSignalTest::lockByAnybodyElse_isNotHeard()
{
    Login login;
    m_lock->start();
    QTRY_COMPARE(login.inhibited.size(), 1);
    Program other;
    other.signal(u"/org/freedesktop/login1/session/_31"_s, u"org.freedesktop.login1.Session"_s,
                 u"Lock"_s, {});
    other.signal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                 u"PrepareForSleep"_s, {true});
    QVERIFY(
        !QTest::qWaitFor([this] { return !m_locked->isEmpty() || !m_suspending->isEmpty(); }, 300));
    login.lock();
    QTRY_COMPARE(m_locked->size(), 1);
}

void LockSignalTest::lockWhoseUserIsNotTold_countsAsOurs()
{
    Login login;
    login.isSilent = true;
    m_lock->start();
    QTRY_COMPARE(login.inhibited.size(), 1);
    login.lock();
    QTRY_COMPARE(m_locked->size(), 1);
}

void LockSignalTest::sleep_isHeardAndHeldUpForAMoment()
{
    Login login;
    m_lock->start();
    QTRY_VERIFY(login.isHeld());
    QCOMPARE(login.inhibited.first().at(0).toString(), u"sleep"_s);
    QCOMPARE(login.inhibited.first().at(3).toString(), u"delay"_s);
    bool wasHeld = false;
    connect(m_lock.get(), &LockSignal::suspending, this, [&] { wasHeld = login.isHeld(); });
    login.prepareForSleep(true);
    QTRY_COMPARE(m_suspending->size(), 1);
    QVERIFY(wasHeld);
    QTRY_VERIFY(!login.isHeld());
    QCOMPARE(m_locked->size(), 0);

    login.prepareForSleep(false);
    QTRY_VERIFY(login.isHeld());
    QCOMPARE(m_suspending->size(), 1);
    login.prepareForSleep(true);
    QTRY_COMPARE(m_suspending->size(), 2);
}

void LockSignalTest::restartedLogin_isHeard()
{
    m_lock->start();
    for (int i = 1; i <= 3; ++i) {
        Login login;
        QTRY_COMPARE(login.inhibited.size(), 1);
        login.lock();
        QTRY_COMPARE(m_locked->size(), i);
        QTRY_VERIFY(login.isHeld());
    }
}

void LockSignalTest::loginThatComesLater_isHeard()
{
    m_lock->start();
    QVERIFY(!QTest::qWaitFor([this] { return !m_locked->isEmpty(); }, 200));
    Login login;
    QTRY_COMPARE(login.inhibited.size(), 1);
    login.lock();
    QTRY_COMPARE(m_locked->size(), 1);
}

void LockSignalTest::absentBus_isSilentAtOnce_data()
{
    QTest::addColumn<QString>("system");
    QTest::newRow("no such socket") << u"unix:path=/nowhere/bus"_s;
    QTest::newRow("disabled") << u"disabled:"_s;
    QTest::newRow("no address") << u"nonsense"_s;
    QTest::newRow("path too long") << "unix:path=/"_L1 + QString(200, u'x');
}

void LockSignalTest::absentBus_isSilentAtOnce()
{
    QFETCH(const QString, system);
    QElapsedTimer time;
    time.start();
    LockSignal lock({address(), system});
    QSignalSpy locked(&lock, &LockSignal::locked);
    lock.start();
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    Program saver; // the other bus is heard all the same
    saver.signal(u"/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(locked.size(), 1);
}

void LockSignalTest::hungBus_stopsNothing()
{
    QTemporaryDir folder;
    QLocalServer hung; // accepts, and never says a word
    QVERIFY(hung.listen(folder.filePath(u"bus"_s)));
    QElapsedTimer time;
    time.start();
    LockSignal lock({address(), "unix:path="_L1 + folder.filePath(u"bus"_s)});
    QSignalSpy locked(&lock, &LockSignal::locked);
    lock.start();
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    QTRY_VERIFY(hung.hasPendingConnections());
    Program saver;
    saver.signal(u"/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(locked.size(), 1);
}

HOURPASS_TEST(LockSignalTest, QCoreApplication)

} // namespace tst_locksignal

#include "tst_locksignal.moc"
