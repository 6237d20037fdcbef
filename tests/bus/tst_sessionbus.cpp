// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/sessionbus.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

namespace tst_sessionbus {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::outcome;

constexpr BusPatience shortly{.bus = 300ms, .service = 300ms};

class SessionBusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void realBus_answersAtOnce();
    void bus_thatIsNotThere_isNotSilent_data();
    void bus_thatIsNotThere_isNotSilent();
    void silentBus_isLeftOut();
    void accessibilityThatIsSilent_isLeftOutAlone();
    void accessibilityOfASilentBus_isLeftOutToo();
    void accessibilityThatAnswers_isKept();

private:
    QByteArray silentAddress() { return "unix:path=" + m_silent.fullServerName().toUtf8(); }

    QTemporaryDir m_folder;
    QLocalServer m_silent; ///< lets in, and says nothing
    QByteArray m_real;
};

void SessionBusTest::initTestCase()
{
    m_real = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(m_silent.listen(m_folder.filePath(u"bus"_s)));
}

void SessionBusTest::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_real);
    qunsetenv("AT_SPI_BUS_ADDRESS");
}

void SessionBusTest::realBus_answersAtOnce()
{
    QElapsedTimer time;
    time.start();
    QVERIFY(!askSessionBus().isBusSilent);
    const qint64 bus = time.nsecsElapsed() / 1000;
    const SessionBusHealth health = askDesktop();
    qInfo() << "us for the bus, and for the desktop:" << bus << time.nsecsElapsed() / 1000 - bus;
    QVERIFY(!health.isBusSilent && !health.isAccessibilitySilent && !health.isGlobalMenuSilent);
    QCOMPARE(outcome(leaveOutWhatIsSilent(health)), u"ok"_s);
    QCOMPARE(qgetenv("DBUS_SESSION_BUS_ADDRESS"), m_real);
    QVERIFY(!qEnvironmentVariableIsSet("AT_SPI_BUS_ADDRESS"));
}

void SessionBusTest::bus_thatIsNotThere_isNotSilent_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("disabled") << "disabled:"_ba;
    QTest::newRow("nothing there") << "unix:path=/nowhere/bus"_ba;
    QTest::newRow("path too long") << "unix:path=/"_ba + QByteArray(200, 'x');
    QTest::newRow("another way") << "tcp:host=localhost,port=1"_ba;
}

void SessionBusTest::bus_thatIsNotThere_isNotSilent()
{
    QFETCH(const QByteArray, address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    const SessionBusHealth health = askDesktop();
    QVERIFY(!health.isBusSilent && !health.isAccessibilitySilent && !health.isGlobalMenuSilent);
    QCOMPARE(outcome(leaveOutWhatIsSilent(health)), u"ok"_s);
    QCOMPARE(qgetenv("DBUS_SESSION_BUS_ADDRESS"), address);
}

void SessionBusTest::silentBus_isLeftOut()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", silentAddress());
    QElapsedTimer time;
    time.start();
    const SessionBusHealth health = askSessionBus(shortly);
    QVERIFY(health.isBusSilent);
    QVERIFY2(time.elapsed() >= 290, qPrintable(QString::number(time.elapsed())));
    const auto usable = leaveOutWhatIsSilent(health);
    QCOMPARE(outcome(usable), u"SessionBusSilent"_s);
    QVERIFY(usable.error().detail.contains(m_silent.fullServerName()));
    QVERIFY(!askSessionBus().isBusSilent); // nothing to wait for any more
    QVERIFY(!qgetenv("DBUS_SESSION_BUS_ADDRESS").contains("unix"));
}

void SessionBusTest::accessibilityThatIsSilent_isLeftOutAlone()
{
    qputenv("AT_SPI_BUS_ADDRESS", silentAddress());
    const SessionBusHealth health = askDesktop(shortly);
    QVERIFY(!health.isBusSilent && health.isAccessibilitySilent);
    QCOMPARE(outcome(leaveOutWhatIsSilent(health)), u"ok"_s);
    QCOMPARE(qgetenv("DBUS_SESSION_BUS_ADDRESS"), m_real);
    QVERIFY(!qgetenv("AT_SPI_BUS_ADDRESS").contains("unix"));
}

void SessionBusTest::accessibilityOfASilentBus_isLeftOutToo()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", silentAddress());
    QVERIFY(askDesktop(shortly).isAccessibilitySilent);
}

void SessionBusTest::accessibilityThatAnswers_isKept()
{
    qputenv("AT_SPI_BUS_ADDRESS", m_real);
    qputenv("DBUS_SESSION_BUS_ADDRESS", silentAddress());
    const SessionBusHealth health = askDesktop(shortly);
    QVERIFY(health.isBusSilent && !health.isAccessibilitySilent);
}

HOURPASS_TEST(SessionBusTest, QCoreApplication)

} // namespace tst_sessionbus

#include "tst_sessionbus.moc"
