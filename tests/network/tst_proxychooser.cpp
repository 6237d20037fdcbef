// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/proxychooser.h"

#include "settings/proxykeeper.h"
#include "support/outcome.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

namespace tst_proxychooser {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using test::ScriptedSecretStore;
using Mode = ProxySettings::Mode;
using Prompt = SecretStore::Prompt;

const QUrl target(u"https://iam.cloud.ibm.com/identity/token"_s);

struct Bench {
    QTemporaryDir folder;
    ScriptedSecretStore keys;
    SettingsStore settings{folder.filePath(u"settings.json"_s)};
    ProxyChooser::Sources sources{[](const QUrl &) { return Proxy(); }, {}, 10s};

    void set(Mode mode, const QString &manual = u"http://manual.example:3128"_s,
             const QString &userName = {})
    {
        ProxySettings proxy{mode, parseProxy(manual).value()};
        proxy.manual.userName = userName;
        if (!settings.change([&proxy](Settings &all) { all.proxy = proxy; }))
            qFatal("the settings cannot be written");
    }
    Result<Proxy> choose()
    {
        ProxyChooser chooser(settings, keys, sources);
        return await(chooser.proxyFor(target));
    }
};

class ProxyChooserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mode_decides_data();
    void mode_decides();
    void password_comesFromTheKeychainUnprompted();
    void missingPassword_isLeftToTheProxy();
    void lockedKeychain_isAFailure();
    void settingsThatCannotBeRead_areAFailure();
    void garbageInTheEnvironment_isAFailure();
    void silentSystem_isAFailureInTime();
    void system_isAskedOffTheMainThread();
};

void ProxyChooserTest::mode_decides_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("proxy");
    QTest::newRow("system") << int(Mode::System) << u"socks5://system.example:1080"_s;
    QTest::newRow("environment") << int(Mode::Environment) << u"http://environment.example:8080"_s;
    QTest::newRow("manual") << int(Mode::Manual) << u"http://manual.example:3128"_s;
    QTest::newRow("none") << int(Mode::None) << u""_s;
}

void ProxyChooserTest::mode_decides()
{
    QFETCH(int, mode);
    Bench bench;
    bench.sources.system = [](const QUrl &) { return parseProxy(u"socks5://system.example"_s); };
    bench.sources.environment.insert(u"https_proxy"_s, u"http://environment.example:8080"_s);
    bench.set(Mode(mode));
    const auto proxy = bench.choose();
    QCOMPARE(outcome(proxy), u"ok"_s);
    QTEST(toString(*proxy), "proxy");
    QCOMPARE(bench.keys.count(ScriptedSecretStore::Operation::Read), 0);
}

void ProxyChooserTest::password_comesFromTheKeychainUnprompted()
{
    Bench bench;
    bench.keys.put(proxyLoginId(), "the password");
    bench.set(Mode::Manual, u"http://p:1"_s, u"ada"_s);
    const auto proxy = bench.choose();
    QCOMPARE(outcome(proxy), u"ok"_s);
    QCOMPARE(proxy->userName, u"ada"_s);
    QVERIFY(proxy->password == Secret("the password"_ba));
    QVERIFY(bench.keys.lastPrompt() == Prompt::Never);
}

void ProxyChooserTest::missingPassword_isLeftToTheProxy()
{
    Bench bench;
    bench.set(Mode::Manual, u"http://p:1"_s, u"ada"_s);
    bench.keys.failNext(ScriptedSecretStore::Operation::Read, ErrorCode::NotFound);
    const auto proxy = bench.choose();
    QCOMPARE(outcome(proxy), u"ok"_s);
    QCOMPARE(toString(*proxy), u"http://p:1"_s);
    QVERIFY(proxy->password.isEmpty());
}

void ProxyChooserTest::lockedKeychain_isAFailure()
{
    Bench bench;
    bench.set(Mode::Manual, u"http://p:1"_s, u"ada"_s);
    bench.keys.failNext(ScriptedSecretStore::Operation::Read, ErrorCode::KeychainLocked);
    QCOMPARE(outcome(bench.choose()), u"KeychainLocked"_s);
}

void ProxyChooserTest::settingsThatCannotBeRead_areAFailure()
{
    Bench bench;
    QFile file(bench.folder.filePath(u"settings.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("damaged") > 0);
    file.close();
    QVERIFY(!bench.settings.load());
    QCOMPARE(outcome(bench.choose()), u"SettingsDamaged"_s);
}

void ProxyChooserTest::garbageInTheEnvironment_isAFailure()
{
    Bench bench;
    bench.sources.environment.insert(u"https_proxy"_s, u"magic://p"_s);
    bench.set(Mode::Environment);
    QCOMPARE(outcome(bench.choose()), u"ProxyInvalid"_s);
}

void ProxyChooserTest::silentSystem_isAFailureInTime()
{
    const auto gate = std::make_shared<QSemaphore>();
    Bench bench;
    bench.sources.patience = 50ms;
    bench.sources.system = [gate](const QUrl &) -> Result<Proxy> {
        gate->acquire();
        return Proxy();
    };
    QCOMPARE(outcome(bench.choose()), u"TimedOut"_s);
    gate->release();
}

void ProxyChooserTest::system_isAskedOffTheMainThread()
{
    Bench bench;
    QUrl asked;
    const QThread *thread = nullptr;
    bench.sources.system = [&](const QUrl &url) {
        asked = url;
        thread = QThread::currentThread();
        return Proxy();
    };
    QCOMPARE(outcome(bench.choose()), u"ok"_s);
    QCOMPARE(asked, target);
    QVERIFY(thread && thread != QThread::currentThread());
}

HOURPASS_TEST(ProxyChooserTest, QCoreApplication)

} // namespace tst_proxychooser

#include "tst_proxychooser.moc"
