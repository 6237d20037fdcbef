// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secretclipboard.h"
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/inspector/inspectorpage.h"
#include "ui/mainwindow.h"
#include "ui/parts/copyflow.h"
#include "ui/profiles/removalflow.h"
#include "ui/settings/globalkeys.h"
#include "ui/settings/shortcutsdialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace tst_shortcutsdialog {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// The dialog as the window opens it, with the window's own commands.
struct Bench : test::ScratchEngine {
    SecretClipboard clipboard{*QApplication::clipboard(), clock.clock()};
    CopyFlow copies{profiles, sessions, clipboard};
    std::unique_ptr<MainWindow> window;

    ProfileId addProfile(const QString &name)
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = name;
        return profiles.add(profile) ? profile.id : ProfileId();
    }
    void open()
    {
        window = std::make_unique<MainWindow>(engine, clipboard, copies,
                                              WindowState(folder.filePath(u"window.json"_s)));
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
        QTest::keyClick(window.get(), Qt::Key_F1);
        if (!dialog() || !QTest::qWaitForWindowActive(dialog()))
            qFatal("the dialog does not become active");
    }
    ShortcutsDialog *dialog() const { return window->findChild<ShortcutsDialog *>(); }
    QTableView *table() const { return dialog()->findChild<QTableView *>(); }
    QComboBox *profile() const { return dialog()->findChild<QComboBox *>(); }
    QLineEdit *line(const QString &name) const
    {
        for (QLineEdit *candidate : dialog()->findChildren<QLineEdit *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : dialog()->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    bool says(const QString &part) const
    {
        const auto labels = dialog()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&part](const QLabel *label) { return label->text().contains(part); });
    }
    QStringList commands() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, 0).data().toString());
        return names;
    }
};

class ShortcutsDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandWithKeys_isListed();
    void noTwoCommands_shareTheirKeys();
    void search_findsCommandsAndKeys();
    void list_isCopied();
    void command_isForTheChosenProfile();
    void command_followsTheProfiles();
    void withoutProfile_thereIsNothingToCopy();
    void globalShortcuts_areLookedForAndToldOf();
    void tab_goesInTheOrderInWhichItReads();
    void secondCall_opensNoSecondDialog();
    void escape_closes();
};

void ShortcutsDialogTest::everyCommandWithKeys_isListed()
{
    Bench bench;
    bench.open();
    qsizetype withKeys = 0;
    for (const QAction *action : bench.window->findChildren<QAction *>()) {
        // Fields have commands of their own for their menus.
        const bool isCommand = action->parent() == bench.window.get()
            || qobject_cast<InspectorPage *>(action->parent())
            || qobject_cast<RemovalFlow *>(action->parent());
        if (!isCommand || action->shortcuts().isEmpty())
            continue;
        ++withKeys;
        QVERIFY2(bench.commands().contains(action->iconText().remove(u'…')),
                 qPrintable(action->text()));
    }
    QVERIFY(withKeys > 10);
    QCOMPARE(bench.commands().size(), withKeys);
}

void ShortcutsDialogTest::noTwoCommands_shareTheirKeys()
{
    Bench bench;
    bench.open();
    QStringList keys;
    for (int row = 0; row < bench.table()->model()->rowCount(); ++row)
        keys += bench.table()->model()->index(row, 1).data().toString().split(u", "_s);
    QVERIFY(!keys.contains(QString()));
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
}

void ShortcutsDialogTest::search_findsCommandsAndKeys()
{
    Bench bench;
    bench.open();
    QTest::keyClicks(bench.line(u"Search shortcuts"_s), u"ctrl+shift+l"_s);
    QCOMPARE(bench.commands(), QStringList{u"Lock"_s});
    bench.line(u"Search shortcuts"_s)->setText(u"network log"_s);
    QCOMPARE(bench.commands(), QStringList{u"Network log"_s});
}

void ShortcutsDialogTest::list_isCopied()
{
    Bench bench;
    bench.open();
    bench.button(u"Copy list"_s)->click();
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"Command\tShortcut\tMenu\n"_s));
    QVERIFY(text.contains(u"Lock\tCtrl+Shift+L\tFile\n"_s));
    QVERIFY(text.contains(u"Keyboard shortcuts\tF1, Ctrl+?\tHelp\n"_s));
}

void ShortcutsDialogTest::command_isForTheChosenProfile()
{
    Bench bench;
    bench.addProfile(u"prod"_s);
    bench.addProfile(u"it's mine"_s);
    bench.open();
    QCOMPARE(bench.line(u"Command"_s)->text(), u"hourpass --copy prod"_s);
    bench.profile()->setCurrentIndex(1);
    QCOMPARE(bench.line(u"Command"_s)->text(), u"hourpass --copy 'it'\\''s mine'"_s);
    bench.button(u"Copy command"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"hourpass --copy 'it'\\''s mine'"_s);
}

void ShortcutsDialogTest::command_followsTheProfiles()
{
    Bench bench;
    const ProfileId first = bench.addProfile(u"first"_s);
    const ProfileId second = bench.addProfile(u"second"_s);
    bench.open();
    bench.profile()->setCurrentIndex(1);
    Profile renamed = *bench.profiles.find(second);
    renamed.name = u"third"_s;
    QVERIFY(bench.profiles.update(renamed));
    QCOMPARE(bench.line(u"Command"_s)->text(), u"hourpass --copy third"_s);
    QVERIFY(bench.profiles.remove(first));
    QCOMPARE(bench.profile()->count(), 1);
    QCOMPARE(bench.line(u"Command"_s)->text(), u"hourpass --copy third"_s);
}

void ShortcutsDialogTest::withoutProfile_thereIsNothingToCopy()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.line(u"Command"_s)->text(), u"hourpass --copy NAME"_s);
    QVERIFY(!bench.button(u"Copy command"_s)->isEnabled());
    QVERIFY(!bench.profile()->isEnabled());
}

void ShortcutsDialogTest::globalShortcuts_areLookedForAndToldOf()
{
    using State = GlobalKeys::State;
    Bench bench;
    bench.open();
    GlobalKeys &keys = bench.window->globalKeys();
    QSignalSpy wanted(&keys, &GlobalKeys::setWanted);
    QPushButton *set = bench.button(u"Set global shortcuts…"_s);
    QVERIFY(!set->isEnabled());
    keys.tell(State::NotThere, {});
    QVERIFY(bench.says(u"not offered by this desktop"_s));
    QVERIFY(!set->isEnabled());
    keys.tell(State::NotSet, {});
    QVERIFY(bench.says(u"None are set"_s));
    set->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).value<quintptr>(), bench.dialog()->winId());
    keys.tell(State::Asking, {});
    QVERIFY(bench.says(u"waiting for your choice"_s));
    keys.tell(State::Set, {u"Ctrl+Alt+C"_s, u"<b>\u202e"_s});
    QVERIFY(bench.says(u"are set: Ctrl+Alt+C, <b>\\u{202E}"_s));
    bench.dialog()->close();
    QTRY_VERIFY(!bench.dialog());
    QSignalSpy looks(&keys, &GlobalKeys::lookWanted);
    QTest::keyClick(bench.window.get(), Qt::Key_F1);
    QCOMPARE(looks.count(), 1);
    QVERIFY(bench.says(u"are set"_s));
}

void ShortcutsDialogTest::tab_goesInTheOrderInWhichItReads()
{
    Bench bench;
    bench.addProfile(u"prod"_s);
    bench.open();
    bench.window->globalKeys().tell(GlobalKeys::State::NotSet, {});
    QTRY_VERIFY(bench.line(u"Search shortcuts"_s)->hasFocus());
    for (const QWidget *next : std::initializer_list<QWidget *>{
             bench.table(), bench.button(u"Set global shortcuts…"_s), bench.profile(),
             bench.line(u"Command"_s), bench.button(u"Copy command"_s)}) {
        QTest::keyClick(bench.dialog()->focusWidget(), Qt::Key_Tab);
        QCOMPARE(bench.dialog()->focusWidget(), next);
    }
}

void ShortcutsDialogTest::secondCall_opensNoSecondDialog()
{
    Bench bench;
    bench.open();
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(bench.window.get(), Qt::Key_Question, Qt::ControlModifier);
    QTRY_VERIFY(bench.dialog()->isActiveWindow());
    QCOMPARE(bench.window->findChildren<ShortcutsDialog *>().size(), 1);
}

void ShortcutsDialogTest::escape_closes()
{
    Bench bench;
    bench.open();
    QTest::keyClick(bench.line(u"Search shortcuts"_s), Qt::Key_Escape);
    QTRY_VERIFY(!bench.dialog());
}

HOURPASS_TEST(ShortcutsDialogTest, QApplication)

} // namespace tst_shortcutsdialog

#include "tst_shortcutsdialog.moc"
