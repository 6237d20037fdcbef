// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/instancemessage.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace hourpass {

/// What the arguments of `hourpass` ask for (contracts, section 3).
struct StartArguments {
    enum class Answer { Start, Version, Help };

    Answer answer = Answer::Start;
    Verb verb = Verb::Activate; ///< of Start
    QString profileName;        ///< of Verb::Copy, as it was written

    bool operator==(const StartArguments &) const = default;
};

/// Why arguments cannot be understood.
struct StartMisuse {
    enum class Kind {
        UnknownOption, ///< or one of Qt's without its value
        NotAnOption,
        NameMissing, ///< behind --copy
        TooMany,     ///< of them: each works alone
    };

    Kind kind = Kind::UnknownOption;
    /// Of UnknownOption: without its dashes and its value. It could be a key.
    QString option{};

    bool operator==(const StartMisuse &) const = default;
};

/// Reads the arguments, the program's name first. Those of Qt and of the window system, which have
/// one dash, are left to them.
tl::expected<StartArguments, StartMisuse> parseStartArguments(const QStringList &arguments);

} // namespace hourpass
