// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profile.h"

#include "support/growth.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_profile {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

const QString firstId = u"11111111-0000-4000-8000-000000000001"_s;
const QString secondId = u"22222222-0000-4000-8000-000000000002"_s;
const QString thirdId = u"33333333-0000-4000-8000-000000000003"_s;
const QString trustedId = u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s;
const QString trustedCrn =
    u"crn:v1:bluemix:public:iam-identity::a/0123456789abcdef0123456789abcdef::profile:"_s
    + trustedId;

// A document with one profile, one member of which is replaced; Undefined takes it out.
QByteArray documentWith(const QString &member = {}, const QJsonValue &value = {})
{
    QJsonObject profile{{u"id"_s, firstId},
                        {u"name"_s, u"prod"_s},
                        {u"endpoint"_s, u"https://iam.cloud.ibm.com"_s},
                        {u"minimumLife"_s, 300}};
    if (!member.isEmpty())
        profile[member] = value;
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"profiles"_s, QJsonArray{profile}}})
        .toJson();
}

QJsonObject asObject(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

class ProfileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_survivesARoundTrip();
    void unknownMembers_surviveARoundTrip();
    void absentMembers_haveDefaults();
    void keyExpiry_isAHint_data();
    void keyExpiry_isAHint();
    void minimumLife_isClamped_data();
    void minimumLife_isClamped();
    void damagedDocument_isRefused_data();
    void damagedDocument_isRefused();
    void badEntry_leavesTheOthersUsable_data();
    void badEntry_leavesTheOthersUsable();
    void reading_looksAtEachNameOnce_data();
    void reading_looksAtEachNameOnce();
    void anyTruncation_isRefused();
    void removals_surviveARoundTrip();
    void removalOfAProfileOnTheList_isNone();
    void damagedRemoval_isKeptAndDeletesNothing_data();
    void damagedRemoval_isKeptAndDeletesNothing();
    void newerVersion_isToldApart();
    void whatIsForThisRunAlone_isNotWritten();
    void noKeyOrSecret_isWritten();
    void name_data();
    void name();
    void nameKey_isThatOfComparing();
    void id_isACanonicalUuid();
};

void ProfileTest::everything_survivesARoundTrip()
{
    ProfileDocument document;
    Profile profile;
    profile.id = ProfileId::fromString(firstId);
    profile.name = u"Größe <b>%1</b> 😀 \"quoted\""_s;
    profile.endpoint = Endpoint::parse(u"https://iam.test.cloud.ibm.com/path"_s).value();
    profile.caFile = u"/etc/ssl/company CA.pem"_s;
    profile.keyStore = u"secret-service"_s;
    profile.minimumLife = Seconds(0);
    profile.keepFresh = true;
    profile.pinned = true;
    profile.notifyBeforeEnd = true;
    profile.assumeProfile = TrustedProfile::parse(trustedId).value();
    profile.keyExpiresAt = Seconds(1'798'761'540);
    Profile second;
    second.id = ProfileId::fromString(secondId);
    second.name = u"second"_s;
    second.assumeProfile = TrustedProfile::parse(trustedCrn).value();
    document.profiles = {profile, second};
    document.defaultProfile = second.id;
    const auto read = parseProfiles(toJson(document));
    QCOMPARE(outcome(read), u"ok"_s);
    QVERIFY(*read == document);
    QVERIFY(parseProfiles(toJson(ProfileDocument())).value() == ProfileDocument());
}

void ProfileTest::unknownMembers_surviveARoundTrip()
{
    QJsonObject document = asObject(documentWith(u"colour"_s, u"red"_s));
    QJsonObject profile = document["profiles"_L1].toArray().first().toObject();
    profile["nested"_L1] = QJsonArray{1, QJsonObject{{u"a"_s, true}}, QJsonValue::Null};
    profile["large"_L1] = Q_INT64_C(9007199254740993);
    document["profiles"_L1] = QJsonArray{profile};
    document["sorting"_L1] = u"by name"_s;
    const auto read = parseProfiles(QJsonDocument(document).toJson());
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(asObject(toJson(*read)), document);
}

void ProfileTest::absentMembers_haveDefaults()
{
    const auto read = parseProfiles(documentWith(u"minimumLife"_s, QJsonValue::Undefined));
    QVERIFY(read);
    const Profile &profile = read->profiles.first();
    QCOMPARE(profile.minimumLife, Seconds(300));
    QVERIFY(profile.caFile.isEmpty() && profile.keyStore.isEmpty() && profile.unknown.isEmpty());
    QVERIFY(!profile.assumeProfile && !profile.keyExpiresAt);
    QVERIFY(!profile.pinned && !profile.notifyBeforeEnd);
    QVERIFY(!toJson(*read).contains("pinned") && !toJson(*read).contains("notifyBeforeEnd"));
    QCOMPARE(profile.kept, Profile::Kept::OnDisk);
    QVERIFY(read->defaultProfile.isNull());
}

// Nothing but a warning hangs on it, so what cannot be read is no damage.
void ProfileTest::keyExpiry_isAHint_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<qint64>("expected"); // -1: none
    QTest::newRow("as we write it")
        << QJsonValue(u"2026-12-31T23:59:00Z"_s) << qint64(1'798'761'540);
    QTest::newRow("another offset")
        << QJsonValue(u"2027-01-01T00:59:00+01:00"_s) << qint64(1'798'761'540);
    QTest::newRow("no time") << QJsonValue(u"soon"_s) << qint64(-1);
    QTest::newRow("number") << QJsonValue(1'798'761'540) << qint64(-1);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << qint64(-1);
}

void ProfileTest::keyExpiry_isAHint()
{
    QFETCH(QJsonValue, value);
    QFETCH(qint64, expected);
    const auto read = parseProfiles(documentWith(u"keyExpiresAt"_s, value));
    QCOMPARE(outcome(read), u"ok"_s);
    const auto expiry = read->profiles.first().keyExpiresAt;
    QCOMPARE(expiry ? qint64(expiry->count()) : -1, expected);
}

void ProfileTest::minimumLife_isClamped_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("zero") << QJsonValue(0) << qint64(0);
    QTest::newRow("negative") << QJsonValue(-1) << qint64(0);
    QTest::newRow("longest") << QJsonValue(3600) << qint64(3600);
    QTest::newRow("too long") << QJsonValue(3601) << qint64(3600);
    QTest::newRow("huge") << QJsonValue(std::numeric_limits<qint64>::max()) << qint64(3600);
    QTest::newRow("fraction") << QJsonValue(1.5) << qint64(300);
    QTest::newRow("text") << QJsonValue(u"60"_s) << qint64(300);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << qint64(300);
    QTest::newRow("list") << QJsonValue(QJsonArray{60}) << qint64(300);
}

void ProfileTest::minimumLife_isClamped()
{
    QFETCH(QJsonValue, value);
    QFETCH(qint64, expected);
    const auto read = parseProfiles(documentWith(u"minimumLife"_s, value));
    QVERIFY(read);
    QCOMPARE(qint64(read->profiles.first().minimumLife.count()), expected);
}

void ProfileTest::damagedDocument_isRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("empty", "");
    row("zeros", QByteArray(200, '\0'));
    row("not JSON", "[General]\nname=prod\n");
    row("a list", "[]");
    row("a scalar", "1");
    row("no version", R"({"profiles":[]})");
    row("version as text", R"({"version":"1","profiles":[]})");
    row("version zero", R"({"version":0,"profiles":[]})");
    row("negative version", R"({"version":-1,"profiles":[]})");
    row("no profiles", R"({"version":1})");
    row("profiles as an object", R"({"version":1,"profiles":{}})");
}

void ProfileTest::damagedDocument_isRefused()
{
    QFETCH(QByteArray, json);
    const auto read = parseProfiles(json);
    QCOMPARE(outcome(read), u"FileDamaged"_s);
    QVERIFY(!read.error().detail.isEmpty());
}

// A good profile before the bad entry and one behind it.
void ProfileTest::badEntry_leavesTheOthersUsable_data()
{
    QTest::addColumn<QByteArray>("entry");
    const auto row = [](const char *name, const QByteArray &entry) {
        QTest::newRow(name) << entry;
    };
    const auto with = [](const QString &member, const QJsonValue &value) {
        const QJsonArray profiles = asObject(documentWith(member, value))["profiles"_L1].toArray();
        QJsonObject profile = profiles.first().toObject();
        if (member != "id"_L1)
            profile["id"_L1] = thirdId;
        if (member != "name"_L1)
            profile["name"_L1] = u"bad"_s;
        return QJsonDocument(profile).toJson();
    };
    row("a number", "1");
    row("null", "null");
    row("a list", "[[],{}]");
    row("no JSON, though its brackets pair", R"({"id": "x" "name": })");
    row("no id", with(u"id"_s, QJsonValue::Undefined));
    row("an id that is no UUID", with(u"id"_s, u"first"_s));
    row("the null UUID", with(u"id"_s, u"00000000-0000-0000-0000-000000000000"_s));
    row("id as a number", with(u"id"_s, 1));
    row("no name", with(u"name"_s, QJsonValue::Undefined));
    row("blank name", with(u"name"_s, u" "_s));
    row("hidden character in the name", with(u"name"_s, u"a\u202Eb"_s));
    row("very long name", with(u"name"_s, QString(101, u'x')));
    row("no endpoint", with(u"endpoint"_s, QJsonValue::Undefined));
    row("insecure endpoint", with(u"endpoint"_s, u"http://iam.cloud.ibm.com"_s));
    row("endpoint as a list", with(u"endpoint"_s, QJsonArray{}));
    row("trusted profile that is none", with(u"assumeProfile"_s, u"auditor"_s));
    row("empty trusted profile", with(u"assumeProfile"_s, u""_s));
    row("trusted profile that is null", with(u"assumeProfile"_s, QJsonValue::Null));
    row("trusted profile as an object", with(u"assumeProfile"_s, QJsonObject{}));
    row("CA file as a number", with(u"caFile"_s, 1));
    row("key store as a list", with(u"keyStore"_s, QJsonArray{}));
    row("an id twice", with(u"id"_s, firstId));
    row("an id twice, in capitals", with(u"id"_s, u"{"_s + firstId.toUpper() + u"}"_s));
    row("a name twice", with(u"name"_s, u"prod"_s));
    row("a name twice but for case and blanks", with(u"name"_s, u" PROD "_s));
    row("deeper than a parser goes", QByteArray(20'000, '[') + QByteArray(20'000, ']'));
    row("numbers and names that no parser keeps",
        R"({"id":"x","id":"y","n":12345678901234567890123,"e":1e999,"s":"\ud800]}\"{"})");
}

void ProfileTest::badEntry_leavesTheOthersUsable()
{
    QFETCH(QByteArray, entry);
    const QByteArray good =
        QJsonDocument(asObject(documentWith())["profiles"_L1][0].toObject()).toJson();
    const QByteArray last =
        QByteArray(good).replace(firstId.toLatin1(), secondId.toLatin1()).replace("prod", "last");
    const auto read = parseProfiles(R"({"profiles": [)" + good + ", " + entry + ',' + last
                                    + R"(], "version": 1})");
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(read->profiles.size(), 2);
    QCOMPARE(read->profiles.last().name, u"last"_s);
    // Byte for byte: it may be all that is left of a profile.
    const QByteArray written = toJson(*read);
    QVERIFY2(written.contains(entry.trimmed()), written.left(2000).constData());
    const auto again = parseProfiles(written);
    QCOMPARE(outcome(again), u"ok"_s);
    QCOMPARE(again->profiles.size(), 2);
    QCOMPARE(toJson(*again), written);
}

void ProfileTest::reading_looksAtEachNameOnce_data()
{
    QTest::addColumn<bool>("areAllTheSame");
    QTest::newRow("names that differ at their end") << false;
    QTest::newRow("bad entries, all with one name") << true;
}

void ProfileTest::reading_looksAtEachNameOnce()
{
    QFETCH(bool, areAllTheSame);
    const auto work = [areAllTheSame](int count) {
        ProfileDocument document;
        for (int i = 0; i < count; ++i) {
            Profile profile;
            profile.id = ProfileId::create();
            profile.name = areAllTheSame ? u"same"_s : QString(80, u'x') + QString::number(i);
            document.profiles.append(profile);
        }
        return [count, json = toJson(document)] {
            const auto read = parseProfiles(json);
            QVERIFY(read && read->profiles.size() + read->badEntries.size() == count);
        };
    };
    QCOMPARE_LT(test::growth(work, 400), test::growthAtMost);
}

void ProfileTest::anyTruncation_isRefused()
{
    const QByteArray whole = documentWith().trimmed();
    QVERIFY(parseProfiles(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(outcome(parseProfiles(whole.first(size))), u"FileDamaged"_s);
}

void ProfileTest::removals_surviveARoundTrip()
{
    const auto document = parseProfiles(documentWith());
    QVERIFY(document);
    ProfileDocument changed = *document;
    changed.removals.append({changed.profiles.takeFirst(), 3, true, true});
    changed.removals.first().profile.pinned = true;
    changed.removals.first().profile.unknown = {{u"later"_s, 1}};
    const auto again = parseProfiles(toJson(changed));
    QCOMPARE(outcome(again), u"ok"_s);
    QVERIFY(*again == changed);
    changed.removals.first().profile.kept = Profile::Kept::ForThisRun;
    QVERIFY(!asObject(toJson(changed)).contains(u"removed"_s));
}

void ProfileTest::removalOfAProfileOnTheList_isNone()
{
    QJsonObject object = asObject(documentWith());
    QJsonObject removed = object[u"profiles"_s].toArray().first().toObject();
    object[u"removed"_s] = QJsonArray{removed};
    auto document = parseProfiles(QJsonDocument(object).toJson());
    QVERIFY(document && document->removals.isEmpty() && document->profiles.size() == 1);
    removed[u"id"_s] = secondId;
    object[u"removed"_s] = QJsonArray{removed, removed};
    document = parseProfiles(QJsonDocument(object).toJson());
    QVERIFY(document && document->removals.size() == 1);
}

void ProfileTest::damagedRemoval_isKeptAndDeletesNothing_data()
{
    QTest::addColumn<QJsonValue>("entry");
    QTest::newRow("a number") << QJsonValue(1);
    QTest::newRow("empty") << QJsonValue(QJsonObject());
    QTest::newRow("no name") << QJsonValue(
        QJsonObject{{u"id"_s, secondId}, {u"endpoint"_s, u"https://iam.cloud.ibm.com"_s}});
}

void ProfileTest::damagedRemoval_isKeptAndDeletesNothing()
{
    QFETCH(QJsonValue, entry);
    QJsonObject object = asObject(documentWith());
    object[u"removed"_s] = QJsonArray{entry};
    const auto document = parseProfiles(QJsonDocument(object).toJson());
    QCOMPARE(outcome(document), u"ok"_s);
    QVERIFY(document->removals.isEmpty() && document->profiles.size() == 1);
    QCOMPARE(asObject(toJson(*document))[u"removed"_s].toArray(), QJsonArray{entry});
}

void ProfileTest::newerVersion_isToldApart()
{
    for (const char *json :
         {R"({"version":2,"profiles":[]})", R"({"version":2,"vaults":{}})", R"({"version":4711})"})
        QCOMPARE(outcome(parseProfiles(json)), u"FileFromNewerVersion"_s);
}

void ProfileTest::whatIsForThisRunAlone_isNotWritten()
{
    ProfileDocument document = parseProfiles(documentWith()).value();
    Profile passing;
    passing.id = ProfileId::fromString(secondId);
    passing.name = u"passing"_s;
    passing.kept = Profile::Kept::ForThisRun;
    document.profiles.prepend(passing);
    document.defaultProfile = passing.id;
    const QByteArray json = toJson(document);
    QVERIFY(!json.contains("passing"));
    QVERIFY(!json.contains(secondId.toLatin1()));
    QCOMPARE(parseProfiles(json)->profiles.size(), 1);
}

void ProfileTest::noKeyOrSecret_isWritten()
{
    const QJsonObject document = asObject(toJson(parseProfiles(documentWith()).value()));
    QCOMPARE(document.keys(), QStringList({u"profiles"_s, u"version"_s}));
    QCOMPARE(document["profiles"_L1].toArray().first().toObject().keys(),
             QStringList({u"endpoint"_s, u"id"_s, u"minimumLife"_s, u"name"_s}));
}

void ProfileTest::name_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected"); // the name, or why it is refused
    QTest::newRow("plain") << u"prod-admin"_s << u"prod-admin"_s;
    QTest::newRow("blanks around") << u" \tprod admin\n"_s << u"prod admin"_s;
    QTest::newRow("umlauts and emoji") << u"Größe 😀"_s << u"Größe 😀"_s;
    QTest::newRow("100 characters") << QString(100, u'x') << QString(100, u'x');
    QTest::newRow("101 characters") << QString(101, u'x') << u"NameTooLong"_s;
    QTest::newRow("empty") << u""_s << u"NameEmpty"_s;
    QTest::newRow("blank") << u" \t\u00a0"_s << u"NameEmpty"_s;
    QTest::newRow("line end inside") << u"a\nb"_s << u"NameInvalid"_s;
    QTest::newRow("control character inside") << u"a\u0007b"_s << u"NameInvalid"_s;
    QTest::newRow("override inside") << u"a\u202Eb"_s << u"NameInvalid"_s;
    QTest::newRow("zero width") << u"a\u200Bb"_s << u"NameInvalid"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD800) << u"NameInvalid"_s;
}

void ProfileTest::name()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const auto clean = cleanProfileName(name);
    QCOMPARE(clean ? *clean : outcome(clean), expected);
}

// Names that are the same for one are the same for the other.
void ProfileTest::nameKey_isThatOfComparing()
{
    const QStringList names{u"prod"_s, u"PROD"_s, u"Straße"_s, u"STRASSE"_s, u"strasse"_s, u"İ"_s,
                            u"i"_s,    u"I"_s,    u"ı"_s,      u"ǅ"_s,       u"ǆ"_s,       u"𐐀"_s,
                            u"𐐨"_s,    u"ﬁ"_s,    u"fi"_s,     u"Σ"_s,       u"ς"_s,       u"σ"_s};
    for (const QString &one : names) {
        for (const QString &other : names)
            QCOMPARE(nameKey(one) == nameKey(other), one.compare(other, Qt::CaseInsensitive) == 0);
    }
}

void ProfileTest::id_isACanonicalUuid()
{
    QCOMPARE(ProfileId::fromString(u"{"_s + firstId.toUpper() + u'}').toString(), firstId);
    QVERIFY(ProfileId::fromString(u"../../etc/passwd"_s).isNull());
    QVERIFY(ProfileId().isNull());
    const ProfileId created = ProfileId::create();
    QVERIFY(!created.isNull() && created != ProfileId::create());
    QCOMPARE(ProfileId::fromString(created.toString()), created);
    QCOMPARE(created.toString().size(), 36);
}

HOURPASS_TEST(ProfileTest, QCoreApplication)

} // namespace tst_profile

#include "tst_profile.moc"
