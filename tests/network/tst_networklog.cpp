// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/networklog.h"

#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_networklog {

using namespace hourpass;
using namespace Qt::StringLiterals;

class NetworkLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_standInOrder();
    void oldest_makeRoom();
};

void NetworkLogTest::entries_standInOrder()
{
    NetworkLog log;
    QSignalSpy added(&log, &NetworkLog::added);
    for (const QString &host : {u"one"_s, u"two"_s}) {
        NetworkLogEntry entry;
        entry.host = host;
        log.add(entry);
    }
    QCOMPARE(added.size(), 2);
    QCOMPARE(log.entries().first().host, u"one"_s);
    QCOMPARE(log.entries().last().host, u"two"_s);
}

void NetworkLogTest::oldest_makeRoom()
{
    NetworkLog log;
    QSignalSpy dropped(&log, &NetworkLog::dropped);
    for (int i = 0; i < NetworkLog::capacity + 3; ++i) {
        NetworkLogEntry entry;
        entry.httpStatus = i;
        log.add(entry);
    }
    QCOMPARE(log.entries().size(), NetworkLog::capacity);
    QCOMPARE(dropped.size(), 3);
    QCOMPARE(log.entries().first().httpStatus, 3);
}

HOURPASS_TEST(NetworkLogTest, QCoreApplication)

} // namespace tst_networklog

#include "tst_networklog.moc"
