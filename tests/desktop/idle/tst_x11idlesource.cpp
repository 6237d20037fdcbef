// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/x11idlesource.h"

#include "support/testprogram.h"

#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

namespace tst_x11idlesource {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// Input as from a keyboard, by the server's extension for tests.
void touch()
{
    QProcess process;
    process.start(u"xdotool"_s, {u"key"_s, u"Shift_L"_s});
    if (!process.waitForFinished(10'000) || process.exitCode() != 0)
        qFatal("xdotool does not run");
}

/// An alarm begins with what is touched next: a server that nobody uses is idle already.
struct Watched {
    X11IdleSource source;
    QSignalSpy idle{&source, &IdleSource::idle};

    explicit Watched(Milliseconds span)
    {
        if (!source.find().result().value_or(false))
            qFatal("the server has no such counter");
        touch();
        source.watch(span);
    }
};

/// The X server's own counter.
class X11IdleSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("WAYLAND_DISPLAY"); }

    void untouched_isToldOnceForEachTime()
    {
        Watched bench(Milliseconds(300));
        QTRY_COMPARE(bench.idle.count(), 1);
        QVERIFY(!bench.idle.wait(700)); // it is the same time still
        touch();
        QTRY_COMPARE(bench.idle.count(), 2);
    }

    void touched_isNotToldBeforeTheSpanIsOver()
    {
        Watched bench(Milliseconds(2'000));
        const auto start = systemNow().boot;
        while (systemNow().boot - start < Milliseconds(3'000)) {
            touch();
            QTest::qWait(100); // somebody types
        }
        QCOMPARE(bench.idle.count(), 0);
        QTRY_COMPARE(bench.idle.count(), 1);
    }

    void otherSpan_takesThePlaceOfTheFormer()
    {
        Watched bench(Milliseconds(3'600'000));
        bench.source.watch(Milliseconds(300));
        QTRY_COMPARE(bench.idle.count(), 1);
        bench.source.watch(Milliseconds(3'600'000));
        touch();
        QVERIFY(!bench.idle.wait(700));
    }

    void noSpan_isNeverTold()
    {
        Watched bench(Milliseconds(300));
        bench.source.watch({});
        QVERIFY(!bench.idle.wait(700));
    }

    void spanOfManyDays_isTakenAsItIs()
    {
        Watched bench(Milliseconds((1LL << 32) + 300)); // with its upper half lost: 300
        QVERIFY(!bench.idle.wait(700));
    }

    void withinAWaylandSession_isNotFound()
    {
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        X11IdleSource source;
        QVERIFY(!source.find().result().value());
    }
};

HOURPASS_TEST(X11IdleSourceTest, QGuiApplication)

} // namespace tst_x11idlesource

#include "tst_x11idlesource.moc"
