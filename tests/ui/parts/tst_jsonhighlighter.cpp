// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/jsonhighlighter.h"

#include "support/testprogram.h"

#include <QPalette>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

namespace tst_jsonhighlighter {

using namespace hourpass;
using namespace Qt::StringLiterals;

// WCAG 2.1, "contrast ratio".
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

class JsonHighlighterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_areReadable_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(27, 30, 32) << QColor(239, 240, 241);
    }
    void texts_areReadable()
    {
        QFETCH(const QColor, base);
        QFETCH(const QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Text, text);
        palette.setColor(QPalette::Highlight, QColor(61, 174, 233));
        const QColor color = jsonTextColor(palette);
        QVERIFY2(contrast(color, base) >= 4.5, qPrintable(color.name()));
        QVERIFY(color != text);
    }

    void namesAndTexts_areToldApart()
    {
        QTextDocument document(u"\"na\\\"me\": \"va:lue\", 1"_s);
        JsonHighlighter highlighter(&document);
        highlighter.rehighlight();
        const auto formats = document.firstBlock().layout()->formats();
        QCOMPARE(formats.size(), 2);
        QCOMPARE(formats.at(0).start, 0);
        QCOMPARE(formats.at(0).length, 8);
        QCOMPARE(formats.at(0).format.fontWeight(), int(QFont::Bold));
        QCOMPARE(formats.at(1).start, 10);
        QCOMPARE(formats.at(1).length, 8);
    }
};

HOURPASS_TEST(JsonHighlighterTest, QApplication)

} // namespace tst_jsonhighlighter

#include "tst_jsonhighlighter.moc"
