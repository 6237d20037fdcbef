// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/focusring.h"

#include "support/testprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QStyle>
#include <QTest>
#include <QVBoxLayout>

namespace tst_focusring {

using namespace hourpass;
using namespace Qt::StringLiterals;

int pixelsOf(const QColor &color, const QImage &picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == color;
    }
    return count;
}

class FocusRingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void focusedComboBox_isToldFromOthers()
    {
        QApplication::setStyle(u"fusion"_s);
        QPalette palette = QApplication::palette();
        palette.setColor(QPalette::Highlight, QColor(255, 0, 255));
        showFocusOfComboBoxes();
        QApplication::setPalette(palette);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *box = new QComboBox;
        box->addItem(u"choice"_s);
        auto *button = new QPushButton(u"press"_s);
        layout->addWidget(box);
        layout->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button->setFocus();
        QVERIFY(pixelsOf(QColor(255, 0, 255), box->grab().toImage()) == 0);
        QTest::keyClick(button, Qt::Key_Tab);
        QTRY_VERIFY(box->hasFocus());
        QVERIFY(pixelsOf(QColor(255, 0, 255), box->grab().toImage()) > box->width());
    }

    void otherStyles_areLeftAlone()
    {
        QApplication::setStyle(u"windows"_s);
        const QStyle *style = QApplication::style();
        showFocusOfComboBoxes();
        QCOMPARE(QApplication::style(), style);
    }
};

HOURPASS_TEST(FocusRingTest, QApplication)

} // namespace tst_focusring

#include "tst_focusring.moc"
