// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace tst_clitoken {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// `token`, from outside: real keychain, real TLS.
class CliTokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void token_isPrintedWithOneLineEnd_data();
    void token_isPrintedWithOneLineEnd();
    void token_hasTheFormsOfTheContract_data();
    void token_hasTheFormsOfTheContract();
    void token_asJson_hasTheMembersOfTheContract();
    void token_needsNoNameWhereThereIsOneProfile();
    void token_thatLivesShort_isPrintedWithAWarning();
    void token_ofAnotherTime_isPrintedWithAWarning();
    void failures_haveStatusKindAndCode_data();
    void failures_haveStatusKindAndCode();
    void serverDown_isANetworkFault();
    void wrongCertificate_sendsNothing_data();
    void wrongCertificate_sendsNothing();
    void missingCaFile_isNamed();
    void missingKey_isAKeychainFault_data();
    void missingKey_isAKeychainFault();
    void interrupt_endsARequestAtOnce_data();
    void interrupt_endsARequestAtOnce();
    void key_isSeenNowhereButInTheRequest();

private:
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliTokenTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliTokenTest::token_isPrintedWithOneLineEnd_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("of a user") << u"user"_s;
    QTest::newRow("of a service ID") << u"service"_s;
    QTest::newRow("of a key with + / = & %") << u"special"_s;
    QTest::newRow("of a key with a dash in front") << u"dashed"_s;
}

void CliTokenTest::token_isPrintedWithOneLineEnd()
{
    QFETCH(const QString, label);
    const CliRun added = m_bench->add(u"demo"_s, m_bench->key(label));
    QVERIFY2(added.status == 0, added.story().constData());
    QVERIFY(added.out.isEmpty());
    const CliRun run = m_bench->run({u"token"_s, u"demo"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(!m_bench->issued().isEmpty());
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(m_bench->iam().tokenRequests().size(), 1);
    QCOMPARE(m_bench->iam().tokenRequests().first().violations, QStringList());
}

void CliTokenTest::token_hasTheFormsOfTheContract_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("raw") << u"raw"_s << ""_ba
                         << ""_ba;
    QTest::newRow("bearer") << u"bearer"_s << "Bearer "_ba
                            << ""_ba;
    QTest::newRow("header") << u"header"_s << "Authorization: Bearer "_ba
                            << ""_ba;
    QTest::newRow("env") << u"env"_s << "export IAM_TOKEN='"_ba
                         << "'"_ba;
    QTest::newRow("curl") << u"curl"_s << "curl --header 'Authorization: Bearer "_ba
                          << "' \"$URL\""_ba;
}

void CliTokenTest::token_hasTheFormsOfTheContract()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = m_bench->run({u"token"_s, u"DEMO"_s, u"--format"_s, format});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, before + m_bench->issued() + after + '\n');
}

void CliTokenTest::token_asJson_hasTheMembersOfTheContract()
{
    QCOMPARE(m_bench->add(u"Démo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = m_bench->run({u"token"_s, u"--format"_s, u"json"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out.count('\n'), 1);
    QVERIFY(std::all_of(run.out.begin(), run.out.end(), [](char c) { return uchar(c) < 0x7F; }));
    const QJsonObject object = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(object["access_token"_L1].toString().toLatin1(), m_bench->issued());
    QCOMPARE(object["profile"_L1].toString(), u"Démo"_s);
    QCOMPARE(object["expires_in"_L1].toInt(), 3600);
    QCOMPARE(object["expiration"_L1].toInteger(), m_bench->iam().issuedTokens().last().expiresAt);
    QVERIFY(object["seconds_left"_L1].toInt() > 3500);
    QVERIFY(object["seconds_left"_L1].toInt() <= 3600);
    const QStringList allowed{u"access_token"_s, u"refresh_token"_s, u"token_type"_s,
                              u"expires_in"_s,   u"expiration"_s,    u"scope"_s,
                              u"profile"_s,      u"seconds_left"_s,  u"transaction_id"_s};
    for (const QString &name : object.keys())
        QVERIFY2(allowed.contains(name), qPrintable(name));
}

void CliTokenTest::token_needsNoNameWhereThereIsOneProfile()
{
    const CliRun none = m_bench->run({u"token"_s});
    QCOMPARE(none.status, 3);
    QCOMPARE(m_bench->add(u"one"_s, m_bench->key(u"user")).status, 0);
    const QByteArray printed = m_bench->printedToken();
    QCOMPARE(printed, m_bench->issued() + '\n');
    QCOMPARE(m_bench->add(u"two"_s, m_bench->key(u"user")).status, 0);
    const CliRun several = m_bench->run({u"token"_s});
    QCOMPARE(several.status, 2);
    QVERIFY(several.out.isEmpty());
}

void CliTokenTest::token_thatLivesShort_isPrintedWithAWarning()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.lifetime = std::chrono::seconds(60);
    m_bench->iam().setBehaviour(behaviour);
    const CliRun run = m_bench->run({u"token"_s, u"--min-life"_s, u"5m"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QVERIFY2(run.err.startsWith("Warning: "), run.err.constData());
    QCOMPARE(m_bench->run({u"token"_s, u"--min-life"_s, u"30"_s}).err, QByteArray());
}

void CliTokenTest::token_ofAnotherTime_isPrintedWithAWarning()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.clockOffset = std::chrono::hours(-3);
    behaviour.dateHeader = false; // by which the difference could be made up for
    m_bench->iam().setBehaviour(behaviour);
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QVERIFY2(run.err.contains("clock"), run.err.constData());
    QCOMPARE(run.err.count('\n'), 1);
}

void CliTokenTest::failures_haveStatusKindAndCode_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("tries");
    const QString user = u"user"_s;
    QTest::newRow("wrong key") << QString() << Fault::None << 6 << u"refused"_s << u"BXNIM0415E"_s
                               << 1;
    QTest::newRow("disabled key") << u"disabled"_s << Fault::None << 6 << u"refused"_s
                                  << u"BXNIM0462E"_s << 1;
    QTest::newRow("web page") << user << Fault::CaptivePortal << 9 << u"answer"_s
                              << u"AnswerNotJson"_s << 1;
    QTest::newRow("truncated JSON")
        << user << Fault::TruncatedJson << 9 << u"answer"_s << u"AnswerIncomplete"_s << 2;
    QTest::newRow("short body") << user << Fault::ShortBody << 5 << u"network"_s
                                << u"ConnectionClosed"_s << 3;
    QTest::newRow("no answer") << user << Fault::CloseWithoutAnswer << 5 << u"network"_s
                               << u"ConnectionClosed"_s << 3;
    QTest::newRow("too large") << user << Fault::OversizedBody << 9 << u"answer"_s
                               << u"AnswerTooLarge"_s << 1;
    QTest::newRow("redirect") << user << Fault::Redirect << 9 << u"answer"_s << u"Redirected"_s
                              << 1;
    QTest::newRow("too many requests")
        << user << Fault::RateLimited << 7 << u"try_later"_s << QString() << 3;
    QTest::newRow("bad gateway") << user << Fault::BadGateway << 7 << u"try_later"_s << QString()
                                 << 3;
    QTest::newRow("unavailable") << user << Fault::EmptyUnavailable << 7 << u"try_later"_s
                                 << QString() << 3;
}

void CliTokenTest::failures_haveStatusKindAndCode()
{
    QFETCH(const QString, label);
    QFETCH(const Fault, fault);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    QFETCH(const QString, code);
    QFETCH(const int, tries);
    const QByteArray key =
        label.isEmpty() ? "Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_ba : m_bench->key(label);
    QCOMPARE(m_bench->add(u"demo"_s, key).status, 0);
    m_bench->tell(fault);
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s, u"demo"_s});
    QVERIFY2(run.status == status, run.story().constData());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.error()["kind"_L1].toString(), kind);
    if (!code.isEmpty())
        QCOMPARE(run.error()["code"_L1].toString(), code);
    QVERIFY(!run.error()["message"_L1].toString().isEmpty());
    QVERIFY(!run.error()["advice"_L1].toString().isEmpty());
    QCOMPARE(m_bench->iam().tokenRequests().size(), tries);
    QVERIFY(!run.err.contains(key));
    // And in words.
    const CliRun text = m_bench->run({u"token"_s, u"demo"_s});
    QVERIFY2(text.status == status, text.story().constData());
    QVERIFY2(text.err.contains("hourpass-cli: "), text.err.constData());
    QCOMPARE(text.err.count("Trying again"), tries - 1);
}

void CliTokenTest::serverDown_isANetworkFault()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    m_bench->iam().stop();
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"ConnectionRefused"_s);
    QCOMPARE(run.error()["kind"_L1].toString(), u"network"_s);
}

void CliTokenTest::wrongCertificate_sendsNothing_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired") << CertificateFault::Expired << u"CertificateExpired"_s;
    QTest::newRow("not yet valid") << CertificateFault::NotYetValid << u"CertificateNotYetValid"_s;
    QTest::newRow("other host") << CertificateFault::OtherHost << u"CertificateForOtherHost"_s;
    QTest::newRow("self-signed") << CertificateFault::SelfSigned << u"CertificateUntrusted"_s;
    QTest::newRow("unknown authority")
        << CertificateFault::UnknownAuthority << u"CertificateUntrusted"_s;
}

void CliTokenTest::wrongCertificate_sendsNothing()
{
    QFETCH(const CertificateFault, fault);
    QFETCH(const QString, code);
    CliBench bench(m_signer, fault);
    QVERIFY(bench.isReady());
    QCOMPARE(bench.add(u"demo"_s, bench.key(u"user")).status, 0);
    const CliRun run = bench.run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), code);
    QCOMPARE(run.error()["kind"_L1].toString(), u"tls"_s);
    QCOMPARE(bench.iam().requests().size(), 0);
}

void CliTokenTest::missingCaFile_isNamed()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QVERIFY(QFile::remove(m_bench->path(u"ca.pem"_s)));
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QVERIFY(run.error()["message"_L1].toString().contains(m_bench->path(u"ca.pem"_s)));
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void CliTokenTest::missingKey_isAKeychainFault_data()
{
    QTest::addColumn<QByteArray>("keyStore");
    QTest::addColumn<QString>("says");
    QTest::newRow("of this keychain") << "secret-service"_ba << u"has no key"_s;
    QTest::newRow("of another keychain") << "kwallet"_ba << u"\"kwallet\""_s;
}

void CliTokenTest::missingKey_isAKeychainFault()
{
    QFETCH(const QByteArray, keyStore);
    QFETCH(const QString, says);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QByteArray profiles = readFile(m_bench->profileFile());
    const QByteArray id =
        QJsonDocument::fromJson(profiles)["profiles"_L1][0]["id"_L1].toString().toLatin1();
    profiles.replace(id, "11111111-2222-4333-8444-555555555555");
    profiles.replace("secret-service", keyStore);
    QVERIFY(!id.isEmpty() && writeFile(m_bench->profileFile(), profiles));
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 4, run.story().constData());
    QCOMPARE(run.error()["kind"_L1].toString(), u"keychain"_s);
    QVERIFY2(run.error()["message"_L1].toString().contains(says), run.err.constData());
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void CliTokenTest::interrupt_endsARequestAtOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void CliTokenTest::interrupt_endsARequestAtOnce()
{
    QFETCH(const int, signal);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.delay = std::chrono::seconds(25);
    m_bench->iam().setBehaviour(behaviour);
    const auto cli = m_bench->process({u"--json"_s, u"token"_s});
    // In a background job of a script SIGINT may be ignored, and children inherit that.
    cli->setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    cli->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->iam().tokenRequests().size(), 1, 30'000);
    QCOMPARE(::kill(pid_t(cli->processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(cli->state(), QProcess::NotRunning, 15'000);
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 130, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"Cancelled"_s);
    QVERIFY(run.out.isEmpty());
}

void CliTokenTest::key_isSeenNowhereButInTheRequest()
{
    const QByteArray key = m_bench->key(u"user");
    Behaviour behaviour;
    behaviour.delay = std::chrono::seconds(1);
    m_bench->iam().setBehaviour(behaviour);
    QByteArray seen;
    const auto lookAt = [&seen](const QProcess &process) {
        const QString folder = u"/proc/%1/"_s.arg(process.processId());
        seen += readFile(folder + "cmdline"_L1) + readFile(folder + "environ"_L1);
    };
    const auto talkative = [](QProcess &process) {
        auto environment = process.processEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        environment.insert(u"QDBUS_DEBUG"_s, u"1"_s);
        environment.insert(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
        process.setProcessEnvironment(environment);
    };
    const CliRun added =
        m_bench->run(QStringList{u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint(),
                     key + '\n', talkative);
    QVERIFY2(added.status == 0, added.story().constData());

    const auto cli = m_bench->process({u"token"_s, u"demo"_s});
    talkative(*cli);
    cli->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->iam().tokenRequests().size(), 1, 30'000);
    lookAt(*cli);
    QVERIFY(seen.contains("token"));
    const CliRun run = CliBench::finish(*cli);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QVERIFY2(run.err.contains("qt."), "the libraries were to talk");

    seen += added.out + added.err + run.out + run.err;
    QVERIFY(!seen.contains(key) && !seen.contains(key.toBase64()));
    QVERIFY(!run.err.contains(m_bench->issued()));
    for (const QByteArray &secret :
         {key, key.toBase64(), key.toPercentEncoding(), m_bench->issued()})
        QCOMPARE(m_bench->filesWith(secret), QStringList());
    // The other way round: a search that cannot find anything proves nothing.
    QVERIFY(m_bench->filesWith("\"demo\"").contains(m_bench->profileFile()));
    QVERIFY(m_bench->iam().tokenRequests().first().body.contains(key.toPercentEncoding()));
}

HOURPASS_TEST(CliTokenTest, QCoreApplication)

} // namespace tst_clitoken

#include "tst_clitoken.moc"
