// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace tst_clistreams {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// What goes to which stream, and what does not.
class CliStreamsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void hostileText_doesNotReachTheTerminal();
    void unknownProfile_isItsOwnStatus();
    void wrongUse_isStatusTwo();
    void helpAndVersion_goToStandardOutput();
    void output_thatCannotBeWritten_isAFailure_data();
    void output_thatCannotBeWritten_isAFailure();
    void standardError_isFreeOfLibraryTalk();

private:
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliStreamsTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliStreamsTest::hostileText_doesNotReachTheTerminal()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    m_bench->tell(Fault::HostileText);
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

void CliStreamsTest::unknownProfile_isItsOwnStatus()
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

void CliStreamsTest::wrongUse_isStatusTwo()
{
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s, u"--format"_s, u"yaml"_s});
    QVERIFY2(run.status == 2, run.story().constData());
    QCOMPARE(run.error()["kind"_L1].toString(), u"usage"_s);
    const CliRun nothing = m_bench->run({});
    QVERIFY2(nothing.status == 2, nothing.story().constData());
    QVERIFY(nothing.out.isEmpty());
}

void CliStreamsTest::helpAndVersion_goToStandardOutput()
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

void CliStreamsTest::output_thatCannotBeWritten_isAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("how");
    QTest::addColumn<QByteArray>("reason");
    const std::array cases{std::pair{"full disk", "No space left on device"_ba},
                           std::pair{"closed", "Bad file descriptor"_ba},
                           std::pair{"nobody reads", "Broken pipe"_ba}};
    int how = 0;
    for (const auto &[name, reason] : cases) {
        QTest::addRow("%s, token", name) << QStringList{u"token"_s} << how << reason;
        QTest::addRow("%s, list", name) << QStringList{u"profile"_s, u"list"_s} << how << reason;
        QTest::addRow("%s, help", name) << QStringList{u"--help"_s} << how << reason;
        ++how;
    }
}

void CliStreamsTest::output_thatCannotBeWritten_isAFailure()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, how);
    QFETCH(const QByteArray, reason);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = m_bench->run(arguments, {}, [how](QProcess &process) {
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
    QVERIFY2(run.err.startsWith("hourpass-cli: Standard output cannot be written to."),
             run.err.constData());
    // The system's reason: what another file took the number of fails in another way, or does not.
    QVERIFY2(run.err.contains(reason), run.err.constData());
    QVERIFY(m_bench->issued().isEmpty() || !run.err.contains(m_bench->issued()));
}

void CliStreamsTest::standardError_isFreeOfLibraryTalk()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    // What a developer may have set for all programs.
    QVERIFY(QDir().mkpath(m_bench->path(u"config/QtProject"_s)));
    QVERIFY(
        writeFile(m_bench->path(u"config/QtProject/qtlogging.ini"_s), "[Rules]\n*.debug=true\n"));
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.err, QByteArray());
    // Asked for with this program in mind, it is there.
    const CliRun loud = m_bench->run({u"token"_s}, {}, [](QProcess &process) {
        auto environment = process.processEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        process.setProcessEnvironment(environment);
    });
    QVERIFY2(loud.status == 0, loud.story().constData());
    QVERIFY(loud.err.contains("qt."));
}

HOURPASS_TEST(CliStreamsTest, QCoreApplication)

} // namespace tst_clistreams

#include "tst_clistreams.moc"
