// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/tokenfingerprint.h"

#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_tokenfingerprint {

using namespace hourpass;
using namespace Qt::StringLiterals;

class TokenFingerprintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed with sha256sum. It stands in people's tickets: it may not change.
    void fingerprint_isTheSameForEver()
    {
        QCOMPARE(TokenFingerprint::of("a.b.c").toString(), u"ff84-e42d-041c-c687"_s);
    }

    void noToken_hasNone()
    {
        QVERIFY(TokenFingerprint().isNull());
        QVERIFY(TokenFingerprint::of({}).isNull());
        QCOMPARE(TokenFingerprint().toString(), QString());
        QVERIFY(!TokenFingerprint::of("a").isNull());
    }

    void everyByte_counts()
    {
        QSet<TokenFingerprint> seen;
        for (int bit = 0; bit < 8 * 5; ++bit) {
            QByteArray text = "a.b.c"_ba;
            text[bit / 8] = char(text.at(bit / 8) ^ (1 << (bit % 8)));
            seen.insert(TokenFingerprint::of(text));
        }
        seen.insert(TokenFingerprint::of("a.b.c"));
        seen.insert(TokenFingerprint::of("a.b.c\n"));
        seen.insert(TokenFingerprint::of("a.b."));
        QCOMPARE(seen.size(), 43);
    }

    void text_isReadAsPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString shown = u"0084-e42d-041c-c687"_s;
        QTest::newRow("as shown") << shown << shown;
        QTest::newRow("in capitals") << shown.toUpper() << shown;
        QTest::newRow("without hyphens") << u"0084e42d041cc687"_s << shown;
        QTest::newRow("zero") << u"0000-0000-0000-0000"_s << u"0000-0000-0000-0000"_s;
        QTest::newRow("short") << u"0084-e42d-041c-c68"_s << QString();
        QTest::newRow("long") << u"0084-e42d-041c-c6877"_s << QString();
        QTest::newRow("a line end") << u"0084-e42d-041c-c687\n"_s << QString();
        QTest::newRow("no digits") << u"0084-e42d-041c-c68g"_s << QString();
        QTest::newRow("other digits") << u"٠084-e42d-041c-c687"_s << QString();
        QTest::newRow("hyphens elsewhere") << u"00-84e42d-041c-c687"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void text_isReadAsPeopleTypeIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto read = TokenFingerprint::fromString(text);
        QCOMPARE(read.has_value(), !expected.isEmpty());
        QCOMPARE(read.value_or(TokenFingerprint()).toString(), expected);
    }

    void writtenAndRead_isTheSame()
    {
        const auto fingerprint = TokenFingerprint::of("x");
        QVERIFY(TokenFingerprint::fromString(fingerprint.toString()) == fingerprint);
    }
};

HOURPASS_TEST(TokenFingerprintTest, QCoreApplication)

} // namespace tst_tokenfingerprint

#include "tst_tokenfingerprint.moc"
