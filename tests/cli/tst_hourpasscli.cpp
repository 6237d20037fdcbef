// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clibench.h"
#include "terminal.h"

#include "support/iamemulator/tokensigner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sys/ioctl.h>

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// The program from outside: real keychain, real TLS.
class HourpassCliTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void token_isPrintedWithOneLineEnd_data();
    void token_isPrintedWithOneLineEnd();
    void token_hasTheFormsOfTheContract_data();
    void token_hasTheFormsOfTheContract();
    void token_asJson_hasTheMembersOfTheContract();
    void token_needsNoNameWhereThereIsOneProfile();
    void token_thatLivesShort_isPrintedWithAWarning();
    void failures_haveStatusKindAndCode_data();
    void failures_haveStatusKindAndCode();
    void serverDown_isANetworkFault();
    void wrongCertificate_sendsNothing_data();
    void wrongCertificate_sendsNothing();
    void missingCaFile_isNamed();
    void hostileText_doesNotReachTheTerminal();
    void unknownProfile_isItsOwnStatus();
    void wrongUse_isStatusTwo();
    void helpAndVersion_goToStandardOutput();
    void output_thatCannotBeWritten_isAFailure_data();
    void output_thatCannotBeWritten_isAFailure();
    void add_readsOneLineAlone();
    void add_takesAKeyFile();
    void add_refusesATakenName();
    void add_warnsOfAnOddKey();
    void add_whereTheFolderCannotBeMade_leavesNoKeyBehind();
    void prompt_doesNotShowTheKey();
    void prompt_interrupted_leavesTerminalAndProfilesAsTheyWere();
    void list_showsNoKeyAndMarksTheDefault();
    void remove_takesTheKeyOutOfTheKeychain();
    void remove_thatCannotBeSaved_keepsTheKey();
    void damagedFile_isSetAsideWhole();
    void newerFile_isLeftAsItIs();
    void configFolder_thatIsAFile_isNamed();
    void withoutAKeychain_nothingIsWritten_data();
    void withoutAKeychain_nothingIsWritten();
    void interrupt_endsARequestAtOnce_data();
    void interrupt_endsARequestAtOnce();
    void key_isSeenNowhereButInTheRequest();
    void standardError_isFreeOfLibraryTalk();

private:
    QByteArray issued() const
    {
        const auto &tokens = m_bench->iam().issuedTokens();
        return tokens.isEmpty() ? QByteArray() : tokens.last().token;
    }
    void tell(Fault fault);
    QByteArray printedToken() const { return m_bench->run({u"token"_s}).out; }

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

namespace {

QByteArray readFile(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size();
}

// The process gets the terminal as its own, Ctrl+C and all.
void onTerminal(QProcess &process, const Terminal &terminal)
{
    process.setChildProcessModifier([fd = terminal.userEnd()] {
        std::signal(SIGINT, SIG_DFL);
        ::setsid();
        ::dup2(fd, STDIN_FILENO);
        ::ioctl(STDIN_FILENO, TIOCSCTTY, 0);
    });
}

// In a background job of a script SIGINT may be ignored, and children inherit that.
void withDefaultSignals(QProcess &process)
{
    process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
}

} // namespace

void HourpassCliTest::initTestCase()
{
    m_signer = std::make_shared<TokenSigner>();
}

void HourpassCliTest::init()
{
    EmulatorOptions options;
    options.signer = m_signer;
    m_bench = std::make_unique<CliBench>(options);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void HourpassCliTest::cleanup()
{
    m_bench.reset();
}

void HourpassCliTest::tell(Fault fault)
{
    Behaviour behaviour;
    behaviour.fault = fault;
    m_bench->iam().setBehaviour(behaviour);
}

void HourpassCliTest::token_isPrintedWithOneLineEnd_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("of a user") << u"user"_s;
    QTest::newRow("of a service ID") << u"service"_s;
    QTest::newRow("of a key with + / = & %") << u"special"_s;
    QTest::newRow("of a key with a dash in front") << u"dashed"_s;
}

void HourpassCliTest::token_isPrintedWithOneLineEnd()
{
    QFETCH(const QString, label);
    const CliRun added = m_bench->add(u"demo"_s, m_bench->key(label));
    QVERIFY2(added.status == 0, added.story().constData());
    QVERIFY(added.out.isEmpty());
    const CliRun run = m_bench->run({u"token"_s, u"demo"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(!issued().isEmpty());
    QCOMPARE(run.out, issued() + '\n');
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(m_bench->iam().tokenRequests().size(), 1);
    QCOMPARE(m_bench->iam().tokenRequests().first().violations, QStringList());
}

void HourpassCliTest::token_hasTheFormsOfTheContract_data()
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

void HourpassCliTest::token_hasTheFormsOfTheContract()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = m_bench->run({u"token"_s, u"DEMO"_s, u"--format"_s, format});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, before + issued() + after + '\n');
}

void HourpassCliTest::token_asJson_hasTheMembersOfTheContract()
{
    QCOMPARE(m_bench->add(u"Démo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = m_bench->run({u"token"_s, u"--format"_s, u"json"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out.count('\n'), 1);
    QVERIFY(std::all_of(run.out.begin(), run.out.end(), [](char c) { return uchar(c) < 0x7F; }));
    const QJsonObject object = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(object["access_token"_L1].toString().toLatin1(), issued());
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

void HourpassCliTest::token_needsNoNameWhereThereIsOneProfile()
{
    const CliRun none = m_bench->run({u"token"_s});
    QCOMPARE(none.status, 3);
    QCOMPARE(m_bench->add(u"one"_s, m_bench->key(u"user")).status, 0);
    const QByteArray printed = printedToken();
    QCOMPARE(printed, issued() + '\n');
    QCOMPARE(m_bench->add(u"two"_s, m_bench->key(u"user")).status, 0);
    const CliRun several = m_bench->run({u"token"_s});
    QCOMPARE(several.status, 2);
    QVERIFY(several.out.isEmpty());
}

void HourpassCliTest::token_thatLivesShort_isPrintedWithAWarning()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.lifetime = std::chrono::seconds(60);
    m_bench->iam().setBehaviour(behaviour);
    const CliRun run = m_bench->run({u"token"_s, u"--min-life"_s, u"5m"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, issued() + '\n');
    QVERIFY2(run.err.startsWith("Warning: "), run.err.constData());
    QCOMPARE(m_bench->run({u"token"_s, u"--min-life"_s, u"30"_s}).err, QByteArray());
}

void HourpassCliTest::failures_haveStatusKindAndCode_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    const QString user = u"user"_s;
    QTest::newRow("wrong key") << QString() << Fault::None << 6 << u"refused"_s << u"BXNIM0415E"_s;
    QTest::newRow("disabled key") << u"disabled"_s << Fault::None << 6 << u"refused"_s
                                  << u"BXNIM0462E"_s;
    QTest::newRow("web page") << user << Fault::CaptivePortal << 9 << u"answer"_s
                              << u"AnswerNotJson"_s;
    QTest::newRow("truncated JSON")
        << user << Fault::TruncatedJson << 9 << u"answer"_s << u"AnswerUnusable"_s;
    QTest::newRow("short body") << user << Fault::ShortBody << 5 << u"network"_s
                                << u"ConnectionClosed"_s;
    QTest::newRow("no answer") << user << Fault::CloseWithoutAnswer << 5 << u"network"_s
                               << u"ConnectionClosed"_s;
    QTest::newRow("too large") << user << Fault::OversizedBody << 9 << u"answer"_s
                               << u"AnswerTooLarge"_s;
    QTest::newRow("redirect") << user << Fault::Redirect << 9 << u"answer"_s << u"Redirected"_s;
    QTest::newRow("too many requests")
        << user << Fault::RateLimited << 7 << u"try_later"_s << QString();
    QTest::newRow("bad gateway") << user << Fault::BadGateway << 7 << u"try_later"_s << QString();
    QTest::newRow("unavailable") << user << Fault::EmptyUnavailable << 7 << u"try_later"_s
                                 << QString();
}

void HourpassCliTest::failures_haveStatusKindAndCode()
{
    QFETCH(const QString, label);
    QFETCH(const Fault, fault);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    QFETCH(const QString, code);
    const QByteArray key =
        label.isEmpty() ? "Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_ba : m_bench->key(label);
    QCOMPARE(m_bench->add(u"demo"_s, key).status, 0);
    tell(fault);
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s, u"demo"_s});
    QVERIFY2(run.status == status, run.story().constData());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.error()["kind"_L1].toString(), kind);
    if (!code.isEmpty())
        QCOMPARE(run.error()["code"_L1].toString(), code);
    QVERIFY(!run.error()["message"_L1].toString().isEmpty());
    QVERIFY(!run.error()["advice"_L1].toString().isEmpty());
    QCOMPARE(m_bench->iam().tokenRequests().size(), 1);
    QVERIFY(!run.err.contains(key));
    // And in words.
    const CliRun text = m_bench->run({u"token"_s, u"demo"_s});
    QVERIFY2(text.status == status, text.story().constData());
    QVERIFY2(text.err.startsWith("hourpass-cli: "), text.err.constData());
    QCOMPARE(text.err.count('\n'), 3);
}

void HourpassCliTest::serverDown_isANetworkFault()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    m_bench->iam().stop();
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"ConnectionRefused"_s);
    QCOMPARE(run.error()["kind"_L1].toString(), u"network"_s);
}

void HourpassCliTest::wrongCertificate_sendsNothing_data()
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

void HourpassCliTest::wrongCertificate_sendsNothing()
{
    QFETCH(const CertificateFault, fault);
    QFETCH(const QString, code);
    EmulatorOptions options;
    options.signer = m_signer;
    options.certificateFault = fault;
    CliBench bench(options);
    QVERIFY(bench.isReady());
    QCOMPARE(bench.add(u"demo"_s, bench.key(u"user")).status, 0);
    const CliRun run = bench.run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), code);
    QCOMPARE(run.error()["kind"_L1].toString(), u"tls"_s);
    QCOMPARE(bench.iam().requests().size(), 0);
}

void HourpassCliTest::missingCaFile_isNamed()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QVERIFY(QFile::remove(m_bench->path(u"ca.pem"_s)));
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 5, run.story().constData());
    QVERIFY(run.error()["message"_L1].toString().contains(m_bench->path(u"ca.pem"_s)));
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void HourpassCliTest::hostileText_doesNotReachTheTerminal()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    tell(Fault::HostileText);
    for (const QStringList &arguments :
         {QStringList{u"token"_s}, QStringList{u"--json"_s, u"token"_s}}) {
        const CliRun run = m_bench->run(arguments);
        QVERIFY2(run.status > 0, run.story().constData());
        const QString text = QString::fromUtf8(run.err);
        static const QRegularExpression hidden(
            u"[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}"
            "\\x{2066}-\\x{2069}]"_s);
        QVERIFY2(!text.contains(hidden), run.err.constData());
    }
}

void HourpassCliTest::unknownProfile_isItsOwnStatus()
{
    for (const QStringList &command :
         {QStringList{u"token"_s}, QStringList{u"profile"_s, u"show"_s},
          QStringList{u"profile"_s, u"remove"_s}}) {
        const CliRun run =
            m_bench->run(QStringList{u"--json"_s} + command + QStringList{u"nobody"_s});
        QVERIFY2(run.status == 3, run.story().constData());
        QCOMPARE(run.error()["kind"_L1].toString(), u"not_found"_s);
        QVERIFY(run.error()["message"_L1].toString().contains("nobody"_L1));
    }
}

void HourpassCliTest::wrongUse_isStatusTwo()
{
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s, u"--format"_s, u"yaml"_s});
    QVERIFY2(run.status == 2, run.story().constData());
    QCOMPARE(run.error()["kind"_L1].toString(), u"usage"_s);
    const CliRun nothing = m_bench->run({});
    QVERIFY2(nothing.status == 2, nothing.story().constData());
    QVERIFY(nothing.out.isEmpty());
}

void HourpassCliTest::helpAndVersion_goToStandardOutput()
{
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        const CliRun run = m_bench->run({option}, {}, [](QProcess &process) {
            process.setProcessEnvironment(QProcessEnvironment()); // no home, no bus, no display
        });
        QVERIFY2(run.status == 0, run.story().constData());
        QVERIFY(run.out.contains("hourpass-cli"));
        QVERIFY(run.out.endsWith('\n'));
        QCOMPARE(run.err, QByteArray());
    }
}

void HourpassCliTest::output_thatCannotBeWritten_isAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("how");
    int how = 0;
    for (const char *name : {"full disk", "closed", "nobody reads"}) {
        QTest::addRow("%s, token", name) << QStringList{u"token"_s} << how;
        QTest::addRow("%s, list", name) << QStringList{u"profile"_s, u"list"_s} << how;
        QTest::addRow("%s, help", name) << QStringList{u"--help"_s} << how;
        ++how;
    }
}

void HourpassCliTest::output_thatCannotBeWritten_isAFailure()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, how);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run =
        m_bench->run(QStringList{u"--json"_s} + arguments, {}, [how](QProcess &process) {
            process.setChildProcessModifier([how] {
                int nobody[2] = {-1, -1};
                if (how == 0) {
                    ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO);
                } else if (how == 1) {
                    ::close(STDOUT_FILENO);
                } else if (::pipe(nobody) == 0) {
                    ::dup2(nobody[1], STDOUT_FILENO);
                    ::close(nobody[0]);
                    ::close(nobody[1]);
                }
            });
        });
    QVERIFY2(run.status == 1, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"WriteFailed"_s);
    QVERIFY(issued().isEmpty() || !run.err.contains(issued()));
}

void HourpassCliTest::add_readsOneLineAlone()
{
    const QByteArray key = m_bench->key(u"user");
    const CliRun added =
        m_bench->run(QStringList{u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint(),
                     "  \"" + key + "\"\r\nsomething else\n");
    QVERIFY2(added.status == 0, added.story().constData());
    const QByteArray printed = printedToken();
    QCOMPARE(printed, issued() + '\n');
    QCOMPARE(m_bench->iam().tokenRequests().size(), 1);
    const CliRun empty = m_bench->run({u"--json"_s, u"profile"_s, u"add"_s, u"empty"_s}, "\n");
    QVERIFY2(empty.status == 2, empty.story().constData());
    QCOMPARE(empty.error()["code"_L1].toString(), u"KeyEmpty"_s);
}

void HourpassCliTest::add_takesAKeyFile()
{
    const QJsonObject file{{u"name"_s, u"of the console"_s},
                           {u"apikey"_s, QString::fromUtf8(m_bench->key(u"service"))}};
    QVERIFY(writeFile(m_bench->path(u"tmp/key.json"_s), QJsonDocument(file).toJson()));
    const CliRun added = m_bench->run(QStringList{u"profile"_s, u"add"_s, u"demo"_s,
                                                  u"--key-file"_s, m_bench->path(u"tmp/key.json"_s)}
                                      + m_bench->withEndpoint());
    QVERIFY2(added.status == 0, added.story().constData());
    const QByteArray printed = printedToken();
    QCOMPARE(printed, issued() + '\n');
    QCOMPARE(m_bench->iam().issuedTokens().last().keyLabel, u"service"_s);
}

void HourpassCliTest::add_refusesATakenName()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray before = readFile(m_bench->profileFile());
    const int keysBefore = keysInKeychain();
    const CliRun again = m_bench->add(u"DEMO"_s, m_bench->key(u"service"));
    QVERIFY2(again.status == 2, again.story().constData());
    QVERIFY(again.err.contains("already a profile"));
    QCOMPARE(readFile(m_bench->profileFile()), before);
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::add_warnsOfAnOddKey()
{
    const CliRun added = m_bench->add(u"demo"_s, "ApiKey-0d3f6c1e-1111-2222-3333-444455556666");
    QVERIFY2(added.status == 0, added.story().constData());
    QVERIFY2(added.err.startsWith("Warning: This looks like a key's id."), added.err.constData());
}

void HourpassCliTest::add_whereTheFolderCannotBeMade_leavesNoKeyBehind()
{
    const int keysBefore = keysInKeychain();
    const auto arguments =
        QStringList{u"--json"_s, u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint();
    const CliRun added = m_bench->run(arguments, m_bench->key(u"user"), [](QProcess &process) {
        auto environment = process.processEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, u"/proc"_s); // not even root can write there
        process.setProcessEnvironment(environment);
    });
    QVERIFY2(added.status == 1, added.story().constData());
    QCOMPARE(added.error()["code"_L1].toString(), u"WriteFailed"_s);
    QVERIFY(added.error()["message"_L1].toString().contains("/proc/hourpass"_L1));
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::prompt_doesNotShowTheKey()
{
    const QByteArray key = m_bench->key(u"user");
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const auto cli =
        m_bench->process(QStringList{u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint());
    onTerminal(*cli, terminal);
    cli->start();
    QByteArray shown;
    QTRY_VERIFY_WITH_TIMEOUT(
        (shown += cli->readAllStandardError()).contains("API key for \"demo\""), 30'000);
    QVERIFY(!terminal.showsTyping());
    QVERIFY(terminal.type(key + '\n'));
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(terminal.showsTyping());
    QVERIFY(!(terminal.screen() + shown + run.out + run.err).contains(key));
    const QByteArray printed = printedToken();
    QCOMPARE(printed, issued() + '\n');
}

void HourpassCliTest::prompt_interrupted_leavesTerminalAndProfilesAsTheyWere()
{
    const int keysBefore = keysInKeychain();
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const auto cli = m_bench->process({u"profile"_s, u"add"_s, u"demo"_s});
    onTerminal(*cli, terminal);
    cli->start();
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.showsTyping(), 30'000);
    QVERIFY(terminal.type("half a k\x03"));
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 130, run.story().constData());
    QVERIFY(terminal.showsTyping());
    QVERIFY(run.out.isEmpty());
    QVERIFY(!QFile::exists(m_bench->profileFile()));
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::list_showsNoKeyAndMarksTheDefault()
{
    const CliRun none = m_bench->run({u"profile"_s, u"list"_s});
    QCOMPARE(none.status, 0);
    QVERIFY(none.out.isEmpty());
    QVERIFY(none.err.contains("no profile yet"));
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray endpoint = m_bench->iam().url().toEncoded();
    QCOMPARE(m_bench->run({u"profile"_s, u"list"_s}).out,
             QByteArray("demo\t" + endpoint + "\tdefault\n"));
    const CliRun json = m_bench->run({u"--json"_s, u"profile"_s, u"list"_s});
    QCOMPARE(json.out.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(object["name"_L1].toString(), u"demo"_s);
    QCOMPARE(object["endpoint"_L1].toString().toLatin1(), endpoint);
    QCOMPARE(object["ca_file"_L1].toString(), m_bench->path(u"ca.pem"_s));
    for (const QString &command : {u"list"_s, u"show"_s}) {
        const CliRun run = m_bench->run({u"profile"_s, command, u"demo"_s});
        QVERIFY(!(run.out + run.err).contains(m_bench->key(u"user")));
    }
}

void HourpassCliTest::remove_takesTheKeyOutOfTheKeychain()
{
    const int keysBefore = keysInKeychain();
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    QCOMPARE(keysInKeychain(), keysBefore + 1);
    const CliRun removed = m_bench->run({u"profile"_s, u"remove"_s, u"Demo"_s});
    QVERIFY2(removed.status == 0, removed.story().constData());
    QVERIFY(removed.out.isEmpty());
    QCOMPARE(keysInKeychain(), keysBefore);
    QCOMPARE(m_bench->run({u"profile"_s, u"list"_s}).out, QByteArray());
}

void HourpassCliTest::remove_thatCannotBeSaved_keepsTheKey()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    // What keeps the file from being written, even for root.
    QVERIFY(QDir().mkpath(m_bench->profileFile() + ".lock/in the way"_L1));
    const CliRun removed = m_bench->run({u"--json"_s, u"profile"_s, u"remove"_s, u"demo"_s});
    QVERIFY2(removed.status == 1, removed.story().constData());
    QCOMPARE(removed.error()["code"_L1].toString(), u"WriteFailed"_s);
    const QByteArray printed = printedToken();
    QVERIFY(!issued().isEmpty());
    QCOMPARE(printed, issued() + '\n');
}

void HourpassCliTest::damagedFile_isSetAsideWhole()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray damaged = readFile(m_bench->profileFile()).chopped(10);
    QVERIFY(writeFile(m_bench->profileFile(), damaged));
    const int keysBefore = keysInKeychain();
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QVERIFY2(run.status == 1, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"FileDamaged"_s);
    QCOMPARE(run.error()["kind"_L1].toString(), u"file"_s);
    QCOMPARE(readFile(m_bench->profileFile() + ".damaged"_L1), damaged);
    QVERIFY(run.error()["advice"_L1].toString().contains("profiles.json.damaged"_L1));
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::newerFile_isLeftAsItIs()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray newer = R"({"version":99,"profiles":{"new":"shape"}})";
    QVERIFY(writeFile(m_bench->profileFile(), newer));
    const int keysBefore = keysInKeychain();
    for (const QStringList &arguments :
         {QStringList{u"token"_s}, QStringList{u"profile"_s, u"list"_s},
          QStringList{u"profile"_s, u"remove"_s, u"demo"_s},
          QStringList{u"profile"_s, u"add"_s, u"other"_s}}) {
        const CliRun run = m_bench->run(QStringList{u"--json"_s} + arguments, "KEY-1\n");
        QVERIFY2(run.status == 1, run.story().constData());
        QCOMPARE(run.error()["code"_L1].toString(), u"FileFromNewerVersion"_s);
        QCOMPARE(readFile(m_bench->profileFile()), newer);
    }
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::configFolder_thatIsAFile_isNamed()
{
    QVERIFY(writeFile(m_bench->path(u"config/hourpass"_s), "in the way"));
    const int keysBefore = keysInKeychain();
    for (const QString &command : {u"list"_s, u"add"_s}) {
        QStringList arguments{u"--json"_s, u"profile"_s, command};
        if (command == "add"_L1)
            arguments.append(u"demo"_s);
        const CliRun run = m_bench->run(arguments, "KEY-1\n");
        QVERIFY2(run.status == 1, run.story().constData());
        QCOMPARE(run.error()["kind"_L1].toString(), u"file"_s);
        QVERIFY(run.error()["message"_L1].toString().contains(m_bench->path(u"config/hourpass"_s)));
    }
    QCOMPARE(readFile(m_bench->path(u"config/hourpass"_s)), "in the way"_ba);
    QCOMPARE(keysInKeychain(), keysBefore);
}

void HourpassCliTest::withoutAKeychain_nothingIsWritten_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("bus");
    QTest::newRow("no bus") << QStringLiteral(HOURPASS_CLI) << QStringList() << QString();
    QTest::newRow("a bus that is gone")
        << QStringLiteral(HOURPASS_CLI) << QStringList() << u"unix:path=/nowhere/bus"_s;
    // env: the inner session would put its own folders in place of the bench's.
    QTest::newRow("a bus without a keychain") << QStringLiteral(HOURPASS_SESSION)
                                              << QStringList{u"--keyring"_s,
                                                             u"none"_s,
                                                             u"--no-x"_s,
                                                             u"--"_s,
                                                             u"env"_s,
                                                             u"XDG_CONFIG_HOME=%1"_s,
                                                             QStringLiteral(HOURPASS_CLI)}
                                              << QString();
}

void HourpassCliTest::withoutAKeychain_nothingIsWritten()
{
    QFETCH(const QString, program);
    QFETCH(QStringList, before);
    QFETCH(const QString, bus);
    before.replaceInStrings(u"%1"_s, m_bench->path(u"config"_s));
    const auto withoutKeychain = [&](QProcess &process) {
        auto environment = process.processEnvironment();
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_bench->path(u"tmp"_s)); // no bus/socket there
        if (!bus.isEmpty())
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
        process.setProcessEnvironment(environment);
        process.setProgram(program);
        process.setArguments(before + process.arguments());
    };
    const auto add =
        QStringList{u"--json"_s, u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint();
    const CliRun added = m_bench->run(add, m_bench->key(u"user") + '\n', withoutKeychain);
    QVERIFY2(added.status == 4, added.story().constData());
    QCOMPARE(added.error()["code"_L1].toString(), u"KeychainMissing"_s);
    QCOMPARE(added.error()["kind"_L1].toString(), u"keychain"_s);
    QVERIFY(!QFile::exists(m_bench->profileFile()));
    QCOMPARE(m_bench->filesWith(m_bench->key(u"user")), QStringList());

    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray profiles = readFile(m_bench->profileFile());
    for (const QStringList &arguments :
         {QStringList{u"token"_s}, QStringList{u"profile"_s, u"remove"_s, u"demo"_s}}) {
        const CliRun run = m_bench->run(QStringList{u"--json"_s} + arguments, {}, withoutKeychain);
        QVERIFY2(run.status == 4, run.story().constData());
        QCOMPARE(run.error()["code"_L1].toString(), u"KeychainMissing"_s);
        QCOMPARE(readFile(m_bench->profileFile()), profiles);
    }
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void HourpassCliTest::interrupt_endsARequestAtOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void HourpassCliTest::interrupt_endsARequestAtOnce()
{
    QFETCH(const int, signal);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    Behaviour behaviour;
    behaviour.delay = std::chrono::seconds(25);
    m_bench->iam().setBehaviour(behaviour);
    const auto cli = m_bench->process({u"--json"_s, u"token"_s});
    withDefaultSignals(*cli);
    cli->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->iam().tokenRequests().size(), 1, 30'000);
    QCOMPARE(::kill(pid_t(cli->processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(cli->state(), QProcess::NotRunning, 15'000);
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 130, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"Cancelled"_s);
    QVERIFY(run.out.isEmpty());
}

void HourpassCliTest::key_isSeenNowhereButInTheRequest()
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
    QCOMPARE(run.out, issued() + '\n');
    QVERIFY2(run.err.contains("qt."), "the libraries were to talk");

    seen += added.out + added.err + run.out + run.err;
    QVERIFY(!seen.contains(key) && !seen.contains(key.toBase64()));
    QVERIFY(!run.err.contains(issued()));
    for (const QByteArray &secret : {key, key.toBase64(), key.toPercentEncoding(), issued()})
        QCOMPARE(m_bench->filesWith(secret), QStringList());
    // The other way round: a search that cannot find anything proves nothing.
    QVERIFY(m_bench->filesWith("\"demo\"").contains(m_bench->profileFile()));
    QVERIFY(m_bench->iam().tokenRequests().first().body.contains(key.toPercentEncoding()));
}

void HourpassCliTest::standardError_isFreeOfLibraryTalk()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    for (const QString &locale : {u"C"_s, u"de_DE.ISO-8859-1"_s, u"nonsense"_s}) {
        const CliRun run = m_bench->run({u"token"_s}, {}, [&locale](QProcess &process) {
            auto environment = process.processEnvironment();
            environment.insert(u"LC_ALL"_s, locale);
            process.setProcessEnvironment(environment);
        });
        QVERIFY2(run.status == 0, run.story().constData());
        QCOMPARE(run.err, QByteArray());
    }
}

QTEST_GUILESS_MAIN(HourpassCliTest)
#include "tst_hourpasscli.moc"
