// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace hourpass {

/// The word, or nothing. Who mistook the arguments may have written a key where a word belongs:
/// only what looks like a word of ours is repeated.
QString harmlessWord(const QString &word);

} // namespace hourpass
