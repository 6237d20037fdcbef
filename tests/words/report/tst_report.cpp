// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/report.h"

#include "support/testprogram.h"
#include "support/vectors.h"
#include "words/report/aliases.h"
#include "words/report/reportwriter.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrl>

namespace tst_report {

using namespace hourpass;
using namespace Qt::StringLiterals;

constexpr Seconds now{1767227400};

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenOf(const QByteArray &claims,
                   const QByteArray &header = R"({"alg":"RS256","kid":"202601010800"})")
{
    return encoded(header) + '.' + encoded(claims) + '.' + QByteArray(342, 'A');
}

Inspection inspectionOf(const QByteArray &claims,
                        const QByteArray &header = R"({"alg":"RS256","kid":"202601010800"})")
{
    VerifyOptions options;
    options.now = now;
    return inspectToken(strictToken(tokenOf(claims, header)), {}, options);
}

ReportOptions optionsFor(ReportOptions::Format format = ReportOptions::Format::Markdown,
                         AliasKinds takenOut = everyAliasKind)
{
    ReportOptions options;
    options.format = format;
    options.takenOut = takenOut;
    options.toolVersion = u"1.2.3"_s;
    options.now = now;
    options.timeZone = QTimeZone(3600);
    return options;
}

QString reportOf(const QByteArray &claims, AliasKinds takenOut = everyAliasKind)
{
    return makeReport({inspectionOf(claims)}, optionsFor(ReportOptions::Format::Markdown, takenOut))
        .text;
}

constexpr ReportOptions::Format formats[]{ReportOptions::Format::Markdown,
                                          ReportOptions::Format::Plain};

/// Whether the text holds the value, in any letter case; a short one only if it stands alone.
bool holds(const QString &text, const QString &value)
{
    if (value.size() < 3) // "a" is a word of ours
        return text.contains(u'`' + value + u'`') || text.contains("  "_L1 + value + "\n"_L1);
    if (value.size() >= 4)
        return text.contains(value, Qt::CaseInsensitive);
    return text.contains(QRegularExpression(
        u"(?<![\\p{L}\\p{N}])"_s + QRegularExpression::escape(value) + u"(?![\\p{L}\\p{N}])"_s,
        QRegularExpression::CaseInsensitiveOption));
}

// Written down here once more, so that a mistake in the rules shows.
bool mayStay(const QString &value)
{
    static const QSet<QString> known{u"IBMid"_s,
                                     u"iam"_s,
                                     u"ServiceId"_s,
                                     u"ibm openid"_s,
                                     u"default"_s,
                                     u"pwd"_s,
                                     u"global"_s,
                                     u"JWT"_s,
                                     u"RS256"_s,
                                     u"PS256"_s,
                                     u"HS256"_s,
                                     u"none"_s,
                                     u"None"_s,
                                     u"true"_s,
                                     u"false"_s,
                                     u"RSA"_s,
                                     u"b64"_s,
                                     u"exp"_s,
                                     u"sig"_s,
                                     u""_s,
                                     u"https://iam.cloud.ibm.com/identity"_s,
                                     u"urn:ibm:params:oauth:grant-type:apikey"_s,
                                     u"User"_s}; // the vectors' last name, and a word of ours
    return known.contains(value) || value.toLongLong() / 1'000'000 == 1767; // the vectors' times
}

void collect(const JsonValue &value, QStringList &values)
{
    if (value.type == JsonValue::Type::String
        || (value.type == JsonValue::Type::Number && value.utf8.size() > 3))
        values.append(QString::fromUtf8(value.utf8));
    for (const JsonValue &item : value.items)
        collect(item, values);
}

QStringList valuesOf(const Inspection &inspection)
{
    QStringList values;
    for (const auto *part : {&inspection.decoded.header, &inspection.decoded.claims}) {
        if (*part)
            collect(**part, values);
    }
    return values;
}

/// Any part of the token's own text. Short parts are found everywhere.
bool holdsPartOf(const QString &text, QByteArrayView token)
{
    constexpr qsizetype part = 16;
    const QByteArray utf8 = text.toUtf8();
    for (qsizetype i = 0; i + part <= token.size(); ++i) {
        if (utf8.contains(token.sliced(i, part)))
            return true;
    }
    return false;
}

QStringList linesOf(const QString &text)
{
    return text.split(u'\n');
}

/// What is left of a line of Markdown besides code.
QString besidesCode(const QString &line)
{
    static const QRegularExpression code(u"`[^`]+`"_s);
    return QString(line).replace(code, u"C"_s);
}

class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noVectorsValue_survives_data();
    void noVectorsValue_survives();
    void noCopyOfAValue_survives_data();
    void noCopyOfAValue_survives();
    void randomPlaces_hideNoValue();
    void eachKind_hasItsSwitch_data();
    void eachKind_hasItsSwitch();
    void everyKind_isListedOnce();
    void aliases_stayTheSame();
    void secrets_areNeverInIt_data();
    void secrets_areNeverInIt();
    void outsideText_doesNotRewriteOurWords();
    void knownIssuer_staysWhole();
    void profileInACrn_isTheSameIdentity();
    void lastSearch_replacesWhatWasLeft();
    void markdown_isExactlyThis();
    void plainText_isExactlyThis();
    void outsideText_makesNoMarkdown_data();
    void outsideText_makesNoMarkdown();
    void hugeTokens_areBounded_data();
    void hugeTokens_areBounded();
    void manyTokens_areBounded();
    void damagedTokens_areReported();
    void timeZones_areThePassedOne();
};

void ReportTest::noVectorsValue_survives_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonObject &row : test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s)))
        QTest::newRow(qPrintable(row["name"_L1].toString())) << row;
}

void ReportTest::noVectorsValue_survives()
{
    QFETCH(const QJsonObject, row);
    const QByteArray text = test::inputOf(row);
    KeyChoice keys{KeyRules::Published, {}, {}};
    const QByteArray set = row.contains("jwks"_L1) ? row["jwks"_L1].toString().toUtf8()
                                                   : test::ownVectors(u"jwt/jwks.json"_s);
    keys.keys = importKeys(set).value_or(KeySet());
    VerifyOptions options;
    options.now = Seconds(row["now"_L1].toInteger());
    options.account = u"fedcba9876543210fedcba9876543210"_s;
    const Inspection inspection = inspectToken(
        row["kind"_L1] == "jwt"_L1 ? strictToken(text) : findTokens(text).tokens.first(), keys,
        options);
    QStringList values = valuesOf(inspection);
    values.append(options.account);
    for (const auto format : formats) {
        const QString report = makeReport({inspection}, optionsFor(format)).text;
        QVERIFY(report.size() > 200);
        for (const QString &value : std::as_const(values))
            QVERIFY2(mayStay(value) || !holds(report, value),
                     qPrintable(value + "\n\n"_L1 + report));
        QVERIFY2(!holdsPartOf(report, inspection.found.text.reveal()), qPrintable(report));
    }
}

void ReportTest::noCopyOfAValue_survives_data()
{
    QTest::addColumn<QByteArray>("more");
    const auto row = [](const char *name, const QByteArray &more) { QTest::newRow(name) << more; };
    row("nothing more", R"("x":1)");
    row("in another letter case",
        R"("x":"ADA@EXAMPLE.COM","y":"0123456789ABCDEF0123456789ABCDEF")");
    row("in the middle of a text", R"("x":"for ada@example.com, Ada Lovelace","y":"_1000000ABC_")");
    row("in an address",
        R"("x":"https://example.org/a/0123456789abcdef0123456789abcdef?u=ada@example.com")");
    row("percent-encoded", R"("x":"mailto:ada%40example.com","y":"Ada%20Lovelace")");
    row("percent-encoded in part", R"("x":"%61da%40example%2Ecom")");
    row("percent-encoded twice", R"("x":"ada%2540example.com")");
    row("in a CRN",
        R"("x":"crn:v1:bluemix:public:kms:eu-de:a/0123456789abcdef0123456789abcdef:ada@example.com::")");
    row("as a name", R"("ada@example.com":1,"0123456789abcdef0123456789abcdef":{"1000000ABC":2})");
    row("as a plain name", R"("Lovelace":1,"lovelace":2)");
    row("deep down", R"("a":[[{"b":[{"c":"ada@example.com"}]}]])");
    row("as scope", R"("scope":"ibm openid ada@example.com lovelace")");
    row("as program", R"("client_id":"lovelace")");
    row("as grant", R"("grant_type":"urn:ibm:params:oauth:grant-type:lovelace")");
    row("as issuer", R"("iss":"https://iam.cloud.ibm.com/ada@example.com")");
    row("as type of subject", R"("sub_type":"Lovelace")");
    row("as method", R"("amr":["lovelace","ada@example.com"])");
    row("as realm", R"("realmid":"lovelace")");
    row("as number", R"("x":7654321,"exp":1767229200)");
    row("as time", R"("iat":"ada@example.com","exp":"1000000ABC")");
    row("with hidden characters",
        R"("x":"ada@example\u200b.com \u202e","y":"\u202eada@example.com")");
    row("with letters of two parts", R"("name":"Jos\u00e9 Lovelace","x":"Jose\u0301 Lovelace")");
    row("twice in one text", R"("x":"ada@example.com ada@example.com ADA@example.com")");
}

void ReportTest::noCopyOfAValue_survives()
{
    QFETCH(const QByteArray, more);
    const QByteArray claims = R"({"iam_id":"IBMid-1000000ABC","sub":"ada@example.com",
        "given_name":"Ada","family_name":"Lovelace","jti":"0a1b2c3d-0000-4000-8000-000000000001",
        "account":{"bss":"0123456789abcdef0123456789abcdef","ims":"7654321"},)"
        + more + '}';
    const Inspection inspection = inspectionOf(claims);
    QVERIFY(inspection.decoded.claims);
    const QStringList values{u"1000000ABC"_s,
                             u"ada@example.com"_s,
                             u"Lovelace"_s,
                             u"Ada"_s,
                             u"0a1b2c3d-0000-4000-8000-000000000001"_s,
                             u"0123456789abcdef0123456789abcdef"_s,
                             u"7654321"_s,
                             u"example.com"_s,
                             u"202601010800"_s,
                             u"%40"_s};
    // With other values left in, the copies are what is in question.
    for (const AliasKinds kinds :
         {everyAliasKind, AliasKinds(everyAliasKind).setFlag(AliasKind::OtherValue, false)}) {
        for (const auto format : formats) {
            const QString report = makeReport({inspection}, optionsFor(format, kinds)).text;
            for (const QString &value : values)
                QVERIFY2(!holds(report, value), qPrintable(value + "\n\n"_L1 + report));
        }
    }
}

void ReportTest::randomPlaces_hideNoValue()
{
    const std::pair<AliasKind, QString> values[]{
        {AliasKind::Person, u"ada.king@example.com"_s},
        {AliasKind::Person, u"Zo\u00eb Quist"_s},
        {AliasKind::Account, u"89abcdef0123456789abcdef01234567"_s},
        {AliasKind::Identity, u"2700ABCDEF"_s},
        {AliasKind::Session, u"0a1b2c3d-0000-4000-8000-000000000001"_s},
        {AliasKind::KeyId, u"202601010801"_s}};
    const QStringList names{u"x"_s,   u"scope"_s, u"client_id"_s, u"grant_type"_s, u"iss"_s,
                            u"aud"_s, u"amr"_s,   u"sub_type"_s,  u"realmid"_s,    u"boundary"_s};
    const QStringList around{
        u""_s,  u" "_s, u"/"_s, u"a"_s,      u"-"_s, u"https://x.example/?q="_s,
        u"%"_s, u":"_s, u"="_s, u"\u00df"_s, u"|"_s, u"ibm "_s};
    QRandomGenerator random(20260101);
    const auto pick = [&random](const QStringList &list) {
        return list.at(random.bounded(list.size()));
    };
    const auto written = [&random](const QString &value) {
        const QString forms[]{value,
                              value.toUpper(),
                              value.toLower(),
                              QString::fromLatin1(QUrl::toPercentEncoding(value)),
                              QString::fromLatin1(value.toUtf8().toPercentEncoding({}, "ae1-")),
                              value.normalized(QString::NormalizationForm_D)};
        return forms[random.bounded(6)];
    };
    for (int i = 0; i < 400; ++i) {
        Inspection inspection = inspectionOf(
            R"({"email":"ada.king@example.com","name":"Zo\u00eb Quist","iam_id":"IBMid-2700ABCDEF",
            "jti":"0a1b2c3d-0000-4000-8000-000000000001",
            "account":{"bss":"89abcdef0123456789abcdef01234567"}})",
            R"({"alg":"RS256","kid":"202601010801"})");
        auto &claims = *inspection.decoded.claims;
        for (int j = 0; j < 6; ++j) {
            const QString value = values[random.bounded(6)].second;
            const QString text = pick(around) + written(value) + pick(around);
            const bool isName = random.bounded(5) == 0;
            claims.names.append(isName ? text : pick(names));
            claims.items.push_back({JsonValue::Type::String, text.toUtf8(), {}, {}});
        }
        const AliasKinds kinds(QFlag(random.bounded(128)));
        const QString report = makeReport({inspection}, optionsFor(formats[i % 2], kinds)).text;
        const QString decoded =
            QUrl::fromPercentEncoding(report.toUtf8()).normalized(QString::NormalizationForm_C);
        for (const auto &[kind, value] : values) {
            if (kinds.testFlag(kind))
                QVERIFY2(!holds(report, value) && !holds(decoded, value),
                         qPrintable(QString::number(i) + ": "_L1 + value + "\n\n"_L1 + report));
        }
    }
}

void ReportTest::eachKind_hasItsSwitch_data()
{
    QTest::addColumn<AliasKind>("kind");
    QTest::addColumn<QStringList>("values");
    const auto row = [](AliasKind kind, const QStringList &values) {
        QTest::newRow(qPrintable(aliasKindText(kind))) << kind << values;
    };
    row(AliasKind::Person, {u"Ada Lovelace"_s, u"ada@example.com"_s, u"Grace"_s});
    row(AliasKind::Account, {u"0123456789abcdef0123456789abcdef"_s, u"7654321"_s});
    row(AliasKind::Identity, {u"1000000ABC"_s, u"5550123"_s});
    row(AliasKind::Session,
        {u"0a1b2c3d-0000-4000-8000-000000000001"_s, u"C-0a1b2c3d-0000-4000-8000-000000000009"_s});
    row(AliasKind::KeyId, {u"202601010800"_s});
    row(AliasKind::Crn, {u"crn:v1:bluemix:public:kms"_s});
    row(AliasKind::OtherValue,
        {u"Engine"_s, u"314159"_s, u"0a1b2c3d-0000-4000-8000-00000000000f"_s});
}

void ReportTest::eachKind_hasItsSwitch()
{
    QFETCH(const AliasKind, kind);
    QFETCH(const QStringList, values);
    const QByteArray claims = R"({"iam_id":"IBMid-1000000ABC","sub":"ada@example.com",
        "name":"Ada Lovelace","given_name":"Grace","jti":"0a1b2c3d-0000-4000-8000-000000000001",
        "session_id":"C-0a1b2c3d-0000-4000-8000-000000000009",
        "account":{"bss":"0123456789abcdef0123456789abcdef","ims":"7654321","ims_user_id":5550123},
        "unique_instance_crns":["crn:v1:bluemix:public:kms:eu-de:a/f:0a1b2c3d-0000-4000-8000-00000000000f::"],
        "x":"Engine","y":314159})";
    const QString without = reportOf(claims, {});
    const QString alone = reportOf(claims, kind);
    const QString allOthers = reportOf(claims, AliasKinds(everyAliasKind).setFlag(kind, false));
    const bool isWithinAnother = kind == AliasKind::OtherValue;
    for (const QString &value : values) {
        QVERIFY2(holds(without, value), qPrintable(value + u'\n' + without));
        QVERIFY2(!holds(alone, value), qPrintable(value + u'\n' + alone));
        if (!isWithinAnother || !value.contains(u'-'))
            QVERIFY2(holds(allOthers, value), qPrintable(value + u'\n' + allOthers));
    }
    QVERIFY(allOthers.contains("Left in"_L1) && without.contains("Left in"_L1));
    QVERIFY(!reportOf(claims).contains("Left in"_L1));
}

void ReportTest::everyKind_isListedOnce()
{
    AliasKinds all;
    QSet<QString> texts;
    for (const AliasKind kind : aliasKinds()) {
        QVERIFY(!all.testFlag(kind));
        all |= kind;
        texts.insert(aliasKindText(kind));
    }
    QCOMPARE(all, AliasKinds(everyAliasKind));
    QCOMPARE(texts.size(), aliasKinds().size());
}

void ReportTest::aliases_stayTheSame()
{
    const QByteArray first = R"({"iam_id":"IBMid-1000000ABC","identifier":"1000000ABC",
        "sub":"ada@example.com","account":{"bss":"aaaa"},"x":"ADA@example.com"})";
    const QByteArray second = R"({"iam_id":"IBMid-2000000ABC","sub":"bob@example.com",
        "account":{"bss":"aaaa"},"authn":{"sub":"Ada@Example.com","iam_id":"IBMid-1000000abc"}})";
    const Report report = makeReport({inspectionOf(first), inspectionOf(second)}, optionsFor());
    for (const char *line :
         {"| `iam_id` | `IBMid-identity-1` |", "| `identifier` | `identity-1` |",
          "| `sub` | `email-1` |", "| `x` | `email-1` |", "| `account.bss` | `account-1` |",
          "| `iam_id` | `IBMid-identity-2` |", "| `sub` | `email-2` |",
          "| `authn.sub` | `email-1` |", "| `authn.iam_id` | `IBMid-identity-1` |",
          "`email-1` (user) in account `account-1`. ",
          "`email-2` (user) in account `account-1`, really `email-1`. "})
        QVERIFY2(report.text.contains(QLatin1StringView(line)),
                 qPrintable(QLatin1StringView(line) + "\n\n"_L1 + report.text));
    QCOMPARE(report.text.count("account-2"_L1), 0);
    const auto found = std::find_if(report.takenOut.begin(), report.takenOut.end(),
                                    [](const TakenOut &one) { return one.alias == "email-1"_L1; });
    QVERIFY(found != report.takenOut.end());
    QCOMPARE(found->kind, AliasKind::Person);
    QCOMPARE(found->length, 15);
    QCOMPARE(found->places, 3);
    for (const TakenOut &one : report.takenOut)
        QVERIFY2(takenOutText(one).startsWith(one.alias + ": "_L1)
                     && report.text.contains(u"- `"_s + one.alias + u"`: "_s),
                 qPrintable(one.alias));
}

void ReportTest::secrets_areNeverInIt_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("secret");
    const QByteArray inner = tokenOf(R"({"sub":"x"})");
    QTest::newRow("a token in a claim")
        << R"({"x":")" + inner + "\"}" << QString::fromLatin1(inner);
    QTest::newRow("a token behind a word")
        << R"({"x":["Bearer )" + inner + "\"]}" << QString::fromLatin1(inner);
    QTest::newRow("a token as a name") << "{\"" + inner + "\":1}" << QString::fromLatin1(inner);
    QTest::newRow("an API key") << R"({"x":"Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"})"_ba
                                << u"Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_s;
    QTest::newRow("by its name") << R"({"apikey":"swordfish"})"_ba << u"swordfish"_s;
    QTest::newRow("by its name, nested")
        << R"({"x":{"client_secret":"swordfish"},"y":"a swordfish"})"_ba << u"swordfish"_s;
}

void ReportTest::secrets_areNeverInIt()
{
    QFETCH(const QByteArray, claims);
    QFETCH(const QString, secret);
    for (const auto format : formats) {
        const QString report =
            makeReport({inspectionOf(claims)}, optionsFor(format, AliasKinds())).text;
        QVERIFY2(!report.contains(secret.left(40)), qPrintable(report));
        QVERIFY2(!holdsPartOf(report, tokenOf(claims)), qPrintable(report));
    }
}

void ReportTest::outsideText_doesNotRewriteOurWords()
{
    const QByteArray header = R"({"alg":"none"})";
    const QString usual = makeReport({inspectionOf(R"({"name":"Q"})", header)}, optionsFor()).text;
    const QString hostile =
        makeReport({inspectionOf(R"({"name":"do not trust it","x":["signed","Signature","NO",
            "report","name-1","token","value"]})",
                                 header)},
                   optionsFor())
            .text;
    QVERIFY(usual.contains("do not trust it"_L1));
    const auto checks = [](const QString &report) {
        return report.sliced(report.indexOf("## Token"_L1)).section("### Header"_L1, 0, 0);
    };
    QCOMPARE(checks(hostile), checks(usual));
}

void ReportTest::knownIssuer_staysWhole()
{
    const QString report = reportOf(
        R"({"name":"iam","x":"cloud","iss":"https://iam.cloud.ibm.com/identity","realmid":"iam"})");
    QVERIFY2(report.contains("| `iss` | `https://iam.cloud.ibm.com/identity` |"_L1),
             qPrintable(report));
    QVERIFY2(report.contains("| `realmid` | `name-1` |"_L1), qPrintable(report));
    const QString other =
        reportOf(R"({"name":"iam","x":"cloud","iss":"https://iam.cloud.ibm.com/identity/x"})");
    QVERIFY2(!other.contains("cloud"_L1), qPrintable(other));
}

void ReportTest::profileInACrn_isTheSameIdentity()
{
    const QString report = reportOf(
        R"({"iam_id":"crn-crn:v1:bluemix:public:iam-identity::a/f::computeresource:Profile-bbbbbbbb-0000-4000-8000-000000000003",
        "sub":"Profile-bbbbbbbb-0000-4000-8000-000000000003","profile":"x Profile-bbbbbbbb-0000-4000-8000-000000000003"})",
        AliasKinds(everyAliasKind).setFlag(AliasKind::OtherValue, false));
    QVERIFY2(report.contains("| `iam_id` | `crn-crn-1` |"_L1)
                 || report.contains("| `iam_id` | `crn-identity-"_L1),
             qPrintable(report));
    QVERIFY2(report.contains("| `sub` | `Profile-identity-"_L1), qPrintable(report));
    QVERIFY2(report.contains("`x Profile-identity-"_L1), qPrintable(report));
}

void ReportTest::lastSearch_replacesWhatWasLeft()
{
    Aliases aliases(everyAliasKind);
    aliases.add(AliasKind::Person, "name"_L1, u"Ada"_s);
    aliases.add(AliasKind::Person, "name"_L1, u"Ada Lovelace"_s);
    aliases.add(AliasKind::OtherValue, "value"_L1, u"report"_s);
    QCOMPARE(aliases.searched(u"A report: ada lovelace, ADA, Adam; report"_s, u"A report: Adam;"_s),
             u"A report: name-1, ADA, Adam; report"_s);
    QCOMPARE(aliases.searched(u"ADA, report"_s, u"-"_s), u"name-2, value-1"_s);
    QCOMPARE(aliases.searched(u"name-2"_s, u"-"_s), u"name-2"_s);
    Aliases none{AliasKinds()};
    none.add(AliasKind::Person, "name"_L1, u"Ada Lovelace"_s);
    QCOMPARE(none.searched(u"Ada Lovelace"_s, {}), u"Ada Lovelace"_s);
    none.addSecret(u"Ada Lovelace"_s);
    QCOMPARE(none.searched(u"Ada Lovelace"_s, {}), u"name-1"_s);
}

void ReportTest::markdown_isExactlyThis()
{
    const QByteArray claims = R"({"iam_id":"IBMid-1","name":"Ada","iat":1767225600,
        "exp":1767229200,"x":["y_z",12]})";
    QCOMPARE(linesOf(makeReport({inspectionOf(claims)}, optionsFor()).text),
             linesOf(uR"(# Token report

Made on 2026-01-01 01:30:00 (UTC+1) / 2026-01-01 00:30:00 UTC, with Hourpass 1.2.3.

## Token 1 of 1

`name-1` (user); 30 minute(s) left. Whether it is genuine was not checked.

| Question | Answer | Why |
| --- | --- | --- |
| Well-formed | Pass | Three parts, each as it should be. |
| Signature | Unknown | Not checked: there are no keys to check it with. |
| In time | Pass | 30 minute(s) left, until `2026-01-01T01:00:00Z`. |
| Addressee | Fail | It does not say who issued it ("iss"). |

### Times

| What | When |
| --- | --- |
| Issued at | 2026-01-01 01:00:00 (UTC+1) / 2026-01-01 00:00:00 UTC, 30 minute(s) ago |
| Expires at | 2026-01-01 02:00:00 (UTC+1) / 2026-01-01 01:00:00 UTC, in 30 minute(s) |
| Issued for | 60 minute(s) |

### Header

| Name | Value | Meaning |
| --- | --- | --- |
| `alg` | `RS256` | how it is signed |
| `kid` | `key-id-1` | which key it is signed with |

### Claims

| Name | Value | Meaning |
| --- | --- | --- |
| `iam_id` | `IBMid-identity-1` | whose token it is |
| `name` | `name-1` | the identity's name |
| `iat` | `1767225600 = 2026-01-01 01:00:00 (UTC+1) / 2026-01-01 00:00:00 UTC` | issued at |
| `exp` | `1767229200 = 2026-01-01 02:00:00 (UTC+1) / 2026-01-01 01:00:00 UTC` | expires at |
| `x[0]` | `value-1` |  |
| `x[1]` | `12` |  |

## What was taken out

- The tokens themselves and their signatures are never in a report.
- `name-1`: name or e-mail address, 3 character(s), in 1 place(s)
- `key-id-1`: id of a key, 12 character(s), in 1 place(s)
- `identity-1`: id of an identity, 1 character(s), in 1 place(s)
- `value-1`: other value, 3 character(s), in 1 place(s)
)"_s));
}

void ReportTest::plainText_isExactlyThis()
{
    const QByteArray claims = R"({"name":"Ada","aud":"a_b"})";
    QCOMPARE(linesOf(makeReport({inspectionOf(claims, R"({"alg":"none"})")},
                                optionsFor(ReportOptions::Format::Plain))
                         .text),
             linesOf(uR"(Token report
============

Made on 2026-01-01 01:30:00 (UTC+1) / 2026-01-01 00:30:00 UTC, with Hourpass 1.2.3.

Token 1 of 1
------------

name-1 (unknown kind). It is not signed in a way that IAM signs: do not trust it.

  Well-formed  Pass  Three parts, each as it should be.
  Signature    Fail  The token says that it is not signed.
  In time      Fail  It does not say when it expires ("exp").
  Addressee    Fail  It does not say who issued it ("iss").

Header
------

  alg  none  how it is signed

Claims
------

  name  name-1   the identity's name
  aud   value-1  who it is for

What was taken out
------------------

- The tokens themselves and their signatures are never in a report.
- name-1: name or e-mail address, 3 character(s), in 1 place(s)
- value-1: other value, 3 character(s), in 1 place(s)
)"_s));
}

void ReportTest::outsideText_makesNoMarkdown_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"<b>bold</b>"_s,
                                u"<script>alert(1)</script>"_s,
                                u"[link](https://x.example)"_s,
                                u"![image](https://x.example/i.png)"_s,
                                u"https://x.example/a"_s,
                                u"www.x.example"_s,
                                u"ada@example.com"_s,
                                u"@everyone"_s,
                                u"#1 fixes"_s,
                                u"a|b|c"_s,
                                u"a\\|b"_s,
                                u"a\\"_s,
                                u"`code`"_s,
                                u"``` x"_s,
                                u"`"_s,
                                u"\\`x\\`"_s,
                                u"*bold* _it_ ~~no~~"_s,
                                u"# heading"_s,
                                u"- item"_s,
                                u"1. item"_s,
                                u"1) item"_s,
                                u"> quote"_s,
                                u"--- | ---"_s,
                                u"==="_s,
                                u"&lt;b&gt; &#64;"_s,
                                u":tada: a:tada:"_s,
                                u"$x$ \\(x\\)"_s,
                                u"[x]: https://x.example"_s,
                                u"[^1] ^1^"_s,
                                u"line\nbreak\r\n\r\n# x"_s,
                                u"\tcode"_s,
                                u"    code"_s,
                                u" "_s,
                                u"javascript:alert(1)"_s,
                                u"deadbeef0123 GH-1 a/b#1"_s,
                                u"%1 %2 %n"_s,
                                u"\u202e|"_s,
                                u"<!-- x"_s,
                                u"\u2028# x"_s,
                                u"mailto:a@b.example"_s,
                                u"{{x}} {%x%}"_s,
                                u"(\"(<b>.)"_s})
        QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text;
}

void ReportTest::outsideText_makesNoMarkdown()
{
    QFETCH(const QString, text);
    JsonValue value{JsonValue::Type::String, text.toUtf8(), {}, {}};
    Inspection inspection =
        inspectionOf(R"({"iam_id":"IBMid-1","scope":"a","account":{"bss":"b"}})");
    for (const QString &name : {u"name"_s, text}) {
        inspection.decoded.claims->names.append(name);
        inspection.decoded.claims->items.push_back(value);
    }
    inspection.decoded.claims->items[1] = value; // scope
    inspection.identity.name = text;
    inspection.identity.account = text;
    inspection.identity.grant = text;
    inspection.verification.signature.code = SignatureCheck::Code::KeyUnknown;
    inspection.verification.signature.keyId = text;
    inspection.verification.addressee.code = AddresseeCheck::Code::OtherIssuer;
    inspection.verification.addressee.issuer = text;
    static const QRegularExpression harmless(u"^[\\p{L}\\p{M}\\p{N} .,:;()\"'’%+/\u2026-]*$"_s);
    const QString report =
        makeReport({inspection}, optionsFor(ReportOptions::Format::Markdown, {})).text;
    const QStringList lines = report.split(u'\n');
    QVERIFY(lines.size() > 25);
    for (const QString &line : lines) {
        QString rest = besidesCode(line);
        if (rest.startsWith("| "_L1)) {
            QVERIFY2(rest.endsWith(" |"_L1), qPrintable(line));
            // Within code as well: GitHub parts the cells first.
            const qsizetype cells = line.count(u'|') - 1;
            QVERIFY2(cells == 2 || cells == 3, qPrintable(line));
            rest.remove(u'|');
        } else if (!line.startsWith("- `"_L1)) {
            static const QRegularExpression start(u"^(#{1,3} )?([\\p{L}(].*)?$|^- [A-Z]"_s);
            QVERIFY2(start.match(rest).hasMatch(), qPrintable(line));
            rest.remove(QRegularExpression(u"^#{1,3} "_s));
        }
        QVERIFY2(harmless.match(rest).hasMatch(), qPrintable(line));
        static const QRegularExpression link(u"www\\.|:[^\\s0-9,;.]"_s);
        QVERIFY2(!rest.contains(link), qPrintable(line));
        QVERIFY2(!rest.remove(" / "_L1).contains(u'/'), qPrintable(line));
    }
}

void ReportTest::hugeTokens_areBounded_data()
{
    QTest::addColumn<QByteArray>("claims");
    QByteArray many = "{\"x\":[";
    QByteArray names = "{\"x\":0";
    for (int i = 0; i < 9000; ++i) {
        many += "\"abcd" + QByteArray::number(i) + "\",";
        names += ",\"@" + QByteArray::number(i) + "\":1";
    }
    QTest::newRow("many values") << many + "0]}";
    QTest::newRow("many names") << names + '}';
    QTest::newRow("one long value") << "{\"x\":\"" + QByteArray(90'000, 'a') + "\"}";
    QTest::newRow("one long address") << "{\"x\":\"" + QByteArray(90'000, '@') + "\"}";
    QTest::newRow("one long code") << "{\"x\":\"" + QByteArray("%25").repeated(30'000) + "\"}";
    QTest::newRow("a long name above many values")
        << "{\"" + QByteArray(50'000, 'a') + "\":[" + QByteArray("0,").repeated(20'000) + "0]}";
}

void ReportTest::hugeTokens_areBounded()
{
    QFETCH(const QByteArray, claims);
    const Inspection inspection = inspectionOf(claims);
    QVERIFY(inspection.decoded.claims);
    for (const AliasKinds kinds : {everyAliasKind, AliasKinds()}) {
        QElapsedTimer time;
        time.start();
        const QString report = makeReport(QList<Inspection>(10, inspection),
                                          optionsFor(ReportOptions::Format::Markdown, kinds))
                                   .text;
        QVERIFY2(report.size() < 2'500'000, qPrintable(QString::number(report.size())));
        QVERIFY2(time.elapsed() < 15'000, qPrintable(QString::number(time.elapsed())));
    }
}

void ReportTest::manyTokens_areBounded()
{
    ReportOptions options = optionsFor();
    options.moreTokens = 3;
    const QString report =
        makeReport(QList<Inspection>(mostReportedTokens + 2, inspectionOf("{}")), options).text;
    QCOMPARE(report.count("## Token "_L1), mostReportedTokens);
    QVERIFY(report.contains("Not in this report: 5 more token(s)."_L1));
}

void ReportTest::damagedTokens_areReported()
{
    const QString report =
        makeReport({inspectToken(strictToken("a.b.c"), {}, {})}, optionsFor()).text;
    QVERIFY2(report.contains("The token cannot be read."_L1), qPrintable(report));
    QVERIFY(report.contains("\n- Header: "_L1));
    QVERIFY(makeReport({}, optionsFor()).text.startsWith("# Token report\n"_L1));
}

void ReportTest::timeZones_areThePassedOne()
{
    ReportOptions options = optionsFor();
    options.timeZone = QTimeZone(-(5 * 3600 + 1800));
    const QString report = makeReport({inspectionOf(R"({"exp":1767229200})")}, options).text;
    QVERIFY2(report.contains(u"2025-12-31 19:30:00 (UTC-5:30) / 2026-01-01 01:00:00 UTC"_s),
             qPrintable(report));
}

HOURPASS_TEST(ReportTest, QCoreApplication)

} // namespace tst_report

#include "tst_report.moc"
