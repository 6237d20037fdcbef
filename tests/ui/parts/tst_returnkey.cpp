// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/returnkey.h"

#include "support/testprogram.h"

#include <QApplication>
#include <QDialog>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_returnkey {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// The event filter is there from the start: without it, none of Return's presses happens.
class ReturnKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { letReturnPressButtons(*qApp); }

    void focusedButton_isPressed_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter") << int(Qt::Key_Enter);
        QTest::newRow("Space") << int(Qt::Key_Space);
    }

    void focusedButton_isPressed()
    {
        QFETCH(int, key);
        QDialog dialog;
        QPushButton button(u"press"_s, &dialog);
        button.setAutoDefault(false);
        QSignalSpy pressed(&button, &QPushButton::clicked);
        dialog.show();
        button.setFocus();
        QTest::keyClick(&button, Qt::Key(key));
        QCOMPARE(pressed.count(), 1);
        QVERIFY(dialog.isVisible());
    }

    void foldingButton_isSwitched()
    {
        QMainWindow window;
        QToolButton button(&window);
        button.setCheckable(true);
        window.show();
        QTest::keyClick(&button, Qt::Key_Return);
        QVERIFY(button.isChecked());
    }

    void defaultButton_isWhatReturnIsFor()
    {
        QDialog dialog;
        QPushButton save(u"save"_s, &dialog);
        save.setDefault(true);
        QPushButton other(u"other"_s, &dialog);
        other.setAutoDefault(false);
        QSignalSpy saved(&save, &QPushButton::clicked);
        QSignalSpy pressed(&other, &QPushButton::clicked);
        dialog.show();
        other.setFocus();
        QTest::keyClick(&other, Qt::Key_Return);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(pressed.count(), 0);
    }

    void buttonThatQtPresses_isPressedOnce()
    {
        QDialog dialog;
        QPushButton button(u"press"_s, &dialog);
        QSignalSpy pressed(&button, &QPushButton::clicked);
        dialog.show();
        button.setFocus();
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(pressed.count(), 1);
    }

    void disabledButtonAndModifiers_pressNothing()
    {
        QDialog dialog;
        QPushButton button(u"press"_s, &dialog);
        button.setAutoDefault(false);
        QSignalSpy pressed(&button, &QPushButton::clicked);
        dialog.show();
        QTest::keyClick(&button, Qt::Key_Return, Qt::ControlModifier);
        button.setEnabled(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(pressed.count(), 0);
    }
};

HOURPASS_TEST(ReturnKeyTest, QApplication)

} // namespace tst_returnkey

#include "tst_returnkey.moc"
