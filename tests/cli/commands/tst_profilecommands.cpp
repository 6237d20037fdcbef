// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/profilecommands.h"

#include "cli/replacedstream.h"
#include "support/growth.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tst_profilecommands {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;
using Operation = ScriptedSecretStore::Operation;

class ProfileCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void add_storesKeyAndProfile();
    void add_asksForNothingThatCannotBeKept_data();
    void add_asksForNothingThatCannotBeKept();
    void add_thatFails_leavesNoProfile_data();
    void add_thatFails_leavesNoProfile();
    void add_takesTheEndpointOfTheKeyFile();
    void add_prefersTheEndpointThatWasGiven();
    void add_refusesAKeyFileWithAnUnsafeEndpoint();
    void add_refusesACaFileThatIsNone_data();
    void add_refusesACaFileThatIsNone();
    void add_cancelledWhileItAsks_storesNothing();
    void add_cancelledWhileTheKeychainWorks_isCarriedThrough();
    void add_cancelledWhileTheKeychainWaits_ends();
    void remove_takesKeyAndProfile();
    void remove_thatFails_keepsTheProfile();
    void remove_whereAnotherKeychainHoldsTheKey_isRefused();
    void show_hasNoKey();
    void trustedProfileAndEnd_areShown();
    void list_isEmptyWithoutProfiles();
    void list_looksForTheDefaultOnce();
    void names_areFoundInAnyCase();
    void default_isSetAndTold();
    void defaultThatIsNone_isNotFound();
    void defaultThatCannotBeWritten_isAFault();

private:
    struct Bench {
        QTemporaryDir folder;
        Messages messages{Messages::Form::Json}; // keeps notes out of the test's log
        ProfileStore profiles{folder.filePath(u"profiles.json"_s)};
        ScriptedSecretStore keys;
        ProfileKeeper keeper{profiles, keys};
        TokenSessions sessions{profiles, keys, {&systemNow}};
        KeyChecker checker{profiles, sessions, {&systemNow}};
        ProfileCommands commands{{profiles, keeper, keys, sessions, checker, messages}};
    };

    Outcome finish(const QFuture<Outcome> &future);
    QString write(const QString &name, const QByteArray &content);
    CommandLine line(const QString &name = u"demo"_s);
    Profile addProfile(const QString &name, const QString &keyStore = u"scripted"_s);

    std::unique_ptr<Bench> m_bench;
};

const QString trustedId = u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s;
constexpr char key[] = "Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ";

QString told(const Outcome &outcome)
{
    return outcome ? u"ok"_s : outcome.error().code;
}

void ProfileCommandsTest::init()
{
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->folder.isValid());
}

void ProfileCommandsTest::cleanup()
{
    m_bench.reset();
}

Outcome ProfileCommandsTest::finish(const QFuture<Outcome> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
        return tl::unexpected(usageComplaint(u"nothing was reported in time"_s));
    return future.result();
}

QString ProfileCommandsTest::write(const QString &name, const QByteArray &content)
{
    QFile file(m_bench->folder.filePath(name));
    const bool written = file.open(QFile::WriteOnly) && file.write(content) == content.size();
    return written ? file.fileName() : QString();
}

// The key comes from a file: what comes from standard input is tst_keyinput's.
CommandLine ProfileCommandsTest::line(const QString &name)
{
    CommandLine line;
    line.name = name;
    line.keyFile = write(u"key"_s, key);
    return line;
}

Profile ProfileCommandsTest::addProfile(const QString &name, const QString &keyStore)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    profile.keyStore = keyStore;
    m_bench->keys.put(profile.id, key);
    return m_bench->profiles.add(profile) ? profile : Profile();
}

void ProfileCommandsTest::add_storesKeyAndProfile()
{
    CommandLine wanted = line();
    wanted.minimumLife = Seconds(90);
    wanted.caFile = write(u"ca.pem"_s, "-----BEGIN CERTIFICATE-----\n");
    wanted.endpoint = Endpoint::parse(u"https://iam.example"_s).value();
    wanted.assumeProfile = TrustedProfile::parse(trustedId).value();
    const Outcome added = finish(m_bench->commands.add(wanted));
    QCOMPARE(told(added), u"ok"_s);
    QVERIFY(added->isEmpty());
    QCOMPARE(m_bench->profiles.profiles().size(), 1);
    const Profile &profile = m_bench->profiles.profiles().first();
    QCOMPARE(profile.name, u"demo"_s);
    QCOMPARE(profile.minimumLife, Seconds(90));
    QCOMPARE(profile.caFile, wanted.caFile);
    QCOMPARE(profile.endpoint.toString(), u"https://iam.example"_s);
    QVERIFY(profile.assumeProfile == wanted.assumeProfile);
    QCOMPARE(m_bench->keys.key(profile.id).reveal().toByteArray(), QByteArray(key));
}

void ProfileCommandsTest::add_asksForNothingThatCannotBeKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("probe"); // Cancelled: the keychain is all right
    QTest::addColumn<QString>("code");
    QTest::newRow("name taken") << u"DEMO"_s << ErrorCode::Cancelled << u"NameTaken"_s;
    QTest::newRow("hidden characters") << u"a\u202Eb"_s << ErrorCode::Cancelled << u"NameInvalid"_s;
    QTest::newRow("keychain silent") << u"b"_s << ErrorCode::KeychainSilent << u"KeychainSilent"_s;
    QTest::newRow("keychain missing")
        << u"b"_s << ErrorCode::KeychainMissing << u"KeychainMissing"_s;
}

void ProfileCommandsTest::add_asksForNothingThatCannotBeKept()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, probe);
    QFETCH(const QString, code);
    QVERIFY(!addProfile(u"demo"_s).id.isNull());
    if (probe != ErrorCode::Cancelled)
        m_bench->keys.failNext(Operation::Probe, probe);
    Pipe pipe;
    QVERIFY(pipe.isOpen() && pipe.write("next\n"));
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    CommandLine wanted;
    wanted.name = name;
    QCOMPARE(told(finish(m_bench->commands.add(wanted))), code);
    QCOMPARE(m_bench->keys.count(Operation::Write), 0);
    KeyInput whoReadsNext;
    QCOMPARE(await(whoReadsNext.readLine({})).value_or(Secret()).reveal().toByteArray(), "next"_ba);
}

void ProfileCommandsTest::add_thatFails_leavesNoProfile_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("locked") << ErrorCode::KeychainLocked;
    QTest::newRow("not kept") << ErrorCode::KeychainNotKept;
    QTest::newRow("failed") << ErrorCode::KeychainFailed;
}

void ProfileCommandsTest::add_thatFails_leavesNoProfile()
{
    QFETCH(const ErrorCode, code);
    m_bench->keys.failNext(Operation::Write, code);
    const Outcome added = finish(m_bench->commands.add(line()));
    QCOMPARE(told(added), errorName(code));
    QCOMPARE(added.error().exitCode, ExitCode::KeychainUnusable);
    QVERIFY(m_bench->profiles.profiles().isEmpty());
    QVERIFY(!QFile::exists(m_bench->folder.filePath(u"profiles.json"_s)));
}

void ProfileCommandsTest::add_takesTheEndpointOfTheKeyFile()
{
    CommandLine wanted = line();
    write(u"key"_s, "DEMO_APIKEY=KEY-1\nDEMO_AUTH_URL=https://iam.example/\n");
    QCOMPARE(told(finish(m_bench->commands.add(wanted))), u"ok"_s);
    QCOMPARE(m_bench->profiles.profiles().first().endpoint.toString(), u"https://iam.example"_s);
}

void ProfileCommandsTest::add_prefersTheEndpointThatWasGiven()
{
    CommandLine wanted = line();
    write(u"key"_s, "DEMO_APIKEY=KEY-1\nDEMO_AUTH_URL=https://iam.example\n");
    wanted.endpoint = Endpoint::parse(u"https://other.example"_s).value();
    QCOMPARE(told(finish(m_bench->commands.add(wanted))), u"ok"_s);
    QCOMPARE(m_bench->profiles.profiles().first().endpoint.toString(), u"https://other.example"_s);
}

void ProfileCommandsTest::add_refusesAKeyFileWithAnUnsafeEndpoint()
{
    const CommandLine wanted = line();
    write(u"key"_s, "DEMO_APIKEY=KEY-1\nDEMO_AUTH_URL=http://iam.example\n");
    const Outcome added = finish(m_bench->commands.add(wanted));
    QCOMPARE(told(added), u"EndpointInvalid"_s);
    QCOMPARE(added.error().exitCode, ExitCode::Usage);
    QCOMPARE(m_bench->keys.count(Operation::Write), 0);
}

void ProfileCommandsTest::add_refusesACaFileThatIsNone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << u"missing.pem"_s << u"FileUnreadable"_s;
    QTest::newRow("no PEM") << u"key"_s << u"CaFileInvalid"_s;
    QTest::newRow("a folder") << u"."_s << u"FileNotRegular"_s;
}

void ProfileCommandsTest::add_refusesACaFileThatIsNone()
{
    QFETCH(const QString, file);
    QFETCH(const QString, code);
    CommandLine wanted = line();
    wanted.caFile = m_bench->folder.filePath(file);
    const Outcome added = finish(m_bench->commands.add(wanted));
    QCOMPARE(told(added), code);
    QCOMPARE(added.error().exitCode, ExitCode::Usage);
    QVERIFY(added.error().message.contains(wanted.caFile));
    QCOMPARE(m_bench->keys.count(Operation::Write), 0);
}

void ProfileCommandsTest::add_cancelledWhileItAsks_storesNothing()
{
    Pipe pipe;
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    CommandLine wanted;
    wanted.name = u"demo"_s;
    const auto adding = m_bench->commands.add(wanted);
    QTRY_COMPARE(m_bench->keys.count(Operation::Probe), 1);
    QTRY_VERIFY(!m_bench->keys.isBusy());
    m_bench->commands.cancel();
    const Outcome added = finish(adding);
    QCOMPARE(told(added), u"Cancelled"_s);
    QCOMPARE(added.error().exitCode, ExitCode::Interrupted);
    QCOMPARE(m_bench->keys.count(Operation::Write), 0);
    QVERIFY(m_bench->profiles.profiles().isEmpty());
}

void ProfileCommandsTest::add_cancelledWhileTheKeychainWorks_isCarriedThrough()
{
    const auto adding = m_bench->commands.add(line());
    QTRY_COMPARE(m_bench->keys.count(Operation::Write), 1);
    m_bench->commands.cancel();
    QCOMPARE(told(finish(adding)), u"ok"_s);
    QCOMPARE(m_bench->profiles.profiles().size(), 1);
    QVERIFY(m_bench->keys.holds(m_bench->profiles.profiles().first().id));
}

void ProfileCommandsTest::add_cancelledWhileTheKeychainWaits_ends()
{
    const auto adding = m_bench->commands.add(line());
    QTRY_COMPARE(m_bench->keys.count(Operation::Probe), 1);
    m_bench->keys.hold();
    QTRY_VERIFY(m_bench->keys.isBusy());
    m_bench->commands.cancel();
    QCOMPARE(told(finish(adding)), u"Cancelled"_s);
    QVERIFY(m_bench->profiles.profiles().isEmpty());
}

void ProfileCommandsTest::remove_takesKeyAndProfile()
{
    const Profile profile = addProfile(u"demo"_s);
    QVERIFY(m_bench->keys.holds(profile.id));
    CommandLine wanted;
    wanted.name = u"demo"_s;
    QCOMPARE(told(finish(m_bench->commands.remove(wanted))), u"ok"_s);
    QVERIFY(!m_bench->keys.holds(profile.id));
    QVERIFY(m_bench->profiles.profiles().isEmpty());
}

void ProfileCommandsTest::remove_thatFails_keepsTheProfile()
{
    const Profile profile = addProfile(u"demo"_s);
    m_bench->keys.failNext(Operation::Remove, ErrorCode::KeychainNotDeleted);
    CommandLine wanted;
    wanted.name = u"demo"_s;
    const Outcome removed = finish(m_bench->commands.remove(wanted));
    QCOMPARE(told(removed), u"KeychainNotDeleted"_s);
    QCOMPARE(removed.error().exitCode, ExitCode::KeychainUnusable);
    QVERIFY(m_bench->profiles.find(profile.id));
}

void ProfileCommandsTest::remove_whereAnotherKeychainHoldsTheKey_isRefused()
{
    const Profile profile = addProfile(u"demo"_s, u"kwallet"_s);
    CommandLine wanted;
    wanted.name = u"demo"_s;
    const Outcome removed = finish(m_bench->commands.remove(wanted));
    QVERIFY(!removed);
    QCOMPARE(removed.error().exitCode, ExitCode::KeychainUnusable);
    QVERIFY(removed.error().message.contains("kwallet"_L1));
    QVERIFY(m_bench->profiles.find(profile.id));
    QCOMPARE(m_bench->keys.count(Operation::Remove), 0);
}

void ProfileCommandsTest::show_hasNoKey()
{
    const Profile profile = addProfile(u"demo"_s);
    CommandLine wanted;
    wanted.name = u"demo"_s;
    const Outcome text = m_bench->commands.show(wanted);
    wanted.json = true;
    const Outcome json = m_bench->commands.show(wanted);
    QVERIFY(text && json);
    QVERIFY(!text->reveal().toByteArray().contains(key));
    QVERIFY(text->reveal().toByteArray().contains("Endpoint: https://iam.cloud.ibm.com\n"));
    const QJsonObject object = QJsonDocument::fromJson(json->reveal().toByteArray()).object();
    QCOMPARE(object.keys(),
             QStringList(
                 {u"default"_s, u"endpoint"_s, u"id"_s, u"key_store"_s, u"min_life"_s, u"name"_s}));
    QCOMPARE(object["id"_L1].toString(), profile.id.toString());
    QVERIFY(object["default"_L1].toBool());
    QCOMPARE(m_bench->keys.count(Operation::Read), 0);
}

void ProfileCommandsTest::trustedProfileAndEnd_areShown()
{
    Profile profile = addProfile(u"demo"_s);
    profile.assumeProfile = TrustedProfile::parse(trustedId).value();
    profile.keyExpiresAt = Seconds(1'798'761'540);
    QVERIFY(m_bench->profiles.update(profile));
    CommandLine wanted = line();
    const QByteArray text = m_bench->commands.show(wanted)->reveal().toByteArray();
    QVERIFY2(text.contains("Trusted profile: " + trustedId.toLatin1() + '\n'), text.constData());
    QVERIFY2(text.contains("Key ends: 202"), text.constData());
    QVERIFY(m_bench->commands.list(wanted)->reveal().toByteArray().contains(
        "\tassumes " + trustedId.toLatin1() + '\n'));
    wanted.json = true;
    const auto json =
        QJsonDocument::fromJson(m_bench->commands.show(wanted)->reveal().toByteArray()).object();
    QCOMPARE(json["assume_profile"_L1].toString(), trustedId);
    QCOMPARE(json["key_expires_at"_L1].toString(), u"2026-12-31T23:59:00Z"_s);
}

void ProfileCommandsTest::list_isEmptyWithoutProfiles()
{
    for (const bool json : {false, true}) {
        CommandLine wanted;
        wanted.json = json;
        const Outcome listed = m_bench->commands.list(wanted);
        QCOMPARE(told(listed), u"ok"_s);
        QVERIFY(listed->isEmpty());
    }
}

void ProfileCommandsTest::list_looksForTheDefaultOnce()
{
    const auto work = [this](int count) {
        ProfileDocument document;
        for (int i = 0; i < count; ++i) {
            Profile profile;
            profile.id = ProfileId::create();
            profile.name = u"p%1"_s.arg(i);
            document.profiles.append(profile);
        }
        document.defaultProfile = document.profiles.last().id;
        write(u"profiles.json"_s, toJson(document));
        return [this] {
            QVERIFY(m_bench->profiles.load());
            QVERIFY(m_bench->commands.list({}));
        };
    };
    QCOMPARE_LT(growth(work, 1000), growthAtMost);
}

void ProfileCommandsTest::names_areFoundInAnyCase()
{
    QVERIFY(!addProfile(u"Démo"_s).id.isNull());
    QVERIFY(!addProfile(u"other"_s).id.isNull());
    CommandLine wanted;
    wanted.name = u"dÉMO"_s;
    QCOMPARE(told(m_bench->commands.show(wanted)), u"ok"_s);
    wanted.name = u"another"_s;
    QCOMPARE(told(m_bench->commands.show(wanted)), u"NoSuchProfile"_s);
}

void ProfileCommandsTest::default_isSetAndTold()
{
    const Profile first = addProfile(u"first"_s);
    const Profile second = addProfile(u"second"_s);
    const Outcome made = m_bench->commands.makeDefault(line(u"SECOND"_s));
    QCOMPARE(told(made), u"ok"_s);
    QVERIFY(made->isEmpty());
    QVERIFY(m_bench->profiles.isChosenDefault(second.id));
    const Outcome which = m_bench->commands.makeDefault(line({}));
    QCOMPARE(told(which), u"ok"_s);
    QCOMPARE(which->reveal().toByteArray(), "second\n");
    CommandLine asJson = line({});
    asJson.json = true;
    QVERIFY(m_bench->commands.makeDefault(asJson)->reveal().toByteArray().contains(
        "\"name\":\"second\""));
    ProfileStore stored(m_bench->folder.filePath(u"profiles.json"_s));
    QVERIFY(stored.load());
    QVERIFY(stored.isChosenDefault(second.id));
}

void ProfileCommandsTest::defaultThatIsNone_isNotFound()
{
    addProfile(u"first"_s);
    addProfile(u"second"_s);
    const Outcome which = m_bench->commands.makeDefault(line({}));
    QVERIFY(!which);
    QCOMPARE(which.error().exitCode, ExitCode::Usage); // as where a token is asked for without one
    const Outcome third = m_bench->commands.makeDefault(line(u"third"_s));
    QVERIFY(!third);
    QCOMPARE(third.error().exitCode, ExitCode::NoSuchProfile);
}

void ProfileCommandsTest::defaultThatCannotBeWritten_isAFault()
{
    const Profile profile = addProfile(u"demo"_s);
    const QString path = m_bench->folder.filePath(u"profiles.json"_s);
    // A link to nowhere: not even root can write what it stands for.
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::link(m_bench->folder.filePath(u"nowhere/profiles.json"_s), path));
    QVERIFY(!m_bench->commands.makeDefault(line(u"demo"_s)));
    QVERIFY(!m_bench->profiles.isChosenDefault(profile.id));
}

HOURPASS_TEST(ProfileCommandsTest, QCoreApplication)

} // namespace tst_profilecommands

#include "tst_profilecommands.moc"
