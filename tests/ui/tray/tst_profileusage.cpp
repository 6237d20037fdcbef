// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/profileusage.h"

#include "support/testprogram.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace tst_profileusage {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ProfileUsageTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(u"state/tray.json"_s); }
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void oftenAndLately_outweighLongAgo()
    {
        const ProfileId once = ProfileId::create();
        const ProfileId often = ProfileId::create();
        const ProfileId never = ProfileId::create();
        ProfileUsage usage(path());
        for (int i = 0; i < 5; ++i)
            usage.note(often);
        usage.note(once);
        QVERIFY(usage.weight(often) > usage.weight(once));
        QCOMPARE(usage.weight(never), 0.0);
        QCOMPARE(usage.latest(), once);
        for (int i = 0; i < 20; ++i)
            usage.note(once);
        QVERIFY2(usage.weight(once) > usage.weight(often), "habits change");
    }

    void uses_areRememberedInAPrivateFile()
    {
        const ProfileId id = ProfileId::create();
        ProfileUsage first(path());
        first.note(id);
        first.note(id);
        ProfileUsage second(path());
        second.load();
        QCOMPARE(second.latest(), id);
        QCOMPARE(second.weight(id), 1.9);
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QVERIFY(!(QFileInfo(path()).permissions() & ~mine));
        QVERIFY(content().size() < 300); // an id and a count
    }

    void file_staysSmallHoweverManyProfilesThereAre()
    {
        ProfileUsage usage(path());
        for (int i = 0; i < 300; ++i)
            usage.note(ProfileId::create());
        ProfileUsage read(path());
        read.load();
        QVERIFY(!read.latest().isNull());
        QVERIFY(content().size() < 16 * 1024);
    }

    void damagedFile_startsAnew_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray id = ProfileId::create().toString().toLatin1();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\0\0\0", 3);
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("wrong types") << json("{'version':'1','profiles':{'id':1}}");
        QTest::newRow("no id") << json("{'version':1,'profiles':[{'uses':3}, 7, null]}");
        QTest::newRow("no count") << json("{'version':1,'profiles':[{'id':'" + id + "'}]}");
        QTest::newRow("negative") << json("{'version':1,'profiles':[{'id':'" + id
                                          + "','uses':-5}]}");
    }
    void damagedFile_startsAnew()
    {
        QFETCH(QByteArray, json);
        ProfileUsage(path()).note(ProfileId::create()); // makes the folder
        write(json);
        ProfileUsage usage(path());
        usage.load();
        QVERIFY(usage.latest().isNull());
        usage.note(ProfileId::create());
        QVERIFY(!usage.latest().isNull());
    }

    void hugeCount_isBounded()
    {
        const ProfileId id = ProfileId::create();
        ProfileUsage(path()).note(ProfileId::create());
        write(json("{'version':1,'profiles':[{'id':'" + id.toString().toLatin1()
                   + "','uses':1e300}]}"));
        ProfileUsage usage(path());
        usage.load();
        QVERIFY(usage.weight(id) <= 10.1);
    }

    void newerVersion_isLeftAsItIs()
    {
        const QByteArray newer = json("{'version':2,'secret order':'by moon'}");
        ProfileUsage(path()).note(ProfileId::create());
        write(newer);
        ProfileUsage usage(path());
        usage.load();
        usage.note(ProfileId::create());
        QCOMPARE(content(), newer);
    }
};

HOURPASS_TEST(ProfileUsageTest, QCoreApplication)

} // namespace tst_profileusage

#include "tst_profileusage.moc"
