// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/instancemessage.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace hourpass {

/// What the arguments of `hourpass` ask for (contracts, section 3).
struct StartArguments {
    enum class Answer { Start, Version, Help };

    Answer answer = Answer::Start;
    Verb verb = Verb::Activate; ///< of Start
    QString profileName;        ///< of Verb::Copy, as it was written

    bool operator==(const StartArguments &) const = default;
};

/// Reads the arguments, the program's name first. Those of Qt and of the window system, which have
/// one dash, are left to them. Nothing for what cannot be understood; it is not said what that was,
/// since it could be a key.
std::optional<StartArguments> parseStartArguments(const QStringList &arguments);

} // namespace hourpass
