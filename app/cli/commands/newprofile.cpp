// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/newprofile.h"

#include "files/files.h"

#include <QFileInfo>

namespace hourpass {

namespace {

constexpr qint64 caFileLimit = 1024 * 1024;

// Whether it can serve at all is found out now, not when a token is needed.
Result<QString> checkedCaFile(const QString &path)
{
    const auto content = readSmallFile(path, caFileLimit);
    if (!content)
        return Failure(content.error());
    if (!content->contains("-----BEGIN CERTIFICATE-----"))
        return failure(ErrorCode::CaFileInvalid, {}, path);
    return QFileInfo(path).absoluteFilePath();
}

} // namespace

tl::expected<Profile, Complaint> newProfile(const CommandLine &line, const ProfileStore &profiles)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = line.name;
    profile.assumeProfile = line.assumeProfile;
    profile.minimumLife = line.minimumLife.value_or(profile.minimumLife);
    if (const auto savable = profiles.canSave(profile); !savable)
        return tl::unexpected(complaintAbout(savable.error()));
    if (!line.caFile.isEmpty()) {
        const auto caFile = checkedCaFile(line.caFile);
        if (!caFile)
            return tl::unexpected(complaintAboutArgument(caFile.error()));
        profile.caFile = *caFile;
    }
    if (line.endpoint)
        profile.endpoint = *line.endpoint;
    return profile;
}

} // namespace hourpass
