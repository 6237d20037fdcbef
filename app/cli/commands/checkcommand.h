// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"

#include <QObject>

namespace hourpass {

/// `profile check`. The profiles are loaded.
class CheckCommand final : public QObject
{
    Q_OBJECT

public:
    explicit CheckCommand(const CommandTools &tools, QObject *parent = nullptr);

    QFuture<Outcome> run(const CommandLine &line);
    void cancel();

private:
    Secret told(const KeyCheck &check, const CommandLine &line, const QString &name) const;

    CommandTools m_tools;
    ProfileId m_profile;
};

} // namespace hourpass
