// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <random>

namespace tst_json {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QByteArray &everyConstruct()
{
    static const QByteArray text =
        "{\"object\":{\"\":{}},\"array\":[1,-2.5e+3,true,false,null,[]],"
        "\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00 ß\",\"number\":0.10}"_ba;
    return text;
}

// "accepted", or the kind of the problem.
QString verdictOn(QByteArrayView text)
{
    const auto value = parseJson(text);
    if (value)
        return u"accepted"_s;
    switch (value.error().kind) {
    case JsonProblem::Kind::Syntax:
        return u"syntax"_s;
    case JsonProblem::Kind::DuplicateName:
        return u"duplicate"_s;
    case JsonProblem::Kind::TooDeep:
        return u"deep"_s;
    case JsonProblem::Kind::ByteOrderMark:
        return u"mark"_s;
    }
    return {};
}

class JsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonTestSuite_data();
    void jsonTestSuite();
    void verdict_data();
    void verdict();
    void number_isKeptAsWritten_data();
    void number_isKeptAsWritten();
    void integer_data();
    void integer();
    void string_isKeptWhole_data();
    void string_isKeptWhole();
    void members_keepTheirOrder();
    void lookup_inWhatIsNoObject_findsNothing();
    void anyTruncation_isRefused();
    void anyDamage_isSurvived();
    void manyBrackets_areRefusedQuickly();
    void manyNames_areReadQuickly();
    void problem_isDescribedWithoutTheText();
};

// Vectors of another project, by name. Where they are not there, this says so, by name, origin and
// number, and goes on: they are not part of the repository.
void JsonTest::jsonTestSuite_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const struct {
        QString file;
        int cases;
    } sets[]{{u"jsontestsuite/test_parsing.jsonl"_s, 142},
             {u"jsontestsuite/test_transform.jsonl"_s, 15}};
    for (const auto &[name, cases] : sets) {
        QFile file(test::thirdPartyVectors(name));
        if (!file.open(QFile::ReadOnly)) {
            qWarning(
                "NOT RUN: %d cases of %s (nst/JSONTestSuite, MIT): set HOURPASS_VECTORS to the "
                "folder that holds them",
                cases, qPrintable(name));
            continue;
        }
        const auto vectors = test::jsonLines(file.readAll());
        QCOMPARE(vectors.size(), cases);
        for (const QJsonObject &vector : vectors)
            QTest::newRow(qPrintable(vector["name"_L1].toString()))
                << QByteArray::fromBase64(vector["b64"_L1].toString().toLatin1())
                << vector["expect"_L1].toString();
    }
    QTest::newRow("a case of our own, so that the table is never empty") << "[1]"_ba << u"accept"_s;
}

void JsonTest::jsonTestSuite()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QVERIFY2(expected == "accept"_L1 || expected == "reject"_L1 || expected == "either"_L1,
             qPrintable(expected));
    const QString verdict = verdictOn(text);
    if (expected == "accept"_L1
        && QByteArrayView(QTest::currentDataTag()).contains("duplicated_key"))
        QCOMPARE(verdict, u"duplicate"_s); // RFC 8259 leaves it open; we never take them
    else if (expected != "either"_L1)
        QCOMPARE(verdict == "accepted"_L1 ? u"accept"_s : u"reject"_s, expected);
}

void JsonTest::verdict_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    const QString accepted = u"accepted"_s;
    const QString syntax = u"syntax"_s;
    const QString duplicate = u"duplicate"_s;

    row("every construct", everyConstruct(), accepted);
    row("blanks around", " \t\r\n{} \t\r\n", accepted);
    row("scalar", "\"text\"", accepted);
    row("nothing", "", syntax);
    row("only blanks", " \n", syntax);
    row("two values", "{}{}", syntax);
    row("comment", "{/* */}", syntax);
    row("trailing comma", "[1,]", syntax);
    row("single quotes", "{'a':1}", syntax);
    row("leading zero", "[01]", syntax);
    row("no digit before the point", "[.2]", syntax);
    row("no digit after the point", "[2.]", syntax);
    row("plus", "[+1]", syntax);
    row("NaN", "[NaN]", syntax);
    row("unknown escape", R"(["\x"])", syntax);
    row("raw control character in a string", "[\"a\nb\"]", syntax);
    row("invalid UTF-8", "[\"\xC3\"]", syntax);
    row("overlong UTF-8", "[\"\xC0\xAF\"]", syntax);
    row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]", syntax);
    row("lone high surrogate", R"(["\ud800"])", syntax);
    row("lone low surrogate", R"(["\udc00"])", syntax);
    row("surrogates the wrong way round", R"(["\ude00\ud83d"])", syntax);
    row("byte order mark", "\xEF\xBB\xBF{}", u"mark"_s);
    row("byte order mark after a blank", " \xEF\xBB\xBF{}", syntax);
    row("UTF-16", QByteArray("{\0}\0", 4), syntax);
    row("NUL after the end", QByteArray("{}\0", 3), syntax);
    row("anything after a NUL", QByteArray("{}\0{\"a\":1}", 10), syntax);
    row("NUL between the members", QByteArray("{\"a\":1,\0\"b\":2}", 14), syntax);
    row("NUL in a string", QByteArray("[\"a\0b\"]", 7), syntax);

    row("a name twice", R"({"a":1,"a":1})", duplicate);
    row("a name twice, escaped", R"({"a":1,"\u0061":2})", duplicate);
    row("a name twice, one with an escaped slash", R"({"a/b":1,"a\/b":2})", duplicate);
    row("a name twice, beyond the basic plane", R"({"😀":1,"\ud83d\ude00":2})", duplicate);
    row("the empty name twice", R"({"":1,"":2})", duplicate);
    row("a name twice further in", R"([{"x":{"a":1,"b":2,"a":3}}])", duplicate);
    row("a name in two objects", R"({"a":{"a":1},"b":{"a":1}})", accepted);
    row("names that differ in case", R"({"a":1,"A":2})", accepted);
    row("names that differ in a NUL", R"({"a":1,"a\u0000":2})", accepted);
    row("names that differ in a byte order mark", R"({"a":1,"\ufeffa":2})", accepted);

    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    row("64 levels", nested(64), accepted);
    row("65 levels", nested(65), u"deep"_s);
    row("64 levels side by side", "[" + nested(63) + "," + nested(63) + "]", accepted);
    row("64 levels of objects", QByteArray(R"({"a":)").repeated(63) + "{}" + QByteArray(63, '}'),
        accepted);
    row("65 levels of objects", QByteArray(R"({"a":)").repeated(64) + "{}" + QByteArray(64, '}'),
        u"deep"_s);
}

void JsonTest::verdict()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(verdictOn(text), expected);
}

void JsonTest::number_isKeptAsWritten_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number :
         {"0", "-0", "1", "-1", "1.0", "-0.0", "0.10", "1E2", "1e+2", "1e-7", "3600.000",
          "9223372036854775807", "9223372036854775808", "18446744073709551615",
          "18446744073709551616", "-9223372036854775808", "-9223372036854775809",
          "123456789012345678901234567890", "1.000000000000000000005"})
        QTest::newRow(number) << QByteArray(number);
}

void JsonTest::number_isKeptAsWritten()
{
    QFETCH(QByteArray, number);
    const auto value = parseJson("[" + number + "]");
    QVERIFY(value);
    QCOMPARE(value->items.front().type, JsonValue::Type::Number);
    QCOMPARE(value->items.front().utf8, number);
}

void JsonTest::integer_data()
{
    using Integer = std::optional<qint64>;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Integer>("expected");
    const auto row = [](const char *text, Integer expected) {
        QTest::newRow(text) << QByteArray(text) << expected;
    };
    row("3600", 3600);
    row("3600.0", 3600);
    row("3.6e3", 3600);
    row("36000E-1", 3600);
    row("0", 0);
    row("-0", 0);
    row("-5", -5);
    row("9223372036854775807", 9223372036854775807);
    row("-9223372036854775808", std::numeric_limits<qint64>::min());
    row("9223372036854775808", {});
    row("1e30", {});
    row("9007199254740991.0", 9007199254740991);
    row("9007199254740993.0", {}); // a double would make another number of it
    row("3600.5", {});
    row("1e-7", {});
    row("\"3600\"", {});
    row("true", {});
    row("null", {});
    row("[]", {});
}

void JsonTest::integer()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, expected);
    const auto value = parseJson(text);
    QVERIFY(value);
    QCOMPARE(value->toInteger(), expected);
}

void JsonTest::string_isKeptWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << R"("abc")"_ba << u"abc"_s;
    QTest::newRow("escapes") << R"("\"\\\/\b\f\n\r\t")"_ba << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("umlaut") << R"("\u00e4ä")"_ba << u"ää"_s;
    QTest::newRow("emoji") << R"("\ud83d\ude00😀")"_ba << u"😀😀"_s;
    QTest::newRow("NUL") << R"("a\u0000b")"_ba << u"a\0b"_s;
    // Qt takes a byte order mark off the beginning of what it decodes.
    QTest::newRow("begins with a byte order mark") << R"("\ufeffabc")"_ba
                                                   << u"\ufeff"
                                                      "abc"_s;
    QTest::newRow("begins with a raw byte order mark") << "\"\xEF\xBB\xBF"
                                                          "abc\""_ba
                                                       << u"\ufeff"
                                                          "abc"_s;
    QTest::newRow("two byte order marks") << R"("\ufeff\ufeff")"_ba << u"\ufeff\ufeff"_s;
    QTest::newRow("empty") << R"("")"_ba << u""_s;
}

void JsonTest::string_isKeptWhole()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto value = parseJson(text);
    QVERIFY(value);
    QCOMPARE(value->toString(), expected);
    const auto object = parseJson("{" + text + ":1}");
    QVERIFY(object);
    QCOMPARE(object->names, QStringList{expected});
    QVERIFY(object->find(expected));
}

void JsonTest::members_keepTheirOrder()
{
    const auto value = parseJson(R"({"z":"1","a":{"inner":"2"},"m":[3,4]})");
    QVERIFY(value);
    QCOMPARE(value->names, QStringList({u"z"_s, u"a"_s, u"m"_s}));
    QCOMPARE(value->items.size(), std::size_t(3));
    QCOMPARE(value->string(u"z"), u"1"_s);
    QCOMPARE(value->find(u"a")->string(u"inner"), u"2"_s);
    QCOMPARE(value->find(u"m")->items.at(1).utf8, "4"_ba);
}

void JsonTest::lookup_inWhatIsNoObject_findsNothing()
{
    const auto value = parseJson(R"(["a",{"b":1}])");
    QVERIFY(value);
    QVERIFY(!value->find(u"a"));
    QVERIFY(value->string(u"a").isNull());
    QVERIFY(value->toString().isNull());
    QVERIFY(!value->items.at(1).find(u"c"));
    QVERIFY(value->items.at(1).string(u"b").isEmpty()); // a number is no string
}

void JsonTest::anyTruncation_isRefused()
{
    const QByteArray &whole = everyConstruct();
    QCOMPARE(verdictOn(whole), u"accepted"_s);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto value = parseJson(QByteArrayView(whole).first(size));
        QVERIFY2(!value, qPrintable(QString::number(size)));
        QCOMPARE(value.error().offset, size); // where it ends too early
    }
}

void JsonTest::anyDamage_isSurvived()
{
    std::mt19937 random(20260101);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = everyConstruct();
        for (int i = 0; i < 3; ++i)
            text[qsizetype(random() % std::size_t(text.size()))] = char(random());
        const auto value = parseJson(text);
        if (value)
            static_cast<void>(value->string(u"text"));
        else
            ++refused;
    }
    QVERIFY(refused > 10'000);
}

void JsonTest::manyBrackets_areRefusedQuickly()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(verdictOn(QByteArray(100'000, '[')), u"deep"_s);
    QCOMPARE(verdictOn(QByteArray(R"({"a":)").repeated(100'000)), u"deep"_s);
    QVERIFY(timer.elapsed() < 1000);
}

// As many members as fit into the largest text that is ever read.
void JsonTest::manyNames_areReadQuickly()
{
    QByteArray text = "{";
    for (int i = 0; text.size() < 1024 * 1024; ++i)
        text += '"' + QByteArray::number(i, 36).rightJustified(4, '0') + "\":0,";
    text.back() = '}';
    QElapsedTimer timer;
    timer.start();
    const auto value = parseJson(text);
    QVERIFY(value);
    QVERIFY(value->names.size() > 100'000);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    text.insert(1, "\"0000\":0,");
    QCOMPARE(verdictOn(text), u"duplicate"_s);
}

void JsonTest::problem_isDescribedWithoutTheText()
{
    for (const QByteArray &text : {"[\"canary\" canary"_ba, R"({"canary":1,"canary":2})"_ba,
                                   "\xEF\xBB\xBF\"canary\""_ba, QByteArray(65, '[') + "canary"}) {
        const auto value = parseJson(text);
        QVERIFY(!value);
        QVERIFY(!describe(value.error()).isEmpty());
        QVERIFY(!describe(value.error()).contains("canary"_L1));
    }
    QCOMPARE(describe(parseJson("[1,x]").error()), u"malformed JSON at byte 4"_s);
    QCOMPARE(describe(parseJson(QByteArrayView("[1]\0", 4)).error()),
             u"malformed JSON at byte 4"_s);
}

HOURPASS_TEST(JsonTest, QCoreApplication)

} // namespace tst_json

#include "tst_json.moc"
