// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/assumerequest.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_assumerequest {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QString id = u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s;
const QString crn = u"crn:v1:bluemix:public:iam-identity::a/0123456789abcdef::profile:"_s + id;

QByteArray formFor(const QByteArray &token, const QString &profile)
{
    return assumeGrant(Secret(QByteArrayView(token)), TrustedProfile::parse(profile).value())
        .reveal()
        .toByteArray();
}

class AssumeRequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void id_isSentAsTheId();
    void crn_isSentAsTheCrn();
    void everyByteOfTheToken_isEncodedByRfc3986();
};

static const QByteArray beginning =
    "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aassume&"_ba;

void AssumeRequestTest::id_isSentAsTheId()
{
    QCOMPARE(formFor("eyJ.a-b_c.d"_ba, id),
             beginning + "profile_id=" + id.toLatin1() + "&access_token=eyJ.a-b_c.d");
}

void AssumeRequestTest::crn_isSentAsTheCrn()
{
    QCOMPARE(formFor("a"_ba, crn),
             beginning
                 + "profile_crn=crn%3Av1%3Abluemix%3Apublic%3Aiam-identity%3A%3Aa%2F"
                   "0123456789abcdef%3A%3Aprofile%3A"
                 + id.toLatin1() + "&access_token=a");
}

void AssumeRequestTest::everyByteOfTheToken_isEncodedByRfc3986()
{
    for (int byte = 0; byte < 256; ++byte) {
        const char c = char(byte);
        const bool isUnreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || (c >= '0' && c <= '9') || QByteArrayView("-._~").contains(c);
        const QByteArray expected = isUnreserved
            ? QByteArray(1, c)
            : "%" + QByteArray::number(byte, 16).toUpper().rightJustified(2, '0');
        QVERIFY(formFor(QByteArray(1, c), id).endsWith("&access_token=" + expected));
    }
}

HOURPASS_TEST(AssumeRequestTest, QCoreApplication)

} // namespace tst_assumerequest

#include "tst_assumerequest.moc"
