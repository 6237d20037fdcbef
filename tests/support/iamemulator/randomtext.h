// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace hourpass::emulator {

/// Characters of `A-Za-z0-9_-`, as in generated API keys. The first is a letter or a digit.
QByteArray randomKeyText(qsizetype size);
/// Lower-case hexadecimal digits.
QByteArray randomHex(qsizetype size);

} // namespace hourpass::emulator
