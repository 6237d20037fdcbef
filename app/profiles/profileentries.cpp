// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profileentries.h"

#include "core/isotime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestMinimumLife = 3600;

using Fault = BadEntry::Fault;
using Entry = tl::expected<Profile, Fault>;

// These take the member out, so that what is left at the end is unknown.
QJsonValue take(QJsonObject &object, QLatin1StringView name)
{
    return object.take(name);
}

// What is no switch stays where it is.
bool takeSwitch(QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).isBool() && object.take(name).toBool();
}

bool isTextOrAbsent(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isUndefined() || value.isString();
}

// Without them the key would be sent or looked for elsewhere, or the tokens be another identity's:
// what cannot be read there makes the entry a bad one.
std::optional<Fault> readWhatMatters(QJsonObject &object, Profile &profile)
{
    profile.id = ProfileId::fromString(take(object, "id"_L1).toString());
    if (profile.id.isNull())
        return Fault::IdInvalid;
    const auto name = cleanProfileName(take(object, "name"_L1).toString());
    if (!name)
        return Fault::NameInvalid;
    profile.name = *name;
    const auto endpoint = Endpoint::parse(take(object, "endpoint"_L1).toString());
    if (!endpoint)
        return Fault::EndpointInvalid;
    profile.endpoint = *endpoint;
    if (!isTextOrAbsent(object, "caFile"_L1))
        return Fault::CaFileInvalid;
    profile.caFile = take(object, "caFile"_L1).toString();
    if (!isTextOrAbsent(object, "keyStore"_L1))
        return Fault::KeyStoreInvalid;
    profile.keyStore = take(object, "keyStore"_L1).toString();
    const QJsonValue assumed = take(object, "assumeProfile"_L1);
    if (assumed.isUndefined())
        return {};
    const auto named = TrustedProfile::parse(assumed.toString());
    if (!named)
        return Fault::TrustedProfileInvalid;
    profile.assumeProfile = *named;
    return {};
}

} // namespace

tl::expected<Profile, Fault> readEntry(QJsonObject object)
{
    Profile profile;
    if (const auto fault = readWhatMatters(object, profile))
        return tl::unexpected(*fault);
    const qint64 life = take(object, "minimumLife"_L1).toInteger(300);
    profile.minimumLife = Seconds(std::clamp<qint64>(life, 0, longestMinimumLife));
    profile.keepFresh = takeSwitch(object, "keepFresh"_L1);
    profile.pinned = takeSwitch(object, "pinned"_L1);
    profile.notifyBeforeEnd = takeSwitch(object, "notifyBeforeEnd"_L1);
    // Only a hint, so that a time which cannot be read is none.
    profile.keyExpiresAt = parseIsoTime(take(object, "keyExpiresAt"_L1).toString());
    profile.unknown = object;
    return profile;
}

namespace {

// Looks each id and name up once, however many entries there are.
class Reader final
{
public:
    void read(const QByteArray &text)
    {
        const QJsonDocument parsed = QJsonDocument::fromJson('[' + text + ']');
        const QJsonValue value = parsed[0];
        const bool isOne = parsed.array().size() == 1;
        Entry entry = !isOne   ? tl::unexpected(Fault::NotJson)
            : value.isObject() ? readEntry(value.toObject())
                               : Entry(tl::unexpected(Fault::NotAProfile));
        if (entry && m_ids.contains(entry->id))
            entry = tl::unexpected(Fault::IdTaken);
        else if (entry && m_names.contains(nameKey(entry->name)))
            entry = tl::unexpected(Fault::NameTaken);
        if (entry)
            keep(std::move(*entry));
        else
            m_read.badEntries.append({entry.error(),
                                      ProfileId::fromString(value["id"_L1].toString()),
                                      value["name"_L1].toString(), text});
    }
    ProfileEntries result() && { return std::move(m_read); }

private:
    void keep(Profile profile)
    {
        m_ids.insert(profile.id);
        m_names.insert(nameKey(profile.name));
        m_read.profiles.append(std::move(profile));
    }

    ProfileEntries m_read;
    QSet<ProfileId> m_ids;
    QSet<QString> m_names;
};

} // namespace

ProfileEntries readEntries(const QByteArrayList &entries)
{
    Reader reader;
    for (const QByteArray &entry : entries)
        reader.read(entry);
    return std::move(reader).result();
}

QJsonObject toObject(const Profile &profile)
{
    QJsonObject object = profile.unknown;
    object["id"_L1] = profile.id.toString();
    object["name"_L1] = profile.name;
    object["endpoint"_L1] = profile.endpoint.toString();
    object["minimumLife"_L1] = qint64(profile.minimumLife.count());
    if (profile.keepFresh)
        object["keepFresh"_L1] = true;
    if (profile.pinned)
        object["pinned"_L1] = true;
    if (profile.notifyBeforeEnd)
        object["notifyBeforeEnd"_L1] = true;
    if (!profile.caFile.isEmpty())
        object["caFile"_L1] = profile.caFile;
    if (!profile.keyStore.isEmpty())
        object["keyStore"_L1] = profile.keyStore;
    if (profile.assumeProfile)
        object["assumeProfile"_L1] = profile.assumeProfile->toString();
    if (profile.keyExpiresAt)
        object["keyExpiresAt"_L1] = isoTime(*profile.keyExpiresAt);
    return object;
}

} // namespace hourpass
