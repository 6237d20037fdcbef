// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/asciijson.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_asciijson {

using namespace hourpass;
using namespace Qt::StringLiterals;

class AsciiJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValue_isWrittenAsItWasRead_data();
    void aValue_isWrittenAsItWasRead();
    void aNameThatComesTwice_isWrittenOnce();
    void text_isEscaped();
};

void AsciiJsonTest::aValue_isWrittenAsItWasRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &written = {}) {
        QTest::newRow(name) << json << (written.isEmpty() ? json : written);
    };
    row("null", "null");
    row("bool", "[true,false]");
    row("numbers", "[1,-0,1.50e3,12345678901234567890,3.0]");
    row("order", R"({"z":1,"a":{"y":[],"b":{}}})");
    row("blanks", "{ \"a\" : [ 1 , 2 ] }", R"({"a":[1,2]})");
    row("quotation marks", R"({"a\"b":"c\\d"})");
    row("controls", R"(["\n\t\u0000\u001b"])", R"(["\u000a\u0009\u0000\u001b"])");
    row("beyond ASCII", "[\"\xC3\xA9\xE2\x80\xAE\xF0\x9F\x98\x80\x7F\"]",
        R"(["\u00e9\u202e\ud83d\ude00\u007f"])");
}

void AsciiJsonTest::aValue_isWrittenAsItWasRead()
{
    QFETCH(const QByteArray, json);
    QTEST(asciiJson(*parseJson(json)), "written");
}

void AsciiJsonTest::aNameThatComesTwice_isWrittenOnce()
{
    const JsonReading reading = readJson(R"({"a":1,"b":2,"a":3})");
    QVERIFY(reading.problem);
    QCOMPARE(asciiJson(reading.value), R"({"a":1,"b":2})"_ba);
}

void AsciiJsonTest::text_isEscaped()
{
    QCOMPARE(asciiJson(QStringView(u"a\u2026\"")), R"("a\u2026\"")"_ba);
    QCOMPARE(asciiJson(QStringView()), R"("")"_ba);
}

HOURPASS_TEST(AsciiJsonTest, QCoreApplication)

} // namespace tst_asciijson

#include "tst_asciijson.moc"
