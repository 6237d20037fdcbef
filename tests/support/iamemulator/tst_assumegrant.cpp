// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/jwtcheck.h"
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_assumegrant {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

const QByteArray tokenPath = "/identity/token"_ba;

QByteArray form(const QByteArray &token, const QByteArray &selector, const QString &value)
{
    return "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aassume&access_token="
        + token.toPercentEncoding() + '&' + selector + '=' + value.toUtf8().toPercentEncoding();
}

class TestAssumeGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void profile_isAssumed_data();
    void profile_isAssumed();
    void token_namesTheProfileAndTheCaller();
    void token_doesNotOutliveItsSource();
    void assuming_isRefused_data();
    void assuming_isRefused();
    void expiredSource_isRefused();
    void assumedToken_cannotAssumeAgain();
    void basicClient_isRefused();

private:
    QByteArray sourceToken();
    TestReply assume(const QByteArray &token, const QByteArray &selector, const QString &value);
    const EmulatedProfile &auditor() const { return m_emulator->profile(u"auditor"); }

    ThreadsEnd m_threadsEnd;
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<IamEmulator> m_emulator;
    std::unique_ptr<TestClient> m_client;
};

void TestAssumeGrant::initTestCase()
{
    m_signer = std::make_shared<const TokenSigner>();
}

void TestAssumeGrant::init()
{
    m_client.reset();
    EmulatorOptions options;
    options.signer = m_signer;
    m_emulator = std::make_unique<IamEmulator>(options);
    QVERIFY(m_emulator->listen());
    m_client = std::make_unique<TestClient>(m_emulator->url(), m_emulator->authorityPem());
}

QByteArray TestAssumeGrant::sourceToken()
{
    const TestReply reply = m_client->exchange(m_emulator->key(u"user").secret);
    return reply.json().value("access_token"_L1).toString().toLatin1();
}

TestReply TestAssumeGrant::assume(const QByteArray &token, const QByteArray &selector,
                                  const QString &value)
{
    return m_client->post(tokenPath, form(token, selector, value));
}

void TestAssumeGrant::profile_isAssumed_data()
{
    QTest::addColumn<QByteArray>("selector");
    QTest::newRow("by id") << "profile_id"_ba;
    QTest::newRow("by CRN") << "profile_crn"_ba;
    QTest::newRow("by name and account") << "profile_name"_ba;
}

void TestAssumeGrant::profile_isAssumed()
{
    QFETCH(const QByteArray, selector);
    const QByteArray source = sourceToken();
    QByteArray body = form(source, selector,
                           selector == "profile_id"        ? auditor().id
                               : selector == "profile_crn" ? auditor().crn()
                                                           : auditor().name);
    if (selector == "profile_name")
        body += "&account=" + auditor().accountId.toLatin1();
    const TestReply reply = m_client->post(tokenPath, body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(m_emulator->requests().constLast().violations, QStringList());
    const QByteArray token = reply.json().value("access_token"_L1).toString().toLatin1();
    QVERIFY(isSignedByKeySet(*decodeToken(token), m_signer->keySet()));
    const IssuedToken issued = m_emulator->issuedTokens().constLast();
    QCOMPARE(issued.token, token);
    QCOMPARE(issued.keyLabel, u"user"_s);
    QCOMPARE(issued.profileLabel, u"auditor"_s);
    QCOMPARE(m_emulator->issuedTokens().constFirst().profileLabel, QString());
}

void TestAssumeGrant::token_namesTheProfileAndTheCaller()
{
    const QJsonObject body = assume(sourceToken(), "profile_id"_ba, auditor().id).json();
    QCOMPARE(body.value("refresh_token"_L1).toString(), u"not_supported"_s);
    QVERIFY(!body.contains("ims_user_id"_L1));
    const QByteArray token = body.value("access_token"_L1).toString().toLatin1();
    const QJsonObject claims = decodeToken(token)->claims;
    QCOMPARE(claims.value("sub"_L1).toString(), auditor().id);
    QCOMPARE(claims.value("sub_type"_L1).toString(), u"Profile"_s);
    QCOMPARE(claims.value("iam_id"_L1).toString(), u"iam-"_s + auditor().id);
    QCOMPARE(claims.value("id"_L1), claims.value("iam_id"_L1));
    QCOMPARE(claims.value("identifier"_L1).toString(), auditor().id);
    QCOMPARE(claims.value("realmid"_L1).toString(), u"iam"_s);
    QCOMPARE(claims.value("name"_L1).toString(), u"prod-auditor"_s);
    QCOMPARE(claims.value("grant_type"_L1).toString(), u"urn:ibm:params:oauth:grant-type:assume"_s);
    QCOMPARE(claims.value("client_id"_L1).toString(), u"default"_s);
    QVERIFY(!claims.contains("email"_L1));
    const QJsonObject caller = claims.value("authn"_L1).toObject();
    QCOMPARE(caller.value("iam_id"_L1).toString(), u"IBMid-1000000ABC"_s);
    QCOMPARE(caller.value("name"_L1).toString(), u"Ada Example"_s);
    QCOMPARE(claims.value("account"_L1).toObject().value("bss"_L1).toString(), auditor().accountId);
}

void TestAssumeGrant::token_doesNotOutliveItsSource()
{
    Behaviour shortLived;
    shortLived.lifetime = std::chrono::seconds(900);
    m_emulator->setBehaviourForNext(1, shortLived);
    const QJsonObject body = assume(sourceToken(), "profile_id"_ba, auditor().id).json();
    const IssuedToken source = m_emulator->issuedTokens().constFirst();
    QCOMPARE(body.value("expiration"_L1).toInteger(), source.expiresAt);
    QVERIFY(body.value("expires_in"_L1).toInteger() <= 900);

    m_emulator->setBehaviourForNext(1, {});
    m_emulator->setBehaviourForNext(1, shortLived);
    const QJsonObject own = assume(sourceToken(), "profile_id"_ba, auditor().id).json();
    QCOMPARE(own.value("expires_in"_L1).toInteger(), 900); // shorter than its source's is possible
}

void TestAssumeGrant::assuming_isRefused_data()
{
    QTest::addColumn<QByteArray>("token"); // empty: one that was issued
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<QString>("value"); // empty: the profile that trusts nobody
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString unknown = u"Profile-00000000-0000-4000-8000-000000000000"_s;
    QTest::newRow("foreign token") << "a.b.c"_ba
                                   << "profile_id"_ba << unknown << 400 << u"BXNIM0401E"_s;
    QTest::newRow("unknown profile")
        << QByteArray() << "profile_id"_ba << unknown << 400 << u"BXNIM0102E"_s;
    QTest::newRow("not a CRN") << QByteArray() << "profile_crn"_ba << unknown << 400
                               << u"BXNIM0113E"_s;
    QTest::newRow("CRN of something else")
        << QByteArray() << "profile_crn"_ba << u"crn:v1:bluemix"_s << 400 << u"BXNIM0102E"_s;
    QTest::newRow("conditions not met")
        << QByteArray() << "profile_id"_ba << QString() << 403 << u"BXNIM0513E"_s;
}

void TestAssumeGrant::assuming_isRefused()
{
    QFETCH(QByteArray, token);
    QFETCH(const QByteArray, selector);
    QFETCH(QString, value);
    if (token.isEmpty())
        token = sourceToken();
    if (value.isEmpty())
        value = m_emulator->profile(u"closed").id;
    const auto before = m_emulator->issuedTokens().size();
    const TestReply reply = assume(token, selector, value);
    QTEST(reply.status, "status");
    QTEST(reply.json().value("errorCode"_L1).toString(), "code");
    QVERIFY(reply.json().value("context"_L1).toObject().contains("requestId"_L1));
    QCOMPARE(m_emulator->issuedTokens().size(), before);
}

void TestAssumeGrant::expiredSource_isRefused()
{
    const QByteArray source = sourceToken();
    Behaviour later;
    later.clockOffset = std::chrono::hours(1);
    m_emulator->setBehaviour(later);
    const TestReply reply = assume(source, "profile_id"_ba, auditor().id);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), u"BXNIM0401E"_s);
}

void TestAssumeGrant::assumedToken_cannotAssumeAgain()
{
    QCOMPARE(assume(sourceToken(), "profile_id"_ba, auditor().id).status, 200);
    const QByteArray assumed = m_emulator->issuedTokens().constLast().token;
    const TestReply reply = assume(assumed, "profile_id"_ba, auditor().id);
    QCOMPARE(reply.json().value("errorCode"_L1).toString(), u"BXNIM0405E"_s);
}

void TestAssumeGrant::basicClient_isRefused()
{
    const TestReply reply =
        m_client->post(tokenPath, form(sourceToken(), "profile_id"_ba, auditor().id),
                       {{"Authorization"_ba, "Basic Yng6Yng="_ba}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(m_emulator->requests().constLast().violations,
             QStringList{u"an Authorization is sent"_s});
}

HOURPASS_TEST(TestAssumeGrant, QCoreApplication)

} // namespace tst_assumegrant

#include "tst_assumegrant.moc"
