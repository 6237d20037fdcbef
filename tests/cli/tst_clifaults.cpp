// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tst_clifaults {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// The program where its files or its keychain are not as they should be.
class CliFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void damagedFile_isSetAsideWhole();
    void newerFile_isLeftAsItIs();
    void configFolder_thatIsAFile_isNamed();
    void withoutAKeychain_nothingIsWritten_data();
    void withoutAKeychain_nothingIsWritten();

private:
    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliFaultsTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliFaultsTest::damagedFile_isSetAsideWhole()
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

void CliFaultsTest::newerFile_isLeftAsItIs()
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

void CliFaultsTest::configFolder_thatIsAFile_isNamed()
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

void CliFaultsTest::withoutAKeychain_nothingIsWritten_data()
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

void CliFaultsTest::withoutAKeychain_nothingIsWritten()
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

HOURPASS_TEST(CliFaultsTest, QCoreApplication)

} // namespace tst_clifaults

#include "tst_clifaults.moc"
