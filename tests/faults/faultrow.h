// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QList>
#include <QMap>
#include <QString>

namespace hourpass::test {

/// A row of tests/vectors/faults.json, as it stands there.
struct FaultRow {
    QString id; ///< such as F001
    QString what;
    QString userSees;
    QString retried;
    QString tokenKept;
    bool keyLeaked = true;
};

QList<FaultRow> faultRows();

/// What README.md says of rows, by their ids.
struct RowNotes {
    QMap<QString, QString> untried;        ///< why it cannot be tried here
    QMap<QString, QString> differentTries; ///< what it does instead of what `retried` says
};

RowNotes rowNotes();

/// What is wrong with these waits between tries for the row's word ("no", "once", "auto-backoff",
/// "after-5s", "capped", "user"), or empty. `firstWait` and `longestWait` are the policy's, whose
/// jitter must be the middle; `tries` is how often it may try where all of them fail.
QString faultOfWaits(const QString &word, const QList<Milliseconds> &waits, Milliseconds firstWait,
                     Milliseconds longestWait, int tries);

} // namespace hourpass::test
