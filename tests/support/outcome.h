// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

namespace hourpass::test {

/// "ok", or the name of the error's code: for QCOMPARE, which then prints what went wrong.
template <typename T>
QString outcome(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorName(result.error().code);
}

/// What the future reports, with the event loop running meanwhile.
template <typename T>
Result<T> await(const Future<T> &future, int patienceMs = 10'000)
{
    // A loop of its own, since QTest::qWaitFor() sleeps between its looks at the condition.
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        return failure(ErrorCode::Internal, QStringLiteral("nothing was reported in time"));
    if (future.resultCount() != 1)
        return failure(ErrorCode::Internal, QStringLiteral("it did not report exactly once"));
    return future.result();
}

} // namespace hourpass::test
