// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/ledger.h"

namespace hourpass {

/// How far back the ledger goes.
enum class LedgerReach { ThisRun, AllRuns };

/// Of the entries of one token, the one that says most: "This token was copied at 10:42 from
/// prod-admin (3 hours ago)."; "Not seen in this run." where there are none. Of an inspection it
/// only speaks where there is nothing else: ask before the present one is noted. Times are this
/// computer's, with the date where it is not today. Safe to show.
QString ledgerText(const QList<LedgerEntry> &entries, LedgerReach reach, Seconds now);

/// Why the fingerprints are not remembered as they should be: a sentence or two.
QString ledgerFaultText(const Error &fault);

} // namespace hourpass
