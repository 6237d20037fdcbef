// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profileid.h"

#include <QByteArray>
#include <QString>

namespace hourpass {

/// An entry of profiles.json that cannot be used. It may be all that is left of a profile: it stays
/// in the file as it is, and the user is told.
struct BadEntry {
    enum class Fault {
        NotJson, ///< or nested deeper than anybody reads
        NotAProfile,
        IdInvalid,
        NameInvalid,
        EndpointInvalid,
        CaFileInvalid,
        KeyStoreInvalid,
        TrustedProfileInvalid,
        IdTaken, ///< by an entry above it
        NameTaken,
    };

    Fault fault = Fault::NotJson;
    ProfileId id;    ///< that it names, or null; the keychain may have its key
    QString name;    ///< that it gives, whatever that holds; may be empty
    QByteArray text; ///< as it stands in the file; may hold anything, so that it is not shown

    bool operator==(const BadEntry &) const = default;
};

} // namespace hourpass
