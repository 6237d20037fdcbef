// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"

class QCommandLineParser;

namespace hourpass {

/// What `inspect` has of arguments, for parseCommandLine(). The complaint where one is wrong.
/// Makes the input's file of the line's name.
std::optional<Complaint> readInputFile(CommandLine &line);
std::optional<Complaint> readInspection(const QCommandLineParser &parser, CommandLine &line);

} // namespace hourpass
