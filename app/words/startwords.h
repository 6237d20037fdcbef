// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// What `hourpass` prints where a start shows no window. Some lines, the last one ended.
QString startUsageText();
/// Of an option that nobody knows; it is only named where it cannot be a key.
QString unknownOptionText(const QString &option);
QString notAnOptionText();
QString nameMissingText();
QString tooManyOptionsText();
QString noSuchProfileText();
QString instanceSilentText();
QString instanceOtherVersionText();

} // namespace hourpass
