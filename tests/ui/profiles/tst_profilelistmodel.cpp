// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/files.h"
#include "support/growth.h"
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/profiles/profilelistmodel.h"
#include "ui/profiles/profilelistpane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace tst_profilelistmodel {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ProfileListModelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::ScratchEngine {
        ProfileId add(const QString &name)
        {
            Profile profile;
            profile.id = ProfileId::create();
            profile.name = name;
            return profiles.add(profile) ? profile.id : ProfileId();
        }
    };
    /// Many profiles in the list that a user sees.
    struct Crowd {
        Bench bench;
        ProfileListModel model{bench.engine};
        QAction add;
        QAction import;
        std::unique_ptr<ProfileListPane> pane;

        explicit Crowd(int count)
        {
            ProfileDocument document;
            for (int i = 0; i < count; ++i) {
                Profile profile;
                profile.id = ProfileId::create();
                profile.name = QString(QChar(u'a' + i % 2)) + QString::number(i);
                document.profiles.append(profile);
            }
            document.defaultProfile = document.profiles.last().id;
            write(toJson(document));
            if (!bench.profiles.setDefaultProfile({})) // which reads what was written
                qFatal("the list cannot be read");
            pane = std::make_unique<ProfileListPane>(model, &add, &import, QList<QAction *>());
            pane->resize(300, 600);
            pane->show();
            QCoreApplication::processEvents();
        }
        void write(const QByteArray &json) const
        {
            if (!writePrivateFile(bench.folder.filePath(u"profiles.json"_s), json))
                qFatal("the list cannot be written");
        }
        QListView *list() const { return pane->findChild<QListView *>(); }
        QLineEdit *search() const { return pane->findChild<QLineEdit *>(); }
    };
    static QStringList names(const ProfileListModel &model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list += model.index(row).data().toString();
        return list;
    }

private Q_SLOTS:
    void model_followsTheStore()
    {
        Bench bench;
        bench.add(u"a"_s);
        ProfileListModel model(bench.engine);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        const ProfileId b = bench.add(u"b"_s);
        bench.add(u"c"_s);
        QCOMPARE(names(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(bench.profiles.move(b, 0));
        QCOMPARE(names(model), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        QVERIFY(bench.profiles.move(b, 2));
        QCOMPARE(names(model), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        Profile renamed = *bench.profiles.find(b);
        renamed.name = u"beta"_s;
        QVERIFY(bench.profiles.update(renamed));
        QVERIFY(bench.profiles.remove(model.idAt(model.index(0))));
        QCOMPARE(names(model), (QStringList{u"c"_s, u"beta"_s}));
        QCOMPARE(model.indexOf(b).row(), 1);
        QVERIFY(!model.indexOf(ProfileId::create()).isValid());
    }

    void spokenText_beginsWithTheNameAndTellsTheState()
    {
        Bench bench;
        const ProfileId id = bench.add(u"prod"_s);
        ProfileListModel model(bench.engine);
        const auto spoken = [&model] {
            return model.index(0).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(), u"prod, no token yet"_s);
        bench.keys.hold();
        bench.keys.failNext(test::ScriptedSecretStore::Operation::Read, ErrorCode::KeychainLocked);
        bench.sessions.renew(id, SecretStore::Prompt::Never);
        QCOMPARE(spoken(), u"prod, getting a token"_s);
        bench.keys.release();
        QTRY_COMPARE(spoken(), u"prod, the last request failed"_s);
    }

    void badEntries_standBehindTheProfiles()
    {
        Bench bench;
        bench.add(u"a"_s);
        bench.add(u"<b>bad</b>"_s);
        bench.add(u"c"_s);
        const QString path = bench.folder.filePath(u"profiles.json"_s);
        QByteArray list = readSmallFile(path, 10'000).value();
        QVERIFY(writePrivateFile(path,
                                 list.replace("\"minimumLife\": 300,\n            \"name\": \"<b>",
                                              "\"caFile\": 1, \"name\": \"<b>")));
        QVERIFY(bench.profiles.load());
        ProfileListModel model(bench.engine);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(names(model), (QStringList{u"a"_s, u"c"_s, u"<b>bad</b>"_s}));
        const QModelIndex row = model.index(2);
        QVERIFY(model.idAt(row).isNull());
        QVERIFY(model.badEntryAt(row) && !model.badEntryAt(model.index(1)));
        QCOMPARE(row.data(ProfileListModel::TimeLeftRole).toString(), u"unusable"_s);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"<b>bad</b>, cannot be used"_s);
        bench.add(u"d"_s);
        QVERIFY(bench.profiles.move(model.idAt(model.index(0)), 2));
        QCOMPARE(names(model), (QStringList{u"c"_s, u"d"_s, u"a"_s, u"<b>bad</b>"_s}));
        QVERIFY(bench.profiles.removeBadEntry(*model.badEntryAt(model.index(3))));
        QCOMPARE(names(model), (QStringList{u"c"_s, u"d"_s, u"a"_s}));
    }

    // What the window does of each change that another program makes.
    void othersChange_isShownByLookingAtEachOnce()
    {
        const auto work = [](int count) {
            auto crowd = std::make_shared<Crowd>(count);
            ProfileDocument document = crowd->bench.profiles.document();
            document.profiles.last().name = u"changed"_s;
            crowd->pane->select(document.profiles.last().id);
            crowd->write(toJson(document));
            return [crowd, count] {
                QVERIFY(crowd->bench.profiles.setDefaultProfile(crowd->pane->current()));
                QCoreApplication::processEvents();
                QCOMPARE(crowd->list()->model()->rowCount(), count);
                QCOMPARE(crowd->list()->currentIndex().data().toString(), u"changed"_s);
            };
        };
        QCOMPARE_LT(test::growth(work, 250), test::growthAtMost);
    }

    void search_looksAtEachOnce()
    {
        const auto work = [](int count) {
            auto crowd = std::make_shared<Crowd>(count);
            return [crowd, count] {
                crowd->search()->setText(u"a"_s); // every second one
                QCoreApplication::processEvents();
                QCOMPARE(crowd->list()->model()->rowCount(), count / 2);
                crowd->search()->clear();
                QCoreApplication::processEvents();
                QCOMPARE(crowd->list()->model()->rowCount(), count);
            };
        };
        QCOMPARE_LT(test::growth(work, 250), test::growthAtMost);
    }

    void toolTip_isNeverMarkup()
    {
        Bench bench;
        bench.add(u"<img src=x>"_s);
        ProfileListModel model(bench.engine);
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
};

HOURPASS_TEST(ProfileListModelTest, QApplication)

} // namespace tst_profilelistmodel

#include "tst_profilelistmodel.moc"
