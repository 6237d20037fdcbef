// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/report.h"

#include "words/claims/claimwords.h"
#include "words/claims/inspectwords.h"
#include "words/report/aliases.h"
#include "words/report/reportwriter.h"
#include "words/report/safetoken.h"
#include "words/spanwords.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ReportWords)
};

constexpr qsizetype longestValue = 300;
constexpr Seconds yearTenThousand{253'402'300'800};

QString momentText(Seconds time, const ReportOptions &options)
{
    return bothZonesText(time, options.timeZone) + ", "_L1 + distanceWords(time - options.now);
}

/// Writes what is safe already.
class Body final
{
public:
    explicit Body(const ReportOptions &options)
        : m_options(options)
        , m_writer(options.format)
    {
    }

    QString text(const QList<SafeToken> &tokens, int more)
    {
        addHead();
        for (qsizetype i = 0; i < tokens.size(); ++i)
            addToken(tokens.at(i), i + 1, tokens.size());
        if (more > 0)
            m_writer.addSentence(
                ReportWords::tr("Not in this report: %n more token(s).", nullptr, more));
        return m_writer.text();
    }

private:
    void addHead()
    {
        m_writer.addHeading(1, ReportWords::tr("Token report"));
        m_writer.addSentence(
            ReportWords::tr("Made on %1, with Hourpass %2.", "time, version")
                .arg(bothZonesText(m_options.now, m_options.timeZone), m_options.toolVersion));
    }

    void addToken(const SafeToken &token, qsizetype number, qsizetype count)
    {
        m_writer.addHeading(
            2,
            ReportWords::tr("Token %1 of %2").arg(QString::number(number), QString::number(count)));
        m_writer.addSentence(summaryText(token.inspection));
        addChecks(token.inspection);
        for (const QString &problem : problemTexts(token.inspection))
            m_writer.addItem(problem);
        addTimes(token.inspection.verification.time);
        addClaims(ReportWords::tr("Header"), token.inspection.decoded.header);
        addClaims(ReportWords::tr("Claims"), token.inspection.decoded.claims);
        if (token.hasMore)
            m_writer.addSentence(
                ReportWords::tr("There are more values than %1; the rest is not in this "
                                "report.")
                    .arg(mostReportedClaims));
    }

    void addChecks(const Inspection &inspection)
    {
        const Verification &checks = inspection.verification;
        m_writer.addTable(
            {ReportWords::tr("Question"), ReportWords::tr("Answer"), ReportWords::tr("Why")},
            {{ReportWords::tr("Well-formed"), resultText(checks.wellFormed), formText(inspection)},
             {ReportWords::tr("Signature"), resultText(checks.signature.result),
              signatureText(checks.signature)},
             {ReportWords::tr("In time"), resultText(checks.time.result), timeText(checks.time)},
             {ReportWords::tr("Addressee"), resultText(checks.addressee.result),
              addresseeText(checks.addressee)}},
            false);
    }

    void addTimes(const TimeCheck &time)
    {
        QList<QStringList> rows;
        const auto addMoment = [&](const QString &caption, std::optional<Seconds> moment) {
            if (moment)
                rows.append({caption, momentText(*moment, m_options)});
        };
        addMoment(ReportWords::tr("Issued at"), time.issuedAt);
        addMoment(ReportWords::tr("Valid from"), time.notBefore);
        addMoment(ReportWords::tr("Expires at"), time.expiresAt);
        if (time.issuedAt && time.expiresAt && *time.expiresAt > *time.issuedAt)
            rows.append(
                {ReportWords::tr("Issued for"), spanWords(*time.expiresAt - *time.issuedAt)});
        if (rows.isEmpty())
            return;
        m_writer.addHeading(3, ReportWords::tr("Times"));
        m_writer.addTable({ReportWords::tr("What"), ReportWords::tr("When")}, rows, false);
    }

    QString valueText(const ClaimRow &row, const JsonValue &value) const
    {
        const bool isTime = row.name == "iat"_L1 || row.name == "exp"_L1 || row.name == "nbf"_L1;
        const auto number = isTime ? value.toInteger() : std::optional<qint64>();
        if (number && *number >= 0 && Seconds(*number) < yearTenThousand)
            return QString::fromLatin1(value.utf8) + " = "_L1
                + bothZonesText(Seconds(*number), m_options.timeZone);
        if (row.value.size() <= longestValue)
            return row.value;
        return row.value.left(longestValue) + u"\u2026 "_s
            + ReportWords::tr("(%n character(s) in all)", nullptr, int(row.value.size()));
    }

    void addClaims(const QString &caption, const std::optional<JsonValue> &object)
    {
        if (!object)
            return;
        QList<QStringList> rows;
        const QList<ClaimRow> claims = claimRows(*object);
        for (qsizetype i = 0; i < claims.size(); ++i)
            rows.append({claims.at(i).name,
                         valueText(claims.at(i), object->items.at(std::size_t(i))),
                         claims.at(i).meaning});
        m_writer.addHeading(3, caption);
        m_writer.addTable(
            {ReportWords::tr("Name"), ReportWords::tr("Value"), ReportWords::tr("Meaning")}, rows,
            true);
    }

    const ReportOptions &m_options;
    ReportWriter m_writer;
};

QString takenOutSection(const QList<TakenOut> &takenOut, const ReportOptions &options)
{
    ReportWriter writer(options.format);
    writer.addHeading(2, ReportWords::tr("What was taken out"));
    writer.addItem(
        ReportWords::tr("The tokens themselves and their signatures are never in a report."));
    for (const TakenOut &one : takenOut)
        writer.addItem(takenOutText(one));
    QStringList kept;
    for (const AliasKind kind : aliasKinds()) {
        if (!options.takenOut.testFlag(kind))
            kept.append(aliasKindText(kind));
    }
    if (!kept.isEmpty())
        writer.addSentence(ReportWords::tr("Left in, as whoever made it chose: %1.", "a list")
                               .arg(kept.join("; "_L1)));
    return u'\n' + writer.text();
}

QString kindNoun(AliasKind kind)
{
    switch (kind) {
    case AliasKind::Person:
        return ReportWords::tr("name or e-mail address");
    case AliasKind::Account:
        return ReportWords::tr("account id");
    case AliasKind::Identity:
        return ReportWords::tr("id of an identity");
    case AliasKind::Session:
        return ReportWords::tr("id of a token or session");
    case AliasKind::KeyId:
        return ReportWords::tr("id of a key");
    case AliasKind::Crn:
        return ReportWords::tr("cloud resource (CRN)");
    case AliasKind::OtherValue:
        break;
    }
    return ReportWords::tr("other value");
}

} // namespace

QList<AliasKind> aliasKinds()
{
    return {AliasKind::Person, AliasKind::Account, AliasKind::Identity,  AliasKind::Session,
            AliasKind::KeyId,  AliasKind::Crn,     AliasKind::OtherValue};
}

QString aliasKindText(AliasKind kind)
{
    switch (kind) {
    case AliasKind::Person:
        return ReportWords::tr("Names and e-mail addresses");
    case AliasKind::Account:
        return ReportWords::tr("Account ids");
    case AliasKind::Identity:
        return ReportWords::tr("Ids of users, service IDs and profiles");
    case AliasKind::Session:
        return ReportWords::tr("Ids of tokens and sessions");
    case AliasKind::KeyId:
        return ReportWords::tr("Ids of keys");
    case AliasKind::Crn:
        return ReportWords::tr("Cloud resources (CRN)");
    case AliasKind::OtherValue:
        break;
    }
    return ReportWords::tr("All other values that are not known to be harmless");
}

QString takenOutText(const TakenOut &takenOut)
{
    const QString characters = ReportWords::tr("%n character(s)", nullptr, int(takenOut.length));
    if (takenOut.places == 0)
        return ReportWords::tr("%1: %2, %3", "alias: kind, length")
            .arg(takenOut.alias, kindNoun(takenOut.kind), characters);
    return ReportWords::tr("%1: %2, %3, in %n place(s)", "alias: kind, length", takenOut.places)
        .arg(takenOut.alias, kindNoun(takenOut.kind), characters);
}

ReportOptions reportOptionsHere(Seconds now)
{
    ReportOptions options;
    options.toolVersion = QCoreApplication::applicationVersion();
    options.now = now;
    if (const QTimeZone zone = QTimeZone::systemTimeZone(); zone.isValid())
        options.timeZone = zone;
    return options;
}

Report makeReport(const QList<Inspection> &inspections, const ReportOptions &options)
{
    const qsizetype leftOut = qMax<qsizetype>(inspections.size() - mostReportedTokens, 0);
    const QList<Inspection> reported = inspections.first(inspections.size() - leftOut);
    Aliases aliases(options.takenOut);
    for (const Inspection &inspection : reported)
        addInspection(aliases, inspection);
    const int more = options.moreTokens + int(leftOut);
    const QString ownWords = Body(options).text(safeTokens(reported, blankCleaner()), more);
    const QString body = aliases.searched(
        Body(options).text(safeTokens(reported, aliasCleaner(aliases)), more), ownWords);
    QList<TakenOut> takenOut = aliases.takenOut();
    takenOut.removeIf([&body](const TakenOut &one) { return !body.contains(one.alias); });
    return {body + takenOutSection(takenOut, options), takenOut};
}

} // namespace hourpass
