// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/keyfromfile.h"

#include "core/visibletext.h"
#include "files/files.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hourpass {

namespace {

struct KeyFileWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::KeyFromFile)
};

// The same key is often in a file more than once.
bool areOneKey(const QList<ImportedKey> &keys)
{
    return std::all_of(keys.begin(), keys.end(), [&keys](const ImportedKey &other) {
        return other.key == keys.first().key && other.endpoint == keys.first().endpoint;
    });
}

QString listOfNames(const QList<ImportedKey> &keys)
{
    constexpr qsizetype mostNames = 10;
    constexpr qsizetype longestName = 60;
    QStringList names;
    for (const ImportedKey &key : keys.first(qMin(keys.size(), mostNames)))
        names.append(key.name.isEmpty() ? KeyFileWords::tr("(without a name)")
                                        : shortenedMiddle(visibleText(key.name), longestName));
    if (keys.size() > mostNames)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

} // namespace

tl::expected<ImportedKey, Complaint> keyFromFile(const QString &path, const QString &profileName)
{
    auto content = readSmallFile(path, keyFileLimit);
    if (!content)
        return tl::unexpected(complaintAboutArgument(content.error()));
    const auto keys = keysInFile(*content);
    wipe(*content);
    if (!keys)
        return tl::unexpected(complaintAboutArgument(keys.error()));
    if (areOneKey(*keys))
        return keys->first();
    QList<ImportedKey> fitting;
    std::copy_if(keys->begin(), keys->end(), std::back_inserter(fitting),
                 [wanted = profileName.trimmed()](const ImportedKey &key) {
                     return key.name.compare(wanted, Qt::CaseInsensitive) == 0;
                 });
    if (!fitting.isEmpty() && areOneKey(fitting))
        return fitting.first();
    return tl::unexpected(usageComplaint(
        KeyFileWords::tr("The file holds several keys: %1.").arg(listOfNames(*keys)),
        KeyFileWords::tr("Call the profile like one of them, or put the one that you want "
                         "into a file of its own.")));
}

} // namespace hourpass
