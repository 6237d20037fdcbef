// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/doctor.h"

#include "doctor/discovery.h"
#include "network/askinthread.h"
#include "network/httpcall.h"
#include "network/proxychooser.h"
#include "profiles/profile.h"

#include <algorithm>
#include <utility>

namespace hourpass {

using namespace Qt::StringLiterals;
using Check = Finding::Check;
using State = Finding::State;

namespace {

Finding findingOf(Check check, const QString &subject = {})
{
    Finding finding;
    finding.check = check;
    finding.subject = subject;
    return finding;
}

Finding withError(Finding finding, State state, const Error &error)
{
    finding.state = state;
    finding.error = error;
    return finding;
}

} // namespace

DoctorTarget DoctorTarget::forProfile(const Profile &profile)
{
    const bool isStored = profile.kept == Profile::Kept::OnDisk;
    return {
        profile.endpoint, {profile.caFile}, isStored ? profile.id : ProfileId(), profile.keyStore};
}

Doctor::Doctor(DoctorTarget target, SecretStore &keys, const NetworkTools &tools,
               DoctorSources sources, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_keys(keys)
    , m_tools(tools)
    , m_sources(std::move(sources))
    , m_keychainTimer(tools.clock)
{
    connect(&m_keychainTimer, &DeadlineTimer::timeout, this, [this] {
        if (m_current == Check::Keychain)
            probed(failure(ErrorCode::KeychainSilent));
        else
            storedKeysFound(failure(ErrorCode::KeychainSilent));
    });
}

// The call reports that it was cancelled as it goes.
Doctor::~Doctor()
{
    m_isOver = true;
}

void Doctor::start()
{
    checkKeychain();
}

void Doctor::cancel()
{
    if (!m_isOver)
        finish();
}

void Doctor::finish()
{
    m_isOver = true;
    m_keychainTimer.stop();
    if (m_call)
        m_call->cancel();
    Q_EMIT finished();
}

void Doctor::begin(Check check)
{
    m_current = check;
    Q_EMIT began(check);
}

// What is reported late, or after the end, counts no more.
bool Doctor::isAt(Check check) const
{
    return !m_isOver && m_current == check;
}

void Doctor::report(const Finding &finding)
{
    // Whoever was told of the one before may have cancelled.
    if (!m_isOver)
        Q_EMIT found(finding);
}

void Doctor::skip(Check check, Finding::WhySkipped why)
{
    Finding finding = findingOf(check);
    finding.state = State::Skipped;
    finding.whySkipped = why;
    report(finding);
}

void Doctor::skipFrom(Check check)
{
    for (const Check later : allChecks) {
        if (later >= check)
            skip(later);
    }
    if (!m_isOver)
        finish();
}

void Doctor::checkKeychain()
{
    begin(Check::Keychain);
    m_keychainTimer.start(m_sources.patience);
    m_keys.probe().then(this, [this](const Result<SecretStore::State> &state) { probed(state); });
}

void Doctor::probed(const Result<SecretStore::State> &state)
{
    if (!isAt(Check::Keychain))
        return;
    const Finding finding = findingOf(Check::Keychain, m_keys.backend());
    if (!state)
        return endKeychain(withError(finding, State::Failed, state.error()));
    switch (*state) {
    case SecretStore::State::Ready:
        break;
    case SecretStore::State::Locked:
        return endKeychain(withError(finding, State::Warning, {ErrorCode::KeychainLocked, {}, {}}));
    case SecretStore::State::Missing:
        return endKeychain(withError(finding, State::Failed, {ErrorCode::KeychainMissing, {}, {}}));
    case SecretStore::State::Unknown:
    case SecretStore::State::Waiting:
        return endKeychain(withError(finding, State::Warning, {ErrorCode::KeychainSilent, {}, {}}));
    }
    if (m_target.key.isNull())
        return endKeychain(finding);
    m_keys.read(m_target.key, SecretStore::Prompt::Never)
        .then(this, [this, finding](const Result<Secret> &key) {
            Finding told = finding;
            told.hasKey = key.has_value();
            if (!key && key.error().code == ErrorCode::NotFound
                && m_target.keyStore != m_keys.backend())
                told.keptIn = m_target.keyStore;
            endKeychain(key ? told : withError(told, State::Failed, key.error()));
        });
}

void Doctor::endKeychain(Finding finding)
{
    if (!isAt(Check::Keychain))
        return;
    m_keychainTimer.stop();
    const bool isLocked = finding.error && finding.error->code == ErrorCode::KeychainLocked;
    if (isLocked) // a key that cannot be read now is not missing
        finding.state = State::Warning;
    const bool canBeSearched =
        finding.state != State::Failed || finding.error->code == ErrorCode::NotFound;
    report(finding);
    if (canBeSearched && m_sources.orphans)
        return checkStoredKeys();
    skip(Check::StoredKeys);
    checkProxy();
}

// What is in a locked keychain can be listed, too.
void Doctor::checkStoredKeys()
{
    if (m_isOver)
        return;
    begin(Check::StoredKeys);
    m_keychainTimer.start(m_sources.patience);
    m_sources.orphans().then(this,
                             [this](const Result<Orphans> &found) { storedKeysFound(found); });
}

void Doctor::storedKeysFound(const Result<Orphans> &orphans)
{
    if (!isAt(Check::StoredKeys))
        return;
    m_keychainTimer.stop();
    Finding finding = findingOf(Check::StoredKeys);
    if (orphans) {
        finding.orphans = *orphans;
        finding.state = orphans->keys.isEmpty() ? State::Ok : State::Warning;
        report(finding);
    } else if (orphans.error().code == ErrorCode::KeychainNotSearchable) {
        skip(Check::StoredKeys, Finding::WhySkipped::NotSearchable);
    } else {
        report(withError(finding, State::Failed, orphans.error()));
    }
    checkProxy();
}

void Doctor::checkProxy()
{
    if (m_isOver)
        return;
    begin(Check::Proxy);
    chosenProxy(m_tools.proxies, m_target.endpoint.discoveryUrl())
        .then(this, [this](const Result<Proxy> &proxy) { proxyFound(proxy); });
}

void Doctor::proxyFound(const Result<Proxy> &proxy)
{
    if (!isAt(Check::Proxy))
        return;
    if (!proxy) {
        report(withError(findingOf(Check::Proxy), State::Failed, proxy.error()));
        return skipFrom(Check::NameLookup);
    }
    m_proxy = toString(*proxy);
    // Whether a proxy works is known once it was used; then it looks the name up, too.
    if (!m_proxy.isEmpty())
        return discover();
    report(findingOf(Check::Proxy));
    checkName();
}

void Doctor::checkName()
{
    if (m_isOver)
        return;
    begin(Check::NameLookup);
    const QString host = m_target.endpoint.host();
    askInThread<QStringList>([ask = m_sources.lookUp, host] { return ask(host); },
                             m_sources.patience,
                             {ErrorCode::HostNotFound, u"nothing answered in time"_s, host})
        .then(this, [this](const Result<QStringList> &addresses) { nameFound(addresses); });
}

void Doctor::nameFound(const Result<QStringList> &addresses)
{
    if (!isAt(Check::NameLookup))
        return;
    Finding finding = findingOf(Check::NameLookup, m_target.endpoint.host());
    if (!addresses) {
        report(withError(finding, State::Failed, addresses.error()));
        return skipFrom(Check::Tls);
    }
    finding.addresses = *addresses;
    report(finding);
    if (m_isOver)
        return;
    begin(Check::Tls);
    discover();
}

void Doctor::discover()
{
    NetworkTools tools = m_tools;
    tools.log = &m_log;
    connect(&m_log, &NetworkLog::added, this, [this] {
        if (m_tools.log)
            m_tools.log->add(m_log.entries().last());
    });
    m_call = std::make_unique<HttpCall>(m_target.route, tools);
    m_call->send({RequestPurpose::Discovery, m_target.endpoint.discoveryUrl(), {}, {}})
        .then(this, [this](const Result<HttpAnswer> &answer) {
            // A request that never went out left no entry.
            DiscoveryOutcome outcome{answer, m_log.entries().value(0)};
            outcome.entry.host = m_target.endpoint.host();
            discovered(outcome);
        });
}

void Doctor::discovered(const DiscoveryOutcome &outcome)
{
    if (m_isOver)
        return;
    if (!m_proxy.isEmpty())
        endProxy(outcome);
    if (m_isOver)
        return;
    Finding tls = tlsFinding(outcome);
    tls.caFile = m_target.route.caFile;
    report(tls);
    report(clockFinding(outcome));
    report(endpointFinding(outcome, m_target.endpoint));
    if (!m_isOver)
        finish();
}

void Doctor::endProxy(const DiscoveryOutcome &outcome)
{
    const Finding finding = findingOf(Check::Proxy, m_proxy);
    const auto code = outcome.answer ? ErrorCode::Internal : outcome.answer.error().code;
    if (code >= ErrorCode::ProxyUnreachable && code <= ErrorCode::ProxyRefused) {
        report(withError(finding, State::Failed, outcome.answer.error()));
        return skipFrom(Check::NameLookup);
    }
    report(finding);
    skip(Check::NameLookup, Finding::WhySkipped::LeftToProxy);
}

} // namespace hourpass
