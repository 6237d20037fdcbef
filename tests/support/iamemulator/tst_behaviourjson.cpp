// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/behaviourjson.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_behaviourjson {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;
using namespace std::chrono_literals;

class TestBehaviourJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFault_hasAName();
    void behaviourJson_isReadWhole();
    void wrongBehaviourJson_isNotAccepted_data();
    void wrongBehaviourJson_isNotAccepted();
};

void TestBehaviourJson::everyFault_hasAName()
{
    const QStringList names = faultNames();
    QCOMPARE(names.size(), int(Fault::HostileText) + 1);
    for (qsizetype i = 0; i < names.size(); ++i)
        QCOMPARE(int(faultFromName(names.at(i)).value()), i);
    QVERIFY(!faultFromName(u"Silent"));
}

void TestBehaviourJson::behaviourJson_isReadWhole()
{
    const BehaviourOrder order = readBehaviour(R"({
        "next": 3, "fault": "rate-limited", "delay_ms": 20, "lifetime_s": 60,
        "clock_offset_s": -30, "date_offset_s": 40, "date_header": false,
        "set": {"a": 1}, "drop": ["scope"], "retry_after": "date", "retry_after_s": 50,
        "redirect_status": 302, "redirect_url": "https://a.example", "oversized_bytes": 70,
        "declare_length": false,
        "error": {"status": 401, "code": "C", "message": "M", "details": "D",
                  "requirements": {"code": "x"}}})"_ba,
                                               {});
    QCOMPARE(order.problem, QString());
    QCOMPARE(order.next, 3);
    const Behaviour &behaviour = order.behaviour;
    QCOMPARE(behaviour.fault, Fault::RateLimited);
    QCOMPARE(behaviour.delay, 20ms);
    QCOMPARE(behaviour.lifetime, 60s);
    QCOMPARE(behaviour.clockOffset, -30s);
    QCOMPARE(behaviour.dateOffset, 40s);
    QVERIFY(!behaviour.dateHeader);
    QCOMPARE(behaviour.set, (QJsonObject{{u"a"_s, 1}}));
    QCOMPARE(behaviour.drop, QStringList{u"scope"_s});
    QCOMPARE(behaviour.retryAfter, RetryAfter::Date);
    QCOMPARE(behaviour.retryAfterDelay, 50s);
    QCOMPARE(behaviour.redirectStatus, 302);
    QCOMPARE(behaviour.redirectUrl, "https://a.example"_ba);
    QCOMPARE(behaviour.oversizedBytes, 70);
    QVERIFY(!behaviour.declareLength);
    QCOMPARE(behaviour.error->status, 401);
    QCOMPARE(behaviour.error->requirements, (QJsonObject{{u"code"_s, u"x"_s}}));

    const BehaviourOrder later = readBehaviour("{}"_ba, {.lifetime = 77s});
    QCOMPARE(later.behaviour.lifetime, 77s);
    QVERIFY(!later.next);
}

void TestBehaviourJson::wrongBehaviourJson_isNotAccepted_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("cut off") << R"({"fault":)"_ba;
    QTest::newRow("unknown member") << R"({"faults":"silent"})"_ba;
    QTest::newRow("unknown fault") << R"({"fault":"Silent"})"_ba;
    QTest::newRow("unknown form") << R"({"retry_after":"soon"})"_ba;
    QTest::newRow("wrong type") << R"({"delay_ms":"20"})"_ba;
    QTest::newRow("none next") << R"({"next":0})"_ba;
}

void TestBehaviourJson::wrongBehaviourJson_isNotAccepted()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!readBehaviour(json, {}).problem.isEmpty());
}

HOURPASS_TEST(TestBehaviourJson, QCoreApplication)

} // namespace tst_behaviourjson

#include "tst_behaviourjson.moc"
