// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QObject;

namespace hourpass {

/// What the doctor asks of the system. Either may take long, and so is called in a thread of its
/// own that nobody waits for.
struct DoctorSources {
    /// The addresses of a host. Errors: HostNotFound, Offline.
    std::function<Result<QStringList>(const QString &host)> lookUp;
    /// The proxy for a URL, "http://host:port" without a login; empty for the direct way.
    std::function<Result<QString>(const QUrl &target)> proxy;
    Milliseconds patience; ///< with each of them, and with the keychain

    /// The real ones.
    static DoctorSources ofThisProcess();
};

/// Asks in a thread of its own; reports `silence` where nothing came within `patience`. A question
/// that is never answered holds nobody up, at the program's end neither.
template <typename T>
Future<T> askInThread(std::function<Result<T>()> question, Milliseconds patience,
                      const Error &silence);

extern template Future<QString> askInThread(std::function<Result<QString>()>, Milliseconds,
                                            const Error &);
extern template Future<QStringList> askInThread(std::function<Result<QStringList>()>, Milliseconds,
                                                const Error &);

} // namespace hourpass
