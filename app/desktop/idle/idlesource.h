// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"

#include <QObject>

namespace hourpass {

/// One way to be told by the desktop that the user has touched nothing for a while. Told, not
/// asked: nothing here looks by itself how long it has been.
class IdleSource : public QObject
{
    Q_OBJECT

public:
    /// Once, and first: whether there is this way here.
    virtual Future<bool> find() = 0;
    /// Only where it was found. From now on, in place of the former span; zero: nothing.
    virtual void watch(Milliseconds span) = 0;

Q_SIGNALS:
    /// Nothing was touched for the span. Again only after something was touched.
    void idle();
};

} // namespace hourpass
