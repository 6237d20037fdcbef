// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/profilecommands.h"

#include "cli/commands/newprofile.h"
#include "cli/commands/profilechoice.h"
#include "cli/input/keyfromfile.h"
#include "cli/profiletext.h"
#include "core/apikey.h"
#include "core/visibletext.h"
#include "words/badentrywords.h"
#include "words/explanation.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ProfileWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ProfileCommands)
};

DefaultMark markOf(const ProfileStore &profiles, const Profile &profile)
{
    const Profile *chosen = profiles.defaultProfile();
    return chosen && chosen->id == profile.id ? DefaultMark::Yes : DefaultMark::No;
}

} // namespace

/// A profile that is to be, with its key where a file has it.
struct ProfileCommands::Draft {
    Profile profile;
    Secret key;
};

ProfileCommands::ProfileCommands(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
{
    connect(&m_tools.keys, &SecretStore::stateChanged, this, &ProfileCommands::cancelIfWaiting);
}

Outcome ProfileCommands::list(const CommandLine &line) const
{
    const ProfileStore &profiles = m_tools.profiles;
    const Profile *chosen = profiles.defaultProfile(); // looked for once
    QByteArray text;
    for (const Profile &profile : profiles.profiles()) {
        const DefaultMark mark = &profile == chosen ? DefaultMark::Yes : DefaultMark::No;
        text += line.json ? profileJson(profile, mark)
                          : (profileLine(profile, mark) + u'\n').toLocal8Bit();
    }
    for (const BadEntry &entry : profiles.badEntries())
        tellBadEntry(entry);
    if (text.isEmpty() && profiles.badEntries().isEmpty())
        m_tools.messages.note(ProfileWords::tr("There is no profile yet. Add one with hourpass-cli "
                                               "profile add NAME."));
    tellPendingRemovals();
    return Secret(std::move(text));
}

void ProfileCommands::tellBadEntry(const BadEntry &entry) const
{
    QJsonObject about{{u"name"_s, entry.name}};
    if (!entry.id.isNull())
        about["id"_L1] = entry.id.toString();
    m_tools.messages.warn({u"BadEntry"_s,
                           //: of the list: its name, and why it cannot be used
                           ProfileWords::tr("\"%1\" cannot be used. %2")
                               .arg(badEntryName(entry), badEntryReason(entry.fault)),
                           badEntryAdvice(m_tools.profiles.path()), about});
}

void ProfileCommands::tellPendingRemovals() const
{
    for (const PendingRemoval &removal : m_tools.profiles.pendingRemovals())
        m_tools.messages.note(
            ProfileWords::tr(
                "\"%1\" was removed; its key is still in the keychain, and the window can put "
                "it back. hourpass-cli profile remove \"%1\" deletes the key now.")
                .arg(visibleText(removal.profile.name)));
}

Outcome ProfileCommands::show(const CommandLine &line) const
{
    return chosenProfile(m_tools.profiles, line.name).map([&](const Profile &profile) {
        const DefaultMark mark = markOf(m_tools.profiles, profile);
        return Secret(line.json ? profileJson(profile, mark)
                                : profileFields(profile, mark).toLocal8Bit());
    });
}

Outcome ProfileCommands::makeDefault(const CommandLine &line) const
{
    const auto profile = chosenProfile(m_tools.profiles, line.name);
    if (!profile)
        return tl::unexpected(profile.error());
    if (line.name.isEmpty())
        return Secret(line.json ? profileJson(*profile, DefaultMark::Yes)
                                : (visibleText(profile->name) + u'\n').toLocal8Bit());
    if (const auto made = m_tools.profiles.setDefaultProfile(profile->id); !made)
        return tl::unexpected(complaintAbout(made.error()));
    return Secret();
}

// All that can be known to be wrong before anybody is asked for anything.
tl::expected<ProfileCommands::Draft, Complaint>
ProfileCommands::draftFor(const CommandLine &line) const
{
    auto profile = newProfile(line, m_tools.profiles);
    if (!profile)
        return tl::unexpected(profile.error());
    Draft draft{*profile, {}};
    if (line.keyFile.isEmpty())
        return draft;
    const auto found = keyFromFile(line.keyFile, line.name);
    if (!found)
        return tl::unexpected(found.error());
    draft.key = found->key;
    if (line.endpoint || found->endpoint.isEmpty())
        return draft;
    const auto endpoint = Endpoint::parse(found->endpoint);
    if (!endpoint)
        return tl::unexpected(complaintAboutArgument(endpoint.error()));
    draft.profile.endpoint = *endpoint;
    m_tools.messages.note(ProfileWords::tr("The key file names the endpoint %1.")
                              .arg(visibleText(endpoint->toString())));
    return draft;
}

QFuture<Outcome> ProfileCommands::add(const CommandLine &line)
{
    const auto draft = draftFor(line);
    if (!draft)
        return readyOutcome(draft.error());
    return keychainIsUsable(m_tools.keys, this)
        .then(this,
              [this, draft = *draft](const Result<void> &usable) {
                  return usable ? readKey(draft) : readyFuture<Secret>(Failure(usable.error()));
              })
        .unwrap()
        .then(this,
              [this, draft = *draft](const Result<Secret> &key) {
                  return key ? store(draft, *key) : readyFuture<void>(Failure(key.error()));
              })
        .unwrap()
        .then(this, [this, name = draft->profile.name](const Result<void> &added) -> Outcome {
            if (!added)
                return tl::unexpected(complaintAbout(added.error()));
            m_tools.messages.note(
                ProfileWords::tr("Added the profile \"%1\".").arg(visibleText(name)));
            return Secret();
        });
}

Future<Secret> ProfileCommands::readKey(const Draft &draft)
{
    if (!draft.key.isEmpty())
        return readyFuture<Secret>(draft.key);
    return m_input.readLine(
        ProfileWords::tr("API key for \"%1\" (not shown): ").arg(draft.profile.name));
}

Future<void> ProfileCommands::store(const Draft &draft, const Secret &input)
{
    const auto checked = checkKey(input);
    if (!checked)
        return readyFuture<void>(Failure(checked.error()));
    for (const KeyWarning warning : checked->warnings)
        m_tools.messages.note(ProfileWords::tr("Warning: %1").arg(keyWarningText(warning)));
    m_isChanging = true;
    return m_tools.keeper.add(draft.profile, checked->key);
}

// One that was removed in the window has no row any more, but a key.
tl::expected<Profile, Complaint> ProfileCommands::chosenForRemoval(const CommandLine &line) const
{
    auto chosen = chosenProfile(m_tools.profiles, line.name);
    if (chosen)
        return chosen;
    QList<Profile> removed;
    for (const PendingRemoval &removal : m_tools.profiles.pendingRemovals())
        removed.prepend(removal.profile); // the latest of those with one name
    if (const Profile *pending = findByName(removed, line.name))
        return *pending;
    return chosen;
}

QFuture<Outcome> ProfileCommands::remove(const CommandLine &line)
{
    const BadEntry *bad = m_tools.profiles.findBadEntry(line.name);
    if (bad && !m_tools.profiles.findByName(line.name))
        return removeBadEntry(*bad);
    const auto profile = chosenForRemoval(line);
    if (!profile)
        return readyOutcome(profile.error());
    if (const auto elsewhere = keptElsewhere(*profile, m_tools.keys))
        return readyOutcome(*elsewhere);
    return keychainIsUsable(m_tools.keys, this)
        .then(this,
              [this, id = profile->id](const Result<void> &usable) {
                  return usable ? deleteKeyAndProfile(id) : readyFuture<void>(usable);
              })
        .unwrap()
        .then(this, [this, name = profile->name](const Result<void> &removed) -> Outcome {
            if (!removed)
                return tl::unexpected(complaintAbout(removed.error()));
            m_tools.messages.note(
                ProfileWords::tr("Removed the profile \"%1\" and its key.").arg(visibleText(name)));
            return Secret();
        });
}

QFuture<Outcome> ProfileCommands::removeBadEntry(const BadEntry &entry)
{
    return keychainIsUsable(m_tools.keys, this)
        .then(this,
              [this, entry](const Result<void> &usable) {
                  if (!usable)
                      return readyFuture<void>(usable);
                  m_isChanging = true;
                  return m_tools.keeper.removeBadEntry(entry);
              })
        .unwrap()
        .then(this, [this, name = badEntryName(entry)](const Result<void> &removed) -> Outcome {
            if (!removed)
                return tl::unexpected(complaintAbout(removed.error()));
            m_tools.messages.note(ProfileWords::tr("Removed \"%1\" from the list.").arg(name));
            return Secret();
        });
}

Future<void> ProfileCommands::deleteKeyAndProfile(const ProfileId &id)
{
    m_isChanging = true;
    return m_tools.profiles.find(id) ? m_tools.keeper.remove(id) : m_tools.keeper.endRemoval(id);
}

void ProfileCommands::cancel()
{
    m_isCancelled = true;
    m_input.cancel();
    if (!m_isChanging)
        m_tools.keys.cancelAll();
    else
        cancelIfWaiting();
}

void ProfileCommands::cancelIfWaiting()
{
    if (m_isCancelled && m_tools.keys.state() == SecretStore::State::Waiting)
        m_tools.keys.cancelAll();
}

} // namespace hourpass
