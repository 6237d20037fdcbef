// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/waylandidlesource.h"

#include "standincompositor.h"
#include "support/testprogram.h"

#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

namespace tst_waylandidlesource {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::StandInCompositor;

void touch()
{
    QProcess process;
    process.start(u"wtype"_s, {u"-k"_s, u"Shift_L"_s});
    if (!process.waitForFinished(10'000) || process.exitCode() != 0)
        qFatal("wtype does not run");
}

bool isFound(IdleSource &source)
{
    const Future<bool> found = source.find();
    if (!QTest::qWaitFor([&found] { return found.isFinished(); }, 10'000))
        qFatal("the search does not end");
    return found.result().value_or(false);
}

/// A real compositor, which knows KDE's protocol or the standard one; and one that knows no more
/// than the standard one.
class WaylandIdleSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_display = qgetenv("WAYLAND_DISPLAY"); }
    void init() { qputenv("WAYLAND_DISPLAY", m_display); }

    void untouched_isToldOnceForEachTime()
    {
        WaylandIdleSource source;
        QSignalSpy idle(&source, &IdleSource::idle);
        QVERIFY(isFound(source));
        source.watch(Milliseconds(300));
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(!idle.wait(700)); // it is the same time still
        touch();
        QTRY_COMPARE(idle.count(), 2);
    }

    void otherSpan_takesThePlaceOfTheFormer()
    {
        WaylandIdleSource source;
        QSignalSpy idle(&source, &IdleSource::idle);
        QVERIFY(isFound(source));
        source.watch(Milliseconds(300));
        source.watch(Milliseconds(3'600'000));
        QVERIFY(!idle.wait(700));
        source.watch(Milliseconds(300));
        QTRY_COMPARE(idle.count(), 1);
        source.watch({});
        touch();
        QVERIFY(!idle.wait(700));
    }

    void standardProtocol_isSpoken()
    {
        StandInCompositor compositor({true, true});
        qputenv("WAYLAND_DISPLAY", compositor.socket());
        WaylandIdleSource source;
        QSignalSpy idle(&source, &IdleSource::idle);
        QVERIFY(isFound(source));
        source.watch(Milliseconds(60'000));
        QTRY_COMPARE(compositor.timeouts(), QList<uint>{60'000});
        compositor.tellIdle();
        QTRY_COMPARE(idle.count(), 1);
        compositor.tellIdle();
        QTRY_COMPARE(idle.count(), 2);
        source.watch(Milliseconds(120'000));
        QTRY_COMPARE(compositor.timeouts(), QList<uint>{120'000}); // the former has ended
        source.watch({});
        QTRY_COMPARE(compositor.timeouts(), QList<uint>{});
    }

    void compositorWithoutAProtocol_isNoWay()
    {
        StandInCompositor compositor({false, true});
        qputenv("WAYLAND_DISPLAY", compositor.socket());
        WaylandIdleSource source;
        QVERIFY(!isFound(source));
    }

    void compositorWithoutASeat_isNoWay()
    {
        StandInCompositor compositor({true, false});
        qputenv("WAYLAND_DISPLAY", compositor.socket());
        WaylandIdleSource source;
        QVERIFY(!isFound(source));
    }

    void compositorThatEnds_tellsNothingMore()
    {
        auto compositor = std::make_unique<StandInCompositor>(StandInCompositor::Knows{true, true});
        qputenv("WAYLAND_DISPLAY", compositor->socket());
        WaylandIdleSource source;
        QSignalSpy idle(&source, &IdleSource::idle);
        QVERIFY(isFound(source));
        source.watch(Milliseconds(60'000));
        QTRY_COMPARE(compositor->timeouts(), QList<uint>{60'000});
        compositor.reset();
        QVERIFY(!idle.wait(200));
        source.watch(Milliseconds(120'000)); // to nobody
        QCOMPARE(idle.count(), 0);
    }

    void noCompositor_isNoWay_data()
    {
        QTest::addColumn<QByteArray>("display");
        QTest::newRow("not named") << QByteArray();
        QTest::newRow("not there") << QByteArray("/nowhere/wayland-0");
    }

    void noCompositor_isNoWay()
    {
        QFETCH(const QByteArray, display);
        if (display.isNull())
            qunsetenv("WAYLAND_DISPLAY");
        else
            qputenv("WAYLAND_DISPLAY", display);
        WaylandIdleSource source;
        QVERIFY(!isFound(source));
    }

    void endBeforeTheAnswer_isHarmless()
    {
        auto source = std::make_unique<WaylandIdleSource>();
        const Future<bool> found = source->find();
        source.reset();
        QVERIFY(found.isFinished());
    }

private:
    QByteArray m_display;
};

HOURPASS_TEST(WaylandIdleSourceTest, QGuiApplication)

} // namespace tst_waylandidlesource

#include "tst_waylandidlesource.moc"
