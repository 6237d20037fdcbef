// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace tst_clidoctor {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> list;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            list.append(QJsonDocument::fromJson(line).object());
    }
    return list;
}

/// "keychain=ok proxy=ok …"
QString states(const QByteArray &lines)
{
    QStringList texts;
    for (const QJsonObject &object : objects(lines))
        texts.append(object["check"_L1].toString() + u'=' + object["state"_L1].toString());
    return texts.join(u' ');
}

/// The whole program: `doctor` with a real keychain and a real server.
class CliDoctorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_bench.reset(); }

    void allIsWell_isALineForEachCheck();
    void json_isAnObjectForEachCheck();
    void failedCheck_isStatusEight();
    void wrongClock_isAWarningAlone();
    void badCertificate_isTold();
    void missingKey_isTold();
    void withoutProfiles_theWayToIbmCloudIsChecked();
    void unknownProfile_isRefused();
    void interrupt_endsIt();
    void lockedKeychain_isAWarning();

private:
    /// Where there is a proxy in the tester's own environment.
    static void withoutProxy(QProcess &process)
    {
        auto environment = process.processEnvironment();
        for (const QString &name : {u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s,
                                    u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"ALL_PROXY"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
    }
    CliRun doctor(const QStringList &arguments = {}) const
    {
        return m_bench->run(QStringList{u"doctor"_s} + arguments, {}, withoutProxy);
    }

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliDoctorTest::initTestCase()
{
    m_signer = std::make_shared<TokenSigner>();
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliDoctorTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY(emptyKeychain()); // keys of another test would have no profile here
}

void CliDoctorTest::allIsWell_isALineForEachCheck()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = doctor({u"demo"_s});
    QVERIFY2(run.status == 0, (run.out + run.err).constData());
    QCOMPARE(run.err, QByteArray());
    const QList<QByteArray> lines = run.out.split('\n');
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines.at(0),
             "ok       Keychain           Secret Service, unlocked, with the profile's key");
    QCOMPARE(lines.at(1), "ok       Stored keys        each belongs to a profile");
    QCOMPARE(lines.at(2),
             "ok       Proxy              none, connections go straight to the server");
    QCOMPARE(lines.at(3), "ok       Name lookup        127.0.0.1 needs no lookup");
    QVERIFY(lines.at(4).startsWith("ok       Secure connection  TLS 1."));
    QVERIFY(lines.at(5).startsWith("ok       Clock              "));
    QCOMPARE(lines.at(6),
             "ok       Endpoint           a token service answers at "
                 + m_bench->iam().url().toEncoded());
    QCOMPARE(m_bench->iam().tokenRequests().size(), 0);
    for (const RequestRecord &request : m_bench->iam().requests()) {
        QVERIFY(request.body.isEmpty());
        for (const auto &[name, value] : request.headers)
            QVERIFY2(!value.contains(m_bench->key(u"user")), name.constData());
    }
}

void CliDoctorTest::json_isAnObjectForEachCheck()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour portal;
    portal.fault = Fault::CaptivePortal;
    m_bench->iam().setDiscoveryBehaviour(portal);
    const CliRun run = doctor({u"--json"_s});
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(
        states(run.out),
        u"keychain=ok stored_keys=ok proxy=ok name_lookup=ok tls=ok clock=ok endpoint=failed"_s);
    const QJsonObject last = objects(run.out).last();
    QCOMPARE(last["code"_L1].toString(), u"AnswerNotJson"_s);
    QVERIFY(!last["advice"_L1].toString().isEmpty());
    QVERIFY(!last["evidence"_L1].toString().isEmpty());
    QCOMPARE(run.error()["code"_L1].toString(), u"CheckFailed"_s);
    QCOMPARE(run.error()["kind"_L1].toString(), u"check"_s);
}

void CliDoctorTest::failedCheck_isStatusEight()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    m_bench->iam().stop();
    const CliRun run = doctor();
    QVERIFY2(run.status == 8, run.story().constData());
    QVERIFY(run.out.contains("failed   Secure connection  127.0.0.1 refused the connection.\n"
                             "                            Check"));
    QVERIFY(run.out.contains("skipped  Endpoint"));
    QCOMPARE(run.err, "hourpass-cli: 1 check failed.\n");
}

void CliDoctorTest::wrongClock_isAWarningAlone()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.clockOffset = std::chrono::hours(3);
    m_bench->iam().setDiscoveryBehaviour(behaviour);
    const CliRun run = doctor();
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(run.out.contains("warning  Clock              This computer's clock is 3 hours slow."));
}

void CliDoctorTest::badCertificate_isTold()
{
    m_bench = std::make_unique<CliBench>(m_signer, CertificateFault::Expired);
    QVERIFY(m_bench->isReady());
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = doctor({u"--json"_s});
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(states(run.out),
             u"keychain=ok stored_keys=ok proxy=ok name_lookup=ok tls=failed clock=skipped "
             "endpoint=skipped"_s);
    QCOMPARE(objects(run.out).at(4)["code"_L1].toString(), u"CertificateExpired"_s);
    QVERIFY(m_bench->iam().requests().isEmpty());
}

void CliDoctorTest::missingKey_isTold()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    // Another profile's id: the keychain has no key for it.
    QByteArray profiles = readFile(m_bench->profileFile());
    const auto id = profiles.indexOf("\"id\"");
    QVERIFY(id >= 0);
    const auto start = profiles.indexOf('"', profiles.indexOf(':', id)) + 1;
    profiles.replace(start, 36, "00000000-0000-4000-8000-000000000001");
    QVERIFY(writeFile(m_bench->profileFile(), profiles));
    const CliRun run = doctor({u"--json"_s});
    QVERIFY2(run.status == 8, run.story().constData());
    QVERIFY(states(run.out).startsWith("keychain=failed stored_keys=warning proxy=ok"_L1));
    QVERIFY(states(run.out).endsWith("endpoint=ok"_L1));
    QCOMPARE(objects(run.out).first()["code"_L1].toString(), u"NotFound"_s);
}

void CliDoctorTest::withoutProfiles_theWayToIbmCloudIsChecked()
{
    // A proxy that is not there, so that nothing leaves this computer.
    const CliRun run = m_bench->run({u"--json"_s, u"doctor"_s}, {}, [](QProcess &process) {
        auto environment = process.processEnvironment();
        for (const QString &name :
             {u"http_proxy"_s, u"https_proxy"_s, u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s})
            environment.insert(name, u"http://127.0.0.1:9"_s);
        process.setProcessEnvironment(environment);
    });
    QVERIFY2(run.status == 8, run.story().constData());
    QVERIFY2(states(run.out).startsWith(
                 "keychain=ok stored_keys=ok proxy=failed name_lookup=skipped"_L1),
             run.out.constData());
    QCOMPARE(objects(run.out).size(), 7);
    QVERIFY(run.out.contains("iam.cloud.ibm.com"));
    QVERIFY(run.out.contains("http://127.0.0.1:9 on the way to"));
}

void CliDoctorTest::unknownProfile_isRefused()
{
    const CliRun run = doctor({u"nobody"_s});
    QCOMPARE(run.status, 3);
    QCOMPARE(run.out, QByteArray());
}

void CliDoctorTest::interrupt_endsIt()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour silent;
    silent.fault = Fault::Silent;
    m_bench->iam().setDiscoveryBehaviour(silent);
    const auto process = m_bench->process({u"doctor"_s});
    withoutProxy(*process);
    process->start();
    QVERIFY(QTest::qWaitFor([this] { return !m_bench->iam().requests().isEmpty(); }, 20'000));
    ::kill(pid_t(process->processId()), SIGINT);
    const CliRun run = CliBench::finish(*process);
    QVERIFY2(run.status == 130, run.story().constData());
    QCOMPARE(run.out.count('\n'), 4); // what was found until then
}

// The last one, since nobody unlocks it again.
void CliDoctorTest::lockedKeychain_isAWarning()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QVERIFY(lockKeychain());
    const CliRun run = doctor({u"--json"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(states(run.out).startsWith("keychain=warning stored_keys=ok proxy=ok"_L1));
    QCOMPARE(objects(run.out).first()["code"_L1].toString(), u"KeychainLocked"_s);
}

HOURPASS_TEST(CliDoctorTest, QCoreApplication)

} // namespace tst_clidoctor

#include "tst_clidoctor.moc"
