// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/orphancommands.h"

#include "cli/commands/newprofile.h"
#include "core/asciijson.h"
#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/findingwords.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct OrphanWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::OrphanCommands)
};

QString lineOf(const OrphanKey &key)
{
    QString line = key.id.toString() + u'\t'
        + (key.storedAt ? isoTime(*key.storedAt) : OrphanWords::tr("time unknown"));
    if (key.isNew)
        line += u'\t' + OrphanWords::tr("new");
    if (key.isOfDamagedList)
        line += u'\t' + OrphanWords::tr("in the damaged list");
    return line + u'\n';
}

QByteArray jsonOf(const OrphanKey &key)
{
    QJsonObject object{{u"id"_s, key.id.toString()},
                       {u"new"_s, key.isNew},
                       {u"in_damaged_list"_s, key.isOfDamagedList}};
    if (key.storedAt)
        object["stored_at"_L1] = isoTime(*key.storedAt);
    return asciiJson(object) + '\n';
}

Complaint complaintAboutOrphan(const Error &error, const ProfileId &id)
{
    if (error.code != ErrorCode::NotFound)
        return complaintAbout(error);
    return noSuchProfile(
        OrphanWords::tr("The keychain has no key with the id %1.").arg(id.toString()),
        OrphanWords::tr("See hourpass-cli profile orphans."));
}

} // namespace

OrphanCommands::OrphanCommands(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
    , m_census(tools.profiles, tools.keys, [&sessions = tools.sessions] { return sessions.now(); })
{
}

QFuture<Outcome> OrphanCommands::list(const CommandLine &line)
{
    return m_census.orphans().then(
        this, [this, json = line.json](const Result<Orphans> &orphans) -> Outcome {
            if (!orphans)
                return tl::unexpected(complaintAbout(orphans.error()));
            noteAbout(*orphans);
            QByteArray text;
            for (const OrphanKey &key : orphans->keys)
                text += json ? jsonOf(key) : lineOf(key).toLocal8Bit();
            return Secret(std::move(text));
        });
}

void OrphanCommands::noteAbout(const Orphans &orphans) const
{
    if (orphans.keys.isEmpty())
        return m_tools.messages.note(
            OrphanWords::tr("Each key in the keychain belongs to a profile."));
    if (!orphans.damagedList.isEmpty())
        m_tools.messages.note(damagedListText(orphans.damagedList));
    m_tools.messages.note(
        OrphanWords::tr("hourpass-cli profile adopt ID NAME makes a profile of a key, "
                        "hourpass-cli profile forget ID deletes it."));
}

QFuture<Outcome> OrphanCommands::adopt(const CommandLine &line)
{
    auto profile = newProfile(line, m_tools.profiles);
    if (!profile)
        return readyOutcome(profile.error());
    profile->id = line.key;
    return m_census.adopt(*profile).then(
        this, [this, profile = *profile](const Result<void> &adopted) -> Outcome {
            if (!adopted)
                return tl::unexpected(complaintAboutOrphan(adopted.error(), profile.id));
            m_tools.messages.note(
                OrphanWords::tr("Added the profile \"%1\".").arg(visibleText(profile.name)));
            return Secret();
        });
}

QFuture<Outcome> OrphanCommands::forget(const CommandLine &line)
{
    return keychainIsUsable(m_tools.keys, this)
        .then(this,
              [this, id = line.key](const Result<void> &usable) {
                  return usable ? m_census.forget(id) : readyFuture<void>(Failure(usable.error()));
              })
        .unwrap()
        .then(this, [this, id = line.key](const Result<void> &gone) -> Outcome {
            if (!gone)
                return tl::unexpected(complaintAboutOrphan(gone.error(), id));
            m_tools.messages.note(
                OrphanWords::tr("Deleted the key %1 from the keychain.").arg(id.toString()));
            return Secret();
        });
}

void OrphanCommands::cancel()
{
    m_tools.keys.cancelAll();
}

} // namespace hourpass
