// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/profile.h"

#include "support/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

namespace {

const QString firstId = u"11111111-0000-4000-8000-000000000001"_s;
const QString secondId = u"22222222-0000-4000-8000-000000000002"_s;
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

} // namespace

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
    row("a profile that is a number", R"({"version":1,"profiles":[1]})");
    row("a profile that is null", R"({"version":1,"profiles":[null]})");
    row("no id", documentWith(u"id"_s, QJsonValue::Undefined));
    row("an id that is no UUID", documentWith(u"id"_s, u"first"_s));
    row("the null UUID", documentWith(u"id"_s, u"00000000-0000-0000-0000-000000000000"_s));
    row("id as a number", documentWith(u"id"_s, 1));
    row("no name", documentWith(u"name"_s, QJsonValue::Undefined));
    row("blank name", documentWith(u"name"_s, u" "_s));
    row("hidden character in the name", documentWith(u"name"_s, u"a\u202Eb"_s));
    row("very long name", documentWith(u"name"_s, QString(101, u'x')));
    row("no endpoint", documentWith(u"endpoint"_s, QJsonValue::Undefined));
    row("insecure endpoint", documentWith(u"endpoint"_s, u"http://iam.cloud.ibm.com"_s));
    row("endpoint as a list", documentWith(u"endpoint"_s, QJsonArray{}));
    row("trusted profile that is none", documentWith(u"assumeProfile"_s, u"auditor"_s));
    row("empty trusted profile", documentWith(u"assumeProfile"_s, u""_s));
    row("trusted profile that is null", documentWith(u"assumeProfile"_s, QJsonValue::Null));
    row("trusted profile as an object", documentWith(u"assumeProfile"_s, QJsonObject{}));
    const auto two = [](const QString &id, const QString &name) {
        QJsonObject document = asObject(documentWith());
        QJsonArray profiles = document["profiles"_L1].toArray();
        QJsonObject second = profiles.first().toObject();
        second["id"_L1] = id;
        second["name"_L1] = name;
        profiles.append(second);
        document["profiles"_L1] = profiles;
        return QJsonDocument(document).toJson();
    };
    QVERIFY(parseProfiles(two(secondId, u"other"_s)));
    row("an id twice", two(firstId, u"other"_s));
    row("an id twice, in capitals", two(u"{"_s + firstId.toUpper() + u"}"_s, u"other"_s));
    row("a name twice", two(secondId, u"prod"_s));
    row("a name twice but for case and blanks", two(secondId, u" PROD "_s));
}

void ProfileTest::damagedDocument_isRefused()
{
    QFETCH(QByteArray, json);
    const auto read = parseProfiles(json);
    QCOMPARE(outcome(read), u"FileDamaged"_s);
    QVERIFY(!read.error().detail.isEmpty());
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
    QTest::addColumn<QString>("expected"); // null: refused
    QTest::newRow("plain") << u"prod-admin"_s << u"prod-admin"_s;
    QTest::newRow("blanks around") << u" \tprod admin\n"_s << u"prod admin"_s;
    QTest::newRow("umlauts and emoji") << u"Größe 😀"_s << u"Größe 😀"_s;
    QTest::newRow("100 characters") << QString(100, u'x') << QString(100, u'x');
    QTest::newRow("101 characters") << QString(101, u'x') << QString();
    QTest::newRow("empty") << u""_s << QString();
    QTest::newRow("blank") << u" \t\u00a0"_s << QString();
    QTest::newRow("line end inside") << u"a\nb"_s << QString();
    QTest::newRow("override inside") << u"a\u202Eb"_s << QString();
    QTest::newRow("zero width") << u"a\u200Bb"_s << QString();
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD800) << QString();
}

void ProfileTest::name()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const auto clean = cleanProfileName(name);
    QCOMPARE(outcome(clean), expected.isNull() ? u"NameEmpty"_s : u"ok"_s);
    QCOMPARE(clean.value_or(QString()), expected);
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

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
