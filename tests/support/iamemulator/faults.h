// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/behaviour.h"

#include <QUrl>

namespace hourpass::emulator {

/// The answer that takes the place of the honest one, for faults that need no token to be issued.
std::optional<Answer> replacedAnswer(const Behaviour &behaviour, const Transaction &transaction,
                                     const QUrl &serviceUrl);

/// The honest answer with the faults on it that concern its delivery or its headers.
Answer spoiledAnswer(const Behaviour &behaviour, Answer honest, const Transaction &transaction);

} // namespace hourpass::emulator
