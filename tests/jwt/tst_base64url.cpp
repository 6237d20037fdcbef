// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/base64url.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_base64url {

using namespace hourpass;
using namespace Qt::StringLiterals;

class Base64UrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfcExamples_data();
    void rfcExamples();
    void everyLength_survivesARoundTrip();
    void whatNoEncoderWrites_isRefused_data();
    void whatNoEncoderWrites_isRefused();
    void everyOtherByte_isRefused();
};

void Base64UrlTest::rfcExamples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    const QJsonObject examples =
        QJsonDocument::fromJson(test::ownVectors(u"rfc/rfc_examples.json"_s)).object();
    for (const QJsonValue &example : examples["base64url"_L1].toArray())
        QTest::newRow(qPrintable(example["origin"_L1].toString()))
            << example["text"_L1].toString().toLatin1()
            << QByteArray::fromHex(example["bytes_hex"_L1].toString().toLatin1());
    QTest::newRow("the claims of RFC 7519, section 3.1")
        << "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp"
           "0"
           "cnVlfQ"_ba
        << "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("all ones") << "____"_ba
                              << "\xFF\xFF\xFF"_ba;
    QTest::newRow("NUL") << "AA"_ba << QByteArray(1, '\0');
}

void Base64UrlTest::rfcExamples()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    const auto decoded = decodeBase64Url(text);
    QVERIFY(decoded);
    QCOMPARE(*decoded, bytes);
}

void Base64UrlTest::everyLength_survivesARoundTrip()
{
    QByteArray bytes;
    for (int size = 0; size < 300; ++size) {
        const QByteArray text =
            bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(decodeBase64Url(text).value_or("refused"), bytes);
        bytes.append(char(size * 37));
    }
}

void Base64UrlTest::whatNoEncoderWrites_isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("padding of one", "AAA=");
    row("padding of two", "AA==");
    row("padding alone", "=");
    row("a lone character", "A");
    row("a lone last character", "AAAAA");
    row("leftover bits of two characters", "AB");
    row("leftover bits of three characters", "AAB");
    row("the alphabet of plain base64", "+/+/");
    row("line end", "AAAA\n");
    row("line end inside", "AA\nAA");
    row("blank", " AAAA");
    row("NUL at the end", QByteArray("AAAA\0", 5));
    row("NUL inside", QByteArray("AA\0A", 4));
    row("a point", "AA.A");
    row("not ASCII", "AAA\xC3\xA4");
}

void Base64UrlTest::whatNoEncoderWrites_isRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodeBase64Url(text));
}

void Base64UrlTest::everyOtherByte_isRefused()
{
    const QByteArray alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_ba;
    for (int byte = 0; byte < 256; ++byte) {
        QByteArray text("AAAA");
        text[1] = char(byte);
        QCOMPARE(decodeBase64Url(text).has_value(), alphabet.contains(char(byte)));
    }
}

HOURPASS_TEST(Base64UrlTest, QCoreApplication)

} // namespace tst_base64url

#include "tst_base64url.moc"
