// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"
#include "cli/input/wholeinput.h"
#include "jwt/inspection.h"

#include <QObject>

#include <atomic>

namespace hourpass {

class PublishedKeys;
struct PublishedKeySet;

/// `inspect`: ends the event loop with its exit code. Needs neither profiles nor a keychain, and
/// asks nothing of the network but the published keys, where the arguments say so.
class InspectCommand final : public QObject
{
    Q_OBJECT

public:
    /// `published` may be null where the arguments want no keys fetched. All must outlive this.
    InspectCommand(CommandLine line, const Messages &messages, const Clock &clock,
                   PublishedKeys *published = nullptr, QObject *parent = nullptr);
    ~InspectCommand() override;

    /// Once, in the event loop.
    void start();
    void interrupt();

private:
    QFuture<Outcome> run();
    std::optional<Complaint> readKeys();
    Future<QByteArray> readInput();
    Future<FoundTokens> find(const QByteArray &text);
    Future<FoundTokens> fetchKeys(const Result<FoundTokens> &found);
    Result<void> takeKeys(const Result<PublishedKeySet> &set);
    Outcome tell(const FoundTokens &found);
    Complaint notValidComplaint(int notValid, int unverified) const;
    std::optional<Complaint> write(const QList<FoundToken> &tokens, int &notValid, int &unverified);
    QByteArray report(const QList<Inspection> &inspections, qsizetype all) const;
    void warnOfHidden(const QList<FoundToken> &hidden) const;
    VerifyOptions options() const;

    const CommandLine m_line;
    const Messages &m_messages;
    const Clock m_clock;
    PublishedKeys *m_published;
    WholeInput m_input;
    KeyChoice m_keys;
    std::optional<Error> m_whyNotFetched;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace hourpass
