// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace hourpass {

/// Reads standard input to its end.
class WholeInput final : public QObject
{
    Q_OBJECT

public:
    explicit WholeInput(qint64 limit, QObject *parent = nullptr);
    ~WholeInput() override;

    /// Once for each object. Errors: FileUnreadable, FileTooLarge; Cancelled after cancel().
    Future<QByteArray> read();
    void cancel();

private:
    enum class Progress { WantsMore, Ended, TooLarge, Failed };
    Progress readPiece();
    void readWhatIsThere();
    void finish(Progress progress);
    void report(Result<QByteArray> result);

    const qint64 m_limit;
    QByteArray m_text;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Reporter<QByteArray> m_reporter;
};

} // namespace hourpass
