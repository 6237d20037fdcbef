// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/files.h"
#include "support/outcome.h"
#include "support/scratchservice.h"
#include "support/testprogram.h"
#include "support/vectors.h"
#include "ui/diagnosis/doctordialog.h"
#include "ui/inspector/inspectorpage.h"
#include "ui/mainwindow.h"
#include "ui/profiles/keydialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/profiles/profilelistpane.h"
#include "ui/profiles/restoredialog.h"
#include "ui/token/tokenpage.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace tst_mainwindow {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::ScriptedSecretStore;

/// The whole window on a real engine.
struct Bench : test::ScratchService {
    std::unique_ptr<MainWindow> window;

    void show()
    {
        window = std::make_unique<MainWindow>(engine, clipboard, copies,
                                              WindowState(folder.filePath(u"window.json"_s)));
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *candidate : window->findChildren<QPushButton *>()) {
            if (candidate->isVisible()
                && (candidate->text() == name || candidate->accessibleName() == name))
                return candidate;
        }
        return nullptr;
    }
    /// What stands beside a caption that is shown.
    QString value(const QString &caption) const
    {
        const QLabel *label = valueLabel(caption);
        return label ? label->text() : QString();
    }
    const QLabel *valueLabel(const QString &caption) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            const auto *value = qobject_cast<QLabel *>(label->buddy());
            if (label->text() == caption && label->isVisible() && value)
                return value;
        }
        return nullptr;
    }
    bool says(const QString &part) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(part))
                return true;
        }
        return false;
    }
    ProfileListPane *pane() const { return window->findChild<ProfileListPane *>(); }
    QListView *list() const { return pane()->findChild<QListView *>(); }
    QLineEdit *search() const { return pane()->findChild<QLineEdit *>(); }
    ProfileDialog *dialog() const { return window->findChild<ProfileDialog *>(); }
    KeyDialog *keyDialog() const { return window->findChild<KeyDialog *>(); }
    void trigger(const QString &text) const
    {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->text() == text)
                action->trigger();
        }
    }
    QAction *undoAction() const
    {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(QKeySequence::Undo) && !action->text().isEmpty())
                return action;
        }
        return nullptr;
    }
    /// Presses the cross of the notice that is shown.
    void closeNotice() const
    {
        for (QToolButton *candidate : window->findChildren<QToolButton *>()) {
            if (candidate->isVisible() && candidate->accessibleName() == "Close this notice"_L1)
                candidate->click();
        }
    }
    /// Changes a profile as another process would.
    void change(const ProfileId &id, const std::function<void(Profile &)> &change)
    {
        Profile profile = *profiles.find(id);
        change(profile);
        if (!profiles.update(profile))
            qFatal("the profile cannot be changed");
    }
    void setKeyEnd(const ProfileId &id, Seconds after)
    {
        const auto utc = std::chrono::duration_cast<Seconds>(clock.now().utc);
        change(id, [&](Profile &profile) { profile.keyExpiresAt = utc + after; });
    }
    QString listPath() const { return folder.filePath(u"profiles.json"_s); }
    /// As somebody does who edits the file.
    void rewriteList(const std::function<void(QByteArray &)> &change) const
    {
        QByteArray list = readSmallFile(listPath(), 1'000'000).value_or(QByteArray());
        change(list);
        if (!writePrivateFile(listPath(), list))
            qFatal("the list cannot be written");
    }
    /// Saves what the open profile dialog holds.
    void save() const
    {
        dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    }
};

QLineEdit *field(const ProfileDialog &dialog, QLatin1StringView caption)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->text() == caption)
            return qobject_cast<QLineEdit *>(label->buddy());
    }
    return nullptr;
}

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return u"nothing"_s;
    const QString name = widget->accessibleName();
    if (!name.isEmpty())
        return name;
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString::fromLatin1(widget->metaObject()->className());
}

// What the Tab key should reach.
QStringList focusable(const QWidget &window)
{
    QStringList names;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus
            && widget->window() == &window)
            names += nameOf(widget);
    }
    return names;
}

// What has the focus before each of that many presses of the Tab key.
QStringList tabFrom(QWidget *first, qsizetype presses)
{
    first->setFocus();
    QStringList names;
    for (qsizetype i = 0; i < presses; ++i) {
        names += nameOf(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    return names;
}

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWindow_offersTwoWaysToBegin()
    {
        Bench bench;
        bench.show();
        QVERIFY(bench.button(u"Add an API key"_s));
        QVERIFY(bench.button(u"Import a key file"_s));
        QVERIFY(!bench.button(u"Copy token"_s));
        bench.button(u"Add an API key"_s)->click();
        QTRY_VERIFY(bench.dialog());
    }

    void badEntry_isShownWithItsReasonAndCanBeRemoved()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"bad"_s, "key");
        bench.addProfile(u"good"_s, bench.userKey());
        bench.rewriteList([](QByteArray &list) {
            list.replace("\"name\": \"bad\"", "\"name\": \"bad\", \"keyStore\": 1");
        });
        QVERIFY(bench.profiles.load());
        bench.show();
        QCOMPARE(bench.list()->currentIndex().data().toString(), u"good"_s);
        bench.list()->setCurrentIndex(bench.list()->model()->index(1, 0));
        QVERIFY(bench.says(u"This profile cannot be used. The keychain of its key"_s));
        QVERIFY(!bench.button(u"Copy token"_s));
        QTest::keyClick(bench.list(), Qt::Key_Return); // nothing to copy
        bench.button(u"Remove from the list…"_s)->click();
        const auto answer = [&bench](const QString &text) {
            for (auto *button : bench.window->findChildren<QPushButton *>()) {
                if (qobject_cast<QMessageBox *>(button->window()) && button->text() == text)
                    button->click();
            }
        };
        answer(u"Cancel"_s);
        QCOMPARE(bench.profiles.badEntries().size(), 1);
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        answer(u"Remove"_s);
        QTRY_VERIFY(bench.profiles.badEntries().isEmpty());
        QVERIFY(!bench.keys.holds(id));
        QVERIFY(bench.button(u"Get token"_s)); // of the other
    }

    void badEntryAlone_isNoFirstStart()
    {
        Bench bench;
        bench.addProfile(u"bad"_s, "key");
        bench.rewriteList([](QByteArray &list) { list.replace("\"bad\"", "7"); });
        QVERIFY(bench.profiles.load());
        bench.show();
        QVERIFY(!bench.button(u"Add an API key"_s));
        QVERIFY(bench.says(u"Its name cannot be used"_s));
    }

    // Whoever has set it aside: here it was the command line, before or meanwhile.
    void damagedList_isToldAndRestored()
    {
        Bench bench;
        bench.addProfile(u"a"_s, "key-a");
        bench.addProfile(u"b"_s, "key-b");
        bench.rewriteList([](QByteArray &list) { list.chop(4); });
        QVERIFY(!ProfileStore(bench.listPath()).load());
        QVERIFY(bench.profiles.load());
        bench.profiles.watch();
        bench.show();
        QVERIFY(bench.says(u"The list of your profiles could not be read"_s));
        QVERIFY(bench.says(bench.listPath() + u".damaged"_s));
        QVERIFY(!bench.says(u"without copying keys around"_s));
        bench.button(u"Restore…"_s)->click();
        auto *dialog = bench.window->findChild<RestoreDialog *>();
        QVERIFY(dialog && bench.says(u"2 profiles can be restored."_s));
        for (QAbstractButton *button : dialog->findChild<QDialogButtonBox *>()->buttons()) {
            if (button->text() == u"Restore"_s)
                button->click();
        }
        QTRY_COMPARE(bench.profiles.profiles().size(), 2);
        QVERIFY(!bench.button(u"Restore…"_s));
        QVERIFY(bench.button(u"Get token"_s));
        QVERIFY(bench.says(u"2 profiles were restored."_s));

        bench.rewriteList([](QByteArray &list) { list = "{"; });
        QVERIFY(!ProfileStore(bench.listPath()).load());
        QTRY_VERIFY(bench.button(u"Restore…"_s));
        QVERIFY(bench.button(u"Get token"_s)); // what is in memory is still good
    }

    void addedProfile_isSelectedAndItsTokenShown()
    {
        Bench bench;
        bench.show();
        bench.button(u"Add profile"_s)->click();
        ProfileDialog *dialog = bench.dialog();
        QVERIFY(dialog);
        field(*dialog, "Name"_L1)->setText(u"prod"_s);
        field(*dialog, "API key"_L1)->setText(QString::fromLatin1(bench.userKey()));
        field(*dialog, "Endpoint"_L1)->setText(bench.iam.url().toString());
        field(*dialog, "CA file"_L1)->setText(bench.caFile());
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(bench.button(u"Get token"_s));
        QCOMPARE(bench.list()->currentIndex().data().toString(), u"prod"_s);
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QCOMPARE(bench.value(u"Time left"_s), u"1:00:00"_s);
        QVERIFY(bench.value(u"Identity"_s).startsWith(u"Ada Example (user) in account"_s));
        QVERIFY(
            bench.window->findChild<TokenPage *>()->findChild<QTableView *>()->model()->rowCount()
            > 10);
        const auto token = bench.iam.issuedTokens().constLast().token;
        QCOMPARE(bench.value(u"Fingerprint"_s), TokenFingerprint::of(token).toString());
        for (auto *copy : bench.window->findChildren<QToolButton *>()) {
            if (copy->accessibleName() == u"Copy: Fingerprint"_s)
                copy->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), bench.value(u"Fingerprint"_s));
    }

    void failedSave_keepsTheDialogWithWhatWasTyped()
    {
        Bench bench;
        bench.show();
        bench.button(u"Add profile"_s)->click();
        ProfileDialog *dialog = bench.dialog();
        field(*dialog, "Name"_L1)->setText(u"prod"_s);
        field(*dialog, "API key"_L1)->setText(QString(44, u'k'));
        bench.keys.failNext(ScriptedSecretStore::Operation::Write, ErrorCode::KeychainLocked);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        const auto says = [dialog](QStringView part) {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(part))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says(u"The keychain is locked."));
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(*dialog, "API key"_L1)->text().size(), 44);
        QVERIFY(bench.profiles.profiles().isEmpty());
    }

    void cancelledSave_endsWhatWaitsForTheKeychain()
    {
        Bench bench;
        bench.show();
        bench.button(u"Add profile"_s)->click();
        ProfileDialog *dialog = bench.dialog();
        field(*dialog, "Name"_L1)->setText(u"prod"_s);
        field(*dialog, "API key"_L1)->setText(QString(44, u'k'));
        bench.keys.hold();
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QVERIFY(bench.keys.isBusy());
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
        QTRY_VERIFY(!bench.dialog());
        QVERIFY(!bench.keys.isBusy());
        QVERIFY(bench.profiles.profiles().isEmpty());
    }

    void noKeychain_keyIsUsedForThisRunAndNothingIsWritten()
    {
        Bench bench;
        bench.show();
        bench.button(u"Add profile"_s)->click();
        ProfileDialog *dialog = bench.dialog();
        field(*dialog, "Name"_L1)->setText(u"prod"_s);
        field(*dialog, "API key"_L1)->setText(QString::fromLatin1(bench.userKey()));
        field(*dialog, "Endpoint"_L1)->setText(bench.iam.url().toString());
        field(*dialog, "CA file"_L1)->setText(bench.caFile());
        bench.keys.failNext(ScriptedSecretStore::Operation::Write, ErrorCode::KeychainMissing);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QTRY_VERIFY(bench.button(u"Get token"_s));
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QCOMPARE(bench.keys.count(ScriptedSecretStore::Operation::Read), 0);
        QFile file(bench.folder.filePath(u"profiles.json"_s));
        QVERIFY(!file.open(QFile::ReadOnly) || !file.readAll().contains("prod"));
    }

    void copy_getsATokenFirstWhereThereIsNone()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.button(u"Copy token"_s)->click();
        QTRY_COMPARE(bench.clipboard.state(), SecretClipboard::State::Holding);
        QCOMPARE(QApplication::clipboard()->text().toLatin1(),
                 bench.iam.issuedTokens().constLast().token);
        QVERIFY(bench.value(u"Clipboard status"_s).startsWith(u"holds the token of prod"_s));
    }

    void everyWayToCopy_marksTheToken()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        const QString token = QString::fromLatin1(bench.iam.issuedTokens().constLast().token);
        QSet<QString> ways; // those that gave the token
        const auto look = [&](const QString &way) {
            for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
                const QMimeData *data = QApplication::clipboard()->mimeData(mode);
                if (!data->text().contains(token))
                    continue;
                QVERIFY2(mode == QClipboard::Clipboard, qPrintable(way));
                QVERIFY2(data->hasFormat(u"x-kde-passwordManagerHint"_s), qPrintable(way));
                ways.insert(way);
            }
            QApplication::clipboard()->clear(QClipboard::Clipboard);
            QApplication::clipboard()->clear(QClipboard::Selection);
        };
        QList<QAction *> actions = bench.window->findChildren<QAction *>();
        for (QAction *action : std::exchange(actions, {})) {
            if (action->menu() && action->text().startsWith(u"Copy"_s))
                actions += action->menu()->actions();
            else if (action->text().remove(u'&').startsWith(u"Copy"_s))
                actions += action;
        }
        for (QAction *action : actions) {
            action->trigger();
            look(action->text());
        }
        for (auto *button : bench.window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(u"Copy"_s))
                button->click();
            look(button->accessibleName());
        }
        QVERIFY2(ways.size() >= 5, qPrintable(QStringList(ways.values()).join(u'|')));
        for (auto *button : bench.window->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == u"Show token"_s)
                button->click();
        }
        for (auto *widget : bench.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || qobject_cast<QAbstractButton *>(widget))
                continue;
            widget->setFocus();
            QTest::mouseDClick(widget, Qt::LeftButton);
            QTest::keySequence(widget, QKeySequence::SelectAll);
            QTest::keySequence(widget, QKeySequence::Copy);
            look(QString::fromLatin1(widget->metaObject()->className()));
        }
    }

    void copy_renewsWhatIsAboutToExpire()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.button(u"Copy token"_s)->click();
        QTRY_COMPARE(bench.iam.issuedTokens().size(), 1);
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        bench.clock.advance(Seconds(3600 - 301)); // 5:01 left: more than the profile's five minutes
        bench.button(u"Copy token"_s)->click();
        QTRY_COMPARE(bench.clipboard.timeLeft(), Seconds(60));
        QCOMPARE(bench.iam.issuedTokens().size(), 1);
        bench.clock.advance(Seconds(2));
        bench.button(u"Copy token"_s)->click();
        QTRY_COMPARE(bench.iam.issuedTokens().size(), 2);
        QTRY_COMPARE(QApplication::clipboard()->text().toLatin1(),
                     bench.iam.issuedTokens().constLast().token);
    }

    void expiredToken_isShownAsExpired()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.sessions.session(id).token);
        bench.clock.advance(Seconds(3601)); // as after a suspend
        QTRY_COMPARE(bench.value(u"Time left"_s), u"expired"_s);
        QVERIFY(bench.says(u"A copy gets a new one first."_s));
    }

    void fault_isShownInPlaceAndGoesWithTheNextSuccess()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        emulator::Behaviour broken;
        broken.fault = emulator::Fault::CaptivePortal;
        bench.iam.setBehaviourForNext(1, broken);
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.value(u"Problem"_s).contains(u"answered with a web page"_s));
        bench.button(u"Try again"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QVERIFY(bench.value(u"Problem"_s).isEmpty());
    }

    void failedRenewal_keepsTheTokenOnThePage()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        bench.iam.stop();
        bench.button(u"Renew token"_s)->click();
        QTRY_VERIFY(bench.value(u"Problem"_s).contains(u"refused the connection"_s));
        QCOMPARE(bench.value(u"Time left"_s), u"1:00:00"_s);
    }

    void runningRequest_canBeCancelledByKey()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        emulator::Behaviour silent;
        silent.fault = emulator::Fault::Silent;
        bench.iam.setBehaviour(silent);
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Cancel request"_s));
        QTRY_COMPARE(bench.iam.tokenRequests().size(), 1);
        bench.button(u"Cancel request"_s)->click();
        QTRY_VERIFY(!bench.button(u"Cancel request"_s));
        QVERIFY(bench.button(u"Get token"_s)->isEnabled());
        QVERIFY2(bench.value(u"Problem"_s).isEmpty(), "cancelling is not a fault");
    }

    void removedProfile_comesBackWithItsKeyInItsPlace()
    {
        Bench bench;
        bench.addProfile(u"a"_s, "key-a");
        const ProfileId id = bench.addProfile(u"b"_s, "key-b");
        bench.addProfile(u"c"_s, "key-c");
        bench.show();
        bench.list()->setCurrentIndex(bench.list()->model()->index(1, 0));
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QCOMPARE(bench.profiles.profiles().size(), 2);
        QVERIFY(bench.keys.holds(id));
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.profiles.indexOf(id), 1);
        QVERIFY(bench.keys.key(id) == Secret(QByteArrayView("key-b")));
        QCOMPARE(bench.list()->currentIndex().data().toString(), u"b"_s);
        QVERIFY(!bench.button(u"Undo"_s));
    }

    void severalRemovals_areUndoneByCtrlZ_lastFirst()
    {
        Bench bench;
        for (const QString &name : {u"a"_s, u"b & c"_s})
            bench.addProfile(name, "key");
        bench.show();
        QAction *undo = bench.undoAction();
        QVERIFY(!undo->isEnabled());
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QVERIFY(bench.profiles.profiles().isEmpty());
        QCOMPARE(undo->text(), u"&Undo remove \"b && c\""_s);
        QVERIFY(bench.says(u"b & c was removed"_s));
        QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.profiles.profiles().first().name, u"b & c"_s);
        QVERIFY2(bench.says(u"a was removed"_s), "what is still open is offered again");
        QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.profiles.profiles().first().name, u"a"_s);
        QVERIFY(!undo->isEnabled() && !bench.button(u"Undo"_s));
        QTest::keyClick(bench.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.profiles.profiles().size(), 2);
        QCOMPARE(bench.keys.count(ScriptedSecretStore::Operation::Remove), 0);
    }

    void undoButton_pressedTwiceOrLate_doesNothing()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"a"_s, "key-a");
        bench.show();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QPointer<QPushButton> undo = bench.button(u"Undo"_s);
        undo->click();
        Q_EMIT undo->clicked();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        bench.clock.advance(Removals::undoSpan);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.keys.holds(id), 20'000); // the timer looks every 10 s
        QTRY_VERIFY(!undo->isVisible());
        QVERIFY(!undo->isEnabled());
        Q_EMIT undo->clicked();
        QVERIFY(bench.profiles.profiles().isEmpty());
    }

    void closingTheNotice_deletesTheKey()
    {
        Bench bench;
        const ProfileId first = bench.addProfile(u"a"_s, "key-a");
        const ProfileId second = bench.addProfile(u"b"_s, "key-b");
        bench.show();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        bench.closeNotice();
        QTRY_VERIFY(!bench.keys.holds(second));
        QVERIFY(bench.keys.holds(first));
        QTRY_VERIFY(bench.says(u"a was removed"_s));
        bench.closeNotice();
        QTRY_VERIFY(!bench.keys.holds(first));
        QTRY_VERIFY(!bench.button(u"Undo"_s));
    }

    void otherNotices_doNotEndTheUndo()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"a"_s, "key-a");
        bench.show();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        bench.trigger(u"&Lock"_s);
        QVERIFY(bench.says(u"Secrets are hidden"_s));
        bench.closeNotice();
        QVERIFY(bench.says(u"a was removed"_s));
        QVERIFY(bench.keys.holds(id));
        bench.button(u"Undo"_s)->click();
        QVERIFY(bench.profiles.find(id));
    }

    void keyOfThisRun_comesBackWithItsProfile()
    {
        Bench bench;
        Profile passing;
        passing.id = ProfileId::create();
        passing.name = u"passing"_s;
        passing.endpoint = Endpoint::parse(bench.iam.url().toString()).value();
        passing.caFile = bench.caFile();
        passing.kept = Profile::Kept::ForThisRun;
        QVERIFY(bench.profiles.add(passing));
        bench.sessions.keepKeyForThisRun(passing.id, Secret(bench.userKey()));
        bench.show();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QVERIFY(bench.profiles.profiles().isEmpty());
        bench.button(u"Undo"_s)->click();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        bench.closeNotice();
        QTRY_VERIFY(bench.profiles.pendingRemovals().isEmpty());
        QVERIFY(!test::await(bench.sessions.readKey(passing.id, SecretStore::Prompt::Never)));
    }

    void deleteKey_elsewhere_removesNoProfile()
    {
        Bench bench;
        bench.addProfile(u"a"_s, "key-a");
        bench.show();
        bench.trigger(u"&Inspector"_s);
        auto *inspector = bench.window->findChild<InspectorPage *>();
        inspector->inspectText(QString::fromUtf8(test::adversarialToken(u"good_key1"_s)));
        auto *tokens = inspector->findChild<QListView *>();
        QTRY_COMPARE(tokens->model()->rowCount(), 1);
        QTRY_VERIFY(tokens->hasFocus());
        QTest::keyClick(tokens, Qt::Key_Delete);
        QTest::keyClick(bench.list(), Qt::Key_Escape); // all that was pressed has been dealt with
        QCOMPARE(bench.profiles.profiles().size(), 1);
        QVERIFY(!bench.button(u"Undo"_s));
    }
    void keyThatIsNotDeleted_isToldAndCanBeTriedAgain()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"a"_s, "key-a");
        bench.show();
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        bench.keys.failNext(ScriptedSecretStore::Operation::Remove, ErrorCode::KeychainNotDeleted);
        bench.closeNotice();
        QTRY_VERIFY(bench.says(u"still in the keychain"_s));
        QVERIFY(bench.keys.holds(id));
        QVERIFY2(bench.undoAction()->isEnabled(), "it can be undone as well");
        bench.button(u"Delete the key now"_s)->click();
        QTRY_VERIFY(!bench.keys.holds(id));
        QVERIFY(bench.profiles.pendingRemovals().isEmpty());
        QTRY_VERIFY(!bench.says(u"still in the keychain"_s));
    }

    void tabKey_reachesEverythingInReadingOrder_data()
    {
        QTest::addColumn<bool>("hasToken");
        QTest::newRow("no token yet") << false;
        QTest::newRow("a token") << true;
    }
    void tabKey_reachesEverythingInReadingOrder()
    {
        QFETCH(bool, hasToken);
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        if (hasToken) {
            bench.button(u"Get token"_s)->click();
            QTRY_VERIFY(bench.button(u"Copy token"_s)->isEnabled()
                        && bench.button(u"Renew token"_s));
        }
        QStringList wanted = focusable(*bench.window);
        QStringList reached = tabFrom(bench.search(), wanted.size());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(bench.search()));
        QCOMPARE(reached.first(4),
                 (QStringList{u"Search profiles"_s, u"Profiles"_s, u"Add profile"_s,
                              u"Import key file"_s}));
        if (hasToken) {
            QCOMPARE(reached.at(4), u"Pages"_s);
            QCOMPARE(reached.at(5), u"Copy token"_s);
            QCOMPARE(reached.at(6), u"Copy as"_s);
            QCOMPARE(reached.at(7), u"Renew token"_s);
            QCOMPARE(reached.last(), u"Claims"_s);
        }
        std::sort(reached.begin(), reached.end());
        std::sort(wanted.begin(), wanted.end());
        QCOMPARE(reached, wanted);
    }
    void tabKey_reachesTheWholeInspector()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.trigger(u"&Inspector"_s);
        auto *inspector = bench.window->findChild<InspectorPage *>();
        inspector->inspectText(QString::fromUtf8(test::adversarialToken(u"good_key1"_s)));
        QTRY_COMPARE(inspector->findChild<QListView *>()->model()->rowCount(), 1);
        QStringList wanted = focusable(*bench.window);
        QStringList reached = tabFrom(bench.search(), wanted.size());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(bench.search()));
        QCOMPARE(reached.at(4), u"Pages"_s);
        QVERIFY(reached.indexOf(u"Text to inspect"_s) < reached.indexOf(u"Tokens found"_s));
        QVERIFY(reached.indexOf(u"Tokens found"_s) < reached.indexOf(u"Token claims"_s));
        QCOMPARE(reached.last(), u"Copy report"_s);
        std::sort(reached.begin(), reached.end());
        std::sort(wanted.begin(), wanted.end());
        QCOMPARE(reached, wanted);
    }
    void firstStart_hasTheFocusWhereItBegins()
    {
        Bench bench;
        bench.show();
        QCOMPARE(nameOf(QApplication::focusWidget()), u"Add an API key"_s);
    }
    void searchWithoutAMatch_saysSo()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.addProfile(u"staging"_s, bench.userKey());
        bench.show();
        auto *list = bench.list();
        list->setCurrentIndex(list->model()->index(1, 0));
        bench.search()->setText(u"zzz"_s);
        QVERIFY(!bench.button(u"Add an API key"_s));
        QVERIFY(bench.says(u"No profile has this in its name."_s));
        bench.search()->clear();
        QCOMPARE(list->currentIndex().data().toString(), u"staging"_s);
    }
    void profileOfAnotherProcess_leavesTheChoice()
    {
        Bench bench;
        bench.profiles.watch();
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.addProfile(u"staging"_s, bench.userKey());
        bench.show();
        auto *list = bench.list();
        list->setCurrentIndex(list->model()->index(1, 0));
        ProfileStore other(bench.folder.filePath(u"profiles.json"_s));
        QVERIFY(other.load());
        Profile profile = other.profiles().first();
        profile.id = ProfileId::create();
        profile.name = u"new"_s;
        QVERIFY(other.add(profile));
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->currentIndex().data().toString(), u"staging"_s);
        QVERIFY(!bench.button(u"Add an API key"_s));
    }
    void search_hidesWhatDoesNotMatch()
    {
        Bench bench;
        bench.addProfile(u"prod-admin"_s, "k");
        bench.addProfile(u"staging"_s, "k");
        bench.show();
        bench.search()->setText(u"STAG"_s);
        QCOMPARE(bench.list()->model()->rowCount(), 1);
        QCOMPARE(bench.list()->model()->index(0, 0).data().toString(), u"staging"_s);
    }

    void doctor_checksTheChosenProfile()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        QAction *open = nullptr;
        for (QAction *action : bench.window->findChildren<QAction *>()) {
            if (action->text() == u"Connection &doctor…"_s)
                open = action;
        }
        QVERIFY(open);
        open->trigger();
        auto *doctor = bench.window->findChild<DoctorDialog *>();
        QVERIFY(doctor && doctor->isVisible() && !doctor->isModal());
        // Before it ends, so that no proxy of this computer plays a part.
        QTRY_VERIFY(bench.keys.count(ScriptedSecretStore::Operation::Read) == 1);
        QCOMPARE(bench.keys.lastPrompt(), SecretStore::Prompt::Never);
        open->trigger(); // begins anew, in a dialog of its own
        QCOMPARE(bench.window->findChildren<DoctorDialog *>().size(), 1);
        bench.window->findChild<DoctorDialog *>()->close();
        QTRY_VERIFY(!bench.window->findChild<DoctorDialog *>());
        QCOMPARE(bench.iam.tokenRequests().size(), 0);
    }

    void quit_endsMoreThanTheWindow()
    {
        Bench bench;
        bench.show();
        QSignalSpy quits(bench.window.get(), &MainWindow::quitRequested);
        QSignalSpy closed(qApp, &QGuiApplication::lastWindowClosed);
        bench.trigger(u"&Quit"_s);
        QCOMPARE(quits.size(), 1);
        bench.window->toggle();
        QVERIFY(!bench.window->isVisible());
        QCOMPARE(closed.size(), 0); // put away is not closed
        bench.window->toggle();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    }

    void menus_haveUniqueMnemonicsAndShortcuts()
    {
        Bench bench;
        bench.show();
        QStringList shortcuts;
        for (const QAction *menu : bench.window->menuBar()->actions()) {
            QStringList mnemonics;
            for (const QAction *action : menu->menu()->actions()) {
                const qsizetype at = action->text().indexOf(u'&');
                if (at >= 0)
                    mnemonics += action->text().mid(at + 1, 1).toLower();
                if (!action->shortcut().isEmpty())
                    shortcuts += action->shortcut().toString();
            }
            QVERIFY2(mnemonics.removeDuplicates() == 0, qPrintable(menu->text()));
        }
        QVERIFY(shortcuts.size() > 8);
        QCOMPARE(shortcuts.removeDuplicates(), 0);
    }

    void trustedProfile_showsBothIdentitiesAndBothEnds()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"audit"_s, bench.userKey());
        bench.change(id, [&](Profile &profile) {
            profile.assumeProfile = TrustedProfile::parse(bench.iam.profile(u"auditor").id).value();
        });
        bench.show();
        QCOMPARE(bench.value(u"Key's own token ends at"_s), QString());
        emulator::Behaviour shorter;
        shorter.lifetime = std::chrono::seconds(900);
        bench.iam.setBehaviourForNext(1, {});
        bench.iam.setBehaviourForNext(1, shorter);
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QCOMPARE(bench.value(u"Identity"_s).section(u", by"_s, 0, 0),
                 u"prod-auditor (trusted profile) in account 012345…abcdef"_s);
        QVERIFY(bench.value(u"Identity"_s).endsWith(u"really Ada Example"_s));
        const QLabel *identity = bench.valueLabel(u"Identity"_s);
        QTRY_VERIFY(identity->height() >= identity->heightForWidth(identity->width()));
        QVERIFY(!bench.value(u"Key's own token ends at"_s).isEmpty());
        QVERIFY(bench.value(u"Key's own token ends at"_s) != bench.value(u"Expires at"_s));
    }

    void failedAssuming_saysThatTheKeyWorks()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"audit"_s, bench.userKey());
        bench.change(id, [&](Profile &profile) {
            profile.assumeProfile = TrustedProfile::parse(bench.iam.profile(u"closed").id).value();
        });
        bench.show();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.says(u"The key works, but"_s));
        QVERIFY(bench.says(u"conditions of the trusted profile are not met"_s));
    }

    void checkKey_showsItsDetails_andWarnsOfItsEnd()
    {
        Bench bench;
        bench.addProfile(u"prod"_s, bench.userKey());
        emulator::Behaviour dated;
        dated.set = {
            {u"expires_at"_s, QDateTime::currentDateTimeUtc().addDays(9).toString(Qt::ISODate)}};
        bench.iam.setKeyDetailsBehaviour(dated);
        bench.show();
        QVERIFY(!bench.says(u"The key ends in"_s));
        QCOMPARE(bench.iam.requests().size(), 0);
        bench.trigger(u"Check &key…"_s);
        QVERIFY(bench.keyDialog());
        QTRY_COMPARE(bench.value(u"Owner"_s), u"IBMid-1000000ABC"_s);
        bench.keyDialog()->reject();
        QTRY_VERIFY(!bench.keyDialog());
        QVERIFY(bench.says(u"The key ends in 9 day"_s)); // on the page
        QCOMPARE(bench.iam.keyDetailsRequests().size(), 1);
    }

    void checkKey_isEndedWithItsDialog()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        emulator::Behaviour silent;
        silent.fault = emulator::Fault::Silent;
        bench.iam.setBehaviour(silent);
        bench.show();
        bench.trigger(u"Check &key…"_s);
        QTRY_COMPARE(bench.iam.tokenRequests().size(), 1);
        bench.keyDialog()->reject();
        QTRY_VERIFY(!bench.keyDialog());
        QCOMPARE(bench.sessions.session(id).phase, TokenSession::Phase::Idle);
    }

    void keyEnd_isWarnedOfWhereItIsNear_data()
    {
        QTest::addColumn<Seconds>("after");
        QTest::addColumn<QString>("warning"); // empty: none
        QTest::newRow("far") << Seconds(std::chrono::days(15)) << QString();
        QTest::newRow("near") << Seconds(std::chrono::days(3)) << u"The key ends in 3 day"_s;
        QTest::newRow("past") << Seconds(-std::chrono::days(3)) << u"The key expired on"_s;
    }
    void keyEnd_isWarnedOfWhereItIsNear()
    {
        QFETCH(const Seconds, after);
        QFETCH(const QString, warning);
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        bench.addProfile(u"zzz"_s, bench.userKey());
        bench.setKeyEnd(id, after);
        bench.show();
        QCOMPARE(bench.says(warning.isEmpty() ? u"The key "_s : warning), !warning.isEmpty());
        bench.list()->setCurrentIndex(bench.list()->model()->index(1, 0));
        QVERIFY(!bench.says(u"The key "_s)); // it is that profile's
    }

    void pastKeyEnd_isNoWarningWhereTheKeyWorks()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        bench.setKeyEnd(id, -std::chrono::days(3));
        bench.show();
        QVERIFY(bench.says(u"The key expired on"_s));
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        QVERIFY(!bench.says(u"The key expired on"_s));
    }

    void edit_doesNotWriteBackWhatChangedMeanwhile()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        bench.show();
        bench.trigger(u"&Edit profile…"_s);
        bench.setKeyEnd(id, std::chrono::days(300));
        const Profile dated = *bench.profiles.find(id);
        field(*bench.dialog(), "Name"_L1)->setText(u"production"_s);
        bench.save();
        QTRY_VERIFY(!bench.dialog());
        QCOMPARE(bench.profiles.find(id)->name, u"production"_s);
        QVERIFY(bench.profiles.find(id)->keyExpiresAt == dated.keyExpiresAt);
    }

    void newKey_forgetsTheEndOfTheOldOne()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, bench.userKey());
        bench.setKeyEnd(id, std::chrono::days(3));
        bench.show();
        bench.trigger(u"&Edit profile…"_s);
        field(*bench.dialog(), "API key"_L1)
            ->setText(QString::fromLatin1(bench.iam.key(u"service").secret));
        bench.save();
        QTRY_VERIFY(!bench.dialog());
        QVERIFY(!bench.profiles.find(id)->keyExpiresAt);
        QVERIFY(!bench.says(u"The key ends"_s));
    }

    void changedTrustedProfile_dropsTheTokenAndKeepsAKeyForThisRun()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, "of the keychain");
        bench.change(id, [](Profile &profile) { profile.kept = Profile::Kept::ForThisRun; });
        bench.sessions.keepKeyForThisRun(id, Secret(QByteArrayView(bench.userKey())));
        bench.show();
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.button(u"Renew token"_s));
        bench.trigger(u"&Edit profile…"_s);
        field(*bench.dialog(), "Trusted profile (optional)"_L1)
            ->setText(bench.iam.profile(u"auditor").id);
        bench.save();
        QTRY_VERIFY(bench.button(u"Get token"_s)); // the old one is another identity's
        bench.button(u"Get token"_s)->click();
        QTRY_VERIFY(bench.value(u"Identity"_s).startsWith(u"prod-auditor"_s));
    }

    void windowPlace_isRemembered()
    {
        Bench bench;
        bench.show();
        bench.window->resize(900, 640);
        bench.window->close();
        bench.show();
        QCOMPARE(bench.window->size(), QSize(900, 640));
    }
};

HOURPASS_TEST(MainWindowTest, QApplication)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
