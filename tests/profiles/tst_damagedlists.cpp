// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/damagedlists.h"

#include "files/files.h"
#include "support/growth.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace tst_damagedlists {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

const QString firstId = u"11111111-0000-4000-8000-000000000001"_s;

Profile named(const QString &name)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    return profile;
}

QByteArray listOf(const QList<Profile> &profiles)
{
    ProfileDocument document;
    document.profiles = profiles;
    return toJson(document);
}

QString namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names += profile.name;
    return names.join(u'|');
}

class DamagedListsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void damagedLists_areThoseThatWereSetAside();
    void salvage_takesWhatIsWhole_data();
    void salvage_takesWhatIsWhole();
    void latestOfSeveral_counts();
    void whatCannotBeRead_isCounted();
    void missing_haveNamesOfTheirOwn();
    void missing_areFoundInOneGo();
    void putAway_keepsTheFile();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder->filePath(name);
        return writePrivateFile(path, content) ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DamagedListsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DamagedListsTest::damagedLists_areThoseThatWereSetAside()
{
    const QString path = m_folder->filePath(u"profiles.json"_s);
    QCOMPARE(damagedListsBeside(path), QStringList());
    QCOMPARE(damagedListsBeside(m_folder->filePath(u"nothing/profiles.json"_s)), QStringList());
    for (const QString &name :
         {u""_s, u".damaged"_s, u".damaged-2"_s, u".damaged-10"_s, u".damaged-1"_s, u".damaged-x"_s,
          u".damaged.bak"_s, u".restored"_s, u".damaged-"_s})
        QVERIFY(!write(u"profiles.json"_s + name, "x").isEmpty());
    QVERIFY(!write(u"settings.json.damaged"_s, "x").isEmpty());
    QVERIFY(QDir(m_folder->path()).mkdir(u"profiles.json.damaged-3"_s));
    QCOMPARE(damagedListsBeside(path),
             QStringList({path + u".damaged-10"_s, path + u".damaged-2"_s, path + u".damaged"_s}));
}

void DamagedListsTest::salvage_takesWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("unusable");
    const QByteArray list = listOf({named(u"a"_s), named(u"b"_s), named(u"c"_s)});
    const qsizetype inLast = list.indexOf("\"c\"");
    QTest::newRow("cut off") << list.first(inLast) << u"a|b"_s << 1;
    QTest::newRow("cut off, and filled with zeros")
        << list.first(inLast) + QByteArray(500, '\0') << u"a|b"_s << 1;
    QTest::newRow("a comma missing at the top")
        << QByteArray(list).replace("],", "]") << u"a|b|c"_s << 0;
    QTest::newRow("no version") << QByteArray(list).replace("\"version\": 1", "\"x\": 1")
                                << u"a|b|c"_s << 0;
    QTest::newRow("its beginning lost")
        << list.mid(list.indexOf("\"profiles\"") + 14) << u"a|b|c"_s << 0;
    QTest::newRow("text behind it") << list + "<<<<<<< HEAD\n" << u"a|b|c"_s << 0;
    QTest::newRow("nothing") << QByteArray() << u""_s << 0;
    QTest::newRow("zeros") << QByteArray(3000, '\0') << u""_s << 0;
}

void DamagedListsTest::salvage_takesWhatIsWhole()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QFETCH(int, unusable);
    QCOMPARE(outcome(parseProfiles(text)), u"FileDamaged"_s); // else it were not here
    const Salvage all = salvage({write(u"profiles.json.damaged"_s, text)});
    QCOMPARE(namesOf(all.profiles), expected);
    QCOMPARE(all.unusable, unusable);
    QCOMPARE(all.unreadable, expected.isEmpty() ? 1 : 0);
}

void DamagedListsTest::latestOfSeveral_counts()
{
    Profile profile = named(u"old"_s);
    const QByteArray old = listOf({profile, named(u"gone"_s)}).chopped(3);
    profile.name = u"new"_s;
    const QString second = write(u"profiles.json.damaged-2"_s, listOf({profile}).chopped(3));
    const Salvage all = salvage({second, write(u"profiles.json.damaged"_s, old)});
    QCOMPARE(namesOf(all.profiles), u"new|gone"_s);
}

void DamagedListsTest::whatCannotBeRead_isCounted()
{
    const Salvage all = salvage({m_folder->filePath(u"missing"_s), m_folder->path()});
    QCOMPARE(all.unreadable, 2);
    QVERIFY(all.profiles.isEmpty());
}

void DamagedListsTest::missing_haveNamesOfTheirOwn()
{
    ProfileDocument document;
    const Profile there = named(u"there"_s);
    const QString longest(100, u'x');
    document.profiles = {named(u"Prod"_s), there, named(u"prod (2)"_s), named(longest)};
    const QList<Profile> missing = missingIn(
        document, {there, named(u"prod"_s), named(u"new"_s), named(longest), named(u"PROD"_s)});
    QCOMPARE(namesOf(missing), u"prod (3)|new|"_s + longest.left(96) + u" (2)|PROD (4)"_s);
    const QString smileys = u"😀"_s.repeated(50);
    document.profiles.append(named(smileys));
    QVERIFY(cleanProfileName(missingIn(document, {named(smileys)}).first().name));
    document.removals.append({there, 0, false, false}); // it can be put back otherwise
    document.profiles.removeAt(1);
    QVERIFY(missingIn(document, {there}).isEmpty());
    document.removals.clear();
    document.profiles += missing;
    const auto read = parseProfiles(toJson(document));
    QVERIFY(read && read->badEntries.isEmpty());
}

void DamagedListsTest::missing_areFoundInOneGo()
{
    const auto work = [](int count) {
        ProfileDocument document;
        QList<Profile> profiles;
        for (int i = 0; i < count; ++i) {
            document.profiles.append(named(u"p%1"_s.arg(i)));
            profiles.append(named(u"p0"_s)); // all want the same one
        }
        return [=] { QVERIFY(missingIn(document, profiles).size() == profiles.size()); };
    };
    QCOMPARE_LT(test::growth(work, 300), test::growthAtMost);
}

void DamagedListsTest::putAway_keepsTheFile()
{
    for (const QByteArray &content : {"first"_ba, "second"_ba}) {
        const auto away = putAway(write(u"profiles.json.damaged"_s, content));
        QCOMPARE(outcome(away), u"ok"_s);
        QCOMPARE(readSmallFile(*away, 100).value(), content);
    }
    QCOMPARE(damagedListsBeside(m_folder->filePath(u"profiles.json"_s)), QStringList());
    QCOMPARE(outcome(putAway(m_folder->filePath(u"profiles.json.damaged"_s))), u"WriteFailed"_s);
}

HOURPASS_TEST(DamagedListsTest, QCoreApplication)

} // namespace tst_damagedlists

#include "tst_damagedlists.moc"
