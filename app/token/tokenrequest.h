// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

namespace hourpass {

/// `form`, which is encoded already and ends with "name=", and the value after it: every byte
/// outside RFC 3986's unreserved set is percent-encoded. QUrlQuery would leave '+' as it is, which
/// form parsers read as a blank.
Secret formEndingWith(QByteArray form, const Secret &value);

/// The form of an API-key grant (fact sheet, section 1.1).
Secret apiKeyGrant(const Secret &key);

} // namespace hourpass
