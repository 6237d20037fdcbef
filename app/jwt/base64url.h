// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace hourpass {

/// Base64url without padding, as RFC 7515 section 2 has it. Strict: nothing but the alphabet, no
/// length that no encoder makes, no bits left over. Qt's own decoder takes all three.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);

} // namespace hourpass
