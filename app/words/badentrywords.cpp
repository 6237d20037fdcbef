// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/badentrywords.h"

#include "core/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace hourpass {

namespace {

struct BadEntryWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::BadEntry)
};

constexpr qsizetype longestEntry = 60;
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
        return shortenedMiddle(name, longestEntry);
    return entry.id.isNull() ? BadEntryWords::tr("An entry without a name") : entry.id.toString();
}

QString badEntryReason(BadEntry::Fault fault)
{
    using Fault = BadEntry::Fault;
    switch (fault) {
    case Fault::NotJson:
        return BadEntryWords::tr(
            "The entry cannot be read: it is not valid JSON, or nested too deeply.");
    case Fault::NotAProfile:
        return BadEntryWords::tr("The entry is no profile.");
    case Fault::IdInvalid:
        return BadEntryWords::tr("The entry has no valid id, by which its key is found.");
    case Fault::NameInvalid:
        return BadEntryWords::tr(
            "Its name cannot be used: it is empty, too long or has hidden characters.");
    case Fault::EndpointInvalid:
        return BadEntryWords::tr("Its endpoint cannot be used: no key may be sent there.");
    case Fault::CaFileInvalid:
        return BadEntryWords::tr("Its CA file is not named by a text.");
    case Fault::KeyStoreInvalid:
        return BadEntryWords::tr("The keychain of its key is not named by a text.");
    case Fault::TrustedProfileInvalid:
        return BadEntryWords::tr(
            "Its trusted profile cannot be used: tokens would be another identity's.");
    case Fault::IdTaken:
        return BadEntryWords::tr("An entry above it has the same id.");
    case Fault::NameTaken:
        return BadEntryWords::tr("An entry above it has the same name.");
    }
    return {};
}

QString badEntryAdvice(const QString &file)
{
    return BadEntryWords::tr("It stays in %1 as it is, until you correct it there or remove it.")
        .arg(shownPath(file));
}

QString damagedListsText(const QStringList &files)
{
    return BadEntryWords::tr(
               "A list of profiles could not be read and lies aside as %1. The keys are still "
               "in the keychain.")
        .arg(shownPath(files.join(QStringLiteral(", "))));
}

} // namespace hourpass
