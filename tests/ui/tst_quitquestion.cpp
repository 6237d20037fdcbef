// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/quitquestion.h"

#include "support/scratchengine.h"
#include "support/testprogram.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_quitquestion {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Operation = test::ScriptedSecretStore::Operation;

struct Bench : test::ScratchEngine {
    QWidget window;
    QuitQuestion question{removals, window};
    QSignalSpy granted{&question, &QuitQuestion::quitGranted};
    QSignalSpy refused{&question, &QuitQuestion::quitRefused};

    ProfileId removedProfile(const QString &name)
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = name;
        keys.put(profile.id, "key");
        if (!profiles.add(profile) || !removals.remove(profile.id))
            qFatal("the profile cannot be removed");
        return profile.id;
    }
    QMessageBox *box() const { return window.findChild<QMessageBox *>(); }
    void press(const QString &text) const
    {
        for (QAbstractButton *button : box()->buttons()) {
            if (button->text() == text)
                button->click();
        }
    }
};

class QuitQuestionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingPending_isNotAsked()
    {
        Bench bench;
        bench.question.ask();
        QVERIFY(!bench.box());
        QCOMPARE(bench.granted.size(), 1);
    }

    void question_namesTheProfilesAsPlainText()
    {
        Bench bench;
        bench.removedProfile(u"<b>prod</b>"_s);
        bench.question.ask();
        bench.question.ask(); // a second wish is the same one
        QCOMPARE(bench.window.findChildren<QMessageBox *>().size(), 1);
        QVERIFY(bench.box()->text().contains("<b>prod</b>"_L1));
        QCOMPARE(bench.box()->textFormat(), Qt::PlainText);
        QCOMPARE(bench.granted.size() + bench.refused.size(), 0);
    }

    void deleting_isProvenBeforeTheEnd()
    {
        Bench bench;
        const ProfileId first = bench.removedProfile(u"a"_s);
        const ProfileId second = bench.removedProfile(u"b"_s);
        bench.question.ask();
        bench.press(u"&Delete and quit"_s);
        QCOMPARE(bench.granted.size(), 0);
        QTRY_COMPARE(bench.granted.size(), 1);
        QVERIFY(!bench.keys.holds(first) && !bench.keys.holds(second));
        QVERIFY(bench.profiles.pendingRemovals().isEmpty());
    }

    void keyThatIsNotDeleted_keepsTheProgram()
    {
        Bench bench;
        bench.removedProfile(u"a"_s);
        QSignalSpy failed(&bench.removals, &Removals::failed);
        bench.keys.failNext(Operation::Remove, ErrorCode::KeychainNotDeleted);
        bench.question.ask();
        bench.press(u"&Delete and quit"_s);
        QTRY_COMPARE(bench.refused.size(), 1);
        QCOMPARE(bench.granted.size(), 0);
        QCOMPARE(failed.size(), 1); // which the window shows
    }

    void quittingWithoutDeleting_leavesItToTheNextStart()
    {
        Bench bench;
        const ProfileId id = bench.removedProfile(u"a"_s);
        bench.question.ask();
        bench.press(u"&Quit without deleting"_s);
        QCOMPARE(bench.granted.size(), 1);
        QVERIFY(bench.keys.holds(id) && bench.removals.canUndo(id));
    }

    void escape_isNoEnd()
    {
        Bench bench;
        const ProfileId id = bench.removedProfile(u"a"_s);
        bench.question.ask();
        QTest::keyClick(bench.box(), Qt::Key_Escape);
        QCOMPARE(bench.refused.size(), 1);
        QCOMPARE(bench.granted.size(), 0);
        QVERIFY(bench.keys.holds(id) && bench.removals.canUndo(id));
    }

    void undoneMeanwhile_needsNoAnswer()
    {
        Bench bench;
        const ProfileId id = bench.removedProfile(u"a"_s);
        bench.question.ask();
        QVERIFY(bench.removals.undo(id));
        QCOMPARE(bench.granted.size(), 1);
        QVERIFY(bench.profiles.find(id));
    }
};

HOURPASS_TEST(QuitQuestionTest, QApplication)

} // namespace tst_quitquestion

#include "tst_quitquestion.moc"
