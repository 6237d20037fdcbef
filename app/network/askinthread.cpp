// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/askinthread.h"

#include <QThread>
#include <QTimer>

namespace hourpass {

template <typename T>
Future<T> askInThread(std::function<Result<T>()> question, Milliseconds patience,
                      const Error &silence)
{
    const auto done = std::make_shared<Reporter<T>>();
    const auto answer = std::make_shared<Result<T>>(Failure(silence));
    // It has no parent, since a parent would wait for it.
    auto *thread = QThread::create([answer, question] { *answer = question(); });
    auto *timer = new QTimer(thread);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer,
                     [done, silence] { done->report(Failure(silence)); });
    QObject::connect(thread, &QThread::finished, timer, [done, answer] { done->report(*answer); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    timer->start(patience);
    thread->start();
    return done->future();
}

template Future<Proxy> askInThread(std::function<Result<Proxy>()>, Milliseconds, const Error &);
template Future<QStringList> askInThread(std::function<Result<QStringList>()>, Milliseconds,
                                         const Error &);

} // namespace hourpass
