// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/readablepalette.h"

#include "support/testprogram.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

namespace tst_readablepalette {

using namespace hourpass;

class ReadablePaletteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholders_followTheText()
    {
        keepPlaceholdersReadable(*qApp);
        // As Qt's theme for KDE leaves it in a dark scheme, then in a light one.
        for (const QColor &text : {QColor(Qt::white), QColor(Qt::black)}) {
            QPalette palette;
            palette.setColor(QPalette::Text, text);
            palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
            QApplication::setPalette(palette);
            QTRY_COMPARE(QApplication::palette().color(QPalette::PlaceholderText).rgb(),
                         text.rgb());
            QVERIFY(QApplication::palette().color(QPalette::PlaceholderText).alpha() < 255);
            QCOMPARE(QApplication::palette().color(QPalette::Text), text);
        }
    }
};

HOURPASS_TEST(ReadablePaletteTest, QApplication)

} // namespace tst_readablepalette

#include "tst_readablepalette.moc"
