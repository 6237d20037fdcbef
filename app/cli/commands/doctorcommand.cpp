// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/doctorcommand.h"

#include "cli/commands/profilechoice.h"
#include "core/asciijson.h"
#include "words/findingwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace hourpass {

using namespace Qt::StringLiterals;
using Check = Finding::Check;
using State = Finding::State;

namespace {

struct DoctorWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::DoctorCommand)
};

QString scriptName(Check check)
{
    switch (check) {
    case Check::Keychain:
        return u"keychain"_s;
    case Check::StoredKeys:
        return u"stored_keys"_s;
    case Check::Proxy:
        return u"proxy"_s;
    case Check::NameLookup:
        return u"name_lookup"_s;
    case Check::Tls:
        return u"tls"_s;
    case Check::ComputerClock:
        return u"clock"_s;
    case Check::Endpoint:
        break;
    }
    return u"endpoint"_s;
}

QString scriptName(State state)
{
    switch (state) {
    case State::Ok:
        return u"ok"_s;
    case State::Warning:
        return u"warning"_s;
    case State::Failed:
        return u"failed"_s;
    case State::Skipped:
        break;
    }
    return u"skipped"_s;
}

QJsonArray idsOf(const Orphans &orphans)
{
    QJsonArray ids;
    for (const OrphanKey &key : orphans.keys)
        ids.append(key.id.toString());
    return ids;
}

// What can be done with each, to be copied as it is; nothing is deleted that may be needed.
QString commandsFor(const Orphans &orphans)
{
    QStringList lines;
    for (const OrphanKey &key : orphans.keys) {
        const QString id = key.id.toString();
        lines += u"hourpass-cli profile adopt %1 NAME"_s.arg(id);
        if (key.canBeDeleted())
            lines += u"hourpass-cli profile forget %1"_s.arg(id);
    }
    return lines.join(u'\n');
}

QByteArray asJson(const Finding &finding, const FindingText &text)
{
    QJsonObject members{{u"check"_s, scriptName(finding.check)},
                        {u"state"_s, scriptName(finding.state)},
                        {u"evidence"_s, text.evidence}};
    if (finding.error)
        members["code"_L1] = errorName(finding.error->code);
    if (!finding.orphans.keys.isEmpty())
        members["keys"_L1] = idsOf(finding.orphans);
    if (!text.nextStep.isEmpty())
        members["advice"_L1] = text.nextStep;
    return asciiJson(members) + '\n';
}

// Advice that fits a shell.
FindingText describeHere(const Finding &finding)
{
    FindingText text = describe(finding);
    if (finding.error && finding.keptIn.isEmpty())
        text.nextStep = complaintAbout(*finding.error).advice;
    if (!finding.orphans.keys.isEmpty())
        text.nextStep += u'\n' + commandsFor(finding.orphans);
    return text;
}

} // namespace

DoctorCommand::DoctorCommand(const CommandTools &tools, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
    , m_census(tools.profiles, tools.keys, [&sessions = tools.sessions] { return sessions.now(); })
{
    m_outcome.start();
}

DoctorCommand::~DoctorCommand() = default;

QFuture<Outcome> DoctorCommand::run(const CommandLine &line)
{
    const auto target = targetFor(line.name);
    if (!target)
        return readyOutcome(target.error());
    m_json = line.json;
    DoctorSources sources = DoctorSources::ofThisProcess();
    sources.orphans = [this] { return m_census.orphans(); };
    m_doctor = std::make_unique<Doctor>(*target, m_tools.keys, m_tools.sessions.network(), sources);
    connect(m_doctor.get(), &Doctor::found, this, &DoctorCommand::print);
    connect(m_doctor.get(), &Doctor::finished, this, &DoctorCommand::finish);
    m_doctor->start();
    return m_outcome.future();
}

// Before there is a profile, the way to IBM Cloud can be checked all the same.
tl::expected<DoctorTarget, Complaint> DoctorCommand::targetFor(const QString &name) const
{
    if (name.isEmpty() && m_tools.profiles.profiles().isEmpty())
        return DoctorTarget();
    return chosenProfile(m_tools.profiles, name).map(&DoctorTarget::forProfile);
}

void DoctorCommand::print(const Finding &finding)
{
    ++m_found;
    m_failed += finding.state == State::Failed ? 1 : 0;
    const FindingText text = describeHere(finding);
    m_notWritten = writeOut(m_json ? asJson(finding, text) : asLines(text).toLocal8Bit());
    if (m_notWritten)
        m_doctor->cancel();
}

void DoctorCommand::finish()
{
    Outcome outcome;
    if (m_notWritten)
        outcome = tl::unexpected(*m_notWritten);
    else if (m_found < int(allChecks.size()))
        outcome = tl::unexpected(complaintAbout({ErrorCode::Cancelled, {}, {}}));
    else if (m_failed > 0)
        outcome =
            tl::unexpected(Complaint{ExitCode::CheckFailed,
                                     u"CheckFailed"_s,
                                     u"check"_s,
                                     DoctorWords::tr("%n check(s) failed.", nullptr, m_failed),
                                     {},
                                     {},
                                     {}});
    m_outcome.addResult(outcome);
    m_outcome.finish();
}

void DoctorCommand::cancel()
{
    if (m_doctor)
        m_doctor->cancel();
}

} // namespace hourpass
