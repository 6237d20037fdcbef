// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "core/proxy.h"

#include <QStringList>

#include <functional>

namespace hourpass {

/// For what the system has no asynchronous call for: asks in a thread of its own; reports `silence`
/// where nothing came within `patience`. A question that is never answered holds nobody up, at the
/// program's end neither.
template <typename T>
Future<T> askInThread(std::function<Result<T>()> question, Milliseconds patience,
                      const Error &silence);

extern template Future<Proxy> askInThread(std::function<Result<Proxy>()>, Milliseconds,
                                          const Error &);
extern template Future<QStringList> askInThread(std::function<Result<QStringList>()>, Milliseconds,
                                                const Error &);

} // namespace hourpass
