// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/keychecker.h"

#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_keychecker {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::Behaviour;
using emulator::EmulatedKey;
using emulator::Fault;
using emulator::IamEmulator;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;
using Prompt = SecretStore::Prompt;

class KeyCheckerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<const emulator::TokenSigner>(); }
    void init();
    void cleanup();

    void details_areThoseOfTheKey();
    void request_hasKeyAndTokenInItsHeaders();
    void tokenInMemory_isUsed();
    void nothing_isAskedByItself();
    void tokenOfTheKey_isUsedWhereAProfileIsAssumed();
    void whoWantsTheProfilesToken_getsItWhileAKeyIsChecked();
    void profileThatCannotBeAssumed_isNoHindrance();
    void refusal_meansNoDetails_data();
    void refusal_meansNoDetails();
    void fault_isReported_data();
    void fault_isReported();
    void request_isNotSentAgain();
    void slowAnswer_isWaitedFor();
    void refusedKey_isReported();
    void keychainFault_isReported();
    void unknownProfile_isNotFound();
    void end_isRememberedInTheProfile();
    void noEnd_isRememberedToo();
    void noDetails_changeNothing();
    void keyForThisRun_isChecked();
    void keyThatFitsNoHeader_isNotSent_data();
    void keyThatFitsNoHeader_isNotSent();
    void manyWhoAsk_shareOneRequest();
    void cancel_whileAsking();
    void cancel_whileTheTokenComes();
    void cancel_leavesAnAttemptThatWasUnderWay();
    void cancel_letsANewCheckStart();
    void destruction_reportsCancelled();

private:
    Future<KeyCheck> start() { return m_checker->check(m_id, Prompt::Never); }
    Result<KeyCheck> check() { return await(start()); }
    void answer(const Behaviour &behaviour) { m_iam->setKeyDetailsBehaviour(behaviour); }
    qsizetype asked() const { return m_iam->keyDetailsRequests().size(); }
    Profile profile() const { return *m_profiles->find(m_id); }
    void assume(const QString &label);

    std::shared_ptr<const emulator::TokenSigner> m_signer;
    QTemporaryDir m_folder;
    std::unique_ptr<IamEmulator> m_iam;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<TokenSessions> m_sessions;
    std::unique_ptr<KeyChecker> m_checker;
    ProfileId m_id; ///< of a profile with the emulator's key "user"
};

void KeyCheckerTest::init()
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
    const NetworkTools network{m_clock->clock(), ExchangeLimits{5s, 5s}};
    m_sessions =
        std::make_unique<TokenSessions>(*m_profiles, *m_keys, network, RetryPolicy{.tries = 1});
    m_checker = std::make_unique<KeyChecker>(*m_profiles, *m_sessions, network);
    Profile profile;
    profile.id = m_id = ProfileId::create();
    profile.name = u"prod"_s;
    profile.endpoint = Endpoint::parse(m_iam->url().toString()).value();
    profile.caFile = m_folder.filePath(u"ca.pem"_s);
    QVERIFY(m_profiles->add(profile));
    m_keys->put(m_id, m_iam->key(u"user").secret);
}

void KeyCheckerTest::cleanup()
{
    m_checker.reset();
    m_sessions.reset();
}

void KeyCheckerTest::assume(const QString &label)
{
    Profile changed = profile();
    changed.assumeProfile = TrustedProfile::parse(m_iam->profile(label).id).value();
    QVERIFY(m_profiles->update(changed));
}

void KeyCheckerTest::details_areThoseOfTheKey()
{
    const EmulatedKey &key = m_iam->key(u"user");
    const auto result = check();
    QCOMPARE(outcome(result), u"ok"_s);
    QVERIFY(result->details);
    QCOMPARE(result->details->id, key.id);
    QCOMPARE(result->details->name, u"user key"_s);
    QCOMPARE(result->details->owner, u"IBMid-1000000ABC"_s);
    QCOMPARE(result->details->accountId, key.accountId);
    QVERIFY(result->details->createdAt && !result->details->expiresAt);
}

void KeyCheckerTest::request_hasKeyAndTokenInItsHeaders()
{
    QVERIFY(check());
    QCOMPARE(asked(), 1);
    const auto request = m_iam->keyDetailsRequests().first();
    QCOMPARE(request.violations, QStringList());
    QCOMPARE(request.method, "GET"_ba);
    QCOMPARE(request.target, "/v1/apikeys/details"_ba);
    QCOMPARE(request.header("IAM-ApiKey"), m_iam->key(u"user").secret);
    QCOMPARE(request.header("Authorization"), "Bearer " + m_iam->issuedTokens().first().token);
    QCOMPARE(m_iam->requests().size(), 2);
}

void KeyCheckerTest::tokenInMemory_isUsed()
{
    QVERIFY(await(m_sessions->obtain(m_id, 0s, Prompt::Never)));
    QVERIFY(check());
    QVERIFY(check());
    QCOMPARE(m_iam->tokenRequests().size(), 1);
    QCOMPARE(asked(), 2);
}

void KeyCheckerTest::nothing_isAskedByItself()
{
    QVERIFY(await(m_sessions->obtain(m_id, 0s, Prompt::Never)));
    QVERIFY(await(m_sessions->renew(m_id, Prompt::Never)));
    QCOMPARE(asked(), 0);
}

void KeyCheckerTest::tokenOfTheKey_isUsedWhereAProfileIsAssumed()
{
    assume(u"auditor"_s);
    const auto result = check();
    QVERIFY(result && result->details);
    QCOMPARE(m_iam->issuedTokens().first().profileLabel, QString());
    QCOMPARE(m_iam->keyDetailsRequests().first().header("Authorization"),
             "Bearer " + m_iam->issuedTokens().first().token);
    QCOMPARE(m_iam->tokenRequests().size(), 1); // each one is an event in the audit log
    QVERIFY(!m_sessions->session(m_id).token);

    QCOMPARE(outcome(await(m_sessions->obtain(m_id, 0s, Prompt::Never))), u"ok"_s);
    QCOMPARE(m_iam->tokenRequests().size(), 2);
    QCOMPARE(m_iam->issuedTokens().last().profileLabel, u"auditor"_s);
}

void KeyCheckerTest::whoWantsTheProfilesToken_getsItWhileAKeyIsChecked()
{
    assume(u"auditor"_s);
    const auto checked = m_checker->check(m_id, Prompt::Never);
    const auto token = m_sessions->obtain(m_id, 0s, Prompt::Never);
    QCOMPARE(outcome(await(token)), u"ok"_s);
    QCOMPARE(token.result()->accessToken.reveal().toByteArray(),
             m_iam->issuedTokens().last().token);
    QCOMPARE(m_iam->issuedTokens().last().profileLabel, u"auditor"_s);
    QCOMPARE(outcome(await(checked)), u"ok"_s);
    QCOMPARE(m_iam->tokenRequests().size(), 2);
}

void KeyCheckerTest::profileThatCannotBeAssumed_isNoHindrance()
{
    assume(u"closed"_s);
    const auto result = check();
    QCOMPARE(outcome(result), u"ok"_s);
    QCOMPARE(result->details->name, u"user key"_s);
}

void KeyCheckerTest::refusal_meansNoDetails_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {401, 403, 404})
        QTest::addRow("%d", status) << status;
}

void KeyCheckerTest::refusal_meansNoDetails()
{
    QFETCH(const int, status);
    Behaviour refusing;
    refusing.error = emulator::IamError{status, u"BXNIM0513E"_s, u"Not authorized."_s};
    answer(refusing);
    const auto result = check();
    QCOMPARE(outcome(result), u"ok"_s);
    QVERIFY(!result->details);
    QCOMPARE(result->refusal.httpStatus, status);
    QCOMPARE(result->refusal.code, u"BXNIM0513E"_s);
    QVERIFY(!result->refusal.transactionId.isEmpty());
}

void KeyCheckerTest::fault_isReported_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("expected");
    QTest::newRow("service down") << Fault::EmptyUnavailable << u"ServerFault"_s;
    QTest::newRow("rate limited") << Fault::RateLimited << u"RateLimited"_s;
    QTest::newRow("portal") << Fault::CaptivePortal << u"AnswerNotJson"_s;
    QTest::newRow("cut off") << Fault::TruncatedJson << u"AnswerIncomplete"_s;
    QTest::newRow("too large") << Fault::OversizedBody << u"AnswerTooLarge"_s;
    QTest::newRow("redirect") << Fault::Redirect << u"Redirected"_s;
    QTest::newRow("closed") << Fault::CloseWithoutAnswer << u"ConnectionClosed"_s;
}

void KeyCheckerTest::fault_isReported()
{
    QFETCH(const Fault, fault);
    Behaviour broken;
    broken.fault = fault;
    answer(broken);
    const auto result = check();
    QTEST(outcome(result), "expected");
    QCOMPARE(result.error().subject, u"127.0.0.1"_s);
    const auto requests = m_iam->requests();
    for (const auto &request : requests) // a redirect is not followed with the key
        QVERIFY(!request.header("Host").startsWith("localhost"));
}

// Each time the key goes out is one time more.
void KeyCheckerTest::request_isNotSentAgain()
{
    Behaviour broken;
    broken.fault = Fault::CloseWithoutAnswer;
    answer(broken);
    QVERIFY(!check());
    QCOMPARE(asked(), 1);
}

// The shorter limit is for the way out alone.
void KeyCheckerTest::slowAnswer_isWaitedFor()
{
    KeyChecker impatient(*m_profiles, *m_sessions,
                         NetworkTools{m_clock->clock(), ExchangeLimits{500ms, 5s}});
    Behaviour slow;
    slow.delay = 700ms;
    answer(slow);
    QVERIFY(await(m_sessions->obtain(m_id, 0s, Prompt::Never)));
    QCOMPARE(outcome(await(impatient.check(m_id, Prompt::Never))), u"ok"_s);
}

void KeyCheckerTest::refusedKey_isReported()
{
    m_keys->put(m_id, m_iam->key(u"disabled").secret);
    const auto result = check();
    QCOMPARE(outcome(result), u"Refused"_s);
    QCOMPARE(result.error().server.code, u"BXNIM0462E"_s);
    QCOMPARE(asked(), 0);
}

void KeyCheckerTest::keychainFault_isReported()
{
    QVERIFY(await(m_sessions->obtain(m_id, 0s, Prompt::Never)));
    m_keys->failNext(Operation::Read, ErrorCode::KeychainLocked);
    QCOMPARE(outcome(check()), u"KeychainLocked"_s);
    QCOMPARE(asked(), 0);
}

void KeyCheckerTest::unknownProfile_isNotFound()
{
    QCOMPARE(outcome(await(m_checker->check(ProfileId::create(), Prompt::Never))), u"NotFound"_s);
}

void KeyCheckerTest::end_isRememberedInTheProfile()
{
    Behaviour dated;
    dated.set = {{u"expires_at"_s, u"2031-02-03T04:05+0000"_s}};
    answer(dated);
    QVERIFY(check());
    QCOMPARE(profile().keyExpiresAt.value().count(), 1'927'857'900);
    ProfileStore onDisk(m_folder.filePath(u"profiles.json"_s));
    QVERIFY(onDisk.load());
    QCOMPARE(onDisk.profiles().first().keyExpiresAt, profile().keyExpiresAt);
}

void KeyCheckerTest::noEnd_isRememberedToo()
{
    Profile dated = profile();
    dated.keyExpiresAt = Seconds(1'927'857'900);
    QVERIFY(m_profiles->update(dated));
    QVERIFY(check());
    QVERIFY(!profile().keyExpiresAt);
}

void KeyCheckerTest::noDetails_changeNothing()
{
    Profile dated = profile();
    dated.keyExpiresAt = Seconds(1'927'857'900);
    QVERIFY(m_profiles->update(dated));
    Behaviour refusing;
    refusing.error = emulator::IamError{404};
    answer(refusing);
    QVERIFY(check());
    QVERIFY(profile() == dated);
}

void KeyCheckerTest::keyForThisRun_isChecked()
{
    m_keys->put(m_id, "another");
    m_sessions->keepKeyForThisRun(m_id, Secret(QByteArrayView(m_iam->key(u"user").secret)));
    const auto result = check();
    QVERIFY(result && result->details);
    QCOMPARE(m_keys->count(Operation::Read), 0);
}

void KeyCheckerTest::keyThatFitsNoHeader_isNotSent_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("line end") << "\r\nX-Injected: yes"_ba;
    QTest::newRow("line feed") << "\n"_ba;
    QTest::newRow("NUL") << QByteArray(1, '\0');
    QTest::newRow("DEL") << "\x7f"_ba;
}

void KeyCheckerTest::keyThatFitsNoHeader_isNotSent()
{
    QFETCH(const QByteArray, inside);
    EmulatedKey odd = EmulatedKey::make(emulator::KeyKind::User, u"odd"_s);
    odd.secret.insert(20, inside);
    m_iam->addKey(odd);
    m_keys->put(m_id, odd.secret);
    const auto result = check();
    QCOMPARE(outcome(result), u"ok"_s);
    QVERIFY(!result->details);
    QCOMPARE(result->refusal.httpStatus, 0);
    QCOMPARE(asked(), 0);
}

void KeyCheckerTest::manyWhoAsk_shareOneRequest()
{
    QList<Future<KeyCheck>> futures;
    for (int i = 0; i < 20; ++i)
        futures += start();
    for (const auto &future : futures)
        QCOMPARE(outcome(await(future)), u"ok"_s);
    QCOMPARE(asked(), 1);
    QCOMPARE(m_iam->tokenRequests().size(), 1);
}

void KeyCheckerTest::cancel_whileAsking()
{
    Behaviour silent;
    silent.fault = Fault::Silent;
    answer(silent);
    const auto result = start();
    QTRY_COMPARE(asked(), 1);
    m_checker->cancel(m_id);
    QVERIFY(result.isFinished());
    QCOMPARE(outcome(await(result)), u"Cancelled"_s);
}

void KeyCheckerTest::cancel_whileTheTokenComes()
{
    Behaviour silent;
    silent.fault = Fault::Silent;
    m_iam->setBehaviour(silent);
    const auto result = start();
    QTRY_COMPARE(m_iam->tokenRequests().size(), 1);
    m_checker->cancel(m_id);
    QCOMPARE(outcome(await(result)), u"Cancelled"_s);
    QCOMPARE(m_sessions->session(m_id).phase, TokenSession::Phase::Idle);
    QCOMPARE(asked(), 0);
}

// It was wanted for more than the check.
void KeyCheckerTest::cancel_leavesAnAttemptThatWasUnderWay()
{
    Behaviour slow;
    slow.delay = 200ms;
    m_iam->setBehaviour(slow);
    const auto token = m_sessions->obtain(m_id, 0s, Prompt::Never);
    const auto result = start();
    m_checker->cancel(m_id);
    QCOMPARE(outcome(await(result)), u"Cancelled"_s);
    QCOMPARE(outcome(await(token)), u"ok"_s);
}

void KeyCheckerTest::cancel_letsANewCheckStart()
{
    Behaviour silent;
    silent.fault = Fault::Silent;
    m_iam->setKeyDetailsBehaviourForNext(1, silent);
    const auto first = start();
    QTRY_COMPARE(asked(), 1);
    m_checker->cancel(m_id);
    m_checker->cancel(m_id);
    QCOMPARE(outcome(check()), u"ok"_s);
    QCOMPARE(outcome(await(first)), u"Cancelled"_s);
}

void KeyCheckerTest::destruction_reportsCancelled()
{
    Behaviour silent;
    silent.fault = Fault::Silent;
    answer(silent);
    const auto result = start();
    QTRY_COMPARE(asked(), 1);
    m_checker.reset();
    QCOMPARE(outcome(await(result)), u"Cancelled"_s);
}

HOURPASS_TEST(KeyCheckerTest, QCoreApplication)

} // namespace tst_keychecker

#include "tst_keychecker.moc"
