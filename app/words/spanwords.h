// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QString>
#include <QTimeZone>

namespace hourpass {

/// "47 minutes": how long, whichever way.
QString spanWords(Seconds span);
/// "in 47 minutes", "47 minutes ago", "now".
QString distanceWords(Seconds fromNow);
/// "2026-01-01 01:00:00 (UTC+1) / 2026-01-01 00:00:00 UTC": a moment since 1970.
QString bothZonesText(Seconds sinceEpoch, const QTimeZone &zone);

} // namespace hourpass
