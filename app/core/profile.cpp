// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/profile.h"

#include "core/isotime.h"
#include "core/visibletext.h"

#include <QJsonDocument>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;
constexpr qint64 longestMinimumLife = 3600;

Failure damaged(const QString &what)
{
    return failure(ErrorCode::FileDamaged, what);
}

// Takes the member out, so that what is left at the end is unknown.
QJsonValue take(QJsonObject &object, QLatin1StringView name)
{
    return object.take(name);
}

// Without it the tokens would be another identity's, so one that cannot be read is damage.
Result<void> readAssumeProfile(const QJsonValue &value, Profile &profile)
{
    if (value.isUndefined())
        return {};
    const auto named = TrustedProfile::parse(value.toString());
    if (!named)
        return damaged(u"a profile has no valid trusted profile"_s);
    profile.assumeProfile = *named;
    return {};
}

Result<Profile> parseProfile(QJsonObject object)
{
    Profile profile;
    profile.id = ProfileId::fromString(take(object, "id"_L1).toString());
    const auto name = cleanProfileName(take(object, "name"_L1).toString());
    const auto endpoint = Endpoint::parse(take(object, "endpoint"_L1).toString());
    if (profile.id.isNull() || !name || !endpoint)
        return damaged(u"a profile has no valid id, name or endpoint"_s);
    profile.name = *name;
    profile.endpoint = *endpoint;
    profile.caFile = take(object, "caFile"_L1).toString();
    profile.keyStore = take(object, "keyStore"_L1).toString();
    const qint64 life = take(object, "minimumLife"_L1).toInteger(300);
    profile.minimumLife = Seconds(std::clamp<qint64>(life, 0, longestMinimumLife));
    profile.keepFresh = take(object, "keepFresh"_L1).toBool();
    profile.pinned = take(object, "pinned"_L1).toBool();
    profile.notifyBeforeEnd = take(object, "notifyBeforeEnd"_L1).toBool();
    if (const auto read = readAssumeProfile(take(object, "assumeProfile"_L1), profile); !read)
        return Failure(read.error());
    // Only a hint, so that a time which cannot be read is none.
    profile.keyExpiresAt = parseIsoTime(take(object, "keyExpiresAt"_L1).toString());
    profile.unknown = object;
    return profile;
}

bool clashes(const QList<Profile> &profiles, const Profile &candidate)
{
    return std::any_of(profiles.begin(), profiles.end(), [&candidate](const Profile &other) {
        return other.id == candidate.id
            || other.name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
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

bool isKnown(const ProfileDocument &document, const ProfileId &id)
{
    const auto isIt = [&id](const Profile &profile) { return profile.id == id; };
    return std::any_of(document.profiles.begin(), document.profiles.end(), isIt)
        || std::any_of(document.removals.begin(), document.removals.end(),
                       [isIt](const PendingRemoval &other) { return isIt(other.profile); });
}

// They decide about keys: one that cannot be read deletes none, and one of a profile that is on the
// list is not believed, since its key is in use.
void readRemovals(const QJsonArray &items, ProfileDocument &document)
{
    for (const QJsonValue &item : items) {
        QJsonObject object = item.toObject();
        PendingRemoval removal;
        removal.index = take(object, "index"_L1).toInt();
        removal.wasDefault = take(object, "default"_L1).toBool();
        removal.isEnding = take(object, "ending"_L1).toBool();
        const auto profile = parseProfile(object);
        if (!profile) {
            document.unreadRemovals.append(item);
        } else if (!isKnown(document, profile->id)) {
            removal.profile = *profile;
            document.removals.append(removal);
        }
    }
}

QJsonArray removalsOf(const ProfileDocument &document)
{
    QJsonArray list = document.unreadRemovals;
    for (const PendingRemoval &removal : document.removals) {
        if (removal.profile.kept != Profile::Kept::OnDisk)
            continue;
        QJsonObject object = toObject(removal.profile);
        object["index"_L1] = removal.index;
        if (removal.wasDefault)
            object["default"_L1] = true;
        if (removal.isEnding)
            object["ending"_L1] = true;
        list.append(object);
    }
    return list;
}

} // namespace

Result<QString> cleanProfileName(const QString &name)
{
    QString clean = name.trimmed();
    if (clean.isEmpty() || clean.size() > longestProfileName || visibleText(clean) != clean)
        return failure(ErrorCode::NameEmpty);
    return clean;
}

Result<ProfileDocument> parseProfiles(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (!parsed.isObject())
        return damaged(u"it is not a JSON object (byte %1)"_s.arg(error.offset));
    QJsonObject object = parsed.object();
    const qint64 version = take(object, "version"_L1).toInteger(0);
    if (version > currentVersion)
        return failure(ErrorCode::FileFromNewerVersion, u"version %1"_s.arg(version));
    const QJsonValue list = take(object, "profiles"_L1);
    if (version != currentVersion || !list.isArray())
        return damaged(u"version or profiles are missing"_s);

    ProfileDocument document;
    document.defaultProfile = ProfileId::fromString(take(object, "default"_L1).toString());
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        auto profile = parseProfile(item.toObject());
        if (!profile)
            return Failure(profile.error());
        if (clashes(document.profiles, *profile))
            return damaged(u"two profiles have the same id or name"_s);
        document.profiles.append(std::move(*profile));
    }
    readRemovals(take(object, "removed"_L1).toArray(), document);
    document.unknown = object;
    return document;
}

QByteArray toJson(const ProfileDocument &document)
{
    QJsonArray list;
    for (const Profile &profile : document.profiles) {
        if (profile.kept == Profile::Kept::OnDisk)
            list.append(toObject(profile));
    }
    QJsonObject object = document.unknown;
    object["version"_L1] = currentVersion;
    object["profiles"_L1] = list;
    if (const QJsonArray removals = removalsOf(document); !removals.isEmpty())
        object["removed"_L1] = removals;
    const bool isPassing = std::any_of(document.profiles.begin(), document.profiles.end(),
                                       [&document](const Profile &profile) {
                                           return profile.id == document.defaultProfile
                                               && profile.kept == Profile::Kept::ForThisRun;
                                       });
    if (!document.defaultProfile.isNull() && !isPassing)
        object["default"_L1] = document.defaultProfile.toString();
    return QJsonDocument(object).toJson();
}

} // namespace hourpass
