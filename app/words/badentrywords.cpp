// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/badentrywords.h"

#include "core/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace hourpass {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::BadEntry)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestPath = 1000;

QString shownPath(const QString &path)
{
    return shortenedMiddle(visibleText(path), longestPath);
}

} // namespace

QString badEntryName(const BadEntry &entry)
{
    const QString name = visibleText(entry.name.trimmed());
    if (!name.isEmpty())
        return shortenedMiddle(name, longestName);
    return entry.id.isNull() ? Words::tr("An entry without a name") : entry.id.toString();
}

QString badEntryReason(BadEntry::Fault fault)
{
    using Fault = BadEntry::Fault;
    switch (fault) {
    case Fault::NotJson:
        return Words::tr("The entry cannot be read: it is not valid JSON, or nested too deeply.");
    case Fault::NotAProfile:
        return Words::tr("The entry is no profile.");
    case Fault::IdInvalid:
        return Words::tr("The entry has no valid id, by which its key is found.");
    case Fault::NameInvalid:
        return Words::tr(
            "Its name cannot be used: it is empty, too long or has hidden characters.");
    case Fault::EndpointInvalid:
        return Words::tr("Its endpoint cannot be used: no key may be sent there.");
    case Fault::CaFileInvalid:
        return Words::tr("Its CA file is not named by a text.");
    case Fault::KeyStoreInvalid:
        return Words::tr("The keychain of its key is not named by a text.");
    case Fault::TrustedProfileInvalid:
        return Words::tr("Its trusted profile cannot be used: tokens would be another identity's.");
    case Fault::IdTaken:
        return Words::tr("An entry above it has the same id.");
    case Fault::NameTaken:
        return Words::tr("An entry above it has the same name.");
    }
    return {};
}

QString badEntryAdvice(const QString &file)
{
    return Words::tr("It stays in %1 as it is, until you correct it there or remove it.")
        .arg(shownPath(file));
}

QString damagedListsText(const QStringList &files)
{
    return Words::tr(
               "A list of profiles could not be read and lies aside as %1. The keys are still "
               "in the keychain.")
        .arg(shownPath(files.join(QStringLiteral(", "))));
}

} // namespace hourpass
