// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"
#include "cli/terminal.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

#include <sys/ioctl.h>

namespace tst_cliprofiles {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// `profile`, from outside, with a real keychain.
class CliProfilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void add_readsOneLineAlone();
    void add_takesAKeyFile();
    void add_refusesATakenName();
    void add_warnsOfAnOddKey();
    void add_whereTheFolderCannotBeMade_leavesNoKeyBehind();
    void prompt_doesNotShowTheKey();
    void prompt_interrupted_leavesTerminalAndProfilesAsTheyWere();
    void list_showsNoKeyAndMarksTheDefault();
    void badEntry_isToldAndTheOthersWork();
    void badEntry_isRemovedWithItsKey();
    void damagedList_isToldByEveryCommand();
    void nameWithAControlCharacter_isSaidToBeThat();
    void hugeList_isSaidToBeOurs();
    void remove_takesTheKeyOutOfTheKeychain();
    void remove_thatCannotBeSaved_keepsTheKey();

private:
    void breakEntry(const QString &name) const;

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

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

// As somebody does who edits the file by hand.
void CliProfilesTest::breakEntry(const QString &name) const
{
    QJsonObject document = QJsonDocument::fromJson(readFile(m_bench->profileFile())).object();
    QJsonArray profiles = document["profiles"_L1].toArray();
    for (auto &&entry : profiles) {
        QJsonObject object = entry.toObject();
        if (object["name"_L1] == name)
            object["endpoint"_L1] = u"http://broken"_s;
        entry = object;
    }
    document["profiles"_L1] = profiles;
    QVERIFY(writeFile(m_bench->profileFile(), QJsonDocument(document).toJson()));
}

void CliProfilesTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliProfilesTest::add_readsOneLineAlone()
{
    const QByteArray key = m_bench->key(u"user");
    const CliRun added =
        m_bench->run(QStringList{u"profile"_s, u"add"_s, u"demo"_s} + m_bench->withEndpoint(),
                     "  \"" + key + "\"\r\nsomething else\n");
    QVERIFY2(added.status == 0, added.story().constData());
    const QByteArray printed = m_bench->printedToken();
    QCOMPARE(printed, m_bench->issued() + '\n');
    QCOMPARE(m_bench->iam().tokenRequests().size(), 1);
    const CliRun empty = m_bench->run({u"--json"_s, u"profile"_s, u"add"_s, u"empty"_s}, "\n");
    QVERIFY2(empty.status == 2, empty.story().constData());
    QCOMPARE(empty.error()["code"_L1].toString(), u"KeyEmpty"_s);
}

void CliProfilesTest::add_takesAKeyFile()
{
    const QJsonObject file{{u"name"_s, u"of the console"_s},
                           {u"apikey"_s, QString::fromUtf8(m_bench->key(u"service"))}};
    QVERIFY(writeFile(m_bench->path(u"tmp/key.json"_s), QJsonDocument(file).toJson()));
    const CliRun added = m_bench->run(QStringList{u"profile"_s, u"add"_s, u"demo"_s,
                                                  u"--key-file"_s, m_bench->path(u"tmp/key.json"_s)}
                                      + m_bench->withEndpoint());
    QVERIFY2(added.status == 0, added.story().constData());
    const QByteArray printed = m_bench->printedToken();
    QCOMPARE(printed, m_bench->issued() + '\n');
    QCOMPARE(m_bench->iam().issuedTokens().last().keyLabel, u"service"_s);
}

void CliProfilesTest::add_refusesATakenName()
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

void CliProfilesTest::add_warnsOfAnOddKey()
{
    const CliRun added = m_bench->add(u"demo"_s, "ApiKey-0d3f6c1e-1111-2222-3333-444455556666");
    QVERIFY2(added.status == 0, added.story().constData());
    QVERIFY2(added.err.startsWith("Warning: This looks like a key's id."), added.err.constData());
}

void CliProfilesTest::add_whereTheFolderCannotBeMade_leavesNoKeyBehind()
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

void CliProfilesTest::prompt_doesNotShowTheKey()
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
    const QByteArray printed = m_bench->printedToken();
    QCOMPARE(printed, m_bench->issued() + '\n');
}

void CliProfilesTest::prompt_interrupted_leavesTerminalAndProfilesAsTheyWere()
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

void CliProfilesTest::list_showsNoKeyAndMarksTheDefault()
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

void CliProfilesTest::badEntry_isToldAndTheOthersWork()
{
    QCOMPARE(m_bench->add(u"bad"_s, m_bench->key(u"user")).status, 0);
    QCOMPARE(m_bench->add(u"good"_s, m_bench->key(u"service")).status, 0);
    QCOMPARE(m_bench->run({u"profile"_s, u"default"_s, u"bad"_s}).status, 0);
    breakEntry(u"bad"_s);
    const CliRun listed = m_bench->run({u"profile"_s, u"list"_s});
    QCOMPARE(listed.status, 0);
    QVERIFY2(listed.out.startsWith("good\t") && listed.out.count('\n') == 1,
             listed.out.constData());
    QVERIFY2(listed.err.contains("\"bad\" cannot be used. Its endpoint"), listed.err.constData());
    const CliRun json = m_bench->run({u"--json"_s, u"profile"_s, u"list"_s});
    QCOMPARE(json.out.count('\n'), 1);
    const QJsonObject warning = QJsonDocument::fromJson(json.err).object()["warning"_L1].toObject();
    QCOMPARE(warning["code"_L1].toString(), u"BadEntry"_s);
    QCOMPARE(warning["name"_L1].toString(), u"bad"_s);
    QCOMPARE(warning["id"_L1].toString().size(), 36);
    // Each command, for that one, for the other, and for none that is named.
    const CliRun bad = m_bench->run({u"token"_s, u"BAD"_s});
    QVERIFY2(bad.status == 3 && bad.err.contains("\"bad\" cannot be used"),
             bad.story().constData());
    const CliRun none = m_bench->run({u"token"_s});
    QVERIFY2(none.status == 2 && none.out.isEmpty(), none.story().constData());
    const QByteArray printed = m_bench->run({u"token"_s, u"good"_s}).out;
    QCOMPARE(printed, m_bench->issued() + '\n');
    QCOMPARE(m_bench->run({u"profile"_s, u"default"_s, u"good"_s}).status, 0);
    QCOMPARE(m_bench->add(u"third"_s, m_bench->key(u"user")).status, 0);
    QVERIFY(readFile(m_bench->profileFile()).contains("\"http://broken\""));
    QVERIFY(!QFile::exists(m_bench->profileFile() + u".damaged"_s));
}

void CliProfilesTest::badEntry_isRemovedWithItsKey()
{
    const int keysBefore = keysInKeychain();
    QCOMPARE(m_bench->add(u"bad"_s, m_bench->key(u"user")).status, 0);
    breakEntry(u"bad"_s);
    QCOMPARE(keysInKeychain(), keysBefore + 1);
    const CliRun removed = m_bench->run({u"profile"_s, u"remove"_s, u"bad"_s});
    QVERIFY2(removed.status == 0, removed.story().constData());
    QCOMPARE(keysInKeychain(), keysBefore);
    QVERIFY(!readFile(m_bench->profileFile()).contains("broken"));
    QVERIFY(m_bench->run({u"profile"_s, u"list"_s}).err.contains("no profile yet"));
}

void CliProfilesTest::damagedList_isToldByEveryCommand()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray list = readFile(m_bench->profileFile());
    QVERIFY(writeFile(m_bench->profileFile(), list.chopped(4)));
    const QByteArray aside = (m_bench->profileFile() + u".damaged"_s).toLocal8Bit();
    const CliRun first = m_bench->run({u"profile"_s, u"list"_s});
    QVERIFY2(first.status == 1 && first.err.contains(aside), first.story().constData());
    QCOMPARE(first.err.count("damaged and has been set aside"), 1);
    for (const QStringList &command :
         {QStringList{u"profile"_s, u"list"_s}, QStringList{u"token"_s},
          QStringList{u"profile"_s, u"remove"_s, u"x"_s},
          QStringList{u"profile"_s, u"default"_s}}) {
        const CliRun run = m_bench->run(command);
        QVERIFY2(run.err.contains("could not be read") && run.err.contains(aside),
                 run.story().constData());
        QCOMPARE(run.status, command.last() == u"list" ? 0 : 3);
        const CliRun json = m_bench->run(QStringList{u"--json"_s} + command);
        const QJsonObject told =
            QJsonDocument::fromJson(json.err.split('\n').first()).object()["warning"_L1].toObject();
        QCOMPARE(told["code"_L1].toString(), u"DamagedList"_s);
        QCOMPARE(told["files"_L1][0].toString().toLocal8Bit(), aside);
    }
    const CliRun added = m_bench->add(u"demo"_s, m_bench->key(u"user"));
    QVERIFY2(added.status == 0 && added.err.contains(aside), added.story().constData());
    QVERIFY(QFile::remove(QString::fromLocal8Bit(aside)));
    QVERIFY(!m_bench->run({u"profile"_s, u"list"_s}).err.contains("could not be read"));
}

void CliProfilesTest::nameWithAControlCharacter_isSaidToBeThat()
{
    for (const QString &name : {u"a\ab"_s, u"a\u200bb"_s}) {
        const CliRun run = m_bench->run({u"--json"_s, u"profile"_s, u"add"_s, name}, "key\n");
        QCOMPARE(run.status, 2);
        QCOMPARE(run.error()["code"_L1].toString(), u"NameInvalid"_s);
    }
    const CliRun run =
        m_bench->run({u"--json"_s, u"profile"_s, u"add"_s, QString(101, u'x')}, "key\n");
    QCOMPARE(run.error()["code"_L1].toString(), u"NameTooLong"_s);
}

void CliProfilesTest::hugeList_isSaidToBeOurs()
{
    QVERIFY(QDir().mkpath(m_bench->path(u"config/hourpass"_s)));
    QVERIFY(writeFile(m_bench->profileFile(), QByteArray(5'000'000, ' ')));
    const CliRun run = m_bench->run({u"profile"_s, u"list"_s});
    QVERIFY2(run.status == 1 && !run.err.contains("key and CA files"), run.story().constData());
    QVERIFY2(run.err.contains("which Hourpass keeps, is larger than it can be"),
             run.story().constData());
}

void CliProfilesTest::remove_takesTheKeyOutOfTheKeychain()
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

void CliProfilesTest::remove_thatCannotBeSaved_keepsTheKey()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    // What keeps the file from being written, even for root.
    QVERIFY(QDir().mkpath(m_bench->profileFile() + ".lock/in the way"_L1));
    const CliRun removed = m_bench->run({u"--json"_s, u"profile"_s, u"remove"_s, u"demo"_s});
    QVERIFY2(removed.status == 1, removed.story().constData());
    QCOMPARE(removed.error()["code"_L1].toString(), u"WriteFailed"_s);
    const QByteArray printed = m_bench->printedToken();
    QVERIFY(!m_bench->issued().isEmpty());
    QCOMPARE(printed, m_bench->issued() + '\n');
}

HOURPASS_TEST(CliProfilesTest, QCoreApplication)

} // namespace tst_cliprofiles

#include "tst_cliprofiles.moc"
