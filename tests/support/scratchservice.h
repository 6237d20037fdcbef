// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/secretclipboard.h"
#include "support/iamemulator/iamemulator.h"
#include "support/scratchengine.h"
#include "ui/parts/copyflow.h"

#include <QGuiApplication>

namespace hourpass::test {

/// The engine with an IAM service to talk to and the real clipboard to copy to.
struct ScratchService : ScratchEngine {
    emulator::IamEmulator iam;
    SecretClipboard clipboard{*QGuiApplication::clipboard(), clock.clock()};
    CopyFlow copies{profiles, sessions, clipboard};

    ScratchService()
    {
        if (!iam.listen() || !iam.writeAuthority(caFile()))
            qFatal("the emulator does not start");
    }
    QString caFile() const { return folder.filePath(QStringLiteral("ca.pem")); }
    QByteArray userKey() const { return iam.key(u"user").secret; }

    ProfileId addProfile(const QString &name, const QByteArray &key)
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = name;
        profile.endpoint = Endpoint::parse(iam.url().toString()).value();
        profile.caFile = caFile();
        keys.put(profile.id, key);
        return profiles.add(profile) ? profile.id : ProfileId();
    }
    ProfileId addProfile(const QString &name) { return addProfile(name, userKey()); }
};

} // namespace hourpass::test
