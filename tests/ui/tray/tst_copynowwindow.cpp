// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/qtroute.h"
#include "support/testprogram.h"
#include "ui/statuswidgets.h"
#include "ui/tray/copynowwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_copynowwindow {

using namespace hourpass;
using namespace Qt::StringLiterals;
using State = SecretClipboard::State;

const QByteArray canary = "canary-secret-for-the-clipboard";

ClipboardRoutes onlyQt()
{
    ClipboardRoutes routes;
    routes.push_back(std::make_unique<QtRoute>(*QApplication::clipboard()));
    return routes;
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000)
        || process.error() == QProcess::FailedToStart)
        qFatal("%s does not run", qPrintable(program));
    return process.readAllStandardOutput();
}

void pressKey(const QString &name)
{
    run(u"wtype"_s, {u"-k"_s, name});
}

bool hasFocus(const QWidget &window)
{
    return QTest::qWaitFor([&] { return QGuiApplication::focusWindow() == window.windowHandle(); },
                           5'000);
}

/// On a compositor, with Qt's route alone: as on a desktop that wants a press for each copy.
class CopyNowWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QGuiApplication::platformName().startsWith(u"wayland"));
        QApplication::setQuitOnLastWindowClosed(false);
    }

    // The first of all: the compositor refuses for as long as nothing was pressed.
    void refusedCopyInAWindow_isOfferedInItsStatusBar()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        CopyNowWindow window(clipboard);
        ClipboardStatus status(clipboard);
        status.show();
        QVERIFY(hasFocus(status));
        clipboard.copy(Secret(canary), u"prod"_s);
        QTRY_COMPARE(clipboard.state(), State::NotCopied);
        QVERIFY(!window.isVisible());
        QPushButton *copy = nullptr;
        for (auto *button : status.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Copy now"_s)
                copy = button;
        }
        QVERIFY(copy);
        copy->setFocus();
        pressKey(u"space"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QVERIFY(!copy->isVisible());
        QCOMPARE(run(u"wl-paste"_s, {u"--no-newline"_s}), canary);
    }

    void refusedCopyWithoutAWindow_bringsOneAndAPressCopies()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        CopyNowWindow window(clipboard);
        const QSignalSpy closed(qApp, &QGuiApplication::lastWindowClosed);
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(window.isVisible());
        QVERIFY(window.findChild<QLabel *>()->text().contains(u"The token of prod"_s));
        QVERIFY(hasFocus(window));
        pressKey(u"Return"_s);
        QTRY_COMPARE(clipboard.state(), State::Holding);
        QVERIFY(!window.isVisible());
        QCOMPARE(run(u"wl-paste"_s, {u"--no-newline"_s}), canary);
        QTest::qWait(0);
        QCOMPARE(closed.size(), 0); // a program in the tray goes on
        clipboard.clear();
    }

    void escape_hidesItAndCopiesNothing()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Seconds(60));
        CopyNowWindow window(clipboard);
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(hasFocus(window));
        pressKey(u"Escape"_s);
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(clipboard.state(), State::NotCopied);
    }

    void whatIsForgotten_takesTheWindowAway()
    {
        SecretClipboard clipboard(onlyQt(), systemNow, Milliseconds(300));
        CopyNowWindow window(clipboard);
        clipboard.copy(Secret(canary), u"prod"_s);
        QVERIFY(window.isVisible());
        QTRY_VERIFY(!window.isVisible());
    }
};

HOURPASS_TEST(CopyNowWindowTest, QApplication)

} // namespace tst_copynowwindow

#include "tst_copynowwindow.moc"
