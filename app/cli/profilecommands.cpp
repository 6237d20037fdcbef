// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/profilecommands.h"

#include "cli/keyfromfile.h"
#include "cli/newprofile.h"
#include "cli/profilechoice.h"
#include "cli/profiletext.h"
#include "core/apikey.h"
#include "core/visibletext.h"
#include "words/explanation.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct Words {
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
    QByteArray text;
    for (const Profile &profile : profiles.profiles()) {
        const DefaultMark mark = markOf(profiles, profile);
        text += line.json ? profileJson(profile, mark)
                          : (profileLine(profile, mark) + u'\n').toLocal8Bit();
    }
    if (text.isEmpty())
        m_tools.messages.note(Words::tr("There is no profile yet. Add one with hourpass-cli "
                                        "profile add NAME."));
    return Secret(std::move(text));
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
    m_tools.messages.note(
        Words::tr("The key file names the endpoint %1.").arg(visibleText(endpoint->toString())));
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
            m_tools.messages.note(Words::tr("Added the profile \"%1\".").arg(visibleText(name)));
            return Secret();
        });
}

Future<Secret> ProfileCommands::readKey(const Draft &draft)
{
    if (!draft.key.isEmpty())
        return readyFuture<Secret>(draft.key);
    return m_input.readLine(Words::tr("API key for \"%1\" (not shown): ").arg(draft.profile.name));
}

Future<void> ProfileCommands::store(const Draft &draft, const Secret &input)
{
    const auto checked = checkKey(input);
    if (!checked)
        return readyFuture<void>(Failure(checked.error()));
    for (const KeyWarning warning : checked->warnings)
        m_tools.messages.note(Words::tr("Warning: %1").arg(keyWarningText(warning)));
    m_isChanging = true;
    return m_tools.keeper.add(draft.profile, checked->key);
}

QFuture<Outcome> ProfileCommands::remove(const CommandLine &line)
{
    const auto profile = chosenProfile(m_tools.profiles, line.name);
    if (!profile)
        return readyOutcome(profile.error());
    if (const auto elsewhere = keptElsewhere(*profile, m_tools.keys))
        return readyOutcome(*elsewhere);
    return keychainIsUsable(m_tools.keys, this)
        .then(this,
              [this, id = profile->id](const Result<void> &usable) {
                  if (!usable)
                      return readyFuture<RemovedProfile>(Failure(usable.error()));
                  m_isChanging = true;
                  return m_tools.keeper.remove(id);
              })
        .unwrap()
        .then(this, [this](const Result<RemovedProfile> &removed) -> Outcome {
            if (!removed)
                return tl::unexpected(complaintAbout(removed.error()));
            m_tools.messages.note(Words::tr("Removed the profile \"%1\" and its key.")
                                      .arg(visibleText(removed->profile.name)));
            return Secret();
        });
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
