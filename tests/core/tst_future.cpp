// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/future.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_future {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

class FutureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reporter_reportsOnce();
    void destroyedReporter_reportsCancelled();
    void readyFuture_isFinished();
    void continuation_runsWithTheResult();
    void deadContext_dropsTheContinuation();
    void continuation_isNotRunTwice();
    void allWhoWait_areTold();
    void whoeverIsTold_mayDestroyTheReporter();
};

void FutureTest::reporter_reportsOnce()
{
    Reporter<int> reporter;
    const Future<int> future = reporter.future();
    QVERIFY(!future.isFinished() && !reporter.hasReported());
    reporter.report(1);
    reporter.report(2);
    reporter.report(failure(ErrorCode::Internal));
    QVERIFY(future.isFinished() && reporter.hasReported());
    QCOMPARE(future.resultCount(), 1);
    QCOMPARE(future.result().value(), 1);
}

void FutureTest::destroyedReporter_reportsCancelled()
{
    auto reporter = std::make_unique<Reporter<void>>();
    const Future<void> future = reporter->future();
    reporter.reset();
    QVERIFY(future.isFinished() && !future.isCanceled());
    QCOMPARE(outcome(future.result()), u"Cancelled"_s);
}

void FutureTest::readyFuture_isFinished()
{
    QCOMPARE(readyFuture<int>(5).result().value(), 5);
    const auto failed = readyFuture<int>(failure(ErrorCode::NotFound));
    QVERIFY(failed.isFinished());
    QCOMPARE(outcome(failed.result()), u"NotFound"_s);
}

void FutureTest::continuation_runsWithTheResult()
{
    Reporter<int> reporter;
    QObject context;
    QString seen;
    reporter.future().then(&context,
                           [&seen](const Result<int> &result) { seen = outcome(result); });
    QVERIFY(seen.isEmpty());
    reporter.report(failure(ErrorCode::TimedOut));
    QTRY_COMPARE(seen, u"TimedOut"_s);
}

void FutureTest::deadContext_dropsTheContinuation()
{
    Reporter<int> reporter;
    auto context = std::make_unique<QObject>();
    bool ran = false;
    reporter.future().then(context.get(), [&ran](const Result<int> &) { ran = true; });
    context.reset();
    reporter.report(1);
    QCoreApplication::processEvents();
    QVERIFY(!ran);
}

void FutureTest::continuation_isNotRunTwice()
{
    Reporter<int> reporter;
    QObject context;
    int runs = 0;
    reporter.future().then(&context, [&runs](const Result<int> &) { ++runs; });
    reporter.report(1);
    reporter.report(2);
    QTRY_COMPARE(runs, 1);
    QCoreApplication::processEvents();
    QCOMPARE(runs, 1);
}

void FutureTest::allWhoWait_areTold()
{
    Reporter<int> reporter;
    QObject context;
    QList<int> told;
    for (int i = 0; i < 3; ++i) {
        reporter.future().then(&context,
                               [&told](const Result<int> &result) { told += result.value(); });
    }
    reporter.report(1);
    reporter.future().then(&context,
                           [&told](const Result<int> &result) { told += -result.value(); });
    QTRY_COMPARE(told, (QList<int>{1, 1, 1, -1}));
}

void FutureTest::whoeverIsTold_mayDestroyTheReporter()
{
    auto reporter = std::make_unique<Reporter<int>>();
    QObject context;
    int told = 0;
    for (int i = 0; i < 2; ++i) {
        reporter->future().then(&context, [&](const Result<int> &) {
            ++told;
            reporter.reset();
        });
    }
    reporter->report(1);
    QTRY_COMPARE(told, 2);
}

HOURPASS_TEST(FutureTest, QCoreApplication)

} // namespace tst_future

#include "tst_future.moc"
