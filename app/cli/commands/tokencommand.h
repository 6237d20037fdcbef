// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"

#include <QObject>

namespace hourpass {

/// `token`. The profiles are loaded.
class TokenCommand final : public QObject
{
    Q_OBJECT

public:
    explicit TokenCommand(const CommandTools &tools, QObject *parent = nullptr);

    QFuture<Outcome> run(const CommandLine &line);
    void cancel();

private:
    void noteOddities(const TokenSet &token, Seconds wantedLife) const;
    void noteKeyEnd(const Profile &profile) const;

    CommandTools m_tools;
    ProfileId m_profile;
};

} // namespace hourpass
