// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/keydetailsanswer.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_keydetailsanswer {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

// The sample of the fact sheet, section 5.1, with one member replaced; Undefined takes it out.
QByteArray sampleWith(const QString &member = {}, const QJsonValue &value = {})
{
    QJsonObject object{{u"id"_s, u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s},
                       {u"entity_tag"_s, u"1-0123456789abcdef"_s},
                       {u"locked"_s, false},
                       {u"disabled"_s, false},
                       {u"created_at"_s, u"2026-01-01T10:00+0000"_s},
                       {u"created_by"_s, u"IBMid-1000000ABC"_s},
                       {u"modified_at"_s, u"2026-01-01T10:00+0000"_s},
                       {u"name"_s, u"laptop"_s},
                       {u"description"_s, u"made-up"_s},
                       {u"support_sessions"_s, false},
                       {u"action_when_leaked"_s, u"disable"_s},
                       {u"expires_at"_s, u"2026-12-31T23:59+0000"_s},
                       {u"iam_id"_s, u"IBMid-1000000ABC"_s},
                       {u"account_id"_s, u"0123456789abcdef0123456789abcdef"_s}};
    if (!member.isEmpty())
        object[member] = value;
    return QJsonDocument(object).toJson();
}

Result<KeyDetails> parse(const QByteArray &json)
{
    const auto body = parseJson(json);
    return body ? parseKeyDetails(*body) : failure(ErrorCode::Internal, u"the test's JSON"_s);
}

KeyDetails detailsWith(const QString &member, const QJsonValue &value)
{
    return parse(sampleWith(member, value)).value();
}

class KeyDetailsAnswerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sample_isRead();
    void end_isLenient_data();
    void end_isLenient();
    void booleans_mayBeStrings_data();
    void booleans_mayBeStrings();
    void anyMember_mayBeMissingOrOdd_data();
    void anyMember_mayBeMissingOrOdd();
    void whatTellsOfNoKey_isUnusable_data();
    void whatTellsOfNoKey_isUnusable();
    void answer_isJudgedByItsStatus_data();
    void answer_isJudgedByItsStatus();
};

void KeyDetailsAnswerTest::sample_isRead()
{
    const auto details = parse(sampleWith());
    QCOMPARE(outcome(details), u"ok"_s);
    QCOMPARE(details->id, u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s);
    QCOMPARE(details->name, u"laptop"_s);
    QCOMPARE(details->owner, u"IBMid-1000000ABC"_s);
    QCOMPARE(details->accountId, u"0123456789abcdef0123456789abcdef"_s);
    QCOMPARE(details->createdAt.value().count(), 1'767'261'600);
    QCOMPARE(details->expiresAt.value().count(), 1'798'761'540);
    QVERIFY(!details->locked && !details->disabled);
}

void KeyDetailsAnswerTest::end_isLenient_data()
{
    QTest::addColumn<QJsonValue>("text");
    QTest::addColumn<qint64>("expected"); // 0: none
    const auto row = [](const char *name, const QJsonValue &text, qint64 expected) {
        QTest::newRow(name) << text << expected;
    };
    const qint64 end = 1'798'761'540;
    row("without seconds and colon", u"2026-12-31T23:59+0000"_s, end);
    row("with Z", u"2026-12-31T23:59Z"_s, end);
    row("without a zone", u"2026-12-31T23:59"_s, end);
    row("in the past", u"2020-01-01T00:00+0000"_s, 1'577'836'800);
    row("absent", QJsonValue::Undefined, 0);
    row("null", QJsonValue::Null, 0);
    row("no time", u"never"_s, 0);
    row("number", 1'798'761'540, 0);
}

void KeyDetailsAnswerTest::end_isLenient()
{
    QFETCH(const QJsonValue, text);
    const KeyDetails details = detailsWith(u"expires_at"_s, text);
    QTEST(qint64(details.expiresAt.value_or(Seconds::zero()).count()), "expected");
    QCOMPARE(details.name, u"laptop"_s);
}

void KeyDetailsAnswerTest::booleans_mayBeStrings_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("true") << QJsonValue(true) << true;
    QTest::newRow("false") << QJsonValue(false) << false;
    QTest::newRow("true as a string") << QJsonValue(u"true"_s) << true;
    QTest::newRow("in capitals") << QJsonValue(u"TRUE"_s) << true;
    QTest::newRow("false as a string") << QJsonValue(u"false"_s) << false;
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << false;
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << false;
    QTest::newRow("number") << QJsonValue(1) << false;
}

void KeyDetailsAnswerTest::booleans_mayBeStrings()
{
    QFETCH(const QJsonValue, value);
    QTEST(detailsWith(u"locked"_s, value).locked, "expected");
    QTEST(detailsWith(u"disabled"_s, value).disabled, "expected");
}

void KeyDetailsAnswerTest::anyMember_mayBeMissingOrOdd_data()
{
    QTest::addColumn<QString>("member");
    for (const QString &name : QJsonDocument::fromJson(sampleWith()).object().keys())
        QTest::newRow(qPrintable(name)) << name;
}

void KeyDetailsAnswerTest::anyMember_mayBeMissingOrOdd()
{
    QFETCH(const QString, member);
    for (const QJsonValue &odd : {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonValue::Null),
                                  QJsonValue(7), QJsonValue(QJsonObject{{u"a"_s, 1}})})
        QCOMPARE(outcome(parse(sampleWith(member, odd))), u"ok"_s);
}

void KeyDetailsAnswerTest::whatTellsOfNoKey_isUnusable_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("string") << "\"laptop\""_ba;
    QTest::newRow("of something else") << R"({"status":"ok"})"_ba;
    QTest::newRow("key alone") << R"({"apikey":"secret"})"_ba;
}

void KeyDetailsAnswerTest::whatTellsOfNoKey_isUnusable()
{
    QFETCH(const QByteArray, json);
    const auto details = parse(json);
    QCOMPARE(outcome(details), u"AnswerUnusable"_s);
    QVERIFY(!details.error().detail.contains(u"secret"_s));
}

void KeyDetailsAnswerTest::answer_isJudgedByItsStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("details");
    const QByteArray refusal = R"({"errors":[{"message_code":"BXNIM0513E","message":"no"}]})"_ba;
    const QByteArray page = "<html>"_ba;
    const auto row = [](const char *name, int status, const QByteArray &body,
                        const QString &expected, bool details = false) {
        QTest::newRow(name) << status << body << expected << details;
    };
    row("details", 200, sampleWith(), u"ok"_s, true);
    row("page", 200, page, u"AnswerNotJson"_s);
    row("nothing", 200, {}, u"AnswerIncomplete"_s);
    row("cut off", 200, sampleWith().chopped(20), u"AnswerIncomplete"_s);
    row("of something else", 200, "{}", u"AnswerUnusable"_s);
    row("401", 401, refusal, u"ok"_s);
    row("403", 403, refusal, u"ok"_s);
    row("404", 404, refusal, u"ok"_s);
    row("404 with a page", 404, page, u"ok"_s);
    row("details with a wrong status", 403, sampleWith(), u"ok"_s);
    row("400", 400, refusal, u"Refused"_s);
    row("429", 429, refusal, u"RateLimited"_s);
    row("503", 503, {}, u"ServerFault"_s);
    row("redirect", 302, {}, u"Redirected"_s);
}

void KeyDetailsAnswerTest::answer_isJudgedByItsStatus()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, expected);
    HttpAnswer answer;
    answer.status = status;
    answer.transactionId = "tx-1"_ba;
    answer.body = body;
    const auto check = parseKeyDetailsAnswer(answer);
    QCOMPARE(outcome(check), expected);
    if (!check)
        return;
    QTEST(check->details.has_value(), "details");
    QCOMPARE(check->refusal.httpStatus, check->details ? 0 : status);
    QCOMPARE(check->refusal.transactionId, check->details ? QString() : u"tx-1"_s);
}

HOURPASS_TEST(KeyDetailsAnswerTest, QCoreApplication)

} // namespace tst_keydetailsanswer

#include "tst_keydetailsanswer.moc"
