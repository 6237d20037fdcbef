// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/profiletext.h"

#include "core/asciijson.h"
#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/keydetailwords.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ProfileTextWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ProfileText)
};

QString durationText(Seconds duration)
{
    const qint64 all = duration.count();
    return all % 60 == 0 ? QString::number(all / 60) + u'm' : QString::number(all) + u's';
}

} // namespace

QString profileLine(const Profile &profile, DefaultMark mark)
{
    QString line = visibleText(profile.name) + u'\t' + visibleText(profile.endpoint.toString());
    if (mark == DefaultMark::Yes)
        line += u'\t' + ProfileTextWords::tr("default");
    if (profile.assumeProfile)
        line += u'\t'
            + ProfileTextWords::tr("assumes %1")
                  .arg(visibleText(profile.assumeProfile->toString()));
    return line;
}

QString profileFields(const Profile &profile, DefaultMark mark)
{
    QString text;
    const auto add = [&text](const QString &caption, const QString &value) {
        text += caption + u' ' + visibleText(value) + u'\n';
    };
    add(ProfileTextWords::tr("Name:"), profile.name);
    add(ProfileTextWords::tr("Endpoint:"), profile.endpoint.toString());
    if (!profile.caFile.isEmpty())
        add(ProfileTextWords::tr("CA file:"), profile.caFile);
    if (profile.assumeProfile)
        add(ProfileTextWords::tr("Trusted profile:"), profile.assumeProfile->toString());
    add(ProfileTextWords::tr("Minimum life:"), durationText(profile.minimumLife));
    add(ProfileTextWords::tr("Default:"),
        mark == DefaultMark::Yes ? ProfileTextWords::tr("yes") : ProfileTextWords::tr("no"));
    if (!profile.keyStore.isEmpty())
        add(ProfileTextWords::tr("Key kept in:"), profile.keyStore);
    if (profile.keyExpiresAt)
        add(ProfileTextWords::tr("Key ends:"), momentText(*profile.keyExpiresAt));
    add(ProfileTextWords::tr("Id:"), profile.id.toString());
    return text;
}

QByteArray profileJson(const Profile &profile, DefaultMark mark)
{
    QJsonObject object{
        {u"id"_s, profile.id.toString()},
        {u"name"_s, profile.name},
        {u"endpoint"_s, profile.endpoint.toString()},
        {u"min_life"_s, qint64(profile.minimumLife.count())},
        {u"default"_s, mark == DefaultMark::Yes},
    };
    if (!profile.caFile.isEmpty())
        object["ca_file"_L1] = profile.caFile;
    if (!profile.keyStore.isEmpty())
        object["key_store"_L1] = profile.keyStore;
    if (profile.assumeProfile)
        object["assume_profile"_L1] = profile.assumeProfile->toString();
    if (profile.keyExpiresAt)
        object["key_expires_at"_L1] = isoTime(*profile.keyExpiresAt);
    return asciiJson(object) + '\n';
}

} // namespace hourpass
