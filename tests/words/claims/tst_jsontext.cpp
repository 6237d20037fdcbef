// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/jsontext.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_jsontext {

using namespace hourpass;
using namespace Qt::StringLiterals;

class JsonTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isIndented_data();
    void value_isIndented();
};

void JsonTextTest::value_isIndented_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("number as written") << "1.50e3"_ba << u"1.50e3"_s;
    QTest::newRow("null") << "null"_ba << u"null"_s;
    QTest::newRow("empty ones") << R"({"a":[],"b":{}})"_ba << u"{\n  \"a\": [],\n  \"b\": {}\n}"_s;
    QTest::newRow("nested")
        << R"({"a":{"b":[true,"c"]}})"_ba
        << u"{\n  \"a\": {\n    \"b\": [\n      true,\n      \"c\"\n    ]\n  }\n}"_s;
    QTest::newRow("escapes") << R"({"q\"":"a\\b\n"})"_ba << u"{\n  \"q\\\"\": \"a\\\\b\\n\"\n}"_s;
    QTest::newRow("hidden characters") << R"(["a\u202eb"])"_ba << u"[\n  \"a\\u{202E}b\"\n]"_s;
    QTest::newRow("letters of all kinds") << "[\"\xc3\xa4\"]"_ba << u"[\n  \"\u00e4\"\n]"_s;
}

void JsonTextTest::value_isIndented()
{
    QFETCH(const QByteArray, json);
    QTEST(indentedJson(*parseJson(json)), "text");
}

HOURPASS_TEST(JsonTextTest, QCoreApplication)

} // namespace tst_jsontext

#include "tst_jsontext.moc"
