// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/orphanflow.h"

#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/parts/noticebar.h"
#include "ui/profiles/orphansdialog.h"
#include "ui/profiles/profiledialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_orphanflow {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ScriptedSecretStore;
using Operation = ScriptedSecretStore::Operation;

/// A window with a notice bar, and two keys that no profile names.
struct Bench : test::ScratchEngine {
    QWidget window;
    NoticeBar notices{&window};
    OrphanFlow flow{engine, notices, &window};
    ProfileId older = ProfileId::create();
    ProfileId newer = ProfileId::create();

    Bench()
    {
        putAged(older, 48h);
        putAged(newer, 1h);
        window.show();
    }
    void putAged(const ProfileId &id, Seconds age)
    {
        keys.put(id, "key", std::chrono::duration_cast<Seconds>(clock.now().utc) - age);
    }
    OrphansDialog *dialog() const { return window.findChild<OrphansDialog *>(); }
    QListView *list() const { return dialog()->findChild<QListView *>(); }
    QStringList lines() const
    {
        QStringList lines;
        const auto *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            lines += model->index(row, 0).data().toString();
        return lines;
    }
    /// Opens the dialog and waits for what it shows.
    bool open(int rows = 2)
    {
        flow.open();
        return QTest::qWaitFor([this, rows] { return lines().size() == rows; });
    }
    void choose(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    static QPushButton *button(const QWidget *parent, const QString &text)
    {
        for (QPushButton *candidate : parent->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    QPushButton *make() const { return button(dialog(), u"Make a profile…"_s); }
    QPushButton *forget() const { return button(dialog(), u"Delete key…"_s); }
    QMessageBox *question() const { return dialog()->findChild<QMessageBox *>(); }
    static bool says(const QWidget *parent, const QString &part)
    {
        const auto labels = parent->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
};

class OrphanFlowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void look_tellsOfOldKeys();
    void look_keepsQuiet_data();
    void look_keepsQuiet();
    void noticesButton_showsThem();
    void dialog_listsThemWithTheirTime();
    void dialogWithoutAny_saysSo();
    void dialog_saysFirstThatAListWasSetAside();
    void newKey_cannotBeDeleted();
    void made_isAProfile();
    void made_underATakenName_isRefusedInTheDialog();
    void deleting_asksFirst();
    void deleting_cancelled_keepsTheKey();
    void deleting_thatFails_isTold();
    void deleting_whatHasAProfileMeanwhile_keepsTheKey();
    void faultOfTheKeychain_isTold();
};

void OrphanFlowTest::look_tellsOfOldKeys()
{
    Bench bench;
    bench.putAged(ProfileId::create(), 10s);
    bench.flow.look();
    QTRY_VERIFY(bench.notices.isVisible());
    QVERIFY(Bench::says(&bench.notices, u"The keychain holds 2 key(s) without a profile."_s));
    QVERIFY(!bench.dialog());
}

void OrphanFlowTest::look_keepsQuiet_data()
{
    QTest::addColumn<QString>("why");
    for (const auto why : {"none"_L1, "new"_L1, "fault"_L1, "notice"_L1})
        QTest::newRow(why.data()) << QString(why);
}

void OrphanFlowTest::look_keepsQuiet()
{
    QFETCH(const QString, why);
    Bench bench;
    if (why == "none"_L1 || why == "new"_L1) {
        for (const ProfileId &id : {bench.older, bench.newer})
            bench.keys.remove(id);
    }
    if (why == "new"_L1)
        bench.putAged(ProfileId::create(), 10s);
    if (why == "fault"_L1)
        bench.keys.failNext(Operation::List, ErrorCode::KeychainSilent);
    if (why == "notice"_L1)
        bench.notices.showNotice(u"the list was damaged"_s);
    bench.flow.look();
    QTRY_COMPARE(bench.keys.count(Operation::List), 1);
    QTRY_VERIFY(!bench.keys.isBusy());
    QCoreApplication::processEvents();
    QVERIFY(!Bench::says(&bench.notices, u"without a profile"_s));
    QCOMPARE(bench.notices.isVisible(), why == "notice"_L1);
}

void OrphanFlowTest::noticesButton_showsThem()
{
    Bench bench;
    bench.flow.look();
    QTRY_VERIFY(bench.notices.isVisible());
    Bench::button(&bench.notices, u"Show keys…"_s)->click();
    QVERIFY(bench.dialog());
    QTRY_COMPARE(bench.lines().size(), 2);
    QVERIFY(bench.dialog()->isVisible());
}

void OrphanFlowTest::dialog_listsThemWithTheirTime()
{
    Bench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.lines().at(0).startsWith(bench.older.toString() + u", stored "_s));
    QVERIFY(bench.lines().at(1).startsWith(bench.newer.toString()));
    QVERIFY(bench.make()->isEnabled());
    QVERIFY(bench.forget()->isEnabled());
    QVERIFY(Bench::says(bench.dialog(), u"no profile uses them"_s));
}

void OrphanFlowTest::dialogWithoutAny_saysSo()
{
    Bench bench;
    bench.keys.remove(bench.older);
    bench.keys.remove(bench.newer);
    QVERIFY(bench.open(0));
    QTRY_VERIFY(Bench::says(bench.dialog(), u"Each key in the keychain belongs to a profile."_s));
    QVERIFY(!bench.make()->isEnabled());
    QVERIFY(!bench.forget()->isEnabled());
}

void OrphanFlowTest::dialog_saysFirstThatAListWasSetAside()
{
    Bench bench;
    QFile list(bench.folder.filePath(u"profiles.json.damaged"_s));
    QVERIFY(list.open(QFile::WriteOnly));
    list.write("{\"profiles\": [{\"id\": \"" + bench.older.toString().toUtf8() + "\"");
    list.close();
    QVERIFY(bench.open());
    QVERIFY(Bench::says(bench.dialog(), u"A damaged list of profiles was set aside"_s));
    bench.choose(0);
    QVERIFY(!bench.forget()->isEnabled());
    QVERIFY(Bench::says(bench.dialog(), u"The damaged list of profiles names this key."_s));
    bench.choose(1);
    QVERIFY(bench.forget()->isEnabled());
}

void OrphanFlowTest::newKey_cannotBeDeleted()
{
    Bench bench;
    bench.putAged(bench.newer, 10s);
    QVERIFY(bench.open());
    bench.choose(1);
    QVERIFY(bench.make()->isEnabled());
    QVERIFY(!bench.forget()->isEnabled());
    QVERIFY(Bench::says(bench.dialog(), u"stored a moment ago"_s));
}

void OrphanFlowTest::made_isAProfile()
{
    Bench bench;
    QSignalSpy adopted(&bench.flow, &OrphanFlow::adopted);
    QVERIFY(bench.open());
    bench.choose(1);
    bench.make()->click();
    auto *dialog = bench.dialog()->findChild<ProfileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Make a profile of a key"_s);
    const auto fields = dialog->findChildren<QLineEdit *>();
    QVERIFY(!fields.at(1)->isEnabled()); // the key is where it belongs
    fields.at(0)->setText(u"found"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_COMPARE(adopted.size(), 1);
    QCOMPARE(adopted.at(0).at(0).value<ProfileId>(), bench.newer);
    QCOMPARE(bench.profiles.findByName(u"found"_s)->id, bench.newer);
    QTRY_COMPARE(bench.lines().size(), 1);
    QVERIFY(bench.lines().first().startsWith(bench.older.toString()));
    QCOMPARE(bench.keys.count(Operation::Write), 0);
}

void OrphanFlowTest::made_underATakenName_isRefusedInTheDialog()
{
    Bench bench;
    Profile other;
    other.id = ProfileId::create();
    other.name = u"found"_s;
    QVERIFY(bench.profiles.add(other));
    QVERIFY(bench.open());
    bench.make()->click();
    auto *dialog = bench.dialog()->findChild<ProfileDialog *>();
    dialog->findChildren<QLineEdit *>().at(0)->setText(u"found"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY(Bench::says(dialog, u"There is already a profile with this name."_s));
    QCOMPARE(bench.profiles.profiles().size(), 1);
}

void OrphanFlowTest::deleting_asksFirst()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose(0);
    bench.forget()->click();
    QVERIFY(bench.question());
    QVERIFY(bench.question()->text().contains(bench.older.toString()));
    QCOMPARE(bench.question()->defaultButton()->text(), u"Cancel"_s);
    QVERIFY(bench.keys.holds(bench.older));
    Bench::button(bench.question(), u"Delete"_s)->click();
    QTRY_COMPARE(bench.lines().size(), 1);
    QVERIFY(!bench.keys.holds(bench.older));
    QVERIFY(bench.keys.holds(bench.newer));
}

void OrphanFlowTest::deleting_cancelled_keepsTheKey()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.forget()->click();
    Bench::button(bench.question(), u"Cancel"_s)->click();
    QTRY_VERIFY(!bench.question());
    QVERIFY(bench.keys.holds(bench.older));
    QCOMPARE(bench.keys.count(Operation::Remove), 0);
    QCOMPARE(bench.lines().size(), 2);
}

void OrphanFlowTest::deleting_thatFails_isTold()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.keys.failNext(Operation::Remove, ErrorCode::KeychainNotDeleted);
    bench.forget()->click();
    Bench::button(bench.question(), u"Delete"_s)->click();
    QTRY_VERIFY(Bench::says(bench.dialog(), u"The key is still in the keychain."_s));
    QCOMPARE(bench.lines().size(), 2);
}

void OrphanFlowTest::deleting_whatHasAProfileMeanwhile_keepsTheKey()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.choose(0);
    bench.forget()->click();
    Profile theirs;
    theirs.id = bench.older;
    theirs.name = u"theirs"_s;
    ProfileStore other(bench.profiles.path());
    QVERIFY(other.load());
    QVERIFY(other.add(theirs));
    Bench::button(bench.question(), u"Delete"_s)->click();
    QTRY_COMPARE(bench.lines().size(), 1);
    QVERIFY(bench.keys.holds(bench.older));
    QCOMPARE(bench.keys.count(Operation::Remove), 0);
}

void OrphanFlowTest::faultOfTheKeychain_isTold()
{
    Bench bench;
    bench.keys.failNext(Operation::List, ErrorCode::KeychainNotSearchable);
    bench.flow.open();
    QTRY_VERIFY(Bench::says(bench.dialog(), u"cannot be searched"_s));
    QVERIFY(!bench.forget()->isEnabled());
}

HOURPASS_TEST(OrphanFlowTest, QApplication)

} // namespace tst_orphanflow

#include "tst_orphanflow.moc"
