// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/complaint.h"
#include "core/clock.h"
#include "core/endpoint.h"
#include "core/profileid.h"
#include "core/trustedprofile.h"
#include "token/tokenformat.h"

#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

namespace hourpass {

/// What the arguments ask for (contracts, section 2).
struct CommandLine {
    enum class Command {
        Help,
        Version,
        ProfileAdd,
        ProfileList,
        ProfileShow,
        ProfileRemove,
        ProfileDefault,
        ProfileCheck,
        ProfileOrphans,
        ProfileAdopt,
        ProfileForget,
        Token,
        Doctor,
        Inspect,
    };

    Command command = Command::Help;
    bool json = false;
    QString name;  ///< of a profile, or empty
    ProfileId key; ///< of `profile adopt` and `forget`
    std::optional<Endpoint> endpoint;
    QString caFile;
    QString keyFile;
    std::optional<TrustedProfile> assumeProfile;
    std::optional<Seconds> minimumLife;
    TokenFormat format = TokenFormat::Raw;

    // Of `inspect`.
    QString inputFile; ///< empty: standard input
    bool isStrict = false;
    QString publishedKeys; ///< the file of --jwks, or empty
    QString ownKeys;       ///< the file of --key, or empty
    /// Of --fetch-keys: whose keys are to be fetched.
    std::optional<Endpoint> fetchedKeys;
    QString issuer; ///< empty: IBM's
    QString account;
    std::optional<Seconds> assumedTime; ///< since 1970
    bool wantsReport = false;           ///< in place of the usual text

    bool operator==(const CommandLine &) const = default;
};

/// Reads the arguments, the program's name first. What is wrong is never repeated word for word
/// where it could be a key.
tl::expected<CommandLine, Complaint> parseCommandLine(const QStringList &arguments);

/// Whether errors go out as JSON, even if the arguments cannot be understood.
bool wantsJson(const QStringList &arguments);

/// "90", "90s", "5m" or "1h"; nothing for all else and for more than an hour, which no token lives.
std::optional<Seconds> parseDuration(const QString &text);

} // namespace hourpass
