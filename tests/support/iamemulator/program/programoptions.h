// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/iamemulator.h"

#include <QCoreApplication>

namespace hourpass::emulator {

struct ProgramOptions {
    EmulatorOptions emulator;
    Behaviour behaviour;
    quint16 port = 0;
    QString folder; ///< for ca.pem; empty: a temporary one
    QString readyFile;
    QString recordFile;
    bool untilStdinCloses = false;
    /// Why the command line was not understood; empty if it was.
    QString problem;
};

/// Prints the help and ends the program where that is asked for.
ProgramOptions readOptions(const QCoreApplication &application);

} // namespace hourpass::emulator
