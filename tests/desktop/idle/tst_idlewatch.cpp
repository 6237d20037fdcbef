// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/idlewatch.h"

#include "desktop/idle/idlesource.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_idlewatch {

using namespace hourpass;
using namespace Qt::StringLiterals;

class PlayedSource final : public IdleSource
{
public:
    Future<bool> find() override
    {
        ++*searches;
        return answer.future();
    }
    void watch(Milliseconds span) override { spans.append(int(span.count())); }

    const std::shared_ptr<int> searches = std::make_shared<int>(0);
    QList<int> spans;
    Reporter<bool> answer;
};

struct Bench {
    PlayedSource *first = new PlayedSource;
    PlayedSource *second = new PlayedSource;
    std::unique_ptr<IdleWatch> watch;
    std::unique_ptr<QSignalSpy> idle;
    std::unique_ptr<QSignalSpy> available;

    Bench()
    {
        IdleWatch::Sources sources;
        sources.emplace_back(first);
        sources.emplace_back(second);
        watch = std::make_unique<IdleWatch>(std::move(sources));
        idle = std::make_unique<QSignalSpy>(watch.get(), &IdleWatch::idle);
        available = std::make_unique<QSignalSpy>(watch.get(), &IdleWatch::availableChanged);
    }
};

class IdleWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstWayThatIsThere_isTaken()
    {
        Bench bench;
        bench.watch->setSpan(Minutes(5));
        bench.watch->start();
        QVERIFY(!bench.watch->isAvailable());
        bench.first->answer.report(true);
        QVERIFY(bench.watch->isAvailable());
        QCOMPARE(bench.available->count(), 1);
        QCOMPARE(*bench.second->searches, 0);
        QCOMPARE(bench.first->spans, QList<int>{300'000});
        Q_EMIT bench.first->idle();
        QCOMPARE(bench.idle->count(), 1);
    }

    void wayThatIsNotThere_isFollowedByTheNext()
    {
        Bench bench;
        bench.watch->start();
        bench.first->answer.report(false);
        bench.second->answer.report(true);
        QVERIFY(bench.watch->isAvailable());
        Q_EMIT bench.first->idle();
        QCOMPARE(bench.idle->count(), 0);
        Q_EMIT bench.second->idle();
        QCOMPARE(bench.idle->count(), 1);
    }

    void noWay_isNotAvailable()
    {
        Bench bench;
        bench.watch->setSpan(Minutes(5));
        bench.watch->start();
        bench.first->answer.report(false);
        bench.second->answer.report(failure(ErrorCode::TimedOut));
        QVERIFY(!bench.watch->isAvailable());
        bench.watch->setSpan(Minutes(6));
        QVERIFY(bench.first->spans.isEmpty());
        QVERIFY(bench.second->spans.isEmpty());
    }

    void never_asksForNothing()
    {
        Bench bench;
        bench.watch->start();
        bench.first->answer.report(true);
        QVERIFY(bench.first->spans.isEmpty());
    }

    void span_isPassedOnOnceForEachChange()
    {
        Bench bench;
        bench.watch->start();
        bench.first->answer.report(true);
        bench.watch->setSpan(Minutes(1));
        bench.watch->setSpan(Minutes(1)); // any other setting was changed
        bench.watch->setSpan({});
        QCOMPARE(bench.first->spans, (QList<int>{60'000, 0}));
    }

    void endDuringTheSearch_beginsNoOther()
    {
        Bench bench;
        const std::shared_ptr<int> searches = bench.second->searches;
        bench.watch->start();
        bench.watch.reset(); // the pending search is told its end
        QCOMPARE(*searches, 0);
    }
};

HOURPASS_TEST(IdleWatchTest, QCoreApplication)

} // namespace tst_idlewatch

#include "tst_idlewatch.moc"
