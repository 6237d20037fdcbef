// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

namespace hourpass {

/// The value over lines, to read: numbers as written, names that come twice both there, hidden
/// characters as marks. Safe to show, and for that reason not always JSON again.
QString indentedJson(const JsonValue &value);

} // namespace hourpass
