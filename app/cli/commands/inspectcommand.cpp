// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/inspectcommand.h"

#include "cli/input/standardstreams.h"
#include "cli/inspecttext.h"
#include "files/files.h"
#include "publishedkeys/publishedkeys.h"
#include "words/claims/inspectwords.h"
#include "words/keyfetchwords.h"
#include "words/report/report.h"
#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct InspectWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::InspectCommand)
};

Complaint checkFailed(const QString &code, const QString &message, const QString &advice)
{
    return {ExitCode::CheckFailed, code, u"check"_s, message, advice, {}, {}};
}

Complaint nothingFound(const QList<FoundToken> &hidden)
{
    if (hidden.isEmpty())
        return checkFailed(u"NoToken"_s, InspectWords::tr("There is no token in it."), {});
    return checkFailed(
        u"NoToken"_s,
        InspectWords::tr("There is %1 in it, and no token to inspect.", "an API key")
            .arg(hiddenFindingText(hidden.first().kind)),
        InspectWords::tr("Whoever has it can use it. If it was shared, revoke it and make "
                         "a new one."));
}

// What the tokens say of their keys decides whether a kept set may be too old, and nothing else.
QStringList keyIdsIn(const QList<FoundToken> &tokens)
{
    QSet<QString> ids;
    for (const FoundToken &token : tokens) {
        const auto header = decodeToken(token.text.reveal()).header;
        if (const QString id = header ? header->string(u"kid") : QString(); !id.isEmpty())
            ids.insert(id);
    }
    return ids.values();
}

} // namespace

InspectCommand::InspectCommand(CommandLine line, const Messages &messages, const Clock &clock,
                               PublishedKeys *published, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_messages(messages)
    , m_clock(clock)
    , m_published(published)
    , m_input(searchLimit)
{
    if (m_published)
        connect(m_published, &PublishedKeys::waiting, this, [this](const KeyFetchWait &wait) {
            m_messages.note(complaintAbout(wait.why).message + u'\n'
                            + waitingText(wait.span, wait.tryNumber, wait.tries));
        });
}

InspectCommand::~InspectCommand()
{
    *m_isCancelled = true;
}

void InspectCommand::start()
{
    run().then(this, [this](const Outcome &outcome) {
        QCoreApplication::exit(int(deliver(outcome, m_messages)));
    });
}

void InspectCommand::interrupt()
{
    *m_isCancelled = true;
    m_input.cancel();
    if (m_published)
        m_published->cancel();
}

QFuture<Outcome> InspectCommand::run()
{
    if (const auto unreadable = readKeys())
        return readyOutcome(*unreadable);
    return readInput()
        .then(this,
              [this](const Result<QByteArray> &text) {
                  return text ? find(*text) : readyFuture<FoundTokens>(Failure(text.error()));
              })
        .unwrap()
        .then(this, [this](const Result<FoundTokens> &found) { return fetchKeys(found); })
        .unwrap()
        .then(this, [this](const Result<FoundTokens> &found) -> Outcome {
            if (found)
                return tell(*found);
            return tl::unexpected(found.error().code == ErrorCode::Cancelled
                                      ? complaintAbout(found.error())
                                      : complaintAboutArgument(found.error()));
        });
}

// A file that cannot be read is a mistake in the arguments; one without usable keys is an answer.
std::optional<Complaint> InspectCommand::readKeys()
{
    const bool areOwn = !m_line.ownKeys.isEmpty();
    const QString file = areOwn ? m_line.ownKeys : m_line.publishedKeys;
    if (file.isEmpty())
        return {};
    auto text = readSmallFile(file, keySetLimit);
    if (!text)
        return complaintAboutArgument(text.error());
    m_keys = chooseKeys(areOwn ? KeyRules::Own : KeyRules::Published, *text);
    wipe(*text);
    return {};
}

Future<QByteArray> InspectCommand::readInput()
{
    if (!m_line.inputFile.isEmpty())
        return readyFuture(readSmallFile(m_line.inputFile, searchLimit));
    if (isTerminal(StandardStream::Input))
        m_messages.note(
            InspectWords::tr("Paste what is to be inspected, then press Ctrl+D on a line of "
                             "its own."));
    return m_input.read();
}

// In a thread, so that it can be interrupted.
Future<FoundTokens> InspectCommand::find(const QByteArray &text)
{
    if (m_line.isStrict)
        return readyFuture<FoundTokens>(FoundTokens{{strictToken(text)}, false, false});
    const auto done = std::make_shared<Reporter<FoundTokens>>();
    const auto found = std::make_shared<FoundTokens>();
    auto *thread = QThread::create([found, text, isCancelled = m_isCancelled] {
        *found = tokensToInspect(text, {isCancelled.get(), {}});
    });
    connect(thread, &QThread::finished, this, [done, found] {
        if (found->isCancelled)
            done->report(failure(ErrorCode::Cancelled));
        else
            done->report(std::move(*found));
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return done->future();
}

// Only once there is a token to check.
Future<FoundTokens> InspectCommand::fetchKeys(const Result<FoundTokens> &found)
{
    const bool isNeeded = m_published && m_line.fetchedKeys && found
        && std::any_of(found->tokens.begin(), found->tokens.end(),
                       [](const FoundToken &token) { return token.isJwtShaped(); });
    if (!isNeeded)
        return readyFuture<FoundTokens>(found);
    return m_published->get({*m_line.fetchedKeys, {m_line.caFile}}, keyIdsIn(found->tokens))
        .then(this, [this, found](const Result<PublishedKeySet> &set) -> Result<FoundTokens> {
            const auto taken = takeKeys(set);
            return taken ? found : Failure(taken.error());
        });
}

// Without keys the tokens are told of all the same. But where an argument is at fault, nothing is.
Result<void> InspectCommand::takeKeys(const Result<PublishedKeySet> &set)
{
    if (!set) {
        const Error &error = set.error();
        const bool isAboutCaFile = !m_line.caFile.isEmpty() && error.subject == m_line.caFile;
        if (error.code == ErrorCode::Cancelled || isAboutCaFile)
            return Failure(error);
        m_whyNotFetched = error;
        return {};
    }
    m_messages.note(keyOriginText(*set, m_clock().utc));
    m_keys = chooseKeys(KeyRules::Published, set->text);
    return {};
}

VerifyOptions InspectCommand::options() const
{
    VerifyOptions options;
    options.now = m_line.assumedTime.value_or(std::chrono::floor<Seconds>(m_clock().utc));
    options.account = m_line.account;
    if (!m_line.issuer.isEmpty()) {
        options.issuers = {m_line.issuer};
        options.isIssuerAskedFor = true;
    }
    return options;
}

Outcome InspectCommand::tell(const FoundTokens &found)
{
    QList<FoundToken> tokens;
    QList<FoundToken> hidden;
    for (const FoundToken &token : found.tokens)
        (token.isJwtShaped() || m_line.isStrict ? tokens : hidden).append(token);
    warnOfHidden(hidden);
    if (tokens.isEmpty())
        return tl::unexpected(nothingFound(hidden));
    int notValid = 0;
    int unverified = 0;
    if (const auto complaint = write(tokens, notValid, unverified))
        return tl::unexpected(*complaint);
    if (found.hasMore)
        m_messages.note(
            InspectWords::tr("There are more than %1 tokens; the rest was not looked at.")
                .arg(mostTokensFound));
    if (notValid > 0)
        return tl::unexpected(notValidComplaint(notValid, unverified));
    return Secret();
}

Complaint InspectCommand::notValidComplaint(int notValid, int unverified) const
{
    if (unverified == 0)
        return checkFailed(u"NotValid"_s,
                           InspectWords::tr("%n token(s) are not valid.", nullptr, notValid), {});
    const bool isAll = unverified == notValid;
    Complaint complaint = checkFailed(
        isAll ? u"Unverified"_s : u"NotValid"_s,
        isAll ? InspectWords::tr("%n token(s) were not verified.", nullptr, unverified)
              : InspectWords::tr("%n token(s) are not valid.", nullptr, notValid),
        InspectWords::tr(
            "To verify, fetch IBM's published keys with --fetch-keys, give a copy of them "
            "with --jwks, or your own with --key."));
    if (m_whyNotFetched) {
        const Complaint why = complaintAbout(*m_whyNotFetched);
        complaint.message =
            InspectWords::tr("%1 The keys could not be fetched: %2", "sentences of their own")
                .arg(complaint.message, why.message);
        complaint.advice = why.advice;
        complaint.transactionId = why.transactionId;
        complaint.details = why.details;
    }
    return complaint;
}

std::optional<Complaint> InspectCommand::write(const QList<FoundToken> &tokens, int &notValid,
                                               int &unverified)
{
    const VerifyOptions options = this->options();
    QList<Inspection> reported;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Inspection inspection = inspectToken(tokens.at(i), m_keys, options);
        const auto verdict = inspection.verification.verdict;
        notValid += verdict == Verification::Verdict::Valid ? 0 : 1;
        unverified += verdict == Verification::Verdict::Unverified ? 1 : 0;
        if (m_line.wantsReport) {
            if (reported.size() < mostReportedTokens)
                reported.append(inspection);
            continue;
        }
        QByteArray out = m_line.json
            ? inspectionJson(inspection, i)
            : inspectionText(inspection, i + 1, tokens.size()).toLocal8Bit();
        if (!m_line.json && i > 0)
            out.prepend('\n');
        if (const auto complaint = writeOut(out))
            return complaint;
    }
    return m_line.wantsReport ? writeOut(report(reported, tokens.size())) : std::nullopt;
}

QByteArray InspectCommand::report(const QList<Inspection> &inspections, qsizetype all) const
{
    ReportOptions options = reportOptionsHere(this->options().now);
    options.moreTokens = int(all - inspections.size());
    return makeReport(inspections, options).text.toLocal8Bit();
}

void InspectCommand::warnOfHidden(const QList<FoundToken> &hidden) const
{
    constexpr qsizetype mostWarnings = 10;
    for (const FoundToken &secret : hidden.first(qMin(hidden.size(), mostWarnings)))
        m_messages.note(
            InspectWords::tr("Warning: there is %1 at byte %2. It is not shown. Whoever has "
                             "it can use it.",
                             "an API key")
                .arg(hiddenFindingText(secret.kind), QString::number(secret.offset)));
    if (hidden.size() > mostWarnings)
        m_messages.note(InspectWords::tr("Warning: there are %n more of them.", nullptr,
                                         int(hidden.size() - mostWarnings)));
}

} // namespace hourpass
