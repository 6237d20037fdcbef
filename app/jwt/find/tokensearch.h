// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "jwt/inspection.h"

#include <QObject>

namespace hourpass {

/// One finding of a text, with what a list tells of it.
struct TokenEntry {
    FoundToken found;
    Identity identity{};
    /// None for what is named and never kept.
    std::optional<Verification::Verdict> verdict{};
};

struct TokenEntries {
    QList<TokenEntry> entries; ///< in the order of the text
    bool hasMore = false;      ///< the search ended at mostTokensFound
};

/// Finds and judges the tokens of a text in a thread of its own, so that nothing waits for it, be
/// it 64 MiB. One at a time: the next one cancels what is under way.
class TokenSearch final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~TokenSearch() override;

    /// Errors: Cancelled, and those of readSmallFile().
    Future<TokenEntries> searchText(const QByteArray &text, const KeyChoice &keys,
                                    const VerifyOptions &options);
    /// The same of text that is not encoded yet: that takes its time, too.
    Future<TokenEntries> searchText(const QString &text, const KeyChoice &keys,
                                    const VerifyOptions &options);
    Future<TokenEntries> searchFile(const QString &path, const KeyChoice &keys,
                                    const VerifyOptions &options);
    /// With other keys, or at another time, what was found before.
    Future<TokenEntries> judge(const TokenEntries &found, const KeyChoice &keys,
                               const VerifyOptions &options);
    /// Reports Cancelled at once.
    void cancel();

    bool isRunning() const { return m_job != nullptr; }
    /// Of the running one, from 0 to `progressEnd`.
    int progress() const;
    static constexpr int progressEnd = 1000;

private:
    struct Job;
    using Work = std::function<Result<TokenEntries>(Job &)>;
    Future<TokenEntries> start(Work work);

    std::shared_ptr<Job> m_job;
};

} // namespace hourpass
