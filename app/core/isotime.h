// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QString>

#include <optional>

namespace hourpass {

/// "2026-12-31T23:59:00Z": a moment since 1970, for machines.
QString isoTime(Seconds sinceEpoch);

/// Reads that and its kin: without seconds, with an offset, with or without a colon in it, as IAM
/// writes them (fact sheet, section 5.1). Without an offset it is UTC. Nothing for all else and for
/// what lies before 1970.
std::optional<Seconds> parseIsoTime(const QString &text);

} // namespace hourpass
