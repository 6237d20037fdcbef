// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/settings/networkdialog.h"
#include "ui/settings/networkflow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace tst_networkdialog {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::ScriptedSecretStore;
using Mode = ProxySettings::Mode;

/// The dialog as the window opens it, on a real engine.
struct Bench : test::ScratchEngine {
    QWidget window;
    NetworkDialog *dialog = nullptr;

    void open()
    {
        openNetworkSettings(engine, Endpoint(), &window);
        dialog = window.findChild<NetworkDialog *>();
        QObject::connect(dialog, &QObject::destroyed, dialog, [this] { dialog = nullptr; });
    }
    /// What a caption is for.
    template <typename Field>
    Field *field(const QString &caption) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text() == caption)
                return qobject_cast<Field *>(label->buddy());
        }
        return nullptr;
    }
    QLineEdit *line(const QString &caption) const { return field<QLineEdit>(caption); }
    void choose(Mode mode) const
    {
        auto *box = field<QComboBox>(u"Proxy"_s);
        box->setCurrentIndex(box->findData(int(mode)));
    }
    void save() const
    {
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    }
    bool says(const QString &part) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (!label->isHidden() && label->text().contains(part))
                return true;
        }
        return false;
    }
    void enter(const QString &address, const QString &userName, const QString &password) const
    {
        choose(Mode::Manual);
        line(u"Address"_s)->setText(address);
        line(u"User name"_s)->setText(userName);
        line(u"Password"_s)->setText(password);
    }
    ProxySettings stored()
    {
        SettingsStore read(folder.filePath(u"settings.json"_s));
        return read.load() ? read.settings().proxy : ProxySettings();
    }
};

class NetworkDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualProxy_isStoredWithItsLogin();
    void loginInTheAddress_goesToItsFields();
    void wrongAddress_isRefusedInPlace_data();
    void wrongAddress_isRefusedInPlace();
    void otherModes_keepTheManualProxyForLater();
    void fields_areForTheManualProxyAlone();
    void unchangedPassword_staysInTheKeychain();
    void keychainThatFails_isToldInPlace();
    void damagedSettings_areToldAndReplaced();
    void wayInUse_isShown_data();
    void wayInUse_isShown();
    void escape_whileSaving_endsTheWaiting();
};

void NetworkDialogTest::manualProxy_isStoredWithItsLogin()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.line(u"Password"_s)->echoMode(), QLineEdit::Password);
    bench.enter(u" proxy.example:3128 "_s, u" ada "_s, u" pass word "_s);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    QVERIFY(bench.stored().mode == Mode::Manual);
    QCOMPARE(toString(bench.stored().manual), u"http://proxy.example:3128"_s);
    QCOMPARE(bench.stored().manual.userName, u"ada"_s);
    QVERIFY(bench.keys.key(proxyLoginId()) == Secret(" pass word "_ba));
}

void NetworkDialogTest::loginInTheAddress_goesToItsFields()
{
    Bench bench;
    bench.open();
    bench.enter(u"http://ada:canary@proxy.example:3128"_s, {}, {});
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    QCOMPARE(bench.stored().manual.userName, u"ada"_s);
    QVERIFY(bench.keys.key(proxyLoginId()) == Secret("canary"_ba));
    bench.open();
    QCOMPARE(bench.line(u"Address"_s)->text(), u"http://proxy.example:3128"_s);
    QCOMPARE(bench.line(u"User name"_s)->text(), u"ada"_s);
    QCOMPARE(bench.line(u"Password"_s)->text(), QString());
}

void NetworkDialogTest::wrongAddress_isRefusedInPlace_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("empty") << u" "_s;
    QTest::newRow("another scheme") << u"https://proxy.example"_s;
    QTest::newRow("a path") << u"proxy.example:1/x"_s;
}

void NetworkDialogTest::wrongAddress_isRefusedInPlace()
{
    QFETCH(QString, address);
    Bench bench;
    bench.open();
    bench.enter(address, {}, {});
    bench.save();
    QVERIFY(bench.says(u"This proxy cannot be used."_s));
    QVERIFY(!bench.dialog->isBusy());
    QVERIFY(!QFile::exists(bench.folder.filePath(u"settings.json"_s)));
}

void NetworkDialogTest::otherModes_keepTheManualProxyForLater()
{
    Bench bench;
    bench.open();
    bench.enter(u"proxy.example:3128"_s, u"ada"_s, u"password"_s);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    bench.open();
    bench.choose(Mode::None);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    QVERIFY(bench.stored().mode == Mode::None);
    QCOMPARE(toString(bench.stored().manual), u"http://proxy.example:3128"_s);
    QVERIFY(bench.keys.holds(proxyLoginId()));
}

void NetworkDialogTest::fields_areForTheManualProxyAlone()
{
    Bench bench;
    bench.open();
    for (const Mode mode : {Mode::System, Mode::Environment, Mode::Manual, Mode::None}) {
        bench.choose(mode);
        for (const QString &caption : {u"Address"_s, u"User name"_s, u"Password"_s})
            QCOMPARE(bench.line(caption)->isEnabled(), mode == Mode::Manual);
    }
}

void NetworkDialogTest::unchangedPassword_staysInTheKeychain()
{
    Bench bench;
    bench.open();
    bench.enter(u"proxy.example:3128"_s, u"ada"_s, u"password"_s);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    bench.open();
    QCOMPARE(bench.line(u"Password"_s)->placeholderText(), u"Unchanged"_s);
    bench.line(u"Address"_s)->setText(u"other.example:3128"_s);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    QCOMPARE(toString(bench.stored().manual), u"http://other.example:3128"_s);
    QVERIFY(bench.keys.key(proxyLoginId()) == Secret("password"_ba));
}

void NetworkDialogTest::keychainThatFails_isToldInPlace()
{
    Bench bench;
    bench.open();
    bench.enter(u"proxy.example:3128"_s, u"ada"_s, u"password"_s);
    bench.keys.failNext(ScriptedSecretStore::Operation::Write, ErrorCode::KeychainMissing);
    bench.save();
    QTRY_VERIFY(bench.says(u"There is no keychain in this session."_s));
    QVERIFY(!bench.dialog->isBusy());
    QVERIFY(bench.stored() == ProxySettings());
}

void NetworkDialogTest::damagedSettings_areToldAndReplaced()
{
    Bench bench;
    QFile file(bench.folder.filePath(u"settings.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("damaged") > 0);
    file.close();
    QVERIFY(!bench.settings.load());
    bench.open();
    QVERIFY(bench.says(u"are damaged"_s));
    bench.choose(Mode::None);
    bench.save();
    QTRY_VERIFY(!bench.dialog);
    QVERIFY(bench.stored().mode == Mode::None);
}

void NetworkDialogTest::wayInUse_isShown_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << int(Mode::None) << u"None on the way to iam.cloud.ibm.com"_s;
    QTest::newRow("manual") << int(Mode::Manual)
                            << u"http://proxy.example:3128 on the way to iam.cloud.ibm.com"_s;
}

void NetworkDialogTest::wayInUse_isShown()
{
    QFETCH(int, mode);
    QFETCH(QString, text);
    Bench bench;
    QVERIFY(bench.settings.change([mode](Settings &all) {
        all.proxy = {Mode(mode), parseProxy(u"proxy.example:3128"_s).value()};
    }));
    bench.open();
    const auto *shown = bench.field<QLabel>(u"Saved, in use now"_s);
    QTRY_COMPARE(shown->text(), text);
    // What is only chosen is not in use.
    bench.dialog->findChild<QComboBox *>()->setCurrentIndex(1);
    QCOMPARE(shown->text(), text);
}

void NetworkDialogTest::escape_whileSaving_endsTheWaiting()
{
    Bench bench;
    bench.open();
    bench.enter(u"proxy.example:3128"_s, u"ada"_s, u"password"_s);
    bench.keys.hold();
    bench.save();
    QTRY_VERIFY(bench.keys.isBusy());
    QVERIFY(bench.dialog->isBusy());
    QTest::keyClick(bench.dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench.dialog);
    QVERIFY(!bench.keys.isBusy());
    QVERIFY(bench.stored() == ProxySettings());
}

HOURPASS_TEST(NetworkDialogTest, QApplication)

} // namespace tst_networkdialog

#include "tst_networkdialog.moc"
