// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokensessions.h"

#include "support/capturedlog.h"
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_tokensessions {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::Fault;
using emulator::IamEmulator;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;
using Phase = TokenSession::Phase;
using Prompt = SecretStore::Prompt;

class TokenSessionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstToken_isFetched();
    void manyWhoAsk_shareOneExchange();
    void manyWhoAsk_areAllTold();
    void profiles_doNotShare();
    void liveToken_isHandedOutAgain_data();
    void liveToken_isHandedOutAgain();
    void shortLivedToken_isFetchedOnce();
    void renew_fetchesInAnyCase();
    void wallClock_putBackOrWrong_changesNothing();
    void rightClock_putAhead_countsAsTimeGoneBy();
    void wrongClock_isToldOnce();
    void faultThatPasses_isTriedAgain();
    void tries_areBounded();
    void finalFault_isNotTriedAgain_data();
    void finalFault_isNotTriedAgain();
    void waiting_isVisible();
    void waiting_canBeCancelled();
    void waiting_isJoinedAndEndedByRenew();
    void eachTry_readsTheKeyAnew();
    void suspendDuringARequest_endsIt();
    void requests_areLogged();
    void failedRenewal_keepsALiveToken();
    void expiredToken_isNeverHandedOut();
    void success_clearsTheFault();
    void keychainFault_isReported_data();
    void keychainFault_isReported();
    void prompt_isPassedOn();
    void unknownProfile_isNotFound();
    void badCaFile_isReported();
    void phases_areTold();
    void cancel_whileReadingTheKey();
    void cancel_whileRequesting();
    void cancel_letsANewAttemptStart();
    void cancel_withoutAnAttempt_doesNothing();
    void cancel_keepsALiveToken();
    void forget_dropsTokenAndKey();
    void forget_endsAnAttempt();
    void removedProfile_takesItsTokenAlong();
    void removedProfile_ofAnotherProgram_takesItsTokenAlong();
    void keyForThisRun_standsInForTheKeychain();
    void slotsThatAskAgain_areSafe();
    void destruction_reportsCancelled_data();
    void destruction_reportsCancelled();
    void key_isNotLogged();

private:
    Future<TokenSet> obtain(Milliseconds minimumLife = 300s)
    {
        return m_sessions->obtain(m_id, minimumLife, Prompt::Never);
    }
    QByteArray obtained(Milliseconds minimumLife = 300s);
    void behave(Fault fault);
    emulator::Behaviour behaviourOf(Fault fault) const;
    QByteArray latestToken() const { return m_iam->issuedTokens().last().token; }
    void retry(int tries, Milliseconds firstWait);
    qsizetype exchanges() const { return m_iam->tokenRequests().size(); }
    ProfileId addProfile(const QString &name, const QString &label);

    std::shared_ptr<const emulator::TokenSigner> m_signer;
    QTemporaryDir m_folder;
    std::unique_ptr<IamEmulator> m_iam;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<NetworkLog> m_log;
    std::unique_ptr<TokenSessions> m_sessions;
    ProfileId m_id; ///< of a profile with the emulator's key "user"
};

void TokenSessionsTest::initTestCase()
{
    m_signer = std::make_shared<const emulator::TokenSigner>();
}

void TokenSessionsTest::init()
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
    m_log = std::make_unique<NetworkLog>();
    m_sessions = std::make_unique<TokenSessions>(
        *m_profiles, *m_keys, NetworkTools{m_clock->clock(), ExchangeLimits{5s, 5s}, m_log.get()},
        RetryPolicy{1});
    m_id = addProfile(u"prod"_s, u"user"_s);
}

void TokenSessionsTest::cleanup()
{
    m_sessions.reset();
}

ProfileId TokenSessionsTest::addProfile(const QString &name, const QString &label)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    profile.endpoint = Endpoint::parse(m_iam->url().toString()).value();
    profile.caFile = m_folder.filePath(u"ca.pem"_s);
    if (!m_profiles->add(profile))
        qFatal("the profile cannot be added");
    m_keys->put(profile.id, m_iam->key(label).secret);
    return profile.id;
}

QByteArray TokenSessionsTest::obtained(Milliseconds minimumLife)
{
    const auto token = await(obtain(minimumLife));
    return token ? token->accessToken.reveal().toByteArray() : outcome(token).toLatin1();
}

void TokenSessionsTest::behave(Fault fault)
{
    m_iam->setBehaviour(behaviourOf(fault));
}

emulator::Behaviour TokenSessionsTest::behaviourOf(Fault fault) const
{
    emulator::Behaviour behaviour;
    behaviour.fault = fault;
    return behaviour;
}

void TokenSessionsTest::retry(int tries, Milliseconds firstWait)
{
    RetryPolicy policy;
    policy.tries = tries;
    policy.firstWait = firstWait;
    policy.longestWait = 2h;
    policy.jitter = [] { return 0.5; };
    m_sessions = std::make_unique<TokenSessions>(
        *m_profiles, *m_keys, NetworkTools{m_clock->clock(), ExchangeLimits{5s, 5s}, m_log.get()},
        policy);
}

void TokenSessionsTest::firstToken_isFetched()
{
    QVERIFY(!m_sessions->session(m_id).token);
    const QByteArray token = obtained();
    QCOMPARE(m_iam->issuedTokens().size(), 1);
    QCOMPARE(token, m_iam->issuedTokens().first().token);
    QCOMPARE(m_iam->tokenRequests().first().violations, QStringList());
    const TokenSession session = m_sessions->session(m_id);
    QCOMPARE(session.phase, Phase::Idle);
    QVERIFY(session.token && !session.fault);
    QCOMPARE(session.token->accessToken.reveal().toByteArray(), token);
}

void TokenSessionsTest::manyWhoAsk_shareOneExchange()
{
    QList<Future<TokenSet>> futures;
    for (int i = 0; i < 1000; ++i)
        futures += i % 2 == 0 ? obtain() : m_sessions->renew(m_id, Prompt::Never);
    for (const auto &future : futures)
        QCOMPARE(outcome(await(future)), u"ok"_s);
    QCOMPARE(exchanges(), 1);
    QCOMPARE(m_keys->count(Operation::Read), 1);
    for (const auto &future : futures)
        QCOMPARE(future.result()->accessToken.reveal().toByteArray(),
                 m_iam->issuedTokens().first().token);
}

void TokenSessionsTest::manyWhoAsk_areAllTold()
{
    QObject context;
    int told = 0;
    for (int i = 0; i < 3; ++i)
        obtain().then(&context, [&told](const Result<TokenSet> &token) { told += token ? 1 : 0; });
    QTRY_COMPARE(told, 3);
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::profiles_doNotShare()
{
    const ProfileId other = addProfile(u"ci"_s, u"service"_s);
    const auto first = obtain();
    const auto second = m_sessions->obtain(other, 300s, Prompt::Never);
    QCOMPARE(outcome(await(first)), u"ok"_s);
    QCOMPARE(outcome(await(second)), u"ok"_s);
    QCOMPARE(exchanges(), 2);
    QVERIFY(!(first.result()->accessToken == second.result()->accessToken));
    m_sessions->forget(other);
    QVERIFY(m_sessions->session(m_id).token && !m_sessions->session(other).token);
}

void TokenSessionsTest::liveToken_isHandedOutAgain_data()
{
    QTest::addColumn<Seconds>("minimumLife");
    QTest::addColumn<Seconds>("age");
    QTest::addColumn<bool>("again");
    QTest::newRow("at once") << 300s << 0s << true;
    QTest::newRow("with enough left") << 300s << 3290s << true;
    QTest::newRow("with too little left") << 300s << 3301s << false;
    QTest::newRow("no minimum, almost over") << 0s << 3590s << true;
    QTest::newRow("no minimum, over") << 0s << 3600s << false;
    QTest::newRow("after a suspend of two hours") << 300s << Seconds(2h) << false;
    QTest::newRow("after a day") << 0s << Seconds(24h) << false;
}

void TokenSessionsTest::liveToken_isHandedOutAgain()
{
    QFETCH(Seconds, minimumLife);
    QFETCH(Seconds, age);
    QFETCH(bool, again);
    const QByteArray first = obtained(minimumLife);
    m_clock->advance(age);
    const QByteArray second = obtained(minimumLife);
    QCOMPARE(second == first, again);
    QCOMPARE(exchanges(), again ? 1 : 2);
    QCOMPARE(second, m_iam->issuedTokens().last().token);
}

// A life below the minimum is no reason to ask for ever.
void TokenSessionsTest::shortLivedToken_isFetchedOnce()
{
    emulator::Behaviour behaviour;
    behaviour.lifetime = 60s;
    m_iam->setBehaviour(behaviour);
    const QByteArray token = obtained(300s);
    QCOMPARE(token, m_iam->issuedTokens().last().token);
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::renew_fetchesInAnyCase()
{
    QVERIFY(await(obtain()));
    QCOMPARE(outcome(await(m_sessions->renew(m_id, Prompt::Never))), u"ok"_s);
    QCOMPARE(exchanges(), 2);
    QCOMPARE(m_sessions->session(m_id).token->accessToken.reveal().toByteArray(),
             m_iam->issuedTokens().last().token);
}

void TokenSessionsTest::wallClock_putBackOrWrong_changesNothing()
{
    const QByteArray first = obtained();
    m_clock->changeWallClock(-3h);
    QCOMPARE(obtained(), first);
    m_clock->changeWallClock(3h);
    QCOMPARE(obtained(), first);
    QCOMPARE(exchanges(), 1);
}

// As where a virtual machine was halted: its boot clock knows nothing of that.
void TokenSessionsTest::rightClock_putAhead_countsAsTimeGoneBy()
{
    const QByteArray first = obtained();
    m_clock->changeWallClock(2h);
    const QByteArray second = obtained();
    QVERIFY(second != first && !second.isEmpty());
    // The service, whose clock stayed, has told that ours is wrong: that is believed from now on.
    QCOMPARE(obtained(), second);
    QCOMPARE(exchanges(), 2);
}

void TokenSessionsTest::wrongClock_isToldOnce()
{
    QSignalSpy told(m_sessions.get(), &TokenSessions::clockIsWrong);
    obtained();
    QCOMPARE(told.size(), 0);
    m_clock->changeWallClock(-4min);
    for (int i = 0; i < 3; ++i)
        QVERIFY(await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(told.size(), 1);
    const auto error = told.first().first().value<Milliseconds>();
    QVERIFY(error > -4min - 5s && error < -4min + 5s);
}

void TokenSessionsTest::faultThatPasses_isTriedAgain()
{
    retry(3, 1ms);
    m_iam->setBehaviourForNext(1, behaviourOf(Fault::BadGateway));
    m_iam->setBehaviourForNext(1, behaviourOf(Fault::CloseWithoutAnswer));
    const QByteArray token = obtained();
    QCOMPARE(token, latestToken());
    QCOMPARE(exchanges(), 3);
    QVERIFY(!m_sessions->session(m_id).fault);
}

void TokenSessionsTest::tries_areBounded()
{
    retry(3, 1ms);
    behave(Fault::EmptyUnavailable);
    const auto token = await(m_sessions->renew(m_id, Prompt::Never));
    QCOMPARE(outcome(token), u"ServerFault"_s);
    QCOMPARE(token.error().tries, 3);
    QCOMPARE(exchanges(), 3);
    QCOMPARE(m_sessions->session(m_id).fault->tries, 3);
}

void TokenSessionsTest::finalFault_isNotTriedAgain_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("captive portal") << Fault::CaptivePortal;
    QTest::newRow("redirect") << Fault::Redirect;
    QTest::newRow("refused") << Fault::HostileText;
    QTest::newRow("too large") << Fault::OversizedBody;
}

void TokenSessionsTest::finalFault_isNotTriedAgain()
{
    QFETCH(Fault, fault);
    retry(3, 1ms);
    behave(fault);
    QVERIFY(!await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::waiting_isVisible()
{
    retry(3, 1h);
    behave(Fault::EmptyUnavailable);
    const auto token = m_sessions->renew(m_id, Prompt::Never);
    QTRY_COMPARE(m_sessions->session(m_id).phase, Phase::Waiting);
    const TokenSession session = m_sessions->session(m_id);
    QCOMPARE(session.tryNumber, 1);
    QCOMPARE(session.fault->code, ErrorCode::ServerFault);
    QCOMPARE(session.retryAt, m_clock->now().boot + 1h);
    QVERIFY(!token.isFinished());
}

void TokenSessionsTest::waiting_canBeCancelled()
{
    retry(3, 1h);
    behave(Fault::EmptyUnavailable);
    const auto token = m_sessions->renew(m_id, Prompt::Never);
    QTRY_COMPARE(m_sessions->session(m_id).phase, Phase::Waiting);
    m_sessions->cancel(m_id);
    QCOMPARE(outcome(await(token)), u"Cancelled"_s);
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Idle);
    // Why it had waited stays to be read.
    QCOMPARE(m_sessions->session(m_id).fault->code, ErrorCode::ServerFault);
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::waiting_isJoinedAndEndedByRenew()
{
    retry(3, 1h);
    m_iam->setBehaviourForNext(1, behaviourOf(Fault::EmptyUnavailable));
    const auto first = m_sessions->renew(m_id, Prompt::Never);
    QTRY_COMPARE(m_sessions->session(m_id).phase, Phase::Waiting);
    const auto joined = obtain();
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Waiting);
    const auto byHand = m_sessions->renew(m_id, Prompt::Never);
    for (const auto &future : {first, joined, byHand})
        QCOMPARE(outcome(await(future)), u"ok"_s);
    QCOMPARE(exchanges(), 2);
}

void TokenSessionsTest::eachTry_readsTheKeyAnew()
{
    retry(3, 1ms);
    behave(Fault::EmptyUnavailable);
    QVERIFY(!await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(m_keys->count(Operation::Read), 3);
}

// Qt's timers stand still while the computer sleeps.
void TokenSessionsTest::suspendDuringARequest_endsIt()
{
    behave(Fault::Silent);
    const auto token = m_sessions->renew(m_id, Prompt::Never);
    QTRY_COMPARE(exchanges(), 1);
    m_clock->advance(2h);
    QCOMPARE(outcome(await(token, 3'000)), u"TimedOut"_s);
}

void TokenSessionsTest::requests_areLogged()
{
    retry(2, 1ms);
    m_iam->setBehaviourForNext(1, behaviourOf(Fault::CloseWithoutAnswer));
    obtained();
    QCOMPARE(m_log->entries().size(), 2);
    const NetworkLogEntry &failed = m_log->entries().first();
    QCOMPARE(failed.failure, ErrorCode::ConnectionClosed);
    QCOMPARE(failed.httpStatus, 0);
    const NetworkLogEntry &done = m_log->entries().last();
    QVERIFY(!done.failure);
    QCOMPARE(done.httpStatus, 200);
    QCOMPARE(done.purpose, RequestPurpose::ApiKeyGrant);
    QCOMPARE(done.host, u"127.0.0.1:%1"_s.arg(m_iam->url().port()));
    QCOMPARE(done.tlsVersion, u"TLS 1.3"_s);
    QVERIFY(!done.issuer.isEmpty() && !done.transactionId.isEmpty());
    QVERIFY(done.bytesSent > 0 && done.bytesReceived > 0);
}

void TokenSessionsTest::failedRenewal_keepsALiveToken()
{
    const QByteArray first = obtained();
    m_clock->advance(40min);
    for (const Fault fault : {Fault::EmptyUnavailable, Fault::TruncatedJson, Fault::CaptivePortal,
                              Fault::CloseWithoutAnswer, Fault::ShortBody}) {
        behave(fault);
        QVERIFY(!await(m_sessions->renew(m_id, Prompt::Never)));
        const TokenSession session = m_sessions->session(m_id);
        QVERIFY(session.token && session.fault);
        QCOMPARE(obtained(), first); // 20 minutes are left
    }
    m_clock->advance(16min);
    QCOMPARE(obtained(300s), "ConnectionClosed"_ba); // not with less than was asked for
    QCOMPARE(obtained(60s), first);
}

void TokenSessionsTest::expiredToken_isNeverHandedOut()
{
    QVERIFY(await(obtain()));
    m_clock->advance(1h);
    behave(Fault::EmptyUnavailable);
    QCOMPARE(obtained(0s), "ServerFault"_ba);
    m_keys->failNext(Operation::Read, ErrorCode::KeychainLocked);
    QCOMPARE(obtained(0s), "KeychainLocked"_ba);
    QCOMPARE(timeLeft(*m_sessions->session(m_id).token, m_sessions->now()), 0ms);
}

void TokenSessionsTest::success_clearsTheFault()
{
    behave(Fault::EmptyUnavailable);
    QCOMPARE(obtained(), "ServerFault"_ba);
    QCOMPARE(m_sessions->session(m_id).fault->code, ErrorCode::ServerFault);
    behave(Fault::None);
    QVERIFY(await(obtain()));
    QVERIFY(!m_sessions->session(m_id).fault);
}

void TokenSessionsTest::keychainFault_isReported_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::NotFound, ErrorCode::KeychainLocked, ErrorCode::KeychainMissing,
          ErrorCode::KeychainSilent, ErrorCode::SessionBusSilent})
        QTest::newRow(qPrintable(errorName(code))) << code;
}

void TokenSessionsTest::keychainFault_isReported()
{
    QFETCH(ErrorCode, code);
    m_keys->failNext(Operation::Read, code);
    QCOMPARE(QString::fromLatin1(obtained()), errorName(code));
    QCOMPARE(m_sessions->session(m_id).fault->code, code);
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Idle);
    QCOMPARE(exchanges(), 0);
}

void TokenSessionsTest::prompt_isPassedOn()
{
    QVERIFY(await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(m_keys->lastPrompt(), std::optional(Prompt::Never));
    QVERIFY(await(m_sessions->renew(m_id, Prompt::Allowed)));
    QCOMPARE(m_keys->lastPrompt(), std::optional(Prompt::Allowed));
}

void TokenSessionsTest::unknownProfile_isNotFound()
{
    const ProfileId unknown = ProfileId::create();
    QSignalSpy changed(m_sessions.get(), &TokenSessions::changed);
    QCOMPARE(outcome(await(m_sessions->obtain(unknown, 0s, Prompt::Never))), u"NotFound"_s);
    QCOMPARE(m_keys->count(Operation::Read), 0);
    QCOMPARE(changed.size(), 0);
}

void TokenSessionsTest::badCaFile_isReported()
{
    Profile profile = *m_profiles->find(m_id);
    profile.caFile = m_folder.filePath(u"missing.pem"_s);
    QVERIFY(m_profiles->update(profile));
    QCOMPARE(obtained(), "FileUnreadable"_ba);
    QCOMPARE(m_sessions->session(m_id).fault->subject, profile.caFile);
}

void TokenSessionsTest::phases_areTold()
{
    QList<Phase> phases;
    connect(m_sessions.get(), &TokenSessions::changed, this, [&](const ProfileId &id) {
        QCOMPARE(id, m_id);
        phases += m_sessions->session(id).phase;
    });
    QVERIFY(await(obtain()));
    QCOMPARE(phases, QList<Phase>({Phase::ReadingKey, Phase::Requesting, Phase::Idle}));
    QVERIFY(await(obtain())); // out of memory: nothing changes
    QCOMPARE(phases.size(), 3);
}

void TokenSessionsTest::cancel_whileReadingTheKey()
{
    m_keys->hold();
    const auto future = obtain();
    QCOMPARE(m_sessions->session(m_id).phase, Phase::ReadingKey);
    m_sessions->cancel(m_id);
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Idle);
    QVERIFY(!m_sessions->session(m_id).fault); // an outcome, no fault
    m_keys->release();                         // the keychain's late answer is ignored
    const QByteArray token = obtained();
    QCOMPARE(token, m_iam->issuedTokens().last().token);
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::cancel_whileRequesting()
{
    behave(Fault::Silent);
    const auto future = obtain();
    QTRY_COMPARE(exchanges(), 1);
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Requesting);
    m_sessions->cancel(m_id);
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    QCOMPARE(m_sessions->session(m_id).phase, Phase::Idle);
    QVERIFY(!m_sessions->session(m_id).fault);
}

void TokenSessionsTest::cancel_letsANewAttemptStart()
{
    m_keys->hold();
    const auto first = obtain();
    m_sessions->cancel(m_id);
    const auto second = obtain();
    m_keys->release(); // answers both
    QCOMPARE(outcome(await(second)), u"ok"_s);
    QCOMPARE(outcome(first.result()), u"Cancelled"_s);
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::cancel_withoutAnAttempt_doesNothing()
{
    QSignalSpy changed(m_sessions.get(), &TokenSessions::changed);
    m_sessions->cancel(m_id);
    m_sessions->cancel(ProfileId::create());
    m_sessions->forget(ProfileId::create());
    QCOMPARE(changed.size(), 0);
}

void TokenSessionsTest::cancel_keepsALiveToken()
{
    const QByteArray first = obtained();
    const auto renewal = m_sessions->renew(m_id, Prompt::Never);
    m_sessions->cancel(m_id);
    QCOMPARE(outcome(renewal.result()), u"Cancelled"_s);
    QCOMPARE(obtained(), first);
}

void TokenSessionsTest::forget_dropsTokenAndKey()
{
    m_sessions->keepKeyForThisRun(m_id, Secret(QByteArrayView(m_iam->key(u"service").secret)));
    QVERIFY(await(obtain()));
    QSignalSpy changed(m_sessions.get(), &TokenSessions::changed);
    m_sessions->forget(m_id);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_sessions->session(m_id).token);
    QCOMPARE(m_keys->count(Operation::Read), 0);
    QVERIFY(await(obtain()));
    QCOMPARE(m_keys->count(Operation::Read), 1); // the key for this run is gone
    QCOMPARE(exchanges(), 2);
}

void TokenSessionsTest::forget_endsAnAttempt()
{
    behave(Fault::Silent);
    const auto future = obtain();
    QTRY_COMPARE(exchanges(), 1);
    m_sessions->forget(m_id);
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    QVERIFY(!m_sessions->session(m_id).token && !m_sessions->session(m_id).fault);
}

void TokenSessionsTest::removedProfile_takesItsTokenAlong()
{
    QVERIFY(await(obtain()));
    QVERIFY(m_profiles->remove(m_id));
    QVERIFY(!m_sessions->session(m_id).token);
}

void TokenSessionsTest::removedProfile_ofAnotherProgram_takesItsTokenAlong()
{
    QVERIFY(await(obtain()));
    m_profiles->watch();
    ProfileStore other(m_folder.filePath(u"profiles.json"_s));
    QVERIFY(other.load());
    QVERIFY(other.remove(m_id));
    QTRY_VERIFY(!m_sessions->session(m_id).token);
}

void TokenSessionsTest::keyForThisRun_standsInForTheKeychain()
{
    m_sessions->keepKeyForThisRun(m_id, Secret(QByteArrayView(m_iam->key(u"service").secret)));
    m_keys->failNext(Operation::Read, ErrorCode::KeychainMissing);
    const QByteArray token = obtained();
    QCOMPARE(token, m_iam->issuedTokens().last().token);
    QCOMPARE(m_iam->issuedTokens().last().keyLabel, u"service"_s);
    QCOMPARE(m_keys->count(Operation::Read), 0);
}

void TokenSessionsTest::slotsThatAskAgain_areSafe()
{
    int asked = 0;
    connect(m_sessions.get(), &TokenSessions::changed, this, [&] {
        if (++asked < 10)
            static_cast<void>(obtain());
    });
    QVERIFY(await(obtain()));
    QCOMPARE(exchanges(), 1);
    disconnect(m_sessions.get(), nullptr, this, nullptr);

    connect(m_sessions.get(), &TokenSessions::changed, this, [&] { m_sessions->cancel(m_id); });
    QCOMPARE(outcome(await(m_sessions->renew(m_id, Prompt::Never))), u"Cancelled"_s);
    QCoreApplication::processEvents();
    QCOMPARE(exchanges(), 1);
}

void TokenSessionsTest::destruction_reportsCancelled_data()
{
    QTest::addColumn<bool>("holdsKey");
    QTest::newRow("while reading the key") << true;
    QTest::newRow("while requesting") << false;
}

void TokenSessionsTest::destruction_reportsCancelled()
{
    QFETCH(bool, holdsKey);
    behave(Fault::Silent);
    if (holdsKey)
        m_keys->hold();
    const auto future = obtain();
    if (!holdsKey)
        QTRY_COMPARE(exchanges(), 1);
    m_sessions.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
    m_keys->release();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

void TokenSessionsTest::key_isNotLogged()
{
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    const test::CapturedLog log;
    QVERIFY(await(obtain()));
    behave(Fault::CloseWithoutAnswer);
    QVERIFY(!await(m_sessions->renew(m_id, Prompt::Never)));
    QLoggingCategory::setFilterRules({});
    QVERIFY(!log.text().contains(QString::fromLatin1(m_iam->key(u"user").secret)));
    QVERIFY(!log.text().contains(QString::fromLatin1(m_iam->issuedTokens().first().token)));
}

HOURPASS_TEST(TokenSessionsTest, QCoreApplication)

} // namespace tst_tokensessions

#include "tst_tokensessions.moc"
