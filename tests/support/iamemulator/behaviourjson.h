// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/behaviour.h"

namespace hourpass::emulator {

/// A behaviour told in JSON, for scripts: `{"fault":"rate-limited","retry_after":"seconds"}`.
struct BehaviourOrder {
    Behaviour behaviour;
    /// For how many token requests; nothing: for all from now on.
    std::optional<int> next;
    /// Why the JSON was not understood; empty if it was.
    QString problem;
};

/// Members that are absent keep the value of `base`; unknown members and wrong types are a
/// problem, so that a script's typing error does not pass as a test.
BehaviourOrder readBehaviour(const QByteArray &json, const Behaviour &base);

} // namespace hourpass::emulator
