// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenrequest.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_tokenrequest {

using namespace hourpass;
using namespace Qt::StringLiterals;

class TokenRequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_isRightByteForByte_data();
    void form_isRightByteForByte();
    void everyByte_isEncodedByRfc3986();
};

static const QByteArray beginning =
    "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey="_ba;

void TokenRequestTest::form_isRightByteForByte_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("usual key") << "0123_abc-XYZ"_ba
                               << "0123_abc-XYZ"_ba;
    QTest::newRow("reserved characters") << "+/=&%"_ba
                                         << "%2B%2F%3D%26%25"_ba;
    QTest::newRow("blank") << "a b"_ba
                           << "a%20b"_ba;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << "a%00b"_ba;
    QTest::newRow("line end") << "a\r\nb"_ba
                              << "a%0D%0Ab"_ba;
    QTest::newRow("UTF-8") << "ä😀"_ba
                           << "%C3%A4%F0%9F%98%80"_ba;
    QTest::newRow("not UTF-8") << "\xFF\xFE"_ba
                               << "%FF%FE"_ba;
    QTest::newRow("encoded already") << "a%20b"_ba
                                     << "a%2520b"_ba;
    QTest::newRow("another field") << "a&grant_type=password"_ba
                                   << "a%26grant_type%3Dpassword"_ba;
    QTest::newRow("unreserved") << "-._~"_ba
                                << "-._~"_ba;
}

void TokenRequestTest::form_isRightByteForByte()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QCOMPARE(apiKeyGrant(Secret(QByteArrayView(key))).reveal().toByteArray(), beginning + value);
}

void TokenRequestTest::everyByte_isEncodedByRfc3986()
{
    for (int byte = 0; byte < 256; ++byte) {
        const char c = char(byte);
        const bool isUnreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || (c >= '0' && c <= '9') || QByteArrayView("-._~").contains(c);
        const QByteArray expected = isUnreserved
            ? QByteArray(1, c)
            : "%" + QByteArray::number(byte, 16).toUpper().rightJustified(2, '0');
        const Secret form = apiKeyGrant(Secret(QByteArrayView(&c, 1)));
        QCOMPARE(form.reveal().toByteArray(), beginning + expected);
    }
}

HOURPASS_TEST(TokenRequestTest, QCoreApplication)

} // namespace tst_tokenrequest

#include "tst_tokenrequest.moc"
