// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// What `hourpass` prints where a start shows no window. Some lines, the last one ended.
QString startUsageText();
QString noSuchProfileText();
QString instanceSilentText();
QString instanceOtherVersionText();

} // namespace hourpass
