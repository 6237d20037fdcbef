// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"
#include "cli/input/keyinput.h"

#include <QObject>

namespace hourpass {

/// `profile add|list|show|remove|default`. The profiles are loaded.
class ProfileCommands final : public QObject
{
    Q_OBJECT

public:
    explicit ProfileCommands(const CommandTools &tools, QObject *parent = nullptr);

    Outcome list(const CommandLine &line) const;
    Outcome show(const CommandLine &line) const;
    /// Without a name: prints which one it is.
    Outcome makeDefault(const CommandLine &line) const;
    QFuture<Outcome> add(const CommandLine &line);
    QFuture<Outcome> remove(const CommandLine &line);

    /// Ends what waits. A change that the keychain is at work on is carried through, since halves
    /// of it would stay behind, unless the keychain waits for the user.
    void cancel();

private:
    struct Draft;
    tl::expected<Draft, Complaint> draftFor(const CommandLine &line) const;
    void tellBadEntry(const BadEntry &entry) const;
    QFuture<Outcome> removeBadEntry(const BadEntry &entry);
    Future<Secret> readKey(const Draft &draft);
    Future<void> store(const Draft &draft, const Secret &input);
    tl::expected<Profile, Complaint> chosenForRemoval(const CommandLine &line) const;
    Future<void> deleteKeyAndProfile(const ProfileId &id);
    void tellPendingRemovals() const;
    void cancelIfWaiting();

    CommandTools m_tools;
    KeyInput m_input;
    bool m_isChanging = false;
    bool m_isCancelled = false;
};

} // namespace hourpass
