// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace hourpass::emulator {

enum class KeyKind { User, ServiceId };
enum class KeyState { Active, Disabled, AddressRefused };

/// An API key that the emulator knows, and the identity it belongs to.
struct EmulatedKey {
    /// How tests call it; the service knows nothing of it.
    QString label;
    QByteArray secret;
    KeyKind kind = KeyKind::User;
    KeyState state = KeyState::Active;

    QString id; ///< ApiKey-<uuid>
    QString name;
    QDateTime created;
    std::optional<QDateTime> expires;
    bool locked = false;

    QString accountId;
    QString identifier; ///< the identity without its realm: 1000000ABC, ServiceId-<uuid>
    QString holderName;
    QString givenName; ///< users only, as the two below
    QString familyName;
    QString email;

    QString iamId() const;

    /// A key with a random secret of 44 characters and a made-up identity.
    static EmulatedKey make(KeyKind kind, const QString &label);
};

/// All keys of one emulator. No two have the same label or secret.
class KeyRing final
{
public:
    /// Keys made at random: `user`, `service`, `special` (its secret holds `+ / = & %`, a space
    /// and a letter outside ASCII), `dashed` (it begins with a dash), `disabled` and `refused`.
    static KeyRing withDefaults();

    /// Replaces a key of the same label.
    void add(const EmulatedKey &key);
    const QList<EmulatedKey> &keys() const { return m_keys; }
    const EmulatedKey *withSecret(QByteArrayView secret) const;
    const EmulatedKey *withLabel(QStringView label) const;

private:
    QList<EmulatedKey> m_keys;
};

} // namespace hourpass::emulator
