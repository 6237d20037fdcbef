// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secretclipboard.h"
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/parts/copyforms.h"
#include "ui/tray/profileusage.h"
#include "ui/tray/traymenu.h"

#include <QGuiApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace tst_traymenu {

using namespace hourpass;
using namespace Qt::StringLiterals;

struct Bench : test::ScratchEngine {
    SecretClipboard clipboard{*QGuiApplication::clipboard(), clock.clock()};
    ProfileUsage usage{folder.filePath(u"tray.json"_s)};
    std::unique_ptr<TrayMenu> tray = make(TrayMenu::DrawnBy::Qt);

    std::unique_ptr<TrayMenu> make(TrayMenu::DrawnBy drawnBy)
    {
        return std::make_unique<TrayMenu>(engine, clipboard, usage, drawnBy);
    }
    ProfileId add(const QString &name, bool pinned = false)
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = name;
        profile.pinned = pinned;
        const bool added = profiles.add(profile).has_value();
        tray->refresh();
        return added ? profile.id : ProfileId();
    }
    QStringList texts(const QMenu *menu = nullptr) const
    {
        QStringList list;
        for (const QAction *action : (menu ? menu : tray->menu())->actions()) {
            if (action->isVisible())
                list += action->isSeparator() ? u"-"_s : action->text();
        }
        return list;
    }
    QAction *action(const QString &beginning, const QMenu *menu = nullptr) const
    {
        for (QAction *candidate : (menu ? menu : tray->menu())->actions()) {
            if (candidate->text().startsWith(beginning))
                return candidate;
        }
        return nullptr;
    }
};

class TrayMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noProfiles_leavesTheFixedEntries()
    {
        Bench bench;
        QCOMPARE(
            bench.texts(),
            (QStringList{u"No profiles yet"_s, u"-"_s, u"Inspect clipboard"_s, u"Clear clipboard"_s,
                         u"-"_s, u"Open Hourpass"_s, u"Settings…"_s, u"-"_s, u"Quit"_s}));
        QVERIFY(!bench.action(u"No profiles"_s)->isEnabled());
        QVERIFY(!bench.action(u"Clear"_s)->isEnabled());
    }

    void profiles_areEntries_thatCopy()
    {
        Bench bench;
        bench.add(u"b"_s);
        const ProfileId a = bench.add(u"a"_s, true);
        QCOMPARE(bench.texts().first(4),
                 (QStringList{u"a — no token yet"_s, u"b — no token yet"_s, u"Copy as"_s, u"-"_s}));
        QSignalSpy copies(bench.tray.get(), &TrayMenu::copyRequested);
        bench.action(u"a "_s)->trigger();
        QTRY_COMPARE(copies.size(), 1);
        QCOMPARE(copies.first().at(0).value<ProfileId>(), a);
        QCOMPARE(copies.first().at(1).value<TokenFormat>(), TokenFormat::Raw);
    }

    void otherForms_areInASubmenuOfEachProfile()
    {
        Bench bench;
        const ProfileId id = bench.add(u"a"_s);
        const QMenu *forms = bench.action(u"a "_s, bench.action(u"Copy as"_s)->menu())->menu();
        QCOMPARE(bench.texts(forms).size(), copyForms().size());
        QSignalSpy copies(bench.tray.get(), &TrayMenu::copyRequested);
        bench.action(u"Bearer"_s, forms)->trigger();
        QTRY_COMPARE(copies.size(), 1);
        QCOMPARE(copies.first().at(0).value<ProfileId>(), id);
        QCOMPARE(copies.first().at(1).value<TokenFormat>(), TokenFormat::Bearer);
    }

    void whatTheMenuHasNoRoomFor_isUnderMore()
    {
        Bench bench;
        for (int i = 0; i < trayEntries + 2; ++i)
            bench.add(u"p%1"_s.arg(i));
        QVERIFY(bench.action(u"More"_s)->isVisible());
        QCOMPARE(bench.texts(bench.action(u"More"_s)->menu()),
                 (QStringList{u"p8 — no token yet"_s, u"p9 — no token yet"_s}));
        QVERIFY(bench.profiles.remove(bench.profiles.profiles().first().id));
        QVERIFY(bench.profiles.remove(bench.profiles.profiles().first().id));
        bench.tray->refresh();
        QVERIFY(!bench.action(u"More"_s)->isVisible());
    }

    void opening_bringsOrderAndTextsUpToDate()
    {
        Bench bench;
        bench.add(u"a"_s);
        const ProfileId b = bench.add(u"b"_s);
        bench.usage.note(b);
        QVERIFY(bench.texts().first().startsWith(u'a'));
        Q_EMIT bench.tray->menu()->aboutToShow();
        QVERIFY(bench.texts().first().startsWith(u'b'));
    }

    void openMenu_isNotRearranged()
    {
        Bench bench;
        bench.add(u"a"_s);
        const ProfileId b = bench.add(u"b"_s);
        bench.tray->menu()->popup({});
        bench.usage.note(b);
        bench.tray->refresh();
        QVERIFY(bench.texts().first().startsWith(u'a'));
        bench.tray->menu()->close();
        bench.tray->refresh();
        QVERIFY(bench.texts().first().startsWith(u'b'));
    }

    // A panel may send a click on what it was told of before.
    void entry_isNeverAnotherProfiles()
    {
        Bench bench;
        bench.add(u"a"_s);
        const ProfileId b = bench.add(u"b"_s);
        const QPointer<QAction> entry = bench.action(u"a "_s);
        bench.usage.note(b);
        bench.tray->refresh();
        QVERIFY(!entry || entry->text().startsWith(u'a'));
    }

    void names_keepWhatMarksLettersForTheKeyboard()
    {
        Bench bench;
        bench.add(u"R&D_x & y_z"_s);
        QCOMPARE(bench.texts().first(), u"R&&D_x && y_z — no token yet"_s);
        const auto panel = bench.make(TrayMenu::DrawnBy::Panel);
        QCOMPARE(bench.texts(panel->menu()).first(), u"R&&D__x & y__z — no token yet"_s);
    }

    void clear_canBeChosenWhileTheClipboardIsOurs()
    {
        Bench bench;
        bench.clipboard.copy(Secret(QByteArrayView("t")), u"a"_s);
        bench.tray->refresh();
        QVERIFY(bench.action(u"Clear"_s)->isEnabled());
        bench.clipboard.clear();
        bench.tray->refresh();
        QVERIFY(!bench.action(u"Clear"_s)->isEnabled());
    }

    void fixedEntries_ask()
    {
        Bench bench;
        QSignalSpy window(bench.tray.get(), &TrayMenu::windowRequested);
        QSignalSpy settings(bench.tray.get(), &TrayMenu::settingsRequested);
        QSignalSpy quit(bench.tray.get(), &TrayMenu::quitRequested);
        bench.action(u"Open"_s)->trigger();
        bench.action(u"Settings"_s)->trigger();
        bench.action(u"Quit"_s)->trigger();
        QCOMPARE(window.size() * 100 + settings.size() * 10 + quit.size(), 111);
    }
};

HOURPASS_TEST(TrayMenuTest, QApplication)

} // namespace tst_traymenu

#include "tst_traymenu.moc"
