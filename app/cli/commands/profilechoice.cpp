// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/profilechoice.h"

#include "core/apikey.h"
#include "core/visibletext.h"
#include "words/badentrywords.h"

#include <QCoreApplication>
#include <QStringList>

namespace hourpass {

namespace {

struct ChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ProfileChoice)
};

Complaint nothingCalled(const QString &name)
{
    const QString advice = ChoiceWords::tr("See hourpass-cli profile list.");
    return looksLikeKey(name)
        ? noSuchProfile(ChoiceWords::tr("There is no such profile; its name looks like a key."),
                        ChoiceWords::tr("A key is never an argument."))
        : noSuchProfile(ChoiceWords::tr("There is no profile \"%1\".").arg(visibleText(name)),
                        advice);
}

Complaint cannotBeUsed(const BadEntry &entry, const QString &file)
{
    return noSuchProfile(ChoiceWords::tr("The profile \"%1\" cannot be used. %2")
                             .arg(badEntryName(entry), badEntryReason(entry.fault)),
                         badEntryAdvice(file));
}

Complaint noneChosen(const ProfileStore &profiles)
{
    // One of those may be meant.
    if (!profiles.badEntries().isEmpty())
        return usageComplaint(
            ChoiceWords::tr("Entries of the list cannot be used, and none of the others "
                            "is the default."),
            ChoiceWords::tr("Name one; see hourpass-cli profile list."));
    if (profiles.profiles().isEmpty())
        return noSuchProfile(ChoiceWords::tr("There is no profile yet."),
                             ChoiceWords::tr("Add one with hourpass-cli profile add NAME."));
    return usageComplaint(ChoiceWords::tr("There are several profiles, and none is the default."),
                          ChoiceWords::tr("Name one; see hourpass-cli profile list."));
}

} // namespace

tl::expected<Profile, Complaint> chosenProfile(const ProfileStore &profiles, const QString &name)
{
    const Profile *profile = name.isEmpty() ? profiles.defaultProfile() : profiles.findByName(name);
    if (profile)
        return *profile;
    if (const BadEntry *bad = profiles.findBadEntry(name))
        return tl::unexpected(cannotBeUsed(*bad, profiles.path()));
    return tl::unexpected(name.isEmpty() ? noneChosen(profiles) : nothingCalled(name));
}

std::optional<Complaint> keptElsewhere(const Profile &profile, const SecretStore &keys)
{
    if (profile.keyStore.isEmpty() || profile.keyStore == keys.backend())
        return {};
    Complaint complaint = complaintAbout({ErrorCode::NotFound, {}, profile.name, {}});
    complaint.message = ChoiceWords::tr("The key is kept in \"%1\", which is not in use now.")
                            .arg(visibleText(profile.keyStore));
    complaint.advice = ChoiceWords::tr("Use the session in which the profile was added.");
    return complaint;
}

// The one file that an exchange reads is the profile's CA file: without it TLS cannot be
// checked, and what is missing then is not a key.
Complaint complaintAboutRequest(const Error &error, const Profile &profile, const SecretStore &keys)
{
    const bool isAboutCaFile = !profile.caFile.isEmpty() && error.subject == profile.caFile;
    if (!isAboutCaFile && error.code == ErrorCode::NotFound)
        return keptElsewhere(profile, keys).value_or(complaintAbout(error));
    if (!isAboutCaFile)
        return complaintAbout(error);
    Complaint complaint = complaintAboutArgument(error);
    complaint.exitCode = ExitCode::NetworkOrTls;
    complaint.kind = QStringLiteral("tls");
    return complaint;
}

bool looksLikeKey(const QString &text)
{
    const auto checked = checkKey(Secret(text.toUtf8()));
    return checked && checked->warnings.isEmpty();
}

} // namespace hourpass
