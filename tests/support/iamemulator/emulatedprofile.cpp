// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/emulatedprofile.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

QString EmulatedProfile::crn() const
{
    return u"crn:v1:bluemix:public:iam-identity::a/%1::profile:%2"_s.arg(accountId, id);
}

EmulatedProfile EmulatedProfile::make(const QString &label, const QString &name)
{
    EmulatedProfile profile;
    profile.label = label;
    profile.id = u"Profile-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.accountId = u"0123456789abcdef0123456789abcdef"_s;
    return profile;
}

QList<EmulatedProfile> defaultProfiles()
{
    EmulatedProfile closed = EmulatedProfile::make(u"closed"_s, u"break-glass"_s);
    closed.trust = EmulatedProfile::Trust::Nobody;
    return {EmulatedProfile::make(u"auditor"_s, u"prod-auditor"_s), closed};
}

} // namespace hourpass::emulator
