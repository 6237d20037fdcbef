// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/badentry.h"

#include <QString>
#include <QStringList>

namespace hourpass {

/// What stands for it in a list: its name, else its id. Safe to show, and short.
QString badEntryName(const BadEntry &entry);
/// Why it cannot be used: one sentence.
QString badEntryReason(BadEntry::Fault fault);
/// What becomes of it, and what to do; `file` is the list's.
QString badEntryAdvice(const QString &file);

/// That lists which could not be read lie there: one sentence or two.
QString damagedListsText(const QStringList &files);

} // namespace hourpass
