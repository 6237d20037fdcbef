// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/tokensearch.h"

#include "files/files.h"

#include <QThread>

namespace hourpass {

namespace {

constexpr int searchShare = TokenSearch::progressEnd / 2;

} // namespace

// Of both threads: the atomic ones; the result is the worker's until it has finished.
struct TokenSearch::Job {
    std::atomic_bool isCancelled = false;
    std::atomic_int progress = 0;
    Reporter<TokenEntries> done;
    Result<TokenEntries> result = failure(ErrorCode::Cancelled);

    Result<TokenEntries> find(const QByteArray &text, const KeyChoice &keys,
                              const VerifyOptions &options);
    Result<TokenEntries> judge(TokenEntries found, const KeyChoice &keys,
                               const VerifyOptions &options);
};

Result<TokenEntries> TokenSearch::Job::find(const QByteArray &text, const KeyChoice &keys,
                                            const VerifyOptions &options)
{
    const qint64 size = qMax<qint64>(1, text.size());
    const auto note = [this, size](qsizetype at) { progress = int(at * searchShare / size); };
    const FoundTokens found = tokensToInspect(text, {&isCancelled, note});
    TokenEntries entries;
    entries.hasMore = found.hasMore;
    entries.entries.reserve(found.tokens.size());
    for (const FoundToken &token : found.tokens)
        entries.entries.append({token});
    return judge(std::move(entries), keys, options);
}

Result<TokenEntries> TokenSearch::Job::judge(TokenEntries found, const KeyChoice &keys,
                                             const VerifyOptions &options)
{
    const qsizetype count = found.entries.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (isCancelled)
            return failure(ErrorCode::Cancelled);
        progress = searchShare + int(i * searchShare / count);
        TokenEntry &entry = found.entries[i];
        if (!entry.found.isJwtShaped())
            continue;
        const Inspection inspection = inspectToken(entry.found, keys, options);
        entry.identity = inspection.identity;
        entry.verdict = inspection.verification.verdict;
    }
    return found;
}

TokenSearch::~TokenSearch()
{
    cancel();
}

Future<TokenEntries> TokenSearch::searchText(const QByteArray &text, const KeyChoice &keys,
                                             const VerifyOptions &options)
{
    return start([text, keys, options](Job &job) { return job.find(text, keys, options); });
}

Future<TokenEntries> TokenSearch::searchText(const QString &text, const KeyChoice &keys,
                                             const VerifyOptions &options)
{
    return start(
        [text, keys, options](Job &job) { return job.find(text.toUtf8(), keys, options); });
}

Future<TokenEntries> TokenSearch::searchFile(const QString &path, const KeyChoice &keys,
                                             const VerifyOptions &options)
{
    return start([path, keys, options](Job &job) -> Result<TokenEntries> {
        const auto text = readSmallFile(path, searchLimit);
        return text ? job.find(*text, keys, options) : Result<TokenEntries>(Failure(text.error()));
    });
}

Future<TokenEntries> TokenSearch::judge(const TokenEntries &found, const KeyChoice &keys,
                                        const VerifyOptions &options)
{
    return start([found, keys, options](Job &job) { return job.judge(found, keys, options); });
}

Future<TokenEntries> TokenSearch::start(Work work)
{
    cancel();
    const auto job = std::make_shared<Job>();
    m_job = job;
    // It has no parent, since a parent would wait for it: a file may be on a disk that hangs.
    // What was searched is overwritten and freed by the worker: of 64 MiB that takes its time.
    auto *thread = QThread::create([job, work = std::move(work)]() mutable {
        const Work own = std::exchange(work, nullptr);
        job->result = own(*job);
    });
    connect(thread, &QThread::finished, this, [this, job] {
        if (m_job != job)
            return; // cancelled meanwhile
        m_job.reset();
        job->done.report(std::move(job->result));
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start(QThread::LowPriority);
    return job->done.future();
}

void TokenSearch::cancel()
{
    if (const auto job = std::exchange(m_job, nullptr)) {
        job->isCancelled = true;
        job->done.report(failure(ErrorCode::Cancelled));
    }
}

int TokenSearch::progress() const
{
    return m_job ? m_job->progress.load() : 0;
}

} // namespace hourpass
