// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/settings/networkdialog.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingswindow.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

namespace tst_settingswindow {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Mode = ProxySettings::Mode;

const QString atLogin = u"Start with the session"_s;
const QString showIcon = u"Show an icon in the tray"_s;
const QString stayInTray = u"Stay in the tray when the window is closed"_s;
const QString clearAfter = u"Clear a copied token after"_s;
const QString lockAfter = u"Lock after no input for"_s;
const QString forget = u"Forget tokens when locked"_s;
const QString remember = u"Remember fingerprints of tokens between runs"_s;
const QString notify = u"Show notifications"_s;
const QString proxy = u"Proxy"_s;

const QString notSaved = u"The change could not be saved"_s;

/// The window on a real engine; the desktop beside it is played.
struct Bench : test::ScratchEngine {
    std::optional<bool> startsAtLogin = false;
    bool canWriteAutostart = true;
    QString trayAbsence;
    bool tellsIdle = true;
    std::unique_ptr<SettingsWindow> window;

    void open()
    {
        window = std::make_unique<SettingsWindow>(
            engine,
            SettingsSources{[this] { return startsAtLogin; },
                            [this](bool isOn) { return readyFuture<void>(setAutostart(isOn)); },
                            [this] { return trayAbsence; }, [this] { return tellsIdle; }});
        present();
    }
    void present() const
    {
        window->present();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    Result<void> setAutostart(bool isOn)
    {
        if (!canWriteAutostart)
            return failure(ErrorCode::WriteFailed, u"no room"_s, u"autostart"_s);
        startsAtLogin = isOn;
        return {};
    }
    QCheckBox *box(const QString &label) const
    {
        for (QCheckBox *candidate : window->findChildren<QCheckBox *>()) {
            if (candidate->text() == label)
                return candidate;
        }
        return nullptr;
    }
    QSpinBox *seconds() const { return window->findChildren<QSpinBox *>().at(0); }
    QSpinBox *minutes() const { return window->findChildren<QSpinBox *>().at(1); }
    QLineEdit *search() const
    {
        for (QLineEdit *candidate : window->findChildren<QLineEdit *>()) {
            if (candidate->accessibleName() == "Search settings"_L1)
                return candidate;
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *candidate : window->findChildren<QPushButton *>()) {
            if (candidate->text() == name || candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
    QPushButton *reset(const QString &label) const { return button(u"Reset "_s + label); }
    bool says(const QString &part) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(part))
                return true;
        }
        return false;
    }
    /// The labels of the rows that are shown.
    QStringList shown() const
    {
        QStringList labels;
        for (const QPushButton *reset : window->findChildren<QPushButton *>()) {
            if (reset->isVisible() && reset->accessibleName().startsWith("Reset "_L1))
                labels.append(reset->accessibleName().sliced(6));
        }
        return labels;
    }
    QString path() const { return folder.filePath(u"settings.json"_s); }
    void put(const QByteArray &content) const
    {
        QFile file(path());
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("the settings cannot be written");
    }
    Settings stored() const
    {
        SettingsStore read(path());
        return read.load() ? read.settings() : Settings();
    }
    /// A link to nowhere: not even root can write what it stands for.
    void makeUnwritable() const
    {
        QFile::remove(path());
        if (!QFile::link(folder.filePath(u"nowhere/settings.json"_s), path()))
            qFatal("the link cannot be made");
    }
};

class SettingsWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switch_isWrittenAtOnce_data();
    void switch_isWrittenAtOnce();
    void defaultOfASwitch_isOneClickAway_data();
    void defaultOfASwitch_isOneClickAway();
    void assistivePrograms_switchAsAClickDoes();
    void clipboardTime_isWrittenAtOnce();
    void clipboardTime_staysInItsRange();
    void defaultOfTheClipboardTime_isOneClickAway();
    void idleTime_isWrittenAtOnceAndItsDefaultIsOneClickAway();
    void idleTimeThatNobodyTells_saysWhy();
    void typedNumber_isTakenWholeAndClosesNothing();
    void wheel_changesNothingThatHasNoFocus();
    void autostart_isSwitched();
    void autostartThatIsNotSupported_saysWhy();
    void autostartThatCannotBeWritten_goesBack();
    void autostart_isReadAgainWhenShown();
    void missingTray_isToldAndWhatNeedsItDisabled();
    void unwantedTray_canBeWantedAgain();
    void proxyInUse_isShown();
    void proxy_isSetInItsOwnDialog();
    void defaultOfTheProxy_keepsTheManualOne();
    void changeThatCannotBeWritten_isToldAndGoesBack_data();
    void changeThatCannotBeWritten_isToldAndGoesBack();
    void faultOfTheFile_isShownUntilItIsReplaced();
    void changeElsewhere_isFollowed();
    void search_findsWordsOfAllThatIsSaid_data();
    void search_findsWordsOfAllThatIsSaid();
    void searchWithoutResult_saysSo();
    void shownAgain_startsAnew();
    void unusableLedger_isSaidAtItsRow();
    void keyboard_reachesEverything();
    void tab_goesFromTheSearchDownToClose();
    void escape_closes();
    void controls_sayToAssistiveProgramsWhatTheyDo();
};

void SettingsWindowTest::switch_isWrittenAtOnce_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool Settings::*>("member");
    QTest::newRow("tray icon") << showIcon << &Settings::showTray;
    QTest::newRow("stay in the tray") << stayInTray << &Settings::closeToTray;
    QTest::newRow("forget tokens") << forget << &Settings::dropTokensOnLock;
    QTest::newRow("fingerprints") << remember << &Settings::keepLedger;
    QTest::newRow("notifications") << notify << &Settings::notifications;
}

void SettingsWindowTest::switch_isWrittenAtOnce()
{
    QFETCH(QString, label);
    QFETCH(bool Settings::*, member);
    Bench bench;
    bench.open();
    const bool before = Settings().*member;
    QCOMPARE(bench.box(label)->isChecked(), before);
    bench.box(label)->click();
    QCOMPARE(bench.stored().*member, !before);
    bench.box(label)->click();
    QCOMPARE(bench.stored().*member, before);
}

void SettingsWindowTest::defaultOfASwitch_isOneClickAway_data()
{
    switch_isWrittenAtOnce_data();
}

void SettingsWindowTest::defaultOfASwitch_isOneClickAway()
{
    QFETCH(QString, label);
    QFETCH(bool Settings::*, member);
    Bench bench;
    bench.open();
    QVERIFY(!bench.reset(label)->isEnabled());
    bench.box(label)->click();
    QVERIFY(bench.reset(label)->isEnabled());
    bench.reset(label)->click();
    QCOMPARE(bench.stored().*member, Settings().*member);
    QCOMPARE(bench.box(label)->isChecked(), Settings().*member);
    QVERIFY(!bench.reset(label)->isEnabled());
}

// They toggle, and do not click.
void SettingsWindowTest::assistivePrograms_switchAsAClickDoes()
{
    Bench bench;
    bench.open();
    for (const QString &label : {notify, atLogin}) {
        auto *actions = QAccessible::queryAccessibleInterface(bench.box(label))->actionInterface();
        actions->doAction(QAccessibleActionInterface::toggleAction());
    }
    QVERIFY(!bench.stored().notifications);
    QVERIFY(bench.startsAtLogin == true);
}

void SettingsWindowTest::clipboardTime_isWrittenAtOnce()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.seconds()->value(), 60);
    bench.seconds()->stepUp();
    QCOMPARE(bench.stored().clipboardLife, Seconds(61));
}

void SettingsWindowTest::clipboardTime_staysInItsRange()
{
    Bench bench;
    bench.open();
    bench.seconds()->setValue(100'000);
    QCOMPARE(bench.stored().clipboardLife, longestClipboardLife);
    bench.seconds()->setValue(0);
    QCOMPARE(bench.stored().clipboardLife, shortestClipboardLife);
}

void SettingsWindowTest::defaultOfTheClipboardTime_isOneClickAway()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.reset(clearAfter)->isEnabled());
    bench.seconds()->setValue(5);
    bench.reset(clearAfter)->click();
    QCOMPARE(bench.stored().clipboardLife, Seconds(60));
    QCOMPARE(bench.seconds()->value(), 60);
    QVERIFY(!bench.reset(clearAfter)->isEnabled());
    QVERIFY(bench.seconds()->hasFocus()); // the button cannot keep it
}

void SettingsWindowTest::idleTime_isWrittenAtOnceAndItsDefaultIsOneClickAway()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.minutes()->text(), u"Never"_s);
    QVERIFY(!bench.reset(lockAfter)->isEnabled());
    bench.minutes()->setValue(15);
    QCOMPARE(bench.stored().lockAfterIdle, Minutes(15));
    bench.minutes()->setValue(100'000);
    QCOMPARE(bench.stored().lockAfterIdle, longestIdleTime);
    bench.reset(lockAfter)->click();
    QCOMPARE(bench.stored().lockAfterIdle, Minutes(0));
    QCOMPARE(bench.minutes()->text(), u"Never"_s);
    QVERIFY(!bench.reset(lockAfter)->isEnabled());
}

void SettingsWindowTest::idleTimeThatNobodyTells_saysWhy()
{
    Bench bench;
    bench.tellsIdle = false;
    bench.open();
    QVERIFY(!bench.minutes()->isEnabled());
    QVERIFY(bench.says(u"Not available"_s));
    QVERIFY(bench.minutes()->accessibleDescription().contains(u"Not available"_s));
    bench.tellsIdle = true;
    bench.window->refresh();
    QVERIFY(bench.minutes()->isEnabled());
    QVERIFY(!bench.says(u"Not available"_s));
}

void SettingsWindowTest::typedNumber_isTakenWholeAndClosesNothing()
{
    Bench bench;
    bench.open();
    QSignalSpy changed(&bench.settings, &SettingsStore::changed);
    bench.seconds()->setFocus();
    bench.seconds()->selectAll();
    QTest::keyClicks(bench.seconds(), u"120"_s);
    QCOMPARE(changed.count(), 0); // 1 and 12 were not meant
    QTest::keyClick(bench.seconds(), Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(bench.stored().clipboardLife, Seconds(120));
    QVERIFY(bench.window->isVisible());
}

void SettingsWindowTest::wheel_changesNothingThatHasNoFocus()
{
    Bench bench;
    bench.open();
    const auto turn = [&bench] {
        QWheelEvent event({5, 5}, bench.seconds()->mapToGlobal(QPointF(5, 5)), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(bench.seconds(), &event);
    };
    turn();
    QCOMPARE(bench.seconds()->value(), 60);
    bench.seconds()->setFocus();
    turn();
    QCOMPARE(bench.seconds()->value(), 61);
}

void SettingsWindowTest::autostart_isSwitched()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.box(atLogin)->isChecked());
    QVERIFY(!bench.reset(atLogin)->isEnabled());
    bench.box(atLogin)->click();
    QVERIFY(bench.startsAtLogin == true);
    QVERIFY(bench.box(atLogin)->isChecked());
    bench.reset(atLogin)->click();
    QVERIFY(bench.startsAtLogin == false);
    QVERIFY(!bench.box(atLogin)->isChecked());
    QVERIFY(!bench.reset(atLogin)->isEnabled());
}

void SettingsWindowTest::autostartThatIsNotSupported_saysWhy()
{
    Bench bench;
    bench.startsAtLogin.reset();
    bench.open();
    QVERIFY(!bench.box(atLogin)->isEnabled());
    QVERIFY(!bench.reset(atLogin)->isEnabled());
    QVERIFY(bench.says(u"Not available"_s));
    QVERIFY(bench.box(atLogin)->accessibleDescription().contains(u"Not available"_s));
}

void SettingsWindowTest::autostartThatCannotBeWritten_goesBack()
{
    Bench bench;
    bench.canWriteAutostart = false;
    bench.open();
    bench.box(atLogin)->click();
    QVERIFY(!bench.box(atLogin)->isChecked());
    QVERIFY(bench.says(notSaved));
    bench.canWriteAutostart = true;
    bench.box(atLogin)->click();
    QVERIFY(bench.box(atLogin)->isChecked());
    QVERIFY(!bench.says(notSaved));
}

void SettingsWindowTest::autostart_isReadAgainWhenShown()
{
    Bench bench;
    bench.open();
    bench.window->close();
    bench.startsAtLogin = true; // in the desktop's own settings
    bench.present();
    QVERIFY(bench.box(atLogin)->isChecked());
}

void SettingsWindowTest::missingTray_isToldAndWhatNeedsItDisabled()
{
    Bench bench;
    bench.trayAbsence = u"This desktop shows no tray icons."_s;
    bench.open();
    QVERIFY(bench.says(bench.trayAbsence));
    QVERIFY(!bench.box(showIcon)->isEnabled());
    QVERIFY(!bench.box(stayInTray)->isEnabled());
    bench.trayAbsence.clear();
    bench.window->refresh();
    QVERIFY(!bench.says(u"This desktop shows"_s));
    QVERIFY(bench.box(showIcon)->isEnabled());
    QVERIFY(bench.box(stayInTray)->isEnabled());
}

void SettingsWindowTest::unwantedTray_canBeWantedAgain()
{
    Bench bench;
    bench.open();
    bench.box(showIcon)->click();
    QVERIFY(bench.box(showIcon)->isEnabled());
    QVERIFY(!bench.box(stayInTray)->isEnabled());
    bench.box(showIcon)->click();
    QVERIFY(bench.box(stayInTray)->isEnabled());
}

void SettingsWindowTest::proxyInUse_isShown()
{
    Bench bench;
    bench.open();
    QTRY_VERIFY(bench.says(u"None on the way to iam.cloud.ibm.com"_s));
    QVERIFY(bench.settings.change([](Settings &all) {
        all.proxy = {Mode::Manual, parseProxy(u"proxy.example:3128"_s).value()};
    }));
    QTRY_VERIFY(bench.says(u"http://proxy.example:3128 on the way to iam.cloud.ibm.com"_s));
}

void SettingsWindowTest::proxy_isSetInItsOwnDialog()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.window->findChild<NetworkDialog *>());
    bench.button(u"Network settings…"_s)->click();
    QTRY_VERIFY(bench.window->findChild<NetworkDialog *>());
}

void SettingsWindowTest::defaultOfTheProxy_keepsTheManualOne()
{
    Bench bench;
    QVERIFY(bench.settings.change([](Settings &all) {
        all.proxy = {Mode::Manual, parseProxy(u"proxy.example:3128"_s).value()};
    }));
    bench.open();
    QVERIFY(bench.reset(proxy)->isEnabled());
    bench.reset(proxy)->click();
    QTRY_VERIFY(!bench.reset(proxy)->isEnabled());
    QVERIFY(bench.stored().proxy.mode == Mode::System);
    QCOMPARE(toString(bench.stored().proxy.manual), u"http://proxy.example:3128"_s);
}

void SettingsWindowTest::changeThatCannotBeWritten_isToldAndGoesBack_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("tray icon") << showIcon;
    QTest::newRow("stay in the tray") << stayInTray;
    QTest::newRow("forget tokens") << forget;
    QTest::newRow("fingerprints") << remember;
    QTest::newRow("notifications") << notify;
    QTest::newRow("clipboard time") << clearAfter;
}

void SettingsWindowTest::changeThatCannotBeWritten_isToldAndGoesBack()
{
    QFETCH(QString, label);
    Bench bench;
    bench.open();
    bench.makeUnwritable();
    if (QCheckBox *box = bench.box(label)) {
        const bool before = box->isChecked();
        box->click();
        QCOMPARE(box->isChecked(), before);
    } else {
        bench.seconds()->stepUp();
        QCOMPARE(bench.seconds()->value(), 60);
    }
    const auto rows = bench.window->findChildren<SettingRow *>();
    const auto complaints = std::count_if(rows.begin(), rows.end(), [](const SettingRow *row) {
        const auto lines = row->findChildren<QLabel *>();
        return std::any_of(lines.begin(), lines.end(), [](const QLabel *line) {
            return line->isVisible() && line->text().contains(notSaved);
        });
    });
    QCOMPARE(complaints, 1); // in its own row
    QVERIFY(!bench.reset(label)->isEnabled());
}

void SettingsWindowTest::faultOfTheFile_isShownUntilItIsReplaced()
{
    Bench bench;
    bench.put("damaged");
    QVERIFY(!bench.settings.load());
    bench.open();
    QVERIFY(bench.says(u"are damaged"_s));
    QVERIFY(bench.says(u"for the proxy too"_s)); // what a change does then
    bench.box(notify)->click();
    QTRY_VERIFY(!bench.says(u"are damaged"_s));
    QTRY_VERIFY(bench.says(u"In use now: None"_s));
    QVERIFY(!bench.stored().notifications);
}

void SettingsWindowTest::changeElsewhere_isFollowed()
{
    Bench bench;
    bench.open();
    QVERIFY(bench.settings.change([](Settings &all) {
        all.notifications = false;
        all.clipboardLife = Seconds(30);
    }));
    QVERIFY(!bench.box(notify)->isChecked());
    QVERIFY(bench.reset(notify)->isEnabled());
    QCOMPARE(bench.seconds()->value(), 30);
}

void SettingsWindowTest::search_findsWordsOfAllThatIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labels");
    const QStringList all{atLogin, showIcon, stayInTray, clearAfter, lockAfter,
                          forget,  remember, notify,     proxy};
    QTest::newRow("nothing") << u""_s << all;
    QTest::newRow("blanks") << u"  "_s << all;
    QTest::newRow("label") << u"session"_s << QStringList{atLogin};
    QTest::newRow("other case") << u"SESSION"_s << QStringList{atLogin};
    QTest::newRow("explanation") << u"asleep sleeps"_s << QStringList{};
    QTest::newRow("fingerprints") << u"fingerprint"_s << QStringList{remember};
    QTest::newRow("two words, two places") << u"keychain forget"_s << QStringList{forget};
    QTest::newRow("over several groups")
        << u"tray"_s << QStringList{atLogin, showIcon, stayInTray, notify};
    QTest::newRow("group") << u"network"_s << QStringList{proxy};
}

void SettingsWindowTest::search_findsWordsOfAllThatIsSaid()
{
    QFETCH(QString, text);
    QFETCH(QStringList, labels);
    Bench bench;
    bench.open();
    QTest::keyClicks(bench.search(), text);
    QCOMPARE(bench.shown(), labels);
    for (const QGroupBox *group : bench.window->findChildren<QGroupBox *>()) {
        const auto rows = group->findChildren<SettingRow *>();
        const bool isAny = std::any_of(rows.begin(), rows.end(),
                                       [](const SettingRow *row) { return row->isVisible(); });
        QCOMPARE(group->isVisible(), isAny);
    }
}

void SettingsWindowTest::searchWithoutResult_saysSo()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.says(u"No setting"_s));
    bench.search()->setText(u"<b>quantum\u202e"_s);
    QVERIFY(bench.says(u"No setting is about \"<b>quantum\\u{202E}\"."_s));
    QVERIFY(bench.shown().isEmpty());
    bench.search()->clear();
    QVERIFY(!bench.says(u"No setting"_s));
    QVERIFY(!bench.shown().isEmpty());
}

void SettingsWindowTest::shownAgain_startsAnew()
{
    Bench bench;
    bench.open();
    bench.makeUnwritable();
    bench.box(notify)->click();
    QVERIFY(bench.says(notSaved));
    bench.search()->setText(u"notifications"_s);
    bench.window->close();
    bench.present();
    QCOMPARE(bench.search()->text(), QString());
    QVERIFY(bench.search()->hasFocus());
    QVERIFY(!bench.says(notSaved));
}

void SettingsWindowTest::unusableLedger_isSaidAtItsRow()
{
    Bench bench;
    QFile newer(bench.folder.filePath(u"ledger.json"_s));
    QVERIFY(newer.open(QFile::WriteOnly) && newer.write(R"({"version":2})") > 0);
    newer.close();
    // As the composition root does it.
    connect(&bench.settings, &SettingsStore::changed, &bench.ledger, [&bench] {
        static_cast<void>(bench.ledger.setKept(bench.settings.settings().keepLedger));
    });
    bench.open();
    QVERIFY(!bench.says(u"newer version"_s));
    bench.box(remember)->click();
    QVERIFY(bench.says(newer.fileName()));
    QVERIFY(bench.says(u"newer version"_s));
    bench.box(remember)->click();
    QVERIFY(!bench.says(u"newer version"_s));
}

void SettingsWindowTest::keyboard_reachesEverything()
{
    Bench bench;
    QVERIFY(bench.settings.change([](Settings &all) {
        all.showTray = all.closeToTray = all.notifications = false;
        all.dropTokensOnLock = all.keepLedger = true;
        all.clipboardLife = Seconds(30);
        all.proxy.mode = Mode::None;
    }));
    bench.startsAtLogin = true;
    bench.open();
    QList<QWidget *> unreached;
    for (QWidget *widget : bench.window->findChildren<QWidget *>()) {
        if (qobject_cast<QAbstractButton *>(widget) && widget->isVisible() && widget->isEnabled()
            && widget->focusPolicy() != Qt::NoFocus)
            unreached.append(widget);
    }
    unreached.append(bench.seconds());
    QVERIFY(unreached.size() >= 16);
    QTRY_VERIFY(bench.window->focusWidget());
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Tab);
        unreached.removeAll(bench.window->focusWidget());
    }
    for (const QWidget *widget : std::as_const(unreached))
        qWarning() << widget;
    QVERIFY(unreached.isEmpty());
}

void SettingsWindowTest::tab_goesFromTheSearchDownToClose()
{
    Bench bench;
    bench.open();
    bench.box(notify)->click(); // its default can be pressed then
    bench.search()->setText(notify);
    bench.search()->setFocus();
    for (QWidget *next : std::initializer_list<QWidget *>{
             bench.box(notify), bench.reset(notify), bench.button(u"Close"_s), bench.search()}) {
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(bench.window->focusWidget(), next);
    }
}

void SettingsWindowTest::escape_closes()
{
    Bench bench;
    bench.open();
    QTest::keyClick(bench.search(), Qt::Key_Escape);
    QVERIFY(!bench.window->isVisible());
}

void SettingsWindowTest::controls_sayToAssistiveProgramsWhatTheyDo()
{
    Bench bench;
    bench.open();
    QVERIFY(bench.box(forget)->accessibleDescription().contains(u"keychain"_s));
    for (const QLabel *label : bench.window->findChildren<QLabel *>()) {
        if (label->text() == clearAfter)
            QCOMPARE(label->buddy(), bench.seconds());
    }
}

HOURPASS_TEST(SettingsWindowTest, QApplication)

} // namespace tst_settingswindow

#include "tst_settingswindow.moc"
