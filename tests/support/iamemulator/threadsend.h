// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace hourpass::emulator {

/// Waits, when it goes, for all threads to end that started after it was made. The first member of
/// a test that uses QNetworkAccessManager: Qt takes the manager's thread for finished before
/// OpenSSL has freed what it keeps for that thread, and a process that ends in between looks
/// leaky to LeakSanitizer.
class ThreadsEnd final
{
public:
    ThreadsEnd();
    ~ThreadsEnd();
    Q_DISABLE_COPY_MOVE(ThreadsEnd)

private:
    qsizetype m_before;
};

} // namespace hourpass::emulator
