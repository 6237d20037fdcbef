// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/emulatedkey.h"

#include "support/iamemulator/randomtext.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr qsizetype generatedLength = 44;

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

EmulatedKey specialKey()
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, u"special"_s);
    key.secret = randomKeyText(12) + "+/=&% " + "\xc3\xa9" + randomKeyText(24);
    key.givenName = u"Zoë"_s;
    key.familyName = u"Größe-Beispiel"_s;
    key.holderName = u"Zoë Größe-Beispiel"_s;
    key.email = u"zoe+test@example.com"_s;
    key.identifier = u"1000000DEF"_s;
    return key;
}

EmulatedKey dashedKey()
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, u"dashed"_s);
    key.secret.front() = '-';
    return key;
}

EmulatedKey keyInState(KeyState state, const QString &label)
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, label);
    key.state = state;
    return key;
}

} // namespace

QString EmulatedKey::iamId() const
{
    return (kind == KeyKind::User ? u"IBMid-"_s : u"iam-"_s) + identifier;
}

EmulatedKey EmulatedKey::make(KeyKind kind, const QString &label)
{
    EmulatedKey key;
    key.label = label;
    key.secret = randomKeyText(generatedLength);
    key.kind = kind;
    key.id = u"ApiKey-"_s + newUuid();
    key.name = label + u" key"_s;
    key.created = QDateTime::currentDateTimeUtc().addDays(-90);
    key.accountId = u"0123456789abcdef0123456789abcdef"_s;
    if (kind == KeyKind::User) {
        key.identifier = u"1000000ABC"_s;
        key.givenName = u"Ada"_s;
        key.familyName = u"Example"_s;
        key.holderName = u"Ada Example"_s;
        key.email = u"ada@example.com"_s;
    } else {
        key.identifier = u"ServiceId-"_s + newUuid();
        key.holderName = u"ci-deployer"_s;
    }
    return key;
}

KeyRing KeyRing::withDefaults()
{
    KeyRing ring;
    ring.add(EmulatedKey::make(KeyKind::User, u"user"_s));
    ring.add(EmulatedKey::make(KeyKind::ServiceId, u"service"_s));
    ring.add(specialKey());
    ring.add(dashedKey());
    ring.add(keyInState(KeyState::Disabled, u"disabled"_s));
    ring.add(keyInState(KeyState::AddressRefused, u"refused"_s));
    return ring;
}

void KeyRing::add(const EmulatedKey &key)
{
    m_keys.removeIf([&key](const EmulatedKey &known) {
        return known.label == key.label || known.secret == key.secret;
    });
    m_keys.append(key);
}

const EmulatedKey *KeyRing::withSecret(QByteArrayView secret) const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [secret](const EmulatedKey &k) { return k.secret == secret; });
    return found == m_keys.cend() ? nullptr : &*found;
}

const EmulatedKey *KeyRing::withLabel(QStringView label) const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [label](const EmulatedKey &k) { return k.label == label; });
    return found == m_keys.cend() ? nullptr : &*found;
}

} // namespace hourpass::emulator
