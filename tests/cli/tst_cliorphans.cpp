// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_cliorphans {

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

QStringList idsIn(const QList<QJsonObject> &list)
{
    QStringList ids;
    for (const QJsonObject &object : list)
        ids += object["id"_L1].toString();
    ids.sort();
    return ids;
}

/// Keys in a real keychain that no profile names, and what the whole program does about them.
class CliOrphansTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void killedAdd_leavesNoKeyThatNobodyFinds();
    void adoptedKey_getsAToken();
    void doctor_givesTheCommands();
    void orphans_areListed();
    void withoutOrphans_thatIsSaid();
    void newKey_isNotForgotten();
    void oldKey_isForgotten();
    void whatIsNoOrphan_isRefused_data();
    void whatIsNoOrphan_isRefused();
    void proxysPassword_isNoOrphan();
    void listSetAside_isSaidFirst();
    void lockedKeychain_listsAndDeletesNothing();

private:
    QStringList profileIds() const { return idsIn(objects(run({u"list"_s}).out)); }
    QStringList orphanIds() const { return idsIn(objects(run({u"orphans"_s}).out)); }
    /// `--json profile …`
    CliRun run(const QStringList &arguments, const CliBench::Prepare &prepare = {}) const
    {
        return m_bench->run(QStringList{u"--json"_s, u"profile"_s} + arguments, {}, prepare);
    }
    /// Ten minutes later, and by a proxy that is not there, so that nothing leaves this computer.
    CliRun doctor(const QStringList &options = {}) const;
    /// The ids that the doctor names.
    QStringList doctorsIds() const;
    /// A key without a profile, as `add` leaves one that is killed; its id.
    QString leaveOrphan(const QByteArray &key);
    /// Kills a program that adds a profile, as soon as the keychain has its key.
    void killInTheMiddle(const QString &name);
    /// Ten minutes later, by the program's clock.
    static void later(QProcess &process);

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliOrphansTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
    QVERIFY(emptyKeychain());
}

CliRun CliOrphansTest::doctor(const QStringList &options) const
{
    return m_bench->run(options + QStringList{u"doctor"_s}, {}, [](QProcess &process) {
        later(process);
        auto environment = process.processEnvironment();
        for (const QString &name : {u"https_proxy"_s, u"HTTPS_PROXY"_s})
            environment.insert(name, u"http://127.0.0.1:9"_s);
        process.setProcessEnvironment(environment);
    });
}

QStringList CliOrphansTest::doctorsIds() const
{
    QStringList ids;
    for (const QJsonObject &finding : objects(doctor({u"--json"_s}).out)) {
        for (const QJsonValue &id : finding["keys"_L1].toArray())
            ids += id.toString();
    }
    ids.sort();
    return ids;
}

void CliOrphansTest::killInTheMiddle(const QString &name)
{
    const int before = keysInKeychain();
    const auto process =
        m_bench->process(QStringList{u"profile"_s, u"add"_s, name} + m_bench->withEndpoint());
    process->start();
    process->write(m_bench->key(u"user") + '\n');
    process->closeWriteChannel();
    QVERIFY(process->waitForBytesWritten());
    QElapsedTimer time;
    time.start();
    // Each look is a question to the keyring: no event loop runs here that would be too late.
    while (keysInKeychain() == before && time.elapsed() < 20'000) { }
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(keysInKeychain() > before);
}

QString CliOrphansTest::leaveOrphan(const QByteArray &key)
{
    if (m_bench->add(u"lost"_s, key).status != 0 || !QFile::remove(m_bench->profileFile()))
        qFatal("no key can be left behind");
    return idsInKeychain().value(0);
}

void CliOrphansTest::later(QProcess &process)
{
    auto environment = process.processEnvironment();
    for (const QString &folder : {u"x86_64-linux-gnu/"_s, u"aarch64-linux-gnu/"_s, QString()}) {
        const QString path = "/usr/lib/"_L1 + folder + "faketime/libfaketime.so.1"_L1;
        if (QFile::exists(path))
            environment.insert(u"LD_PRELOAD"_s, path);
    }
    if (!environment.contains(u"LD_PRELOAD"_s))
        qFatal("libfaketime is missing: install the package faketime");
    environment.insert(u"FAKETIME"_s, u"+10m"_s);
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
    process.setProcessEnvironment(environment);
}

void CliOrphansTest::killedAdd_leavesNoKeyThatNobodyFinds()
{
    constexpr int times = 15;
    for (int i = 0; i < times; ++i)
        killInTheMiddle(u"p%1"_s.arg(i));
    QCOMPARE(keysInKeychain(), times);
    const QStringList named = profileIds();
    QVERIFY2(named.size() < times, "no program was killed in the middle");
    QStringList known = named + orphanIds();
    known.sort();
    QCOMPARE(known, idsInKeychain());
    QCOMPARE(doctorsIds(), orphanIds());
}

void CliOrphansTest::adoptedKey_getsAToken()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    const CliRun adopted = m_bench->run(QStringList{u"profile"_s, u"adopt"_s, id, u"found"_s}
                                        + m_bench->withEndpoint());
    QVERIFY2(adopted.status == 0, adopted.story().constData());
    QCOMPARE(adopted.err, "Added the profile \"found\".\n");
    QCOMPARE(profileIds(), QStringList{id});
    QCOMPARE(orphanIds(), QStringList());
    const QByteArray printed = m_bench->printedToken();
    QCOMPARE(printed, m_bench->issued() + '\n');
    QVERIFY(!m_bench->issued().isEmpty());
    QCOMPARE(keysInKeychain(), 1);
}

void CliOrphansTest::doctor_givesTheCommands()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun run = doctor();
    const QByteArray out = run.out;
    QVERIFY2(out.contains("\nwarning  Stored keys        1 key"), out.constData());
    const QByteArray indent(28, ' ');
    QVERIFY2(out.contains('\n' + indent + "hourpass-cli profile adopt " + id.toUtf8() + " NAME\n"),
             out.constData());
    QVERIFY2(out.contains('\n' + indent + "hourpass-cli profile forget " + id.toUtf8() + '\n'),
             out.constData());
    QVERIFY2(!out.contains("failed   Stored keys"), out.constData());
}

void CliOrphansTest::orphans_areListed()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    const CliRun json = run({u"orphans"_s});
    QVERIFY2(json.status == 0, json.story().constData());
    const QList<QJsonObject> list = objects(json.out);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first()["id"_L1].toString(), id);
    QCOMPARE(list.first()["new"_L1], QJsonValue(true));
    QCOMPARE(list.first()["in_damaged_list"_L1], QJsonValue(false));
    QVERIFY(list.first()["stored_at"_L1].toString().endsWith(u'Z'));
    const CliRun text = m_bench->run({u"profile"_s, u"orphans"_s});
    QVERIFY2(text.out.startsWith(id.toUtf8() + '\t'), text.out.constData());
    QVERIFY(text.out.endsWith("\tnew\n"));
    QVERIFY2(text.err.contains("profile adopt ID NAME"), text.err.constData());
    QVERIFY(!text.out.contains(m_bench->key(u"user")));
}

void CliOrphansTest::withoutOrphans_thatIsSaid()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun text = m_bench->run({u"profile"_s, u"orphans"_s});
    QVERIFY2(text.status == 0, text.story().constData());
    QCOMPARE(text.out, QByteArray());
    QCOMPARE(text.err, "Each key in the keychain belongs to a profile.\n");
}

void CliOrphansTest::newKey_isNotForgotten()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    const CliRun refused = run({u"forget"_s, id});
    QVERIFY2(refused.status == 7, refused.story().constData());
    QCOMPARE(refused.error()["code"_L1].toString(), u"KeyTooNew"_s);
    QCOMPARE(keysInKeychain(), 1);
}

void CliOrphansTest::oldKey_isForgotten()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const CliRun gone = run({u"forget"_s, id}, later);
    QVERIFY2(gone.status == 0, gone.story().constData());
    QCOMPARE(idsInKeychain(), profileIds());
    QCOMPARE(keysInKeychain(), 1);
}

void CliOrphansTest::whatIsNoOrphan_isRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString unknown = u"00000000-0000-4000-8000-000000000001"_s;
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const char *code) {
        QTest::newRow(name) << arguments << status << QString::fromLatin1(code);
    };
    row("forget a profile's", {u"forget"_s, u"%"_s}, 2, "KeyHasProfile");
    row("adopt a profile's", {u"adopt"_s, u"%"_s, u"twice"_s}, 2, "KeyHasProfile");
    row("adopt under a taken name", {u"adopt"_s, unknown, u"demo"_s}, 2, "NameTaken");
    row("forget none", {u"forget"_s, unknown}, 3, "NoSuchProfile");
    row("adopt none", {u"adopt"_s, unknown, u"new"_s}, 3, "NoSuchProfile");
    row("forget a name", {u"forget"_s, u"demo"_s}, 2, "Usage");
    row("adopt without a name", {u"adopt"_s, unknown}, 2, "Usage");
    row("without anything", {u"forget"_s}, 2, "Usage");
}

void CliOrphansTest::whatIsNoOrphan_isRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    arguments.replaceInStrings(u"%"_s, idsInKeychain().value(0));
    const CliRun refused = run(arguments, later);
    QVERIFY2(refused.status == status, refused.story().constData());
    QCOMPARE(refused.error()["code"_L1].toString(), code);
    QCOMPARE(keysInKeychain(), 1);
    QCOMPARE(profileIds(), idsInKeychain());
}

void CliOrphansTest::proxysPassword_isNoOrphan()
{
    QProcess tool;
    tool.start(u"secret-tool"_s,
               {u"store"_s, u"--label=x"_s, u"server"_s, u"hourpass"_s, u"user"_s,
                u"hourpass/5fd2b8a4-3c0e-4d61-9a57-0d8c6f1e7b23"_s, u"type"_s, u"base64"_s});
    tool.write("cGFzc3dvcmQ=");
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished());
    QCOMPARE(keysInKeychain(), 1);
    QCOMPARE(orphanIds(), QStringList());
}

void CliOrphansTest::listSetAside_isSaidFirst()
{
    QCOMPARE(m_bench->add(u"demo"_s, m_bench->key(u"user")).status, 0);
    const QByteArray list = readFile(m_bench->profileFile());
    QVERIFY(writeFile(m_bench->profileFile() + u".damaged"_s, list.chopped(3)));
    QVERIFY(QFile::remove(m_bench->profileFile()));
    const QString id = idsInKeychain().value(0);
    const CliRun text = m_bench->run({u"profile"_s, u"orphans"_s}, {}, later);
    QVERIFY2(text.err.contains("A damaged list of profiles was set aside"), text.err.constData());
    QCOMPARE(text.out.count("in the damaged list"), 1);
    const CliRun refused = run({u"forget"_s, id}, later);
    QVERIFY2(refused.status == 1, refused.story().constData());
    QCOMPARE(refused.error()["code"_L1].toString(), u"FileDamaged"_s);
    QCOMPARE(keysInKeychain(), 1);
    const QByteArray found = doctor().out;
    QVERIFY2(found.contains(" A damaged list of profiles was set aside"), found.constData());
    QVERIFY(!found.contains("profile forget"));
}

// The last one, since nobody unlocks it again.
void CliOrphansTest::lockedKeychain_listsAndDeletesNothing()
{
    const QString id = leaveOrphan(m_bench->key(u"user"));
    QVERIFY(lockKeychain());
    QCOMPARE(orphanIds(), QStringList{id});
    QCOMPARE(doctorsIds(), QStringList{id});
    const CliRun refused = run({u"forget"_s, id}, later);
    QVERIFY2(refused.status == 4, refused.story().constData());
    QCOMPARE(refused.error()["code"_L1].toString(), u"KeychainLocked"_s);
    QCOMPARE(keysInKeychain(), 1);
}

HOURPASS_TEST(CliOrphansTest, QCoreApplication)

} // namespace tst_cliorphans

#include "tst_cliorphans.moc"
