// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/proxykeeper.h"

#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_proxykeeper {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Mode = ProxySettings::Mode;
using Operation = ScriptedSecretStore::Operation;

ProxySettings manual(const QString &userName)
{
    ProxySettings settings{Mode::Manual, parseProxy(u"http://proxy.example:3128"_s).value()};
    settings.manual.userName = userName;
    return settings;
}

class ProxyKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void login_isKeptInTheKeychainAlone();
    void withoutLogin_theKeychainIsNotAsked();
    void withoutANewPassword_theOldOneStays();
    void loginThatIsTakenOut_isGoneFromTheKeychain();
    void settingsThatCannotBeSaved_leaveNoNewPassword();
    void failureOfTheKeychain_leavesTheSettings_data();
    void failureOfTheKeychain_leavesTheSettings();

private:
    ProxySettings settings() const { return m_settings->settings().proxy; }
    QString save(const ProxySettings &settings, const std::optional<Secret> &password = {})
    {
        return outcome(await(m_keeper->save(settings, password)));
    }

    const Secret m_password{"the password"_ba};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<ScriptedSecretStore> m_keys;
    std::unique_ptr<ProxyKeeper> m_keeper;
};

void ProxyKeeperTest::init()
{
    m_keeper.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"settings.json"_s));
    m_keys = std::make_unique<ScriptedSecretStore>();
    m_keeper = std::make_unique<ProxyKeeper>(*m_settings, *m_keys);
}

void ProxyKeeperTest::login_isKeptInTheKeychainAlone()
{
    QCOMPARE(save(manual(u"ada"_s), m_password), u"ok"_s);
    QVERIFY(m_keys->key(proxyLoginId()) == m_password);
    QVERIFY(settings() == manual(u"ada"_s));
    QFile file(m_folder->filePath(u"settings.json"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains("password"));
}

void ProxyKeeperTest::withoutLogin_theKeychainIsNotAsked()
{
    QCOMPARE(save(manual({})), u"ok"_s);
    QCOMPARE(save({Mode::None, {}}), u"ok"_s);
    for (const auto operation : {Operation::Read, Operation::Write, Operation::Remove})
        QCOMPARE(m_keys->count(operation), 0);
    QVERIFY(settings().mode == Mode::None);
}

void ProxyKeeperTest::withoutANewPassword_theOldOneStays()
{
    QCOMPARE(save(manual(u"ada"_s), m_password), u"ok"_s);
    QCOMPARE(save(manual(u"grace"_s)), u"ok"_s);
    QVERIFY(m_keys->key(proxyLoginId()) == m_password);
    QCOMPARE(settings().manual.userName, u"grace"_s);
}

void ProxyKeeperTest::loginThatIsTakenOut_isGoneFromTheKeychain()
{
    QCOMPARE(save(manual(u"ada"_s), m_password), u"ok"_s);
    QCOMPARE(save(manual({})), u"ok"_s);
    QVERIFY(!m_keys->holds(proxyLoginId()));
    QVERIFY(settings() == manual({}));
}

void ProxyKeeperTest::settingsThatCannotBeSaved_leaveNoNewPassword()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"settings.json"_s))); // no file can be there
    QVERIFY(save(manual(u"ada"_s), m_password) != u"ok"_s);
    QCOMPARE(m_keys->count(Operation::Write), 1);
    QVERIFY(!m_keys->holds(proxyLoginId()));
}

void ProxyKeeperTest::failureOfTheKeychain_leavesTheSettings_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<QString>("userName");
    QTest::newRow("write") << int(Operation::Write) << u"grace"_s;
    QTest::newRow("remove") << int(Operation::Remove) << u""_s;
}

void ProxyKeeperTest::failureOfTheKeychain_leavesTheSettings()
{
    QFETCH(int, operation);
    QFETCH(QString, userName);
    QCOMPARE(save(manual(u"ada"_s), m_password), u"ok"_s);
    m_keys->failNext(Operation(operation), ErrorCode::KeychainLocked);
    QCOMPARE(save(manual(userName), Secret("another"_ba)), u"KeychainLocked"_s);
    QVERIFY(settings() == manual(u"ada"_s));
    QVERIFY(m_keys->key(proxyLoginId()) == m_password);
}

HOURPASS_TEST(ProxyKeeperTest, QCoreApplication)

} // namespace tst_proxykeeper

#include "tst_proxykeeper.moc"
