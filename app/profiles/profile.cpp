// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profile.h"

#include "core/visibletext.h"
#include "profiles/profileentries.h"
#include "profiles/profilelisttext.h"
#include "profiles/removalentries.h"

#include <QJsonDocument>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int listVersion = 1;

Failure damaged(const QString &what)
{
    return failure(ErrorCode::FileDamaged, what);
}

// Behind all others, so that an id or a name which comes twice stays with who has it now.
QByteArray withBadEntries(QByteArray json, const QList<BadEntry> &badEntries)
{
    if (badEntries.isEmpty())
        return json;
    QByteArrayList texts;
    for (const BadEntry &entry : badEntries)
        texts.append(entry.text);
    const ProfileListText text = cutProfileList(json);
    const qsizetype last = json.first(text.end).trimmed().size(); // of what is in the list
    const QByteArray comma = text.entries.isEmpty() ? "" : ",";
    return json.insert(last, comma + "\n        "_ba + texts.join(",\n        "));
}

} // namespace

Result<QString> cleanProfileName(const QString &name)
{
    QString clean = name.trimmed();
    if (clean.isEmpty())
        return failure(ErrorCode::NameEmpty);
    if (clean.size() > longestProfileName)
        return failure(ErrorCode::NameTooLong);
    if (visibleText(clean) != clean)
        return failure(ErrorCode::NameInvalid);
    return clean;
}

// As QString::compare() folds, character by character: QString::toCaseFolded() makes "ss" of "ß".
QString nameKey(const QString &name)
{
    QString key;
    key.reserve(name.size());
    for (const char32_t c : name.toUcs4())
        key += QChar::fromUcs4(QChar::toCaseFolded(c));
    return key;
}

Result<ProfileDocument> parseProfiles(const QByteArray &json)
{
    const ProfileListText text = cutProfileList(json);
    const QJsonDocument parsed = QJsonDocument::fromJson(text.frame);
    if (!parsed.isObject())
        return damaged(u"it is not a JSON object"_s);
    QJsonObject object = parsed.object();
    const qint64 version = object.take("version"_L1).toInteger(0);
    if (version > listVersion)
        return failure(ErrorCode::FileFromNewerVersion, u"version %1"_s.arg(version));
    if (version != listVersion || !object.take("profiles"_L1).isArray())
        return damaged(u"version or profiles are missing"_s);
    ProfileEntries entries = readEntries(text.entries);
    ProfileDocument document;
    document.profiles = std::move(entries.profiles);
    document.badEntries = std::move(entries.badEntries);
    document.defaultProfile = ProfileId::fromString(object.take("default"_L1).toString());
    readRemovals(object.take("removed"_L1).toArray(), document);
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
    object["version"_L1] = listVersion;
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
    return withBadEntries(QJsonDocument(object).toJson(), document.badEntries);
}

} // namespace hourpass
