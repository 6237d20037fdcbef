// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "core/secret.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace hourpass {

class HiddenTyping;

/// Reads one line from standard input and nothing behind it. On a terminal it asks first, and what
/// is typed is not shown.
class KeyInput final : public QObject
{
    Q_OBJECT

public:
    explicit KeyInput(QObject *parent = nullptr);
    ~KeyInput() override;

    /// Once for each object. The line without its end; empty where there is none. Errors:
    /// FileUnreadable, KeyFileWithoutKey for a line that is too long for a key; Cancelled after
    /// cancel().
    Future<Secret> readLine(const QString &prompt);
    void cancel();

private:
    enum class Progress { WantsMore, LineEnded, TooLong, Failed };
    Progress readByte();
    void readWhatIsThere();
    void finish(Progress progress);
    void report(Result<Secret> result);

    QByteArray m_line;
    std::unique_ptr<HiddenTyping> m_hidden;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Reporter<Secret> m_reporter;
};

} // namespace hourpass
