// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/damagedlists.h"

#include "files/ownfile.h"
#include "profiles/profileentries.h"
#include "profiles/profilelisttext.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// More than a list can have: it may have grown beyond that, and be here for it.
constexpr qint64 damagedListLimit = 16 * 1024 * 1024;
constexpr auto damagedEnding = ".damaged"_L1;

// 1 for the ending alone, 2 for "-2" behind it; 0 for what is none of ours.
int numberOf(const QString &ending)
{
    if (ending.isEmpty())
        return 1;
    const int number = ending.startsWith(u'-') ? QStringView(ending).mid(1).toInt() : 0;
    return number > 1 ? number : 0;
}

// Whatever became of its beginning: where the list is not found, the text is taken for what is
// left of one.
ProfileEntries entriesOf(const QByteArray &text)
{
    const ProfileListText cut = cutProfileList(text);
    if (!cut.entries.isEmpty())
        return readEntries(cut.entries);
    const qsizetype first = text.indexOf('{');
    return first < 0 ? ProfileEntries()
                     : readEntries(cutProfileList("{\"profiles\":[" + text.mid(first)).entries);
}

QString withNumber(const QString &name, int number)
{
    const QString suffix = u" (%1)"_s.arg(number);
    QString start = name.left(longestProfileName - suffix.size());
    if (start.back().isHighSurrogate()) // half a character
        start.chop(1);
    return start.trimmed() + suffix;
}

} // namespace

QStringList damagedListsBeside(const QString &path)
{
    const QFileInfo list(path);
    const QString start = list.fileName() + damagedEnding;
    QList<std::pair<int, QString>> found;
    const QStringList names = list.dir().entryList({start + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (const int number = numberOf(name.mid(start.size())); number > 0)
            found.append({number, list.dir().filePath(name)});
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    QStringList files;
    for (const auto &[number, file] : std::as_const(found))
        files.append(file);
    return files;
}

Salvage salvage(const QStringList &files)
{
    Salvage all;
    all.files = files;
    QSet<ProfileId> ids;
    for (const QString &file : files) {
        const ProfileEntries read =
            entriesOf(readOwnFile(file, damagedListLimit).value_or(QByteArray()));
        all.unusable += int(read.badEntries.size());
        all.unreadable += read.profiles.isEmpty() && read.badEntries.isEmpty() ? 1 : 0;
        for (const Profile &profile : read.profiles) {
            if (const auto before = ids.size(); ids.insert(profile.id), ids.size() > before)
                all.profiles.append(profile);
        }
    }
    return all;
}

QList<Profile> missingIn(const ProfileDocument &document, const QList<Profile> &profiles)
{
    QSet<ProfileId> ids;
    QSet<QString> names;
    for (const Profile &profile : document.profiles) {
        ids.insert(profile.id);
        names.insert(nameKey(profile.name));
    }
    for (const PendingRemoval &removal : document.removals)
        ids.insert(removal.profile.id); // it can be put back otherwise
    QHash<QString, int> numbers;        // the last one given to a name: each is looked for once
    QList<Profile> missing;
    for (Profile profile : profiles) {
        if (ids.contains(profile.id))
            continue;
        const QString name = profile.name;
        while (names.contains(nameKey(profile.name)))
            profile.name = withNumber(name, numbers[nameKey(name)]++ + 2);
        ids.insert(profile.id);
        names.insert(nameKey(profile.name));
        missing.append(profile);
    }
    return missing;
}

Result<QString> putAway(const QString &damagedList)
{
    const QString start = damagedList.left(damagedList.lastIndexOf(damagedEnding)) + ".restored"_L1;
    QString away = start;
    for (int i = 2; QFile::exists(away); ++i)
        away = start + u'-' + QString::number(i);
    if (!QFile::rename(damagedList, away))
        return failure(ErrorCode::WriteFailed, u"it cannot be renamed"_s, damagedList);
    return away;
}

} // namespace hourpass
