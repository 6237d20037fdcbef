// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/trayclicks.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_trayclicks {

using namespace hourpass;
using Wish = TrayClicks::Wish;

class TrayClicksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachClick_hasItsMeaning()
    {
        TrayClicks clicks;
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::Trigger, Seconds(1)), Wish::ToggleWindow);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::MiddleClick, Seconds(2)), Wish::Copy);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::Context, Seconds(3)), Wish::Nothing);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::Unknown, Seconds(4)), Wish::Nothing);
    }

    void doubleClick_isOneClick()
    {
        TrayClicks clicks;
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::Trigger, Seconds(1)), Wish::ToggleWindow);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::DoubleClick, Seconds(1)), Wish::Nothing);
    }

    void twoActivationsInAFlash_areOne()
    {
        TrayClicks clicks;
        const Milliseconds start{5000};
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::MiddleClick, start), Wish::Copy);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::MiddleClick, start + Milliseconds(399)),
                 Wish::Nothing);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::MiddleClick, start + Milliseconds(799)),
                 Wish::Copy);
    }

    void differentWishes_areTwo()
    {
        TrayClicks clicks;
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::Trigger, Seconds(5)), Wish::ToggleWindow);
        QCOMPARE(clicks.wishFor(QSystemTrayIcon::MiddleClick, Seconds(5)), Wish::Copy);
    }
};

HOURPASS_TEST(TrayClicksTest, QCoreApplication)

} // namespace tst_trayclicks

#include "tst_trayclicks.moc"
