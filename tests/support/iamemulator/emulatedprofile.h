// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace hourpass::emulator {

/// A trusted profile that the emulator knows.
struct EmulatedProfile {
    /// Whether the holders of keys meet its conditions.
    enum class Trust { Everybody, Nobody };

    /// How tests call it; the service knows nothing of it.
    QString label;
    QString id; ///< Profile-<uuid>
    QString name;
    QString accountId;
    Trust trust = Trust::Everybody;

    QString iamId() const { return QStringLiteral("iam-") + id; }
    QString crn() const;

    /// With a random id, in the account of EmulatedKey::make().
    static EmulatedProfile make(const QString &label, const QString &name);
};

/// `auditor`, called prod-auditor, and `closed`, which trusts nobody.
QList<EmulatedProfile> defaultProfiles();

} // namespace hourpass::emulator
