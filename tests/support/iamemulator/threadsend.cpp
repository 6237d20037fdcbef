// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/threadsend.h"

#include <QDeadlineTimer>
#include <QDir>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hourpass::emulator {

namespace {

/// 0 where the system does not tell.
qsizetype threadCount()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

} // namespace

ThreadsEnd::ThreadsEnd()
    : m_before(threadCount())
{
}

ThreadsEnd::~ThreadsEnd()
{
    const QDeadlineTimer deadline(5s);
    while (threadCount() > m_before && !deadline.hasExpired())
        std::this_thread::yield();
}

} // namespace hourpass::emulator
