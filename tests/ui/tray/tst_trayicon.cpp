// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/trayicon.h"

#include "support/testprogram.h"

#include <QPainter>
#include <QTest>

namespace tst_trayicon {

using namespace hourpass;

/// As a panel of that colour shows it, without colours: what is left is shape.
QImage onPanel(TrayState state, int size, const QColor &panel)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(panel);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, trayIcon(state).pixmap(QSize(size, size)));
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

int differentPixels(const QImage &one, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40;
    }
    return count;
}

class TrayIconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_areToldApartWithoutColour_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QColor>("panel");
        for (const int size : {16, 22, 24, 32, 48, 64}) {
            QTest::addRow("%d light", size) << size << QColor(0xef, 0xf0, 0xf1);
            QTest::addRow("%d dark", size) << size << QColor(0x2a, 0x2e, 0x32);
        }
    }
    void states_areToldApartWithoutColour()
    {
        QFETCH(int, size);
        QFETCH(QColor, panel);
        const TrayState states[]{TrayState::None, TrayState::Fine, TrayState::EndingSoon,
                                 TrayState::Expired, TrayState::Failed};
        for (const TrayState one : states) {
            for (const TrayState other : states) {
                if (one >= other)
                    continue;
                const int different =
                    differentPixels(onPanel(one, size, panel), onPanel(other, size, panel));
                QVERIFY2(different > size * size / 32,
                         qPrintable(QString::number(different) + QLatin1Char(' ')
                                    + QString::number(int(one)) + QString::number(int(other))));
            }
        }
    }

    void eachSize_isDrawnForItself()
    {
        const QIcon icon = trayIcon(TrayState::Fine);
        for (const int size : {16, 22, 24, 32, 48, 64}) {
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
            QCOMPARE(icon.pixmap(QSize(size, size)).size(), QSize(size, size));
        }
    }

    void mark_isSeenOnAnyPanel()
    {
        for (const QColor &panel :
             {QColor(Qt::black), QColor(Qt::white), QColor(0x1d, 0x4f, 0xb8)}) {
            QImage empty(22, 22, QImage::Format_Grayscale8);
            empty.fill(panel);
            QVERIFY(differentPixels(onPanel(TrayState::None, 22, panel), empty) > 40);
        }
    }
};

HOURPASS_TEST(TrayIconTest, QApplication)

} // namespace tst_trayicon

#include "tst_trayicon.moc"
