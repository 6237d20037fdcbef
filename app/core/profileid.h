// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

namespace hourpass {

/// Names a profile for ever, whatever it is called. Random: nothing about the user can be read
/// from it, since the names of keychain entries are stored less protected than their values.
class ProfileId final
{
public:
    ProfileId() = default;
    static ProfileId create() { return ProfileId(QUuid::createUuid()); }
    /// Null for anything that is not a UUID.
    static ProfileId fromString(const QString &text) { return ProfileId(QUuid(text)); }

    bool isNull() const { return m_uuid.isNull(); }
    /// Without braces, lower case: the form of contracts, section 1.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    bool operator==(const ProfileId &) const = default;
    friend size_t qHash(const ProfileId &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit ProfileId(QUuid uuid)
        : m_uuid(uuid)
    {
    }
    QUuid m_uuid;
};

} // namespace hourpass
