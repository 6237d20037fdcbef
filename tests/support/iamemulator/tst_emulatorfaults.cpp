// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/jwtcheck.h"
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace tst_emulatorfaults {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;
using namespace std::chrono_literals;

QDateTime fromHttpDate(const QByteArray &text)
{
    // Not Qt::RFC2822Date, which does not know the zone by the name of GMT.
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

qint64 secondsFromNow(const QByteArray &httpDate)
{
    return QDateTime::currentDateTimeUtc().secsTo(fromHttpDate(httpDate));
}

bool isNear(qint64 value, qint64 expected)
{
    return qAbs(value - expected) <= 20;
}

class TestEmulatorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void silentServer_keepsTheRequestOpen();
    void closedConnection_bringsNoAnswer();
    void page_isNotJson_data();
    void page_isNotJson();
    void emptyUnavailable_hasNoBody();
    void rateLimit_tellsWhenToComeAgain_data();
    void rateLimit_tellsWhenToComeAgain();
    void truncatedJson_arrivesAsACompleteReply();
    void shortBody_endsBeforeItsLength();
    void oversizedBody_isValidJson_data();
    void oversizedBody_isValidJson();
    void redirect_leadsToAnotherName_data();
    void redirect_leadsToAnotherName();
    void hostileText_arrivesUnchanged();
    void plannedError_isAnsweredWithAllItsParts();

    void delay_holdsTheAnswerBack();
    void lifetime_isInTheTokenAndInTheResponse();
    void clockOffset_shiftsTokenAndDate();
    void dateHeader_canBeShiftedAloneOrLeftOut();
    void bodyMembers_canBeSetAndDropped();
    void plannedBehaviours_areUsedUpInOrder();
    void brokenRule_isToldInSpiteOfAFault();

private:
    TestReply exchange();
    TestReply exchangeWith(const Behaviour &behaviour);

    ThreadsEnd m_threadsEnd;
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<IamEmulator> m_emulator;
    std::unique_ptr<TestClient> m_client;
};

void TestEmulatorFaults::initTestCase()
{
    m_signer = std::make_shared<const TokenSigner>();
}

void TestEmulatorFaults::init()
{
    m_client.reset();
    EmulatorOptions options;
    options.signer = m_signer;
    m_emulator = std::make_unique<IamEmulator>(options);
    QVERIFY(m_emulator->listen());
    m_client = std::make_unique<TestClient>(m_emulator->url(), m_emulator->authorityPem());
}

TestReply TestEmulatorFaults::exchange()
{
    return m_client->exchange(m_emulator->key(u"user").secret);
}

TestReply TestEmulatorFaults::exchangeWith(const Behaviour &behaviour)
{
    m_emulator->setBehaviourForNext(1, behaviour);
    return exchange();
}

void TestEmulatorFaults::silentServer_keepsTheRequestOpen()
{
    m_emulator->setBehaviourForNext(1, {.fault = Fault::Silent});
    QNetworkReply *silent = m_client->startExchange(m_emulator->key(u"user").secret);
    QTRY_COMPARE(m_emulator->requests().size(), 1);
    TestClient other(m_emulator->url(), m_emulator->authorityPem());
    QCOMPARE(other.exchange(m_emulator->key(u"user").secret).status, 200);
    QVERIFY(!silent->isFinished());
    QCOMPARE(m_emulator->requests().constFirst().status, 0);
    QCOMPARE(m_emulator->issuedTokens().size(), 1);
    silent->abort();
    delete silent;
}

void TestEmulatorFaults::closedConnection_bringsNoAnswer()
{
    m_emulator->setBehaviour({.fault = Fault::CloseWithoutAnswer});
    const TestReply reply = exchange();
    QCOMPARE(reply.error, QNetworkReply::RemoteHostClosedError);
    QCOMPARE(reply.status, 0);
    QVERIFY(m_emulator->issuedTokens().isEmpty());
}

void TestEmulatorFaults::page_isNotJson_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::newRow("captive portal") << Fault::CaptivePortal << 200;
    QTest::newRow("bad gateway") << Fault::BadGateway << 502;
}

void TestEmulatorFaults::page_isNotJson()
{
    QFETCH(const Fault, fault);
    const TestReply reply = exchangeWith({.fault = fault});
    QTEST(reply.status, "status");
    QCOMPARE(reply.header("Content-Type"), "text/html; charset=utf-8"_ba);
    QVERIFY(reply.body.startsWith("<!DOCTYPE html>"));
    QVERIFY(reply.header("Transaction-Id").isEmpty());
}

void TestEmulatorFaults::emptyUnavailable_hasNoBody()
{
    const TestReply reply = exchangeWith({.fault = Fault::EmptyUnavailable});
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.body, QByteArray());
    QVERIFY(reply.header("Content-Type").isEmpty());
}

void TestEmulatorFaults::rateLimit_tellsWhenToComeAgain_data()
{
    QTest::addColumn<RetryAfter>("form");
    QTest::newRow("not") << RetryAfter::None;
    QTest::newRow("in seconds") << RetryAfter::Seconds;
    QTest::newRow("as a date") << RetryAfter::Date;
    QTest::newRow("as garbage") << RetryAfter::Garbage;
}

void TestEmulatorFaults::rateLimit_tellsWhenToComeAgain()
{
    QFETCH(const RetryAfter, form);
    const TestReply reply =
        exchangeWith({.fault = Fault::RateLimited, .retryAfter = form, .retryAfterDelay = 300s});
    QCOMPARE(reply.status, 429);
    const QByteArray value = reply.header("Retry-After");
    QCOMPARE(value.isEmpty(), form == RetryAfter::None);
    QCOMPARE(value == "300", form == RetryAfter::Seconds);
    QCOMPARE(fromHttpDate(value).isValid(), form == RetryAfter::Date);
    if (form == RetryAfter::Date)
        QVERIFY(isNear(secondsFromNow(value), 300));
}

void TestEmulatorFaults::truncatedJson_arrivesAsACompleteReply()
{
    const TestReply reply = exchangeWith({.fault = Fault::TruncatedJson});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.error, QNetworkReply::NoError);
    QCOMPARE(reply.header("Content-Length").toLongLong(), reply.body.size());
    QVERIFY(reply.body.startsWith('{'));
    QVERIFY(QJsonDocument::fromJson(reply.body).isNull());
}

void TestEmulatorFaults::shortBody_endsBeforeItsLength()
{
    const TestReply reply = exchangeWith({.fault = Fault::ShortBody});
    QCOMPARE(reply.error, QNetworkReply::RemoteHostClosedError);
    QVERIFY(!reply.body.isEmpty());
    QVERIFY(reply.header("Content-Length").toLongLong() > reply.body.size());
    QCOMPARE(exchange().status, 200);
}

void TestEmulatorFaults::oversizedBody_isValidJson_data()
{
    QTest::addColumn<bool>("declared");
    QTest::newRow("length declared") << true;
    QTest::newRow("until the end of the connection") << false;
}

void TestEmulatorFaults::oversizedBody_isValidJson()
{
    QFETCH(const bool, declared);
    const TestReply reply = exchangeWith(
        {.fault = Fault::OversizedBody, .oversizedBytes = 3'000'000, .declareLength = declared});
    QCOMPARE(reply.error, QNetworkReply::NoError);
    QCOMPARE(reply.body.size(), 3'000'000);
    QVERIFY(reply.json().contains("access_token"_L1));
    QCOMPARE(reply.header("Content-Length").isEmpty(), !declared);
}

void TestEmulatorFaults::redirect_leadsToAnotherName_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("url");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::newRow("told where") << 307 << "http://other.example/"_ba;
}

void TestEmulatorFaults::redirect_leadsToAnotherName()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, url);
    const TestReply reply =
        exchangeWith({.fault = Fault::Redirect, .redirectStatus = status, .redirectUrl = url});
    QCOMPARE(reply.status, status);
    const QByteArray port = QByteArray::number(m_emulator->url().port());
    QCOMPARE(reply.header("Location"),
             url.isEmpty() ? "https://localhost:" + port + "/identity/token" : url);
}

void TestEmulatorFaults::hostileText_arrivesUnchanged()
{
    const TestReply reply = exchangeWith({.fault = Fault::HostileText});
    QCOMPARE(reply.status, 400);
    const QString message = reply.json().value("errorMessage"_L1).toString();
    const QString details = reply.json().value("errorDetails"_L1).toString();
    QVERIFY(message.contains(QChar(0x202E)) && message.contains(QChar(0x1B)));
    QVERIFY(details.contains(u'\n') && details.contains(QChar(u'\0')));
    QVERIFY(details.contains(QChar(0x2066)) && details.contains(QChar(0x200B)));
}

void TestEmulatorFaults::plannedError_isAnsweredWithAllItsParts()
{
    const IamError error{401,
                         u"BXNIM0400E"_s,
                         u"Anmeldung fehlgeschlagen."_s,
                         u"Einzelheiten"_s,
                         {{u"code"_s, u"locked"_s}}};
    const TestReply reply = exchangeWith({.error = error});
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), error.code);
    QCOMPARE(reply.json().value("errorMessage"_L1).toString(), error.message);
    QCOMPARE(reply.json().value("errorDetails"_L1).toString(), error.details);
    QCOMPARE(reply.json().value("requirements"_L1).toObject(), error.requirements);
}

void TestEmulatorFaults::delay_holdsTheAnswerBack()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(exchangeWith({.delay = 150ms}).status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

void TestEmulatorFaults::lifetime_isInTheTokenAndInTheResponse()
{
    const TestReply reply = exchangeWith({.lifetime = 900s});
    QCOMPARE(reply.json().value("expires_in"_L1).toInteger(), 900);
    const IssuedToken issued = m_emulator->issuedTokens().constFirst();
    const QJsonObject claims = decodeToken(issued.token)->claims;
    QCOMPARE(claims.value("exp"_L1).toInteger(), claims.value("iat"_L1).toInteger() + 900);
    QCOMPARE(claims.value("exp"_L1), reply.json().value("expiration"_L1));
}

void TestEmulatorFaults::clockOffset_shiftsTokenAndDate()
{
    const TestReply reply = exchangeWith({.clockOffset = -7200s});
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject claims = decodeToken(m_emulator->issuedTokens().constFirst().token)->claims;
    QVERIFY(isNear(claims.value("iat"_L1).toInteger() - now, -7200));
    QVERIFY(isNear(reply.json().value("expiration"_L1).toInteger() - now, -3600));
    QVERIFY(isNear(secondsFromNow(reply.header("Date")), -7200));
}

void TestEmulatorFaults::dateHeader_canBeShiftedAloneOrLeftOut()
{
    const TestReply shifted = exchangeWith({.dateOffset = 3600s});
    QVERIFY(isNear(secondsFromNow(shifted.header("Date")), 3600));
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QVERIFY(isNear(shifted.json().value("expiration"_L1).toInteger() - now, 3600));
    QVERIFY(exchangeWith({.dateHeader = false}).header("Date").isEmpty());
    QVERIFY(isNear(secondsFromNow(exchange().header("Date")), 0));
}

void TestEmulatorFaults::bodyMembers_canBeSetAndDropped()
{
    const TestReply reply = exchangeWith({.set = {{u"expires_in"_s, u"soon"_s}, {u"new"_s, 1}},
                                          .drop = {u"refresh_token"_s, u"scope"_s}});
    QCOMPARE(reply.json().keys(),
             (QStringList{u"access_token"_s, u"expiration"_s, u"expires_in"_s, u"ims_user_id"_s,
                          u"new"_s, u"token_type"_s}));
    QCOMPARE(reply.json().value("expires_in"_L1).toString(), u"soon"_s);
}

void TestEmulatorFaults::plannedBehaviours_areUsedUpInOrder()
{
    m_emulator->setBehaviour({.fault = Fault::BadGateway});
    m_emulator->setBehaviourForNext(2, {.fault = Fault::EmptyUnavailable});
    m_emulator->setBehaviourForNext(1, {});
    QList<int> statuses;
    for (int i = 0; i < 5; ++i)
        statuses.append(exchange().status);
    QCOMPARE(statuses, (QList<int>{503, 503, 200, 502, 502}));
    m_emulator->setBehaviour({});
    QCOMPARE(exchange().status, 200);
}

void TestEmulatorFaults::brokenRule_isToldInSpiteOfAFault()
{
    m_emulator->setBehaviour({.fault = Fault::CaptivePortal});
    const TestReply reply =
        m_client->post("/identity/token"_ba, TestClient::tokenForm("abc"_ba) + "&scope=x");
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.json().value("errorDetails"_L1).toString().contains(u"'scope'"_s));
}

HOURPASS_TEST(TestEmulatorFaults, QCoreApplication)

} // namespace tst_emulatorfaults

#include "tst_emulatorfaults.moc"
