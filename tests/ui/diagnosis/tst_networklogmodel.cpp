// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diagnosis/networklogmodel.h"

#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tst_networklogmodel {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = NetworkLogModel::Column;

NetworkLogEntry doneEntry()
{
    NetworkLogEntry entry;
    entry.started = Seconds(1'767'225'600);
    entry.duration = 142ms;
    entry.host = u"iam.cloud.ibm.com"_s;
    entry.proxy = u"http://proxy.example:3128"_s;
    entry.tlsVersion = u"TLS 1.3"_s;
    entry.issuer = u"Example CA"_s;
    entry.bytesSent = 123;
    entry.bytesReceived = 2048;
    entry.httpStatus = 200;
    entry.transactionId = u"t-1"_s;
    return entry;
}

QString cell(const NetworkLogModel &model, int row, Column column)
{
    return model.index(row, int(column)).data().toString();
}

class NetworkLogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_areShownAsTheyCome();
    void failure_isSaidInWords();
    void failureOfAProxy_namesIt();
    void textFromOutside_isMadeVisible();
    void oldestEntries_makeRoom();
    void text_hasALineForEach();
};

void NetworkLogModelTest::entries_areShownAsTheyCome()
{
    NetworkLog log;
    log.add(doneEntry());
    NetworkLogModel model(log);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 1);
    log.add(doneEntry());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, Column::Purpose), u"token for a key"_s);
    QCOMPARE(cell(model, 1, Column::Host), u"iam.cloud.ibm.com"_s);
    QCOMPARE(cell(model, 1, Column::Outcome), u"HTTP 200"_s);
    QCOMPARE(cell(model, 1, Column::Duration), u"142 ms"_s);
    QCOMPARE(cell(model, 1, Column::Sent), u"123 bytes"_s);
    QCOMPARE(cell(model, 1, Column::Received), u"2.00 KiB"_s);
    QCOMPARE(cell(model, 1, Column::Tls), u"TLS 1.3, certificate by Example CA"_s);
    QCOMPARE(cell(model, 1, Column::Proxy), u"http://proxy.example:3128"_s);
    QCOMPARE(cell(model, 1, Column::Transaction), u"t-1"_s);
}

void NetworkLogModelTest::failure_isSaidInWords()
{
    NetworkLog log;
    NetworkLogEntry entry;
    entry.host = u"iam.example"_s;
    entry.failure = ErrorCode::ConnectionRefused;
    log.add(entry);
    const NetworkLogModel model(log);
    QCOMPARE(cell(model, 0, Column::Outcome), u"iam.example refused the connection."_s);
    QCOMPARE(cell(model, 0, Column::Tls), QString());
    QCOMPARE(cell(model, 0, Column::Proxy), u"none"_s);
}

void NetworkLogModelTest::failureOfAProxy_namesIt()
{
    NetworkLog log;
    NetworkLogEntry entry;
    entry.host = u"iam.example"_s;
    entry.proxy = u"http://proxy.example:3128"_s;
    entry.failure = ErrorCode::ProxyUnreachable;
    log.add(entry);
    const NetworkLogModel model(log);
    QCOMPARE(cell(model, 0, Column::Outcome),
             u"The proxy http://proxy.example:3128 on the way to iam.example cannot be reached."_s);
}

void NetworkLogModelTest::textFromOutside_isMadeVisible()
{
    NetworkLog log;
    NetworkLogEntry entry = doneEntry();
    entry.issuer = u"<b>CA</b>\u202E"_s;
    entry.transactionId = u"t\n\u200B<i>1</i>"_s;
    log.add(entry);
    const NetworkLogModel model(log);
    QCOMPARE(cell(model, 0, Column::Transaction), u"t\\u{000A}\\u{200B}<i>1</i>"_s);
    const QString toolTip = model.index(0, int(Column::Tls)).data(Qt::ToolTipRole).toString();
    QVERIFY(toolTip.contains("&lt;b&gt;CA&lt;/b&gt;\\u{202E}"_L1));
    QCOMPARE(model.toText().count(u'\n'), 2);
}

void NetworkLogModelTest::oldestEntries_makeRoom()
{
    NetworkLog log;
    NetworkLogModel model(log);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i <= NetworkLog::capacity; ++i) {
        NetworkLogEntry entry = doneEntry();
        entry.httpStatus = 200 + i;
        log.add(entry);
    }
    QCOMPARE(model.rowCount(), int(NetworkLog::capacity));
    QCOMPARE(cell(model, 0, Column::Outcome), u"HTTP 201"_s);
}

void NetworkLogModelTest::text_hasALineForEach()
{
    NetworkLog log;
    log.add(doneEntry());
    const QStringList lines = NetworkLogModel(log).toText().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith("Time\tPurpose\tHost\tOutcome"_L1));
    QVERIFY(lines.at(1).contains("iam.cloud.ibm.com\tHTTP 200\t142 ms"_L1));
    QCOMPARE(lines.at(1).count(u'\t'), NetworkLogModel::columns - 1);
}

HOURPASS_TEST(NetworkLogModelTest, QApplication)

} // namespace tst_networklogmodel

#include "tst_networklogmodel.moc"
