// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokensessions.h"

#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_assumedsessions {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::Behaviour;
using emulator::Fault;
using emulator::IamEmulator;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;
using Phase = TokenSession::Phase;
using Prompt = SecretStore::Prompt;

Behaviour faulty(Fault fault)
{
    Behaviour behaviour;
    behaviour.fault = fault;
    return behaviour;
}

Behaviour lasting(Seconds lifetime)
{
    Behaviour behaviour;
    behaviour.lifetime = lifetime;
    return behaviour;
}

/// TokenSessions where a profile assumes a trusted profile.
class AssumedSessionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<const emulator::TokenSigner>(); }
    void init();
    void cleanup() { m_sessions.reset(); }

    void token_isTheTrustedProfiles_data();
    void token_isTheTrustedProfiles();
    void requests_areTwoInOrder();
    void bothTokens_areKept();
    void profileWithout_hasNoSecondCall();
    void token_neverOutlivesTheKeysOwn();
    void renewal_goesInOrder();
    void failedKeyExchange_isToldAsEver();
    void failedAssuming_saysSoWithItsCode_data();
    void failedAssuming_saysSoWithItsCode();
    void failedAssuming_keepsALiveToken();
    void failedAssuming_isTriedAgainWithoutTheKey();
    void nextAttempt_beginsWithTheTokenOfTheKey();
    void oldTokenOfTheKey_isNotUsed_data();
    void oldTokenOfTheKey_isNotUsed();
    void refusedTokenOfTheKey_isNotUsedAgain();
    void eachCall_hasTriesOfItsOwn();
    void eachCall_hasADeadlineOfItsOwn();
    void phases_areTold();
    void cancel_whileAssuming_keepsTheTokenOfTheKey();
    void forget_dropsBothTokens();
    void expiredKey_isNamedWithItsDay_data();
    void expiredKey_isNamedWithItsDay();

private:
    void setUp(const RetryPolicy &retries, const ExchangeLimits &limits = {5s, 5s});
    void change(const std::function<void(Profile &)> &change);
    Result<TokenSet> obtain(Milliseconds minimumLife = 300s)
    {
        return await(m_sessions->obtain(m_id, minimumLife, Prompt::Never));
    }
    /// What the token requests were for, in order: "key" or "assume".
    QStringList calls() const;
    TokenSession session() const { return m_sessions->session(m_id); }
    QByteArray issued(int index) const { return m_iam->issuedTokens().at(index).token; }

    std::shared_ptr<const emulator::TokenSigner> m_signer;
    QTemporaryDir m_folder;
    std::unique_ptr<IamEmulator> m_iam;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<TokenSessions> m_sessions;
    ProfileId m_id;
};

void AssumedSessionsTest::init()
{
    emulator::EmulatorOptions options;
    options.signer = m_signer;
    m_iam = std::make_unique<IamEmulator>(options);
    QVERIFY(m_iam->listen() && m_iam->writeAuthority(m_folder.filePath(u"ca.pem"_s)));
    m_clock = std::make_unique<test::ManualClock>(
        Instant{1'000s, Seconds(QDateTime::currentSecsSinceEpoch())});
    QFile::remove(m_folder.filePath(u"profiles.json"_s));
    m_profiles = std::make_unique<ProfileStore>(m_folder.filePath(u"profiles.json"_s));
    m_keys = std::make_unique<ScriptedSecretStore>();
    setUp({.tries = 1});
    Profile profile;
    profile.id = m_id = ProfileId::create();
    profile.name = u"audit"_s;
    profile.endpoint = Endpoint::parse(m_iam->url().toString()).value();
    profile.caFile = m_folder.filePath(u"ca.pem"_s);
    profile.assumeProfile = TrustedProfile::parse(m_iam->profile(u"auditor").id).value();
    QVERIFY(m_profiles->add(profile));
    m_keys->put(m_id, m_iam->key(u"user").secret);
}

void AssumedSessionsTest::setUp(const RetryPolicy &retries, const ExchangeLimits &limits)
{
    m_sessions = std::make_unique<TokenSessions>(*m_profiles, *m_keys,
                                                 NetworkTools{m_clock->clock(), limits}, retries);
}

void AssumedSessionsTest::change(const std::function<void(Profile &)> &change)
{
    Profile profile = *m_profiles->find(m_id);
    change(profile);
    QVERIFY(m_profiles->update(profile));
}

QStringList AssumedSessionsTest::calls() const
{
    QStringList list;
    for (const auto &request : m_iam->tokenRequests())
        list += request.body.contains("grant-type%3Aassume") ? u"assume"_s : u"key"_s;
    return list;
}

void AssumedSessionsTest::token_isTheTrustedProfiles_data()
{
    QTest::addColumn<bool>("byCrn");
    QTest::newRow("by id") << false;
    QTest::newRow("by CRN") << true;
}

void AssumedSessionsTest::token_isTheTrustedProfiles()
{
    QFETCH(const bool, byCrn);
    const auto &auditor = m_iam->profile(u"auditor");
    change([&](Profile &profile) {
        profile.assumeProfile = TrustedProfile::parse(byCrn ? auditor.crn() : auditor.id).value();
    });
    const auto token = obtain();
    QCOMPARE(outcome(token), u"ok"_s);
    QCOMPARE(m_iam->issuedTokens().size(), 2);
    QCOMPARE(token->accessToken.reveal().toByteArray(), issued(1));
    QCOMPARE(m_iam->issuedTokens().at(1).profileLabel, u"auditor"_s);
    QCOMPARE(outcome(obtain()), u"ok"_s); // from memory
    QCOMPARE(m_iam->issuedTokens().size(), 2);
}

void AssumedSessionsTest::requests_areTwoInOrder()
{
    QVERIFY(obtain());
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s}));
    const QByteArray key = m_iam->key(u"user").secret.toPercentEncoding();
    const auto requests = m_iam->tokenRequests();
    for (const auto &request : requests) {
        QCOMPARE(request.violations, QStringList());
        QVERIFY(!request.hasHeader("Authorization"));
    }
    QVERIFY(requests.at(0).body.contains(key));
    QVERIFY(!requests.at(1).body.contains(key));
    QVERIFY(requests.at(1).body.contains("access_token=" + issued(0).toPercentEncoding()));
}

void AssumedSessionsTest::bothTokens_areKept()
{
    QVERIFY(obtain());
    QVERIFY(session().keyToken);
    QCOMPARE(session().keyToken->accessToken.reveal().toByteArray(), issued(0));
    QCOMPARE(m_sessions->keyToken(m_id)->accessToken.reveal().toByteArray(), issued(0));
    QCOMPARE(session().token->accessToken.reveal().toByteArray(), issued(1));
}

void AssumedSessionsTest::profileWithout_hasNoSecondCall()
{
    change([](Profile &profile) { profile.assumeProfile.reset(); });
    QVERIFY(obtain());
    QCOMPARE(calls(), QStringList{u"key"_s});
    QVERIFY(!session().keyToken);
    QCOMPARE(m_sessions->keyToken(m_id)->accessToken.reveal().toByteArray(), issued(0));
}

void AssumedSessionsTest::token_neverOutlivesTheKeysOwn()
{
    // As a service might that counts from the second call.
    m_iam->setBehaviourForNext(1, lasting(1200s));
    Behaviour generous;
    generous.set = {{u"expires_in"_s, 3600},
                    {u"expiration"_s, QDateTime::currentSecsSinceEpoch() + 3600}};
    m_iam->setBehaviourForNext(1, generous);
    const auto token = obtain();
    QCOMPARE(outcome(token), u"ok"_s);
    const TokenSet source = session().keyToken.value();
    QVERIFY(token->deadline <= source.deadline);
    QVERIFY(timeLeft(*token, m_clock->now()) <= 1200s);
    QVERIFY(endOfLife(*token) <= endOfLife(source));
}

void AssumedSessionsTest::renewal_goesInOrder()
{
    QVERIFY(obtain());
    QVERIFY(await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s, u"key"_s, u"assume"_s}));
    m_clock->advance(3400s); // too little is left of both
    QVERIFY(obtain());
    QCOMPARE(calls().size(), 6);
    QCOMPARE(calls().sliced(4), (QStringList{u"key"_s, u"assume"_s}));
}

void AssumedSessionsTest::failedKeyExchange_isToldAsEver()
{
    m_keys->put(m_id, m_iam->key(u"disabled").secret);
    const auto token = obtain();
    QCOMPARE(outcome(token), u"Refused"_s);
    QCOMPARE(token.error().server.code, u"BXNIM0462E"_s);
    QCOMPARE(token.error().step, RequestStep::KeyExchange);
    QCOMPARE(calls(), QStringList{u"key"_s});
}

void AssumedSessionsTest::failedAssuming_saysSoWithItsCode_data()
{
    QTest::addColumn<QString>("label"); // empty: a profile that is not there
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown profile") << QString() << Fault::None << u"Refused"_s << u"BXNIM0102E"_s;
    QTest::newRow("conditions not met")
        << u"closed"_s << Fault::None << u"Refused"_s << u"BXNIM0513E"_s;
    QTest::newRow("service down") << u"auditor"_s << Fault::EmptyUnavailable << u"ServerFault"_s
                                  << QString();
    QTest::newRow("portal") << u"auditor"_s << Fault::CaptivePortal << u"AnswerNotJson"_s
                            << QString();
}

void AssumedSessionsTest::failedAssuming_saysSoWithItsCode()
{
    QFETCH(const QString, label);
    QFETCH(const Fault, fault);
    const QString id = label.isEmpty() ? u"Profile-00000000-0000-4000-8000-000000000000"_s
                                       : m_iam->profile(label).id;
    change([&id](Profile &changed) { changed.assumeProfile = TrustedProfile::parse(id).value(); });
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(fault));
    const auto token = obtain();
    QTEST(outcome(token), "outcome");
    QTEST(token.error().server.code, "code");
    QCOMPARE(token.error().step, RequestStep::Assume);
    QCOMPARE(session().fault->step, RequestStep::Assume);
    QCOMPARE(token.error().subject, u"127.0.0.1"_s);
    QVERIFY(!session().token && session().keyToken);
}

void AssumedSessionsTest::failedAssuming_keepsALiveToken()
{
    const auto first = obtain();
    QVERIFY(first);
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(Fault::BadGateway));
    QVERIFY(!await(m_sessions->renew(m_id, Prompt::Never)));
    QVERIFY(session().token->accessToken == first->accessToken);
    QVERIFY(session().fault);
    QVERIFY(obtain()->accessToken == first->accessToken);
}

void AssumedSessionsTest::failedAssuming_isTriedAgainWithoutTheKey()
{
    setUp({.tries = 3, .firstWait = 1ms});
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(2, faulty(Fault::BadGateway));
    QCOMPARE(outcome(obtain()), u"ok"_s);
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s, u"assume"_s, u"assume"_s}));
    QCOMPARE(m_keys->count(Operation::Read), 1);
}

void AssumedSessionsTest::nextAttempt_beginsWithTheTokenOfTheKey()
{
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(Fault::BadGateway));
    QVERIFY(!obtain());
    QCOMPARE(outcome(await(m_sessions->renew(m_id, Prompt::Never))), u"ok"_s);
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s, u"assume"_s}));
    QVERIFY(!session().fault);
    // It has served its turn: a renewal is to last longer than this one could.
    QVERIFY(await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(calls().sliced(3), (QStringList{u"key"_s, u"assume"_s}));
}

void AssumedSessionsTest::oldTokenOfTheKey_isNotUsed_data()
{
    QTest::addColumn<Seconds>("age");
    QTest::addColumn<bool>("used");
    QTest::newRow("with enough left") << 3200s << true;
    QTest::newRow("with less left than asked for") << 3350s << false;
    QTest::newRow("over") << 3600s << false;
}

void AssumedSessionsTest::oldTokenOfTheKey_isNotUsed()
{
    QFETCH(const Seconds, age);
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(Fault::BadGateway));
    QVERIFY(!obtain());
    m_clock->advance(age);
    QVERIFY(obtain());
    QTEST(calls().size() == 3, "used");
}

void AssumedSessionsTest::refusedTokenOfTheKey_isNotUsedAgain()
{
    Behaviour later; // where the key's token is over by the service's clock
    later.clockOffset = 2h;
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, later);
    const auto token = obtain();
    QCOMPARE(outcome(token), u"Refused"_s);
    QCOMPARE(token.error().server.code, u"BXNIM0401E"_s);
    QVERIFY(!session().keyToken);
    QVERIFY(obtain());
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s, u"key"_s, u"assume"_s}));
}

void AssumedSessionsTest::eachCall_hasTriesOfItsOwn()
{
    setUp({.tries = 2, .firstWait = 1ms});
    m_iam->setBehaviourForNext(1, faulty(Fault::BadGateway));
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(2, faulty(Fault::BadGateway));
    const auto token = obtain();
    QCOMPARE(outcome(token), u"ServerFault"_s);
    QCOMPARE(token.error().tries, 2);
    QCOMPARE(calls(), (QStringList{u"key"_s, u"key"_s, u"assume"_s, u"assume"_s}));
}

void AssumedSessionsTest::eachCall_hasADeadlineOfItsOwn()
{
    setUp({.tries = 1}, {5s, 100ms});
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(Fault::Silent));
    const auto token = obtain();
    QCOMPARE(outcome(token), u"TimedOut"_s);
    QCOMPARE(token.error().step, RequestStep::Assume);
    QCOMPARE(outcome(obtain()), u"ok"_s);
}

void AssumedSessionsTest::phases_areTold()
{
    QList<Phase> phases;
    connect(m_sessions.get(), &TokenSessions::changed, this,
            [this, &phases] { phases += session().phase; });
    QVERIFY(obtain());
    QCOMPARE(phases, (QList{Phase::ReadingKey, Phase::Requesting, Phase::Assuming, Phase::Idle}));
}

void AssumedSessionsTest::cancel_whileAssuming_keepsTheTokenOfTheKey()
{
    m_iam->setBehaviourForNext(1, {});
    m_iam->setBehaviourForNext(1, faulty(Fault::Silent));
    const auto token = m_sessions->obtain(m_id, 300s, Prompt::Never);
    QTRY_COMPARE(calls().size(), 2);
    m_sessions->cancel(m_id);
    QCOMPARE(outcome(await(token)), u"Cancelled"_s);
    QCOMPARE(session().phase, Phase::Idle);
    QCOMPARE(outcome(obtain()), u"ok"_s);
    QCOMPARE(calls(), (QStringList{u"key"_s, u"assume"_s, u"assume"_s}));
}

void AssumedSessionsTest::forget_dropsBothTokens()
{
    QVERIFY(obtain());
    m_sessions->forget(m_id);
    QVERIFY(!session().token && !session().keyToken);
    QVERIFY(!m_sessions->keyToken(m_id));
}

void AssumedSessionsTest::expiredKey_isNamedWithItsDay_data()
{
    QTest::addColumn<Seconds>("end"); // after now, by what the profile knows; 0: it knows of none
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("over, and not found") << Seconds(-24h) << u"gone"_s << u"KeyExpired"_s;
    QTest::newRow("not over") << Seconds(24h) << u"gone"_s << u"Refused"_s;
    QTest::newRow("never") << Seconds(0) << u"gone"_s << u"Refused"_s;
    QTest::newRow("over, and disabled") << Seconds(-24h) << u"disabled"_s << u"Refused"_s;
    QTest::newRow("over, but it works") << Seconds(-24h) << u"user"_s << u"ok"_s;
}

void AssumedSessionsTest::expiredKey_isNamedWithItsDay()
{
    QFETCH(const Seconds, end);
    QFETCH(const QString, label);
    const auto utc = std::chrono::duration_cast<Seconds>(m_clock->now().utc);
    if (end != Seconds(0))
        change([&](Profile &profile) { profile.keyExpiresAt = utc + end; });
    m_keys->put(m_id, label == "gone"_L1 ? "gone"_ba : m_iam->key(label).secret);
    const auto token = obtain();
    QTEST(outcome(token), "outcome");
    if (outcome(token) != "KeyExpired"_L1)
        return;
    QCOMPARE(token.error().server.code, u"BXNIM0415E"_s);
    QCOMPARE(token.error().subject,
             QDateTime::fromSecsSinceEpoch((utc + end).count()).toUTC().toString(Qt::ISODate));
    QCOMPARE(session().fault->code, ErrorCode::KeyExpired);
}

HOURPASS_TEST(AssumedSessionsTest, QCoreApplication)

} // namespace tst_assumedsessions

#include "tst_assumedsessions.moc"
