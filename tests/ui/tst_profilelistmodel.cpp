// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/files.h"
#include "support/scratchengine.h"
#include "ui/profilelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

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

    void toolTip_isNeverMarkup()
    {
        Bench bench;
        bench.add(u"<img src=x>"_s);
        ProfileListModel model(bench.engine);
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
};

QTEST_MAIN(ProfileListModelTest)
#include "tst_profilelistmodel.moc"
