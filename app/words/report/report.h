// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/inspection.h"

#include <QFlags>
#include <QTimeZone>

namespace hourpass {

/// What is replaced by an alias in a report, each kind by a switch of its own.
enum class AliasKind : quint8 {
    Person = 1,      ///< names and e-mail addresses
    Account = 2,     ///< account ids, those of the classic infrastructure, tenants
    Identity = 4,    ///< ids of users, service IDs, trusted profiles
    Session = 8,     ///< ids of tokens and login sessions
    KeyId = 16,      ///< ids of keys
    Crn = 32,        ///< names of cloud resources, whole
    OtherValue = 64, ///< all else that is not known to be harmless: unknown claims, ids, addresses
};
Q_DECLARE_FLAGS(AliasKinds, AliasKind)

/// Each kind, in the order of this list: for the switches.
QList<AliasKind> aliasKinds();
inline constexpr AliasKinds everyAliasKind = AliasKinds(QFlag(127));
/// "Names and e-mail addresses": what a switch is called.
QString aliasKindText(AliasKind kind);

struct ReportOptions {
    enum class Format { Markdown, Plain };

    Format format = Format::Markdown;
    AliasKinds takenOut = everyAliasKind;
    QString toolVersion;                  ///< "1.0.0"
    Seconds now{};                        ///< since 1970
    int moreTokens = 0;                   ///< that there were besides, and are not in it
    QTimeZone timeZone{QTimeZone::utc()}; ///< of whoever makes it: times are told in it and in UTC
};

/// All that can be taken out is; by this program, in this computer's time zone. `now` is since
/// 1970.
ReportOptions reportOptionsHere(Seconds now);

/// One value that was taken out. Does not hold the value.
struct TakenOut {
    QString alias; ///< "account-1"
    AliasKind kind = AliasKind::OtherValue;
    qsizetype length = 0; ///< in characters
    int places = 0;       ///< in header and claims of all tokens of the report
};
/// "account-1: account id, 32 characters, in 4 places".
QString takenOutText(const TakenOut &takenOut);

struct Report {
    QString text; ///< the last line is ended; no controls but line ends are in it
    QList<TakenOut> takenOut;
};

/// Tokens and values of one token that a report has at most; it says how many more there were.
inline constexpr qsizetype mostReportedTokens = 50;
inline constexpr qsizetype mostReportedClaims = 500;

/// A report for a ticket: for each token the sentence, the verdicts, times, header and claims; then
/// what was taken out. The tokens and their signatures are never in it, whatever the options.
///
/// An alias stands for the same value in the whole report, in any letter case, also inside of other
/// values. Sentences are made of a copy of the inspection in which the values are replaced already,
/// so that they cannot hold one; a last search looks over the text all the same. Values of less
/// than four characters are replaced where they stand alone. Words of the report itself, and values
/// that any token has, such as IBM's issuers, stay: they tell nothing, and no token may rewrite
/// them.
Report makeReport(const QList<Inspection> &inspections, const ReportOptions &options);

} // namespace hourpass

Q_DECLARE_OPERATORS_FOR_FLAGS(hourpass::AliasKinds)
