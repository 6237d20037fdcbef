// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/doctor.h"

#include "network/proxychooser.h"
#include "profiles/profile.h"
#include "support/faultserver/httpbytes.h"
#include "support/faultserver/wireserver.h"
#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/manualclock.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace tst_doctor {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using emulator::Behaviour;
using emulator::CertificateFault;
using emulator::Fault;
using emulator::IamEmulator;
using test::ScriptedSecretStore;
using Check = Finding::Check;
using State = Finding::State;

const QByteArray canary = "canary-key-that-no-check-may-send-0123456789"_ba;

/// One letter for each check: o(k), w(arning), F(ailed), s(kipped).
QByteArray letters(const QList<Finding> &findings)
{
    QByteArray text;
    for (const Finding &finding : findings)
        text += "owFs"[int(finding.state)];
    return text;
}

QString errorOf(const Finding &finding)
{
    return finding.error ? errorName(finding.error->code) : QString();
}

/// A doctor with all it works with; what the system would say is scripted.
struct Bench {
    QTemporaryDir folder;
    test::ManualClock clock{systemNow()};
    ScriptedSecretStore keys;
    NetworkLog log;
    DoctorTarget target;
    ExchangeLimits limits{5s, 5s};
    DoctorSources sources = DoctorSources::ofThisProcess();
    ProxyChooser::Sources proxySources{{}, {}, 10s};
    SettingsStore settings{folder.filePath(u"settings.json"_s)};
    std::unique_ptr<ProxyChooser> proxies;
    std::unique_ptr<Doctor> doctor;
    QList<Finding> findings;
    int timesFinished = 0;

    Bench()
    {
        target.key = ProfileId::create();
        keys.put(target.key, canary);
        sources.orphans = [] { return readyFuture<Orphans>(Orphans()); };
    }

    void aim(const IamEmulator &iam)
    {
        target.endpoint = Endpoint::parse(iam.url().toString()).value();
        target.route.caFile = folder.filePath(u"ca.pem"_s);
        if (!iam.writeAuthority(target.route.caFile))
            qFatal("the authority cannot be written");
    }
    void useProxy(quint16 port)
    {
        const auto changed = settings.change([port](Settings &all) {
            all.proxy = {ProxySettings::Mode::Manual,
                         {Proxy::Kind::Http, u"127.0.0.1"_s, port, {}, {}}};
        });
        if (!changed)
            qFatal("the settings cannot be written");
    }
    void start()
    {
        if (!proxySources.system)
            proxySources.system = [](const QUrl &) { return Proxy(); };
        proxies = std::make_unique<ProxyChooser>(settings, keys, proxySources);
        doctor = std::make_unique<Doctor>(
            target, keys, NetworkTools{clock.clock(), limits, &log, proxies.get()}, sources);
        QObject::connect(doctor.get(), &Doctor::found, doctor.get(),
                         [this](const Finding &finding) { findings.append(finding); });
        QObject::connect(doctor.get(), &Doctor::finished, doctor.get(),
                         [this] { ++timesFinished; });
        doctor->start();
    }
    bool run()
    {
        start();
        return QTest::qWaitFor([this] { return timesFinished > 0; }, 20'000);
    }
    Finding finding(Check check) const { return findings.value(int(check)); }
};

class DoctorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<emulator::TokenSigner>(); }

    void goodWay_isFoundGoodStepByStep();
    void onlyTheDiscoveryDocument_isAskedFor();
    void faultOfTheService_isTheEndpoints_data();
    void faultOfTheService_isTheEndpoints();
    void badCertificate_isTheSecureConnections_data();
    void badCertificate_isTheSecureConnections();
    void authorityThatIsNotTrusted_isNamed();
    void missingCaFile_isTheSecureConnections();
    void closedPort_isRefused();
    void whatIsNoTls_isTheSecureConnections();
    void wrongClock_isAWarning_data();
    void wrongClock_isAWarning();
    void silentClock_isSkipped();

    void keychain_data();
    void keychain();
    void keyKeptElsewhere_isNotMissing();
    void keyForThisRun_isNotLookedFor();
    void silentKeychain_holdsNothingUp();
    void storedKeys_data();
    void storedKeys();
    void silentSearch_holdsNothingUp();

    void unknownName_endsTheWay();
    void addressOfTheEndpoint_needsNoLookup();
    void slowResolver_holdsNothingUp();
    void slowProxyLookup_holdsNothingUp();
    void proxyThatDoesNotWork_endsTheWay_data();
    void proxyThatDoesNotWork_endsTheWay();
    void settingsThatCannotBeRead_endTheWay();

    void silentServer_endsInTime();
    void cancel_finishesAtOnceAndFindsNoMore_data();
    void cancel_finishesAtOnceAndFindsNoMore();
    void cancel_fromAFinding_isHeeded();
    void deathInTheMiddle_isQuiet();

private:
    std::unique_ptr<IamEmulator> startEmulator(CertificateFault fault = CertificateFault::None)
    {
        auto iam = std::make_unique<IamEmulator>(
            emulator::EmulatorOptions{.certificateFault = fault, .signer = m_signer});
        if (!iam->listen())
            qFatal("the emulator does not start");
        return iam;
    }

    std::shared_ptr<const emulator::TokenSigner> m_signer;
};

void DoctorTest::goodWay_isFoundGoodStepByStep()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooooo");
    for (int i = 0; i < bench.findings.size(); ++i)
        QCOMPARE(bench.findings.at(i).check, allChecks.at(std::size_t(i)));
    QCOMPARE(bench.timesFinished, 1);
    QCOMPARE(bench.finding(Check::Keychain).subject, u"scripted"_s);
    QVERIFY(bench.finding(Check::Keychain).hasKey);
    QCOMPARE(bench.finding(Check::NameLookup).addresses, QStringList{u"127.0.0.1"_s});
    QVERIFY(bench.finding(Check::Tls).tlsVersion.startsWith("TLS 1."_L1));
    QCOMPARE(bench.finding(Check::Tls).caFile, bench.target.route.caFile);
    QVERIFY(!bench.finding(Check::Tls).issuer.isEmpty());
    QVERIFY(abs(bench.finding(Check::ComputerClock).clockError.value()) < 60s);
    QCOMPARE(bench.finding(Check::Endpoint).subject, iam->url().toString());
}

void DoctorTest::onlyTheDiscoveryDocument_isAskedFor()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    QCOMPARE(bench.keys.lastPrompt(), SecretStore::Prompt::Never);
    QCOMPARE(iam->requests().size(), 1);
    const auto &request = iam->requests().first();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/identity/.well-known/openid-configuration");
    QVERIFY(request.body.isEmpty());
    for (const auto &[name, value] : request.headers)
        QVERIFY2(!value.contains(canary), name.constData());
    QCOMPARE(iam->tokenRequests().size(), 0);
    QCOMPARE(bench.log.entries().size(), 1);
    QCOMPARE(bench.log.entries().first().purpose, RequestPurpose::Discovery);
    QCOMPARE(bench.log.entries().first().httpStatus, 200);
}

void DoctorTest::faultOfTheService_isTheEndpoints_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("error");
    const auto fault = [](Fault kind) {
        Behaviour behaviour;
        behaviour.fault = kind;
        return behaviour;
    };
    const auto status = [](int code) {
        Behaviour behaviour;
        behaviour.error = emulator::IamError{code, u"BXNIM0102E"_s, u"Object not found."_s};
        return behaviour;
    };
    Behaviour other;
    other.drop = {u"token_endpoint"_s};
    const auto row = [](const char *name, const Behaviour &behaviour, const char *error) {
        QTest::newRow(name) << behaviour << QString::fromLatin1(error);
    };
    row("not found", status(404), "EndpointWrong");
    row("not allowed", status(405), "EndpointWrong");
    row("refused", status(403), "Refused");
    row("another service", other, "EndpointWrong");
    row("captive portal", fault(Fault::CaptivePortal), "AnswerNotJson");
    row("redirect", fault(Fault::Redirect), "Redirected");
    row("IBM is down", fault(Fault::BadGateway), "ServerFault");
    row("empty 503", fault(Fault::EmptyUnavailable), "ServerFault");
    row("rate limited", fault(Fault::RateLimited), "RateLimited");
    row("half a document", fault(Fault::TruncatedJson), "AnswerIncomplete");
    row("cut off", fault(Fault::ShortBody), "ConnectionClosed");
    row("too large", fault(Fault::OversizedBody), "AnswerTooLarge");
    row("closed", fault(Fault::CloseWithoutAnswer), "ConnectionClosed");
}

void DoctorTest::faultOfTheService_isTheEndpoints()
{
    QFETCH(const Behaviour, behaviour);
    QFETCH(const QString, error);
    const auto iam = startEmulator();
    iam->setDiscoveryBehaviour(behaviour);
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    // Where the answer did not come as a whole, it tells no time.
    const bool toldTime = bench.finding(Check::ComputerClock).state == State::Ok;
    QCOMPARE(letters(bench.findings), toldTime ? "ooooooF" : "ooooosF");
    QCOMPARE(errorOf(bench.finding(Check::Endpoint)), error);
    QCOMPARE(bench.finding(Check::Endpoint).error->subject, u"127.0.0.1"_s);
}

void DoctorTest::badCertificate_isTheSecureConnections_data()
{
    QTest::addColumn<CertificateFault>("fault");
    QTest::addColumn<QString>("error");
    QTest::newRow("expired") << CertificateFault::Expired << u"CertificateExpired"_s;
    QTest::newRow("not yet valid") << CertificateFault::NotYetValid << u"CertificateNotYetValid"_s;
    QTest::newRow("other host") << CertificateFault::OtherHost << u"CertificateForOtherHost"_s;
    QTest::newRow("self-signed") << CertificateFault::SelfSigned << u"CertificateUntrusted"_s;
    QTest::newRow("unknown authority")
        << CertificateFault::UnknownAuthority << u"CertificateUntrusted"_s;
}

void DoctorTest::badCertificate_isTheSecureConnections()
{
    QFETCH(const CertificateFault, fault);
    const auto iam = startEmulator(fault);
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooFss");
    QTEST(errorOf(bench.finding(Check::Tls)), "error");
    QVERIFY(iam->requests().isEmpty());
}

void DoctorTest::authorityThatIsNotTrusted_isNamed()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.target.route.caFile.clear();
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooFss");
    QCOMPARE(errorOf(bench.finding(Check::Tls)), u"CertificateUntrusted"_s);
    QVERIFY(!bench.finding(Check::Tls).error->certificate.issuer.isEmpty());
}

void DoctorTest::missingCaFile_isTheSecureConnections()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.target.route.caFile = bench.folder.filePath(u"nowhere.pem"_s);
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooFss");
    QCOMPARE(errorOf(bench.finding(Check::Tls)), u"FileUnreadable"_s);
    QCOMPARE(bench.finding(Check::Tls).error->subject, bench.target.route.caFile);
}

void DoctorTest::closedPort_isRefused()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    iam->stop();
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooFss");
    QCOMPARE(errorOf(bench.finding(Check::Tls)), u"ConnectionRefused"_s);
}

void DoctorTest::whatIsNoTls_isTheSecureConnections()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    Bench bench;
    bench.target.endpoint =
        Endpoint::parse(u"https://127.0.0.1:%1"_s.arg(server.serverPort())).value();
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooooFss");
    QCOMPARE(errorOf(bench.finding(Check::Tls)), u"TlsFailed"_s);
}

void DoctorTest::wrongClock_isAWarning_data()
{
    QTest::addColumn<int>("serversOffset");
    QTest::addColumn<QByteArray>("states");
    QTest::newRow("right") << 0 << "ooooooo"_ba;
    QTest::newRow("half a minute fast") << -30 << "ooooooo"_ba;
    QTest::newRow("two hours slow") << 7200 << "ooooowo"_ba;
    QTest::newRow("two hours fast") << -7200 << "ooooowo"_ba;
}

void DoctorTest::wrongClock_isAWarning()
{
    QFETCH(const int, serversOffset);
    const auto iam = startEmulator();
    Behaviour behaviour;
    behaviour.clockOffset = Seconds(serversOffset);
    iam->setDiscoveryBehaviour(behaviour);
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    QTEST(letters(bench.findings), "states");
    const Milliseconds error = bench.finding(Check::ComputerClock).clockError.value();
    QVERIFY(abs(error + Seconds(serversOffset)) < 20s);
}

void DoctorTest::silentClock_isSkipped()
{
    const auto iam = startEmulator();
    Behaviour behaviour;
    behaviour.dateHeader = false;
    iam->setDiscoveryBehaviour(behaviour);
    Bench bench;
    bench.aim(*iam);
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "oooooso");
    QCOMPARE(bench.finding(Check::ComputerClock).whySkipped, Finding::WhySkipped::NotTold);
}

void DoctorTest::keychain_data()
{
    using Operation = ScriptedSecretStore::Operation;
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<State>("state");
    const auto row = [](Operation operation, ErrorCode code, State state) {
        QTest::addRow("%s of %d", qPrintable(errorName(code)), int(operation))
            << operation << code << state;
    };
    row(Operation::Probe, ErrorCode::KeychainMissing, State::Failed);
    row(Operation::Probe, ErrorCode::KeychainSilent, State::Failed);
    row(Operation::Probe, ErrorCode::KeychainLocked, State::Warning);
    row(Operation::Read, ErrorCode::KeychainLocked, State::Warning);
    row(Operation::Read, ErrorCode::NotFound, State::Failed);
    row(Operation::Read, ErrorCode::KeychainFailed, State::Failed);
}

// Whatever is wrong with it, the way to the server is checked all the same.
void DoctorTest::keychain()
{
    QFETCH(const ScriptedSecretStore::Operation, operation);
    QFETCH(const ErrorCode, code);
    QFETCH(const State, state);
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.keys.failNext(operation, code);
    QVERIFY(bench.run());
    // A keychain that is locked, or has no key for this profile, can be searched.
    const QByteArray first = state == State::Warning ? "wo"
        : code == ErrorCode::NotFound                ? "Fo"
                                                     : "Fs";
    QCOMPARE(letters(bench.findings), first + "ooooo");
    QCOMPARE(errorOf(bench.finding(Check::Keychain)), errorName(code));
    QVERIFY(!bench.finding(Check::Keychain).hasKey);
}

void DoctorTest::keyKeptElsewhere_isNotMissing()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.keys.failNext(ScriptedSecretStore::Operation::Read, ErrorCode::NotFound);
    bench.target.keyStore = u"kwallet5"_s;
    QVERIFY(bench.run());
    QCOMPARE(bench.finding(Check::Keychain).keptIn, u"kwallet5"_s);
}

void DoctorTest::keyForThisRun_isNotLookedFor()
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.caFile = u"/ca.pem"_s;
    QCOMPARE(DoctorTarget::forProfile(profile).key, profile.id);
    QCOMPARE(DoctorTarget::forProfile(profile).route.caFile, profile.caFile);
    profile.kept = Profile::Kept::ForThisRun;
    QVERIFY(DoctorTarget::forProfile(profile).key.isNull());
}

void DoctorTest::silentKeychain_holdsNothingUp()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.keys.hold();
    bench.start();
    QVERIFY(QTest::qWaitFor([&bench] { return bench.keys.isBusy(); }));
    QVERIFY(bench.findings.isEmpty());
    bench.clock.advance(bench.sources.patience);
    QVERIFY(QTest::qWaitFor([&bench] { return bench.timesFinished > 0; }, 20'000));
    QCOMPARE(letters(bench.findings), "Fsooooo");
    QCOMPARE(errorOf(bench.finding(Check::Keychain)), u"KeychainSilent"_s);
    bench.keys.release(); // too late, and nobody listens any more
    QCOMPARE(bench.findings.size(), 7);
}

void DoctorTest::storedKeys_data()
{
    QTest::addColumn<Result<Orphans>>("orphans");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, const Result<Orphans> &orphans, State state) {
        QTest::newRow(name) << orphans << state;
    };
    const OrphanKey key{ProfileId::create(), {}, false, false};
    row("none", Orphans(), State::Ok);
    row("one", Orphans{{key}, {}}, State::Warning);
    row("list set aside, and no key of it", Orphans{{}, u"/list.damaged"_s}, State::Ok);
    row("cannot be searched", failure(ErrorCode::KeychainNotSearchable), State::Skipped);
    row("fault", failure(ErrorCode::KeychainFailed), State::Failed);
    row("damaged list", failure(ErrorCode::FileDamaged), State::Failed);
}

void DoctorTest::storedKeys()
{
    QFETCH(const Result<Orphans>, orphans);
    QFETCH(const State, state);
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    bench.sources.orphans = [orphans] { return readyFuture<Orphans>(orphans); };
    QVERIFY(bench.run());
    const Finding finding = bench.finding(Check::StoredKeys);
    QCOMPARE(finding.state, state);
    QCOMPARE(finding.orphans, orphans.value_or(Orphans()));
    if (state == State::Skipped)
        QCOMPARE(finding.whySkipped, Finding::WhySkipped::NotSearchable);
    else
        QCOMPARE(errorOf(finding), orphans ? QString() : errorName(orphans.error().code));
    QCOMPARE(bench.finding(Check::Endpoint).state, State::Ok);
}

void DoctorTest::silentSearch_holdsNothingUp()
{
    const auto iam = startEmulator();
    Reporter<Orphans> never;
    Bench bench;
    bench.aim(*iam);
    bench.sources.orphans = [&never] { return never.future(); };
    bench.start();
    QTRY_COMPARE(bench.findings.size(), 1);
    bench.clock.advance(bench.sources.patience);
    QVERIFY(QTest::qWaitFor([&bench] { return bench.timesFinished > 0; }, 20'000));
    QCOMPARE(letters(bench.findings), "oFooooo");
    QCOMPARE(errorOf(bench.finding(Check::StoredKeys)), u"KeychainSilent"_s);
}

void DoctorTest::unknownName_endsTheWay()
{
    Bench bench;
    bench.target.endpoint = Endpoint::parse(u"https://iam.nowhere.invalid"_s).value();
    bench.sources.lookUp = [](const QString &host) -> Result<QStringList> {
        return failure(ErrorCode::HostNotFound, {}, host);
    };
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "oooFsss");
    QCOMPARE(errorOf(bench.finding(Check::NameLookup)), u"HostNotFound"_s);
    QCOMPARE(bench.finding(Check::NameLookup).error->subject, u"iam.nowhere.invalid"_s);
    QVERIFY(bench.log.entries().isEmpty());
}

void DoctorTest::addressOfTheEndpoint_needsNoLookup()
{
    const DoctorSources sources = DoctorSources::ofThisProcess();
    QCOMPARE(sources.lookUp(u"::1"_s).value(), QStringList{u"::1"_s});
    QVERIFY(sources.lookUp(u"localhost"_s).value().size() >= 1);
    const auto unknown = sources.lookUp(u"no host has blanks"_s);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().code == ErrorCode::HostNotFound
            || unknown.error().code == ErrorCode::Offline);
}

void DoctorTest::slowResolver_holdsNothingUp()
{
    const auto gate = std::make_shared<QSemaphore>();
    Bench bench;
    bench.sources.patience = 50ms;
    bench.sources.lookUp = [gate](const QString &) -> Result<QStringList> {
        gate->acquire();
        return QStringList{u"192.0.2.1"_s};
    };
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "oooFsss");
    bench.doctor.reset(); // waits for nothing
    gate->release();
}

void DoctorTest::slowProxyLookup_holdsNothingUp()
{
    const auto gate = std::make_shared<QSemaphore>();
    Bench bench;
    bench.proxySources.patience = 50ms;
    bench.proxySources.system = [gate](const QUrl &) -> Result<Proxy> {
        gate->acquire();
        return Proxy();
    };
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooFssss");
    gate->release();
}

void DoctorTest::proxyThatDoesNotWork_endsTheWay_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("error");
    QTest::newRow("not there") << ""_ba << u"ProxyUnreachable"_s;
    QTest::newRow("wants a login") << "407 Proxy Authentication Required\r\n"
                                      "Proxy-Authenticate: Basic realm=\"corporate\""_ba
                                   << u"ProxyLoginNeeded"_s;
    QTest::newRow("forbids") << "403 Forbidden"_ba << u"ProxyRefused"_s;
    QTest::newRow("cannot") << "502 Bad Gateway"_ba << u"ProxyRefused"_s;
}

void DoctorTest::proxyThatDoesNotWork_endsTheWay()
{
    QFETCH(QByteArray, answer);
    const auto iam = startEmulator();
    test::WireServer proxy(nullptr, test::WireServer::When::RequestComplete,
                           test::WireServer::answering(test::httpWithLength(answer, "no")));
    if (answer.isEmpty())
        proxy.stop();
    Bench bench;
    bench.aim(*iam);
    bench.useProxy(proxy.port());
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooFssss");
    QTEST(errorOf(bench.finding(Check::Proxy)), "error");
    QCOMPARE(bench.finding(Check::Proxy).subject,
             u"http://127.0.0.1:"_s + QString::number(proxy.port()));
    QCOMPARE(iam->requests().size(), 0);
}

void DoctorTest::settingsThatCannotBeRead_endTheWay()
{
    const auto iam = startEmulator();
    Bench bench;
    bench.aim(*iam);
    QFile file(bench.folder.filePath(u"settings.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("damaged") > 0);
    file.close();
    QVERIFY(!bench.settings.load());
    QVERIFY(bench.run());
    QCOMPARE(letters(bench.findings), "ooFssss");
    QCOMPARE(errorOf(bench.finding(Check::Proxy)), u"SettingsDamaged"_s);
    QCOMPARE(iam->requests().size(), 0);
}

void DoctorTest::silentServer_endsInTime()
{
    const auto iam = startEmulator();
    Behaviour silent;
    silent.fault = Fault::Silent;
    iam->setDiscoveryBehaviour(silent);
    Bench bench;
    bench.aim(*iam);
    bench.start();
    QVERIFY(QTest::qWaitFor([&iam] { return !iam->requests().isEmpty(); }, 10'000));
    bench.clock.advance(bench.limits.overall);
    QVERIFY(QTest::qWaitFor([&bench] { return bench.timesFinished > 0; }, 10'000));
    QCOMPARE(letters(bench.findings), "ooooosF");
    QCOMPARE(errorOf(bench.finding(Check::Endpoint)), u"TimedOut"_s);
}

void DoctorTest::cancel_finishesAtOnceAndFindsNoMore_data()
{
    QTest::addColumn<int>("after");
    for (int i = 0; i < 5; ++i)
        QTest::addRow("after %d findings", i) << i;
}

void DoctorTest::cancel_finishesAtOnceAndFindsNoMore()
{
    QFETCH(const int, after);
    const auto iam = startEmulator();
    Behaviour silent;
    silent.fault = Fault::Silent;
    iam->setDiscoveryBehaviour(silent);
    Bench bench;
    bench.aim(*iam);
    if (after == 0)
        bench.keys.hold();
    bench.start();
    const int reachable = std::min(after, 4);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return bench.findings.size() >= reachable && (after < 4 || !iam->requests().isEmpty());
        },
        10'000));
    const qsizetype found = bench.findings.size();
    bench.doctor->cancel();
    QCOMPARE(bench.timesFinished, 1);
    bench.keys.release();
    bench.doctor->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(bench.timesFinished, 1);
    QCOMPARE(bench.findings.size(), found);
}

void DoctorTest::cancel_fromAFinding_isHeeded()
{
    const auto iam = startEmulator();
    for (int i = 1; i <= 7; ++i) {
        Bench bench;
        bench.aim(*iam);
        bench.start();
        connect(bench.doctor.get(), &Doctor::found, bench.doctor.get(), [&bench, i] {
            if (bench.findings.size() == i)
                bench.doctor->cancel();
        });
        QVERIFY(QTest::qWaitFor([&bench] { return bench.timesFinished > 0; }, 10'000));
        QCOMPARE(bench.findings.size(), i);
        QCOMPARE(bench.timesFinished, 1);
    }
}

void DoctorTest::deathInTheMiddle_isQuiet()
{
    const auto iam = startEmulator();
    Behaviour silent;
    silent.fault = Fault::Silent;
    iam->setDiscoveryBehaviour(silent);
    Bench bench;
    bench.aim(*iam);
    bench.start();
    QVERIFY(QTest::qWaitFor([&iam] { return !iam->requests().isEmpty(); }, 10'000));
    bench.doctor.reset();
    QCoreApplication::processEvents();
    QCOMPARE(bench.timesFinished, 0);
}

HOURPASS_TEST(DoctorTest, QCoreApplication)

} // namespace tst_doctor

#include "tst_doctor.moc"
