// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/busaddress.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_busaddress {

using namespace hourpass;

class BusAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sockets_areNamed_data();
    void sockets_areNamed();
    void session_isFoundWhereTheLibrariesLook();
};

void BusAddressTest::sockets_areNamed_data()
{
    using Names = QList<QByteArray>;
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<Names>("names");
    const auto row = [](const char *title, const QByteArray &address, const Names &names) {
        QTest::newRow(title) << address << names;
    };
    row("path", "unix:path=/run/bus", {"/run/bus"});
    row("with a guid", "unix:path=/run/bus,guid=0123", {"/run/bus"});
    row("guid first", "unix:guid=0123,path=/run/bus", {"/run/bus"});
    row("two", "unix:path=/a;unix:path=/b", {"/a", "/b"});
    row("abstract", "unix:abstract=/tmp/dbus-1", {QByteArray("\0/tmp/dbus-1", 12)});
    row("escaped", "unix:path=/run/a%20b", {"/run/a b"});
    row("another way", "tcp:host=localhost,port=1", {});
    row("another way first", "tcp:host=localhost,port=1;unix:path=/a", {"/a"});
    row("disabled", "disabled:", {});
    row("empty", "", {});
    row("no path", "unix:path=", {""});
    row("nonsense", ";;,=unix:;unix", {});
}

void BusAddressTest::sockets_areNamed()
{
    QFETCH(const QByteArray, address);
    QFETCH(const QList<QByteArray>, names);
    QCOMPARE(socketNames(address), names);
}

void BusAddressTest::session_isFoundWhereTheLibrariesLook()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/named");
    qputenv("XDG_RUNTIME_DIR", "/run/user/7");
    QCOMPARE(sessionBusAddress(), "unix:path=/named");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QCOMPARE(sessionBusAddress(), "unix:path=/run/user/7/bus");
    qunsetenv("XDG_RUNTIME_DIR");
    QCOMPARE(sessionBusAddress(), "");
}

HOURPASS_TEST(BusAddressTest, hourpass::test::NoApplication)

} // namespace tst_busaddress

#include "tst_busaddress.moc"
