// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "core/orphans.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace hourpass {

/// What the doctor asks of the system.
struct DoctorSources {
    /// The addresses of a host. May take long, and so is called in a thread of its own that nobody
    /// waits for. Errors: HostNotFound, Offline.
    std::function<Result<QStringList>(const QString &host)> lookUp;
    Milliseconds patience; ///< with it, and with the keychain
    /// The keys that no profile names.
    std::function<Future<Orphans>()> orphans{};

    /// The real ones; whose keys are to be looked for, the caller knows.
    static DoctorSources ofThisProcess();
};

} // namespace hourpass
