// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "cli/commandline.h"
#include "cli/wholeinput.h"
#include "jwt/inspection.h"

#include <QObject>

#include <atomic>

namespace hourpass {

/// `inspect`: ends the event loop with its exit code. Needs neither profiles nor a keychain, and
/// asks nothing of the network.
class InspectCommand final : public QObject
{
    Q_OBJECT

public:
    InspectCommand(CommandLine line, const Messages &messages, const Clock &clock,
                   QObject *parent = nullptr);
    ~InspectCommand() override;

    /// Once, in the event loop.
    void start();
    void interrupt();

private:
    QFuture<Outcome> run();
    std::optional<Complaint> readKeys();
    Future<QByteArray> readInput();
    Future<FoundTokens> find(const QByteArray &text);
    Outcome tell(const FoundTokens &found);
    std::optional<Complaint> write(const QList<FoundToken> &tokens, int &notValid, int &unverified);
    QByteArray report(const QList<Inspection> &inspections, qsizetype all) const;
    void warnOfHidden(const QList<FoundToken> &hidden) const;
    VerifyOptions options() const;

    const CommandLine m_line;
    const Messages &m_messages;
    const Clock m_clock;
    WholeInput m_input;
    KeyChoice m_keys;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace hourpass
