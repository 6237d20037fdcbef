// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/findingwords.h"

#include "core/visibletext.h"
#include "words/explanation.h"
#include "words/tokenwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using Check = Finding::Check;
using State = Finding::State;

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Finding)
};

constexpr qsizetype longestText = 300;
constexpr qsizetype shownAddresses = 4;

QString shownDetail(const QString &text)
{
    return shortenedMiddle(visibleText(text), longestText);
}

// Names of products, and so not translated.
QString storeName(const QString &backend)
{
    if (backend == "secret-service"_L1)
        return u"Secret Service"_s;
    return backend.startsWith("kwallet"_L1) ? u"KWallet"_s : shownDetail(backend);
}

QString keychainEvidence(const Finding &finding)
{
    const QString name = storeName(finding.subject);
    return finding.hasKey ? FindingWords::tr("%1, unlocked, with the profile's key").arg(name)
                          : FindingWords::tr("%1, unlocked").arg(name);
}

QString addressEvidence(const Finding &finding)
{
    QStringList addresses = finding.addresses.first(qMin(shownAddresses, finding.addresses.size()));
    if (addresses.size() < finding.addresses.size())
        addresses += u"…"_s;
    const QString list = shownDetail(addresses.join(u", "_s));
    return finding.addresses.contains(finding.subject)
        ? FindingWords::tr("%1 needs no lookup").arg(list)
        : FindingWords::tr("%1 is %2", "host name is addresses")
              .arg(shownDetail(finding.subject), list);
}

QString tlsEvidence(const Finding &finding)
{
    const QString version = shownDetail(finding.tlsVersion);
    const QString issuer = shownDetail(finding.issuer);
    return finding.caFile.isEmpty()
        ? FindingWords::tr("%1, certificate from \"%2\"").arg(version, issuer)
        : FindingWords::tr("%1, certificate from \"%2\"; the profile adds the authorities in %3")
              .arg(version, issuer, shownDetail(finding.caFile));
}

QString clockEvidence(Milliseconds error)
{
    const qint64 seconds = std::chrono::round<Seconds>(abs(error)).count();
    return seconds == 0
        ? FindingWords::tr("agrees with the server's clock")
        : FindingWords::tr("differs from the server's clock by %n second(s), which does "
                           "no harm",
                           nullptr, int(seconds));
}

QString goodEvidence(const Finding &finding)
{
    switch (finding.check) {
    case Check::Keychain:
        return keychainEvidence(finding);
    case Check::StoredKeys:
        return FindingWords::tr("each belongs to a profile");
    case Check::Proxy:
        return finding.subject.isEmpty()
            ? FindingWords::tr("none, connections go straight to the server")
            : shownDetail(finding.subject);
    case Check::NameLookup:
        return addressEvidence(finding);
    case Check::Tls:
        return tlsEvidence(finding);
    case Check::ComputerClock:
        return clockEvidence(finding.clockError.value_or(Milliseconds::zero()));
    case Check::Endpoint:
        break;
    }
    return FindingWords::tr("a token service answers at %1").arg(shownDetail(finding.subject));
}

QString skippedEvidence(Finding::WhySkipped why)
{
    switch (why) {
    case Finding::WhySkipped::LeftToProxy:
        return FindingWords::tr("not needed, since the proxy looks the name up");
    case Finding::WhySkipped::NotTold:
        return FindingWords::tr("not checked, since the server does not tell the time");
    case Finding::WhySkipped::NotSearchable:
        return FindingWords::tr("not checked, since this keychain cannot be searched");
    case Finding::WhySkipped::EarlierFailed:
        break;
    }
    return FindingWords::tr("not checked, since something before it failed");
}

void explainFault(const Finding &finding, FindingText &text)
{
    if (finding.error) {
        const Explanation explanation = explain(*finding.error);
        text.evidence = explanation.cause;
        text.nextStep = explanation.nextStep;
        text.details = explanation.details;
    } else if (finding.clockError) {
        text.evidence = clockErrorText(*finding.clockError);
        text.nextStep =
            FindingWords::tr("Let the computer set its date and time by itself, or correct them.");
    }
    if (!finding.orphans.keys.isEmpty()) {
        text.evidence = FindingWords::tr("%n key(s) without a profile", nullptr,
                                         int(finding.orphans.keys.size()));
        text.nextStep = finding.orphans.damagedList.isEmpty()
            ? FindingWords::tr("Make a profile of each, or delete it.")
            : damagedListText(finding.orphans.damagedList);
    }
    if (!finding.keptIn.isEmpty()) {
        text.evidence = FindingWords::tr("The key is kept in \"%1\", which is not in use now.")
                            .arg(storeName(finding.keptIn));
        text.nextStep = FindingWords::tr("Use the session in which the profile was added.");
    }
}

qsizetype widest(const QStringList &words)
{
    return std::max_element(words.begin(), words.end(),
                            [](const QString &a, const QString &b) { return a.size() < b.size(); })
        ->size();
}

} // namespace

QString damagedListText(const QString &path)
{
    return FindingWords::tr(
               "A damaged list of profiles was set aside as %1. The keys may be of profiles "
               "in it: repair it and move it back before you delete any.")
        .arg(shownDetail(path));
}

QString checkName(Check check)
{
    switch (check) {
    case Check::Keychain:
        return FindingWords::tr("Keychain");
    case Check::StoredKeys:
        return FindingWords::tr("Stored keys");
    case Check::Proxy:
        return FindingWords::tr("Proxy");
    case Check::NameLookup:
        return FindingWords::tr("Name lookup");
    case Check::Tls:
        return FindingWords::tr("Secure connection");
    case Check::ComputerClock:
        return FindingWords::tr("Clock");
    case Check::Endpoint:
        break;
    }
    return FindingWords::tr("Endpoint");
}

QString stateWord(State state)
{
    switch (state) {
    case State::Ok:
        return FindingWords::tr("ok");
    case State::Warning:
        return FindingWords::tr("warning");
    case State::Failed:
        return FindingWords::tr("failed");
    case State::Skipped:
        break;
    }
    return FindingWords::tr("skipped");
}

FindingText describe(const Finding &finding)
{
    FindingText text{checkName(finding.check), stateWord(finding.state), {}, {}, {}};
    if (finding.state == State::Ok)
        text.evidence = goodEvidence(finding);
    else if (finding.state == State::Skipped)
        text.evidence = skippedEvidence(finding.whySkipped);
    else
        explainFault(finding, text);
    return text;
}

QString asLines(const FindingText &text)
{
    QStringList names;
    for (const Check check : allChecks)
        names += checkName(check);
    const qsizetype stateWidth = widest({stateWord(State::Ok), stateWord(State::Warning),
                                         stateWord(State::Failed), stateWord(State::Skipped)})
        + 2;
    const qsizetype nameWidth = widest(names) + 2;
    const QString indent(stateWidth + nameWidth, u' ');
    QString lines = text.state.leftJustified(stateWidth) + text.check.leftJustified(nameWidth)
        + text.evidence + u'\n';
    if (!text.nextStep.isEmpty()) {
        for (const QString &line : text.nextStep.split(u'\n'))
            lines += indent + line + u'\n';
    }
    if (!text.details.isEmpty())
        lines += indent + FindingWords::tr("Details: %1").arg(text.details) + u'\n';
    return lines;
}

} // namespace hourpass
