// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/keydetailstext.h"

#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_keydetailstext {

using namespace hourpass;
using namespace Qt::StringLiterals;

constexpr Instant now{{}, Seconds(1'767'225'600)}; // 2026-01-01

KeyCheck laptop()
{
    KeyDetails details;
    details.id = u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s;
    details.name = u"laptop"_s;
    details.owner = u"IBMid-1000000ABC"_s;
    details.accountId = u"0123456789abcdef0123456789abcdef"_s;
    details.createdAt = Seconds(1'760'000'000);
    details.expiresAt = Seconds(1'798'761'540);
    details.disabled = true;
    return {details, {}};
}

QJsonObject jsonOf(const KeyCheck &check, const QString &profile = u"prod"_s)
{
    return QJsonDocument::fromJson(keyDetailsJson(check, profile)).object();
}

class KeyDetailsTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void text_isAligned();
    void text_leavesOutWhatIsNotKnown();
    void text_isSafeToShow();
    void json_tellsTimesInUtc();
    void json_tellsThatThereAreNone();
    void json_isOneLineOfAscii();
};

void KeyDetailsTextTest::text_isAligned()
{
    QCOMPARE(keyDetailsText(laptop(), now),
             u"Name:     laptop\n"
             "Owner:    IBMid-1000000ABC\n"
             "Account:  0123456789abcdef0123456789abcdef\n"
             "Created:  2025-10-09 08:53 (UTC+0)\n"
             "Ends:     2026-12-31 23:59 (UTC+0), in 364 day(s)\n"
             "Disabled: yes: it gets no tokens\n"
             "Locked:   no\n"
             "Id:       ApiKey-cccccccc-0000-4000-8000-000000000004\n"_s);
}

void KeyDetailsTextTest::text_leavesOutWhatIsNotKnown()
{
    KeyDetails little;
    little.id = u"ApiKey-1"_s;
    QCOMPARE(keyDetailsText({little, {}}, now),
             u"Ends:     never\nDisabled: no\nLocked:   no\nId:       ApiKey-1\n"_s);
    QCOMPARE(keyDetailsText({}, now), u"IBM Cloud gives no details of this key.\n"_s);
}

void KeyDetailsTextTest::text_isSafeToShow()
{
    KeyCheck check = laptop();
    check.details->name = u"a\x1b[31m\nOwner: me\u202E"_s;
    const QString text = keyDetailsText(check, now);
    QCOMPARE(text.count(u'\n'), 8);
    QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)));
}

void KeyDetailsTextTest::json_tellsTimesInUtc()
{
    QCOMPARE(jsonOf(laptop()),
             (QJsonObject{{u"profile"_s, u"prod"_s},
                          {u"details"_s, true},
                          {u"id"_s, u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s},
                          {u"name"_s, u"laptop"_s},
                          {u"owner"_s, u"IBMid-1000000ABC"_s},
                          {u"account"_s, u"0123456789abcdef0123456789abcdef"_s},
                          {u"created_at"_s, u"2025-10-09T08:53:20Z"_s},
                          {u"expires_at"_s, u"2026-12-31T23:59:00Z"_s},
                          {u"locked"_s, false},
                          {u"disabled"_s, true}}));
}

void KeyDetailsTextTest::json_tellsThatThereAreNone()
{
    QCOMPARE(jsonOf({}), (QJsonObject{{u"profile"_s, u"prod"_s}, {u"details"_s, false}}));
    KeyDetails endless;
    endless.id = u"ApiKey-1"_s;
    const QJsonObject json = jsonOf({endless, {}});
    QVERIFY(json["details"_L1].toBool());
    QVERIFY(!json.contains("expires_at"_L1) && !json.contains("name"_L1));
}

void KeyDetailsTextTest::json_isOneLineOfAscii()
{
    KeyCheck check = laptop();
    check.details->name = u"Größe\n\u202E"_s;
    const QByteArray json = keyDetailsJson(check, u"Käse"_s);
    QCOMPARE(json.count('\n'), 1);
    QVERIFY(json.endsWith('\n'));
    for (const char c : json)
        QVERIFY(static_cast<unsigned char>(c) < 0x80);
    QCOMPARE(jsonOf(check)["name"_L1].toString(), check.details->name);
}

HOURPASS_TEST(KeyDetailsTextTest, QCoreApplication)

} // namespace tst_keydetailstext

#include "tst_keydetailstext.moc"
