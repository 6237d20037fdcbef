// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/visibletext.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_visibletext {

using namespace hourpass;
using namespace Qt::StringLiterals;

class VisibleTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText_staysAsItIs_data();
    void plainText_staysAsItIs();
    void hiddenText_isMarked_data();
    void hiddenText_isMarked();
    void everyControl_isMarked();
    void result_isOneLineAndStable();
    void shortening_keepsBothEnds_data();
    void shortening_keepsBothEnds();
    void shortening_cutsNoCharacterInHalf();
};

void VisibleTextTest::plainText_staysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("ASCII") << u"Ada Example <ada@example.com> \"%1\" & \\u{202E}"_s;
    QTest::newRow("umlauts") << u"Jürgen Größe, Łódź, Ångström"_s;
    QTest::newRow("combining marks") << u"é à"_s;
    QTest::newRow("Greek, Cyrillic, Han") << u"Ελληνικά Русский 中文"_s;
    QTest::newRow("Arabic and Hebrew") << u"العربية עברית"_s;
    QTest::newRow("emoji") << u"😀🚀"_s;
    QTest::newRow("markup") << u"<b>Admin</b>&lt;"_s;
    QTest::newRow("no-break space") << u"10\u00a0%"_s;
}

void VisibleTextTest::plainText_staysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(visibleText(text), text);
}

void VisibleTextTest::hiddenText_isMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("override", u"a\u202Eb"_s, u"a\\u{202E}b"_s);
    row("isolate", u"\u2066x\u2069"_s, u"\\u{2066}x\\u{2069}"_s);
    row("direction marks", u"\u200E\u200F\u061C"_s, u"\\u{200E}\\u{200F}\\u{061C}"_s);
    row("zero width", u"a\u200Bb\u200Cc\u200Dd\u2060e\ufefff"_s,
        u"a\\u{200B}b\\u{200C}c\\u{200D}d\\u{2060}e\\u{FEFF}f"_s);
    row("soft hyphen", u"a\u00adb"_s, u"a\\u{00AD}b"_s);
    row("escape sequence", u"\u001b[31mred"_s, u"\\u{001B}[31mred"_s);
    row("line ends", u"a\nb\r\nc"_s, u"a\\u{000A}b\\u{000D}\\u{000A}c"_s);
    row("tab", u"a\tb"_s, u"a\\u{0009}b"_s);
    row("line and paragraph separators", u"\u2028\u2029"_s, u"\\u{2028}\\u{2029}"_s);
    row("next line", u"\u0085"_s, u"\\u{0085}"_s);
    row("tag characters", u"\U000E0001\U000E0041\U000E007F"_s, u"\\u{E0001}\\u{E0041}\\u{E007F}"_s);
    row("variation selectors", u"\uFE0F\U000E0100"_s, u"\\u{FE0F}\\u{E0100}"_s);
    row("Hangul filler", u"\u3164\uFFA0\u115F"_s, u"\\u{3164}\\u{FFA0}\\u{115F}"_s);
    row("blank Braille", u"\u2800"_s, u"\\u{2800}"_s);
    row("non-characters", u"\uFDD0\uFFFE\U0001FFFE\U0010FFFF"_s,
        u"\\u{FDD0}\\u{FFFE}\\u{1FFFE}\\u{10FFFF}"_s);
    row("private use", u"\uE000\U000F0000"_s, u"\\u{E000}\\u{F0000}"_s);
    row("lone high surrogate", QString(QChar(0xD83D)) + u'x', u"\\u{D83D}x"_s);
    row("lone low surrogate", u'x' + QString(QChar(0xDE00)), u"x\\u{DE00}"_s);
    row("high surrogate at the end", u"x"_s + QChar(0xD83D), u"x\\u{D83D}"_s);
    row("two high surrogates", QString(QChar(0xD83D)) + QChar(0xD83D) + QChar(0xDE00),
        u"\\u{D83D}😀"_s);
    row("NUL", QString(QChar(0)), u"\\u{0000}"_s);
}

void VisibleTextTest::hiddenText_isMarked()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(visibleText(text), expected);
}

void VisibleTextTest::everyControl_isMarked()
{
    for (char16_t c = 0; c < 0x100; ++c) {
        const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (isControl || c == 0xAD)
            QCOMPARE(visibleText(QString(QChar(c))),
                     u"\\u{%1}"_s.arg(QString::number(c, 16).toUpper(), 4, u'0'));
        else
            QCOMPARE(visibleText(QString(QChar(c))), QString(QChar(c)));
    }
}

void VisibleTextTest::result_isOneLineAndStable()
{
    QString everything;
    for (char32_t c = 0; c < 0x11000; ++c)
        everything += QChar::fromUcs4(c);
    const QString visible = visibleText(everything);
    QCOMPARE(visibleText(visible), visible);
    for (const QChar c : visible)
        QVERIFY(c.isPrint() || c.isSurrogate());
}

void VisibleTextTest::shortening_keepsBothEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    QTest::newRow("fits") << u"abcdef"_s << 6 << u"abcdef"_s;
    QTest::newRow("one too long") << u"abcdefg"_s << 6 << u"abc…fg"_s;
    QTest::newRow("account id") << u"0123456789abcdef0123456789abcdef"_s << 13
                                << u"012345…abcdef"_s;
    QTest::newRow("very short") << u"abcdefg"_s << 3 << u"a…g"_s;
    QTest::newRow("room for two") << u"abcdefg"_s << 2 << u"a…"_s;
    QTest::newRow("room for one") << u"abcdefg"_s << 1 << u"…"_s;
    QTest::newRow("empty") << u""_s << 1 << u""_s;
}

void VisibleTextTest::shortening_keepsBothEnds()
{
    QFETCH(QString, text);
    QFETCH(int, length);
    QFETCH(QString, expected);
    QCOMPARE(shortenedMiddle(text, length), expected);
}

void VisibleTextTest::shortening_cutsNoCharacterInHalf()
{
    const QString text = u"😀"_s.repeated(20);
    for (int length = 1; length < 45; ++length) {
        const QString shortened = shortenedMiddle(text, length);
        QVERIFY(shortened.size() <= length || shortened == text);
        QCOMPARE(visibleText(shortened), shortened); // would show a lone surrogate
    }
}

HOURPASS_TEST(VisibleTextTest, QCoreApplication)

} // namespace tst_visibletext

#include "tst_visibletext.moc"
