// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// For --help, with a line end.
QString helpText();

} // namespace hourpass
