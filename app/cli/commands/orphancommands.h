// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"
#include "profiles/keycensus.h"

#include <QObject>

namespace hourpass {

/// `profile orphans|adopt|forget`: keys in the keychain that no profile names. The profiles are
/// loaded.
class OrphanCommands final : public QObject
{
    Q_OBJECT

public:
    explicit OrphanCommands(const CommandTools &tools, QObject *parent = nullptr);

    QFuture<Outcome> list(const CommandLine &line);
    QFuture<Outcome> adopt(const CommandLine &line);
    QFuture<Outcome> forget(const CommandLine &line);
    void cancel();

private:
    void noteAbout(const Orphans &orphans) const;

    CommandTools m_tools;
    KeyCensus m_census;
};

} // namespace hourpass
