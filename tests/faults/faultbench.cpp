// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "faultbench.h"

#include "support/faultserver/httpbytes.h"
#include "support/outcome.h"
#include "words/explanation.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phase = TokenSession::Phase;
using Prompt = SecretStore::Prompt;
using When = WireServer::When;

namespace {

const auto canary = "canary"_ba;

Instant startOfTime()
{
    return {1'000s, Seconds(QDateTime::currentSecsSinceEpoch())};
}

QString entryText(const NetworkLogEntry &entry)
{
    return QStringList{entry.host, entry.proxy, entry.tlsVersion, entry.issuer, entry.transactionId}
        .join(u' ');
}

// Each request has the key once, in its body.
bool hasKeyOnlyWhereItBelongs(const ConnectionRecord &connection)
{
    const QByteArray &bytes = connection.received;
    const qsizetype first = bytes.indexOf(canaryKey);
    return bytes.count(canary) == bytes.count(canaryKey)
        && (first < 0
            || (connection.encrypted && bytes.count(canaryKey) <= bytes.count("POST ")
                && first > bytes.indexOf("\r\n\r\n")));
}

} // namespace

QByteArray tokenBody(const QByteArray &token)
{
    return R"({"access_token":")" + token
        + R"(","refresh_token":"not_supported","token_type":"Bearer","expires_in":3600})";
}

QByteArray goodAnswer(const QByteArray &token)
{
    return httpWithLength("200 OK\r\nContent-Type: application/json", tokenBody(token));
}

QStringList everythingSaidOf(const Error &error)
{
    const Explanation words = explain(error);
    return {words.cause,
            words.nextStep,
            words.details,
            error.detail,
            error.subject,
            error.server.code,
            error.server.message,
            error.server.transactionId,
            error.server.redirectHost,
            error.certificate.issuer,
            error.certificate.names.join(u' ')};
}

FaultBench::FaultBench(Options options)
    : clock(startOfTime())
    , m_options(std::move(options))
    , m_profiles(m_folder.filePath(u"profiles.json"_s))
    , m_settings(m_folder.filePath(u"settings.json"_s))
    , m_proxies(m_settings, keys)
    , m_id(ProfileId::create())
{
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    m_sessions = std::make_unique<TokenSessions>(
        m_profiles, keys, NetworkTools{clock.clock(), m_options.limits, &networkLog, &m_proxies},
        m_options.retries);
    connect(m_sessions.get(), &TokenSessions::changed, this, &FaultBench::noteChange);
    connect(m_sessions.get(), &TokenSessions::clockIsWrong, this,
            [this](Milliseconds error) { m_clockErrors.append(error); });

    Profile profile;
    profile.id = m_id;
    profile.name = u"prod"_s;
    if (!m_profiles.add(profile))
        qFatal("the profile cannot be added");
    keys.put(m_id, canaryKey);
    setProxy({});
    trust(authority.pem());
    serve(goodAnswer(oldToken));
    if (const auto token = renewed(); !token)
        qFatal("the first token cannot be had: %s", qPrintable(token.error().detail));
}

FaultBench::~FaultBench()
{
    QLoggingCategory::setFilterRules({});
}

WireServer &FaultBench::serve(WireServer::Behaviour behaviour)
{
    WireServer &server =
        add(std::make_unique<WireServer>(&authority, When::RequestComplete, std::move(behaviour)),
            Key::Belongs);
    m_server = &server;
    setEndpoint(server.url());
    return server;
}

WireServer &FaultBench::add(std::unique_ptr<WireServer> server, Key key)
{
    m_watched.push_back({std::move(server), {}, key});
    return *m_watched.back().server;
}

void FaultBench::watch(std::function<WireRecord()> record)
{
    m_watched.push_back({nullptr, std::move(record), Key::DoesNotBelong});
}

void FaultBench::setEndpoint(const QString &url)
{
    Profile profile = *m_profiles.find(m_id);
    profile.endpoint = Endpoint::parse(url).value();
    if (!m_profiles.update(profile))
        qFatal("the profile cannot be changed");
}

void FaultBench::setProxy(const QString &address)
{
    ProxySettings proxy{ProxySettings::Mode::None, {}};
    if (!address.isEmpty())
        proxy = {ProxySettings::Mode::Manual, parseProxy(address).value()};
    if (!m_settings.change([&proxy](Settings &all) { all.proxy = proxy; }))
        qFatal("the proxy cannot be set");
}

void FaultBench::trust(const QByteArray &pem)
{
    Profile profile = *m_profiles.find(m_id);
    profile.caFile = pem.isEmpty() ? QString() : m_folder.filePath(u"ca.pem"_s);
    QFile file(m_folder.filePath(u"ca.pem"_s));
    if (!file.open(QFile::WriteOnly) || file.write(pem) != pem.size()
        || !m_profiles.update(profile))
        qFatal("the authority cannot be told");
}

Future<TokenSet> FaultBench::renew()
{
    m_waits.clear();
    return m_sessions->renew(m_id, Prompt::Never);
}

Result<TokenSet> FaultBench::renewed()
{
    QElapsedTimer sinceTick;
    sinceTick.start();
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this,
            [&] { m_longestPause = std::max(m_longestPause, Milliseconds(sinceTick.restart())); });
    ticking.start(5);
    constexpr int patienceMs = 60'000;
    const auto result = await(renew(), patienceMs);
    m_tries = session().tryNumber;
    if (!result)
        m_said += everythingSaidOf(result.error());
    return result;
}

QByteArray FaultBench::tokenInMemory()
{
    keys.hold(); // an exchange would wait for the key
    const auto token = m_sessions->obtain(m_id, 300s, Prompt::Never);
    const bool isThere = token.isFinished();
    m_sessions->cancel(m_id);
    keys.release();
    return isThere && token.result() ? token.result()->accessToken.reveal().toByteArray() : "none";
}

void FaultBench::noteChange()
{
    const TokenSession now = session();
    const bool waits = now.phase == Phase::Waiting && m_phase != Phase::Waiting;
    m_phase = now.phase;
    if (!waits)
        return;
    if (now.fault)
        m_said += everythingSaidOf(*now.fault);
    const Milliseconds span = now.retryAt - clock.now().boot;
    m_waits.append(span);
    if (span >= 1s)
        QMetaObject::invokeMethod(
            this, [this, span] { skipWait(span); }, Qt::QueuedConnection);
}

// Time goes by for the engine's clock; where it would look at it only now and then, the user
// presses the button.
void FaultBench::skipWait(Milliseconds span)
{
    clock.advance(span);
    if (span > 10s)
        m_sessions->renew(m_id, Prompt::Never);
}

QStringList FaultBench::leaks() const
{
    QStringList found;
    for (const QString &line : m_log.text().split(u'\n')) {
        if (line.contains("canary"_L1))
            found += u"the log: "_s + line;
    }
    for (const QString &said : m_said) {
        if (said.contains("canary"_L1))
            found += u"an error: "_s + said;
    }
    for (const NetworkLogEntry &entry : networkLog.entries()) {
        if (entryText(entry).contains("canary"_L1))
            found += u"the network log: "_s + entryText(entry);
    }
    for (const Watched &one : m_watched) {
        for (const ConnectionRecord &connection :
             one.server ? one.server->record() : one.record()) {
            if (one.key == Key::Belongs ? !hasKeyOnlyWhereItBelongs(connection)
                                        : connection.received.contains(canary))
                found += u"a server: "_s + QString::fromLatin1(connection.received);
        }
    }
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly) && file.readAll().contains(canary))
            found += u"the file "_s + file.fileName();
    }
    return found;
}

} // namespace hourpass::test
