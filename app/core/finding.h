// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/orphans.h"

#include <QList>

#include <array>

namespace hourpass {

/// What one check of the doctor found, as data: words are made of it in words/findingwords.h.
/// Texts are from outside; none is a secret.
struct Finding {
    enum class Check { Keychain, StoredKeys, Proxy, NameLookup, Tls, ComputerClock, Endpoint };
    enum class State {
        Ok,
        Warning, ///< something to know or to do that does not stop a token
        Failed,
        Skipped, ///< there was nothing to check, or nothing to check it with
    };
    enum class WhySkipped { EarlierFailed, LeftToProxy, NotTold, NotSearchable };

    Check check = Check::Keychain;
    State state = State::Ok;
    /// Keychain: its back end; Proxy: "http://host:port", empty for the direct way; NameLookup and
    /// Tls: the host; Endpoint: its URL.
    QString subject;
    QStringList addresses;                  ///< NameLookup
    QString tlsVersion;                     ///< Tls, such as "TLS 1.3"
    QString issuer;                         ///< Tls: of the server's certificate
    QString caFile;                         ///< Tls: the profile's, if it has one
    std::optional<Milliseconds> clockError; ///< ComputerClock: ahead where it is more than zero
    bool hasKey = false;                    ///< Keychain: it has the profile's key
    QString keptIn;                         ///< Keychain: another back end, where the key is
    Orphans orphans;                        ///< StoredKeys
    WhySkipped whySkipped = WhySkipped::EarlierFailed;
    std::optional<Error> error; ///< what is wrong, where that is more than a number above
};

/// In the order in which they are made.
inline constexpr std::array allChecks{Finding::Check::Keychain, Finding::Check::StoredKeys,
                                      Finding::Check::Proxy,    Finding::Check::NameLookup,
                                      Finding::Check::Tls,      Finding::Check::ComputerClock,
                                      Finding::Check::Endpoint};

} // namespace hourpass
