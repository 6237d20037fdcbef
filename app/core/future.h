// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

// A context that has died drops its continuation, as Qt promises; but in Qt 6.4 a debug build ends
// in an assertion of this header instead. So this one is included before <QFuture> elsewhere is.
#pragma push_macro("Q_ASSERT")
#undef Q_ASSERT
#define Q_ASSERT(condition) static_cast<void>(0)
#include <QFuture>
#include <QPromise>
#pragma pop_macro("Q_ASSERT")

#include <optional>
#include <utility>
#include <vector>

namespace hourpass {

/// The one asynchronous idiom: a function returns Future<T>, the caller attaches
/// `.then(context, [...](const Result<T> &result) {...})`. The context's death drops the
/// continuation. Each future reports exactly once; it is finished through a result, never through
/// QFuture's own cancellation: an operation that was cancelled reports ErrorCode::Cancelled.
/// Who listens to its own members gives as context not itself but a QObject that is its last
/// member: what goes says Cancelled, and by then its owner is half gone.
template <typename T>
using Future = QFuture<Result<T>>;

template <typename T>
Future<T> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// The producing end. Any number may wait for it, each with a future of its own, since a QFuture
/// has room for one continuation: a second one would replace the first in silence. Reports once; a
/// reporter that is destroyed before it reported reports Cancelled, so that nobody waits for ever.
template <typename T>
class Reporter final
{
public:
    Reporter() = default;
    ~Reporter() { report(failure(ErrorCode::Cancelled)); }
    Reporter(Reporter &&) = delete;
    Q_DISABLE_COPY(Reporter)

    Future<T> future()
    {
        if (m_result)
            return readyFuture<T>(*m_result);
        m_waiting.emplace_back().start();
        return m_waiting.back().future();
    }
    bool hasReported() const { return m_result.has_value(); }
    void report(Result<T> result)
    {
        if (m_result)
            return;
        m_result = result;
        // Whoever is told may destroy this.
        for (QPromise<Result<T>> &promise : std::exchange(m_waiting, {})) {
            promise.addResult(result);
            promise.finish();
        }
    }

private:
    std::vector<QPromise<Result<T>>> m_waiting;
    std::optional<Result<T>> m_result;
};

} // namespace hourpass
