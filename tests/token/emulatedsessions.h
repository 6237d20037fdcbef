// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/iamemulator.h"
#include "support/manualclock.h"
#include "support/scriptedsecretstore.h"
#include "token/tokensessions.h"

#include <QTemporaryDir>

namespace hourpass::test {

/// The sessions on the emulator, each with one try; time stands still until a test moves it.
struct EmulatedSessions {
    QTemporaryDir folder;
    emulator::IamEmulator iam;
    ManualClock clock{systemNow()};
    ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    ScriptedSecretStore keys;
    TokenSessions sessions{
        profiles, keys, {clock.clock(), {Seconds(5), Seconds(5)}}, RetryPolicy{1}};

    EmulatedSessions()
    {
        if (!iam.listen() || !iam.writeAuthority(folder.filePath(QStringLiteral("ca.pem"))))
            qFatal("the emulator does not start");
    }
    /// With that option of the profile as it is said, and that key.
    Profile add(bool Profile::*option, bool value, QStringView key = u"user")
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = profile.id.toString();
        profile.endpoint = Endpoint::parse(iam.url().toString()).value();
        profile.caFile = folder.filePath(QStringLiteral("ca.pem"));
        profile.*option = value;
        keys.put(profile.id, iam.key(key).secret);
        if (!profiles.add(profile))
            qFatal("the profile cannot be added");
        return profile;
    }
};

} // namespace hourpass::test
