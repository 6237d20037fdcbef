// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArrayView>

namespace hourpass {

/// The values are the file descriptors.
enum class StandardStream { Input = 0, Output = 1, Error = 2 };

/// The first thing of all in main(): a stream that the caller closed is taken up by one that fails
/// on use, since otherwise the next file or connection that is opened gets its number, and with it
/// what is meant for standard output.
void holdStandardStreams();

bool isTerminal(StandardStream stream);

/// All of the bytes. Error: WriteFailed (closed, full, nobody reads any more).
Result<void> writeAll(StandardStream stream, QByteArrayView bytes);

} // namespace hourpass
