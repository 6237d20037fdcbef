// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/settingsstore.h"

#include "files/savelock.h"
#include "support/filesizelimit.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tst_settingsstore {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;
using Mode = ProxySettings::Mode;

class SettingsStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFile_meansTheDefaults();
    void change_isKept_data();
    void change_isKept();
    void clipboardLife_isBroughtIntoItsRange_data();
    void clipboardLife_isBroughtIntoItsRange();
    void idleTime_isBroughtIntoItsRange_data();
    void idleTime_isBroughtIntoItsRange();
    void switches_areKeptWhereTheyAreNotAsEver();
    void change_neverWritesAPassword();
    void membersOfANewerVersion_areKept();
    void changeOfAnotherProcess_isKept();
    void damagedFile_isTheFault_data();
    void damagedFile_isTheFault();
    void damagedFile_isSetAsideByAChange();
    void fileOfANewerVersion_isNeverWrittenTo();
    void changeThatCannotBeWritten_changesNothing();
    void damagedFile_staysWhereNothingCanBeWritten();
    void fileInUse_changesNothing();
    void fileOthersMayWrite_isNotBelieved();

private:
    QString path() const { return m_folder->filePath(u"hourpass/settings.json"_s); }
    void put(const QByteArray &json) const
    {
        QDir().mkpath(QFileInfo(path()).path());
        QFile file(path());
        if (!file.open(QFile::WriteOnly) || file.write(json) != json.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) // under any umask
            qFatal("the settings cannot be written");
    }
    QByteArray written() const
    {
        QFile file(path());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Result<void> useManually(SettingsStore &store, const QString &proxy)
    {
        return store.change([proxy](Settings &settings) {
            settings.proxy = {Mode::Manual, parseProxy(proxy).value()};
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void SettingsStoreTest::missingFile_meansTheDefaults()
{
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"ok"_s);
    QVERIFY(!store.fault());
    QCOMPARE(store.settings(), Settings());
    QVERIFY(store.settings().proxy.mode == Mode::System);
    QVERIFY(!QFile::exists(path()));
}

void SettingsStoreTest::change_isKept_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("userName");
    QTest::newRow("system") << int(Mode::System) << u""_s << u""_s;
    QTest::newRow("environment") << int(Mode::Environment) << u""_s << u""_s;
    QTest::newRow("none") << int(Mode::None) << u""_s << u""_s;
    QTest::newRow("none, with one kept") << int(Mode::None) << u"http://p:1"_s << u"ada"_s;
    QTest::newRow("manual") << int(Mode::Manual) << u"http://p:1"_s << u""_s;
    QTest::newRow("manual with a login") << int(Mode::Manual) << u"socks5://[::1]:2"_s << u"ä"_s;
}

void SettingsStoreTest::change_isKept()
{
    QFETCH(int, mode);
    QFETCH(QString, url);
    QFETCH(QString, userName);
    ProxySettings proxy{Mode(mode), {}};
    if (!url.isEmpty())
        proxy.manual = parseProxy(url).value();
    proxy.manual.userName = userName;
    SettingsStore store(path());
    QSignalSpy changed(&store, &SettingsStore::changed);
    QCOMPARE(outcome(store.change([&](Settings &settings) { settings.proxy = proxy; })), u"ok"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(store.settings().proxy == proxy);
    QCOMPARE(QFile::permissions(path()) & 0x0fff,
             QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser
                                | QFile::WriteUser)
                 & 0x0fff);

    SettingsStore next(path());
    QCOMPARE(outcome(next.load()), u"ok"_s);
    QVERIFY(next.settings().proxy == proxy);
}

void SettingsStoreTest::clipboardLife_isBroughtIntoItsRange_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("set") << QByteArray("30") << 30;
    QTest::newRow("short") << QByteArray("0") << 5;
    QTest::newRow("negative") << QByteArray("-7") << 5;
    QTest::newRow("long") << QByteArray("86400") << 600;
    QTest::newRow("huge") << QByteArray("1e300") << 60;
    QTest::newRow("a text") << QByteArray("\"30\"") << 60;
    QTest::newRow("null") << QByteArray("null") << 60;
}

void SettingsStoreTest::clipboardLife_isBroughtIntoItsRange()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    put("{\"version\":1,\"clipboardSeconds\":" + value + "}");
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"ok"_s);
    QCOMPARE(int(store.settings().clipboardLife.count()), seconds);
    QCOMPARE(outcome(store.change([](Settings &) {})), u"ok"_s);
    QCOMPARE(parseSettings(written())->clipboardLife, Seconds(seconds));
}

void SettingsStoreTest::idleTime_isBroughtIntoItsRange_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("minutes");
    QTest::newRow("never") << QByteArray("0") << 0;
    QTest::newRow("set") << QByteArray("15") << 15;
    QTest::newRow("negative") << QByteArray("-7") << 0;
    QTest::newRow("long") << QByteArray("86400") << 240;
    QTest::newRow("huge") << QByteArray("1e300") << 0;
    QTest::newRow("a text") << QByteArray("\"30\"") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
}

void SettingsStoreTest::idleTime_isBroughtIntoItsRange()
{
    QFETCH(QByteArray, value);
    QFETCH(int, minutes);
    put("{\"version\":1,\"lockAfterIdleMinutes\":" + value + "}");
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"ok"_s);
    QCOMPARE(int(store.settings().lockAfterIdle.count()), minutes);
    QCOMPARE(outcome(store.change([](Settings &) {})), u"ok"_s);
    QCOMPARE(parseSettings(written())->lockAfterIdle, Minutes(minutes));
    QCOMPARE(written().contains("lockAfterIdleMinutes"), minutes != 0);
}

void SettingsStoreTest::switches_areKeptWhereTheyAreNotAsEver()
{
    const std::pair<QByteArray, bool Settings::*> switches[]{
        {"showTray", &Settings::showTray},
        {"closeToTray", &Settings::closeToTray},
        {"notifications", &Settings::notifications},
        {"dropTokensOnLock", &Settings::dropTokensOnLock},
        {"keepLedger", &Settings::keepLedger},
        {"globalShortcuts", &Settings::globalShortcuts},
        {"sandboxAutostart", &Settings::sandboxAutostart},
    };
    for (const auto &[name, member] : switches) {
        SettingsStore store(path());
        QCOMPARE(outcome(store.load()), u"ok"_s);
        const bool usual = Settings().*member;
        QVERIFY2(store.settings().*member == usual, name.constData());
        QVERIFY(store.change([=, member = member](Settings &all) { all.*member = !usual; }));
        QVERIFY(written().contains(name));
        SettingsStore next(path());
        QCOMPARE(outcome(next.load()), u"ok"_s);
        QVERIFY(next.settings().*member != usual);
        QVERIFY(next.change([=, member = member](Settings &all) { all.*member = usual; }));
        QVERIFY2(!written().contains(name), name.constData());
        put("{\"version\":1,\"" + name + "\":\"no\"}"); // of another type: as if it was not there
        QCOMPARE(outcome(store.load()), u"ok"_s);
        QVERIFY(store.settings().*member == usual);
    }
}

void SettingsStoreTest::change_neverWritesAPassword()
{
    SettingsStore store(path());
    QCOMPARE(outcome(useManually(store, u"http://ada:canary@p:1"_s)), u"ok"_s);
    QVERIFY(written().contains("ada"));
    QVERIFY(!written().contains("canary"));
}

void SettingsStoreTest::membersOfANewerVersion_areKept()
{
    put(R"({"version":1,"colour":"blue"})");
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"ok"_s);
    QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"ok"_s);
    QVERIFY(written().contains(R"("colour": "blue")"));
}

void SettingsStoreTest::changeOfAnotherProcess_isKept()
{
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"ok"_s);
    put(R"({"version":1,"colour":"blue"})");
    QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"ok"_s);
    QVERIFY(written().contains(R"("colour": "blue")"));
}

void SettingsStoreTest::damagedFile_isTheFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const QString damaged = u"SettingsDamaged"_s;
    QTest::newRow("empty") << ""_ba << damaged;
    QTest::newRow("zeros") << QByteArray(64, '\0') << damaged;
    QTest::newRow("cut off") << R"({"version":1,"proxy":{"mode":"none")"_ba << damaged;
    QTest::newRow("a list") << "[]"_ba << damaged;
    QTest::newRow("no version") << "{}"_ba << damaged;
    QTest::newRow("unknown mode") << R"({"version":1,"proxy":{"mode":"magic"}})"_ba << damaged;
    QTest::newRow("proxy of another type") << R"({"version":1,"proxy":"none"})"_ba << damaged;
    QTest::newRow("manual without one")
        << R"({"version":1,"proxy":{"mode":"manual"}})"_ba << damaged;
    QTest::newRow("no proxy's URL")
        << R"({"version":1,"proxy":{"mode":"none","url":"https://p"}})"_ba << damaged;
    QTest::newRow("newer") << R"({"version":2})"_ba << u"SettingsFromNewerVersion"_s;
    QTest::newRow("too large") << QByteArray(300 * 1024, ' ') << u"OwnFileTooLarge"_s;
}

void SettingsStoreTest::damagedFile_isTheFault()
{
    QFETCH(QByteArray, json);
    put(json);
    SettingsStore store(path());
    const auto loaded = store.load();
    QTEST(outcome(loaded), "error");
    QCOMPARE(loaded.error().subject, path());
    QVERIFY(store.fault() == loaded.error());
    QCOMPARE(written(), json);
}

void SettingsStoreTest::damagedFile_isSetAsideByAChange()
{
    put("damaged");
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"SettingsDamaged"_s);
    QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"ok"_s);
    QVERIFY(!store.fault());
    QFile aside(path() + ".damaged"_L1);
    QVERIFY(aside.open(QFile::ReadOnly));
    QCOMPARE(aside.readAll(), "damaged"_ba);
    QCOMPARE(outcome(SettingsStore(path()).load()), u"ok"_s);
}

void SettingsStoreTest::fileOfANewerVersion_isNeverWrittenTo()
{
    const QByteArray newer = R"({"version":2,"proxy":"magic"})";
    put(newer);
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"SettingsFromNewerVersion"_s);
    QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"SettingsFromNewerVersion"_s);
    QCOMPARE(written(), newer);
    QVERIFY(store.fault());
}

void SettingsStoreTest::changeThatCannotBeWritten_changesNothing()
{
    QFile file(m_folder->filePath(u"hourpass"_s)); // where the folder should be
    QVERIFY(file.open(QFile::WriteOnly));
    SettingsStore store(path());
    QSignalSpy changed(&store, &SettingsStore::changed);
    QVERIFY(!useManually(store, u"http://p:1"_s));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(store.settings(), Settings());
}

// Else the next start would know of no proxy.
void SettingsStoreTest::damagedFile_staysWhereNothingCanBeWritten()
{
    const QByteArray damaged = R"({"version":1,"proxy":)";
    put(damaged);
    SettingsStore store(path());
    QCOMPARE(outcome(store.load()), u"SettingsDamaged"_s);
    {
        const test::FileSizeLimit limit(16);
        QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"WriteFailed"_s);
    }
    QCOMPARE(written(), damaged);
    QVERIFY(store.fault());
    QCOMPARE(outcome(SettingsStore(path()).load()), u"SettingsDamaged"_s);
}

void SettingsStoreTest::fileInUse_changesNothing()
{
    SettingsStore store(path());
    QVERIFY(useManually(store, u"http://p:1"_s));
    const QByteArray before = written();
    SaveLock lock(path());
    QVERIFY(lock.acquire(Milliseconds(0)));
    const auto changed = useManually(store, u"http://p:2"_s);
    QCOMPARE(outcome(changed), u"FileInUse"_s);
    QCOMPARE(changed.error().subject, path());
    QCOMPARE(written(), before);
}

void SettingsStoreTest::fileOthersMayWrite_isNotBelieved()
{
    SettingsStore store(path());
    QVERIFY(useManually(store, u"http://theirs:1"_s));
    const QByteArray before = written();
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0666), 0);
    QCOMPARE(outcome(store.load()), u"FileWritableByOthers"_s);
    QCOMPARE(store.settings(), Settings());
    QCOMPARE(store.fault()->subject, path());
    QCOMPARE(outcome(useManually(store, u"http://p:1"_s)), u"FileWritableByOthers"_s);
    QCOMPARE(written(), before);
}

HOURPASS_TEST(SettingsStoreTest, hourpass::test::NoApplication)

} // namespace tst_settingsstore

#include "tst_settingsstore.moc"
