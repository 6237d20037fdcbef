// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace hourpass {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, so that a program can tidy up: clear the
/// clipboard, restore the terminal. One object at a time. Does nothing on Windows.
///
/// A program that hangs does not hear of it, so the process ends by itself, with status 130, where
/// it has not ended within `tidying`, wherever it stands; also after this object has gone. A
/// further signal ends it at once, unless it comes so soon that it is part of the same request: a
/// logout sends two, and so does a terminal that closes.
class TerminationSignal final : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignal(Milliseconds tidying = Milliseconds(500), QObject *parent = nullptr);
    ~TerminationSignal() override;

    /// After a signal, for whoever is tidying up and lives: this long from now.
    void giveTime(Milliseconds more) const;

    /// What is done last where the process ends by itself, from within a signal handler: may do
    /// nothing but system calls. Null: nothing.
    static void setLastAct(void (*act)());

Q_SIGNALS:
    void received(int signal);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace hourpass
