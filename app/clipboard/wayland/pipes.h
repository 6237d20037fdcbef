// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "core/secret.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <utility>

namespace hourpass {

/// An open file that is closed with its owner.
class OpenFile final
{
public:
    explicit OpenFile(int file);
    ~OpenFile();
    Q_DISABLE_COPY_MOVE(OpenFile)

    int number() const { return m_file; }

private:
    int m_file;
};

/// Writes a secret to whoever pasted, as fast as they read, and then deletes itself; gives up after
/// some seconds.
class PipeWriter final : public QObject
{
    Q_OBJECT

public:
    /// Takes the file over.
    PipeWriter(int file, Secret secret, QObject *parent);

private:
    void write();

    OpenFile m_file;
    Secret m_secret;
    qsizetype m_written = 0;
    QSocketNotifier m_notifier;
    QTimer m_timeout;
};

/// Reads what another program writes, but not more than a limit. The other program may take for
/// ever: destroying this reports Cancelled.
class PipeReader final : public QObject
{
    Q_OBJECT

public:
    explicit PipeReader(qsizetype limit);

    /// For the other program; -1 where no file can be opened. Once it has it, ours is to be closed.
    int writingEnd() const { return m_writingEnd->number(); }
    void closeWritingEnd() { m_writingEnd.reset(); }
    /// What was written until the writer closed its end, cut after `limit` bytes.
    Future<Secret> text() { return m_reporter.future(); }

Q_SIGNALS:
    /// A part has come.
    void progressed();

private:
    PipeReader(qsizetype limit, std::pair<int, int> ends);
    void read();

    OpenFile m_file;
    std::unique_ptr<OpenFile> m_writingEnd;
    qsizetype m_limit;
    QByteArray m_text;
    QSocketNotifier m_notifier;
    Reporter<Secret> m_reporter;
};

} // namespace hourpass
