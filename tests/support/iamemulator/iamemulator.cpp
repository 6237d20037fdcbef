// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/iamemulator.h"

#include "support/iamemulator/controlendpoint.h"
#include "support/iamemulator/faults.h"
#include "support/iamemulator/metadataendpoints.h"
#include "support/iamemulator/tokensigner.h"

#include <QSaveFile>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

constexpr QByteArrayView tokenPath = "/identity/token";
constexpr QByteArrayView keyDetailsPath = "/v1/apikeys/details";

QSslConfiguration serverConfiguration(const ServerCertificate &identity)
{
    QSslConfiguration configuration;
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.privateKey);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

Answer wrongMethod(const Transaction &transaction, const QByteArray &allowed)
{
    Answer answer{transaction.error({405, u"BXNIM0060E"_s, u"Method not allowed."_s})};
    answer.response.setHeader("Allow"_ba, allowed);
    return answer;
}

Answer notFound(const Transaction &transaction)
{
    return {transaction.error({404, u"BXNIM0102E"_s, u"Object not found."_s})};
}

} // namespace

IamEmulator::IamEmulator(EmulatorOptions options, QObject *parent)
    : QObject(parent)
    , m_signer(options.signer ? std::move(options.signer) : std::make_shared<const TokenSigner>())
    , m_keys(KeyRing::withDefaults())
    , m_profiles(defaultProfiles())
    , m_tokenEndpoint(service(), options.strictness)
    , m_keyDetailsEndpoint(service())
    , m_control(options.control ? std::make_unique<ControlEndpoint>(*this) : nullptr)
    , m_server(new QSslServer(this))
{
    m_server->setSslConfiguration(serverConfiguration(m_authority.issue(options.certificateFault)));
    connect(m_server, &QSslServer::pendingConnectionAvailable, this,
            &IamEmulator::acceptConnections);
}

IamEmulator::~IamEmulator() = default;

bool IamEmulator::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return false;
    m_url = QUrl(u"https://127.0.0.1:%1"_s.arg(m_server->serverPort()));
    return true;
}

void IamEmulator::stop()
{
    m_server->close();
    // Later, because the caller may be answering a request of one of them.
    const auto connections = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : connections)
        connection->deleteLater();
}

QHostAddress IamEmulator::address() const
{
    return m_server->serverAddress();
}

bool IamEmulator::writeAuthority(const QString &fileName) const
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(authorityPem()) > 0 && file.commit();
}

const EmulatedKey &IamEmulator::key(QStringView label) const
{
    const EmulatedKey *key = m_keys.withLabel(label);
    if (!key)
        qFatal("The emulator has no key of that label.");
    return *key;
}

const EmulatedProfile &IamEmulator::profile(QStringView label) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [label](const EmulatedProfile &p) { return p.label == label; });
    if (found == m_profiles.cend())
        qFatal("The emulator has no trusted profile of that label.");
    return *found;
}

void IamEmulator::setBehaviour(const Behaviour &behaviour)
{
    m_tokenEndpoint.plan().setStanding(behaviour);
}

void IamEmulator::setBehaviourForNext(int count, const Behaviour &behaviour)
{
    m_tokenEndpoint.plan().addNext(count, behaviour);
}

void IamEmulator::setKeyDetailsBehaviour(const Behaviour &behaviour)
{
    m_keyDetailsEndpoint.plan().setStanding(behaviour);
}

void IamEmulator::setKeyDetailsBehaviourForNext(int count, const Behaviour &behaviour)
{
    m_keyDetailsEndpoint.plan().addNext(count, behaviour);
}

QList<RequestRecord> IamEmulator::requestsTo(QByteArrayView path) const
{
    QList<RequestRecord> list;
    std::copy_if(m_requests.cbegin(), m_requests.cend(), std::back_inserter(list),
                 [path](const RequestRecord &r) { return r.target.split('?').first() == path; });
    return list;
}

QList<RequestRecord> IamEmulator::tokenRequests() const
{
    return requestsTo(tokenPath);
}

QList<RequestRecord> IamEmulator::keyDetailsRequests() const
{
    return requestsTo(keyDetailsPath);
}

void IamEmulator::acceptConnections()
{
    while (QTcpSocket *pending = m_server->nextPendingConnection()) {
        auto *accepted = new HttpConnection(
            qobject_cast<QSslSocket *>(pending), ++m_connectionCount,
            [this](const HttpRequest &request, const ConnectionInfo &connection) {
                return handle(request, connection);
            },
            this);
        accepted->start();
    }
}

Answer IamEmulator::handle(const HttpRequest &request, const ConnectionInfo &connection)
{
    if (m_control && m_control->owns(request))
        return m_control->answer(request, begin(request));
    const Answer answer = answerFor(request);
    record(request, connection, answer);
    return answer;
}

Answer IamEmulator::answerFor(const HttpRequest &request)
{
    if (request.fault) {
        Answer answer{begin(request).error(
            {request.fault->status, {}, u"Bad request."_s, request.fault->reason})};
        answer.violations = {request.fault->reason};
        return answer;
    }
    if (request.path() == tokenPath && request.method == "POST") {
        const Behaviour behaviour = m_tokenEndpoint.plan().take();
        return m_tokenEndpoint.answer(request, begin(request, behaviour.clockOffset), behaviour);
    }
    if (request.path() == keyDetailsPath && request.method == "GET") {
        const Behaviour behaviour = m_keyDetailsEndpoint.plan().take();
        return m_keyDetailsEndpoint.answer(request, begin(request, behaviour.clockOffset),
                                           behaviour, issuedTokens());
    }
    return route(request, begin(request));
}

Answer IamEmulator::route(const HttpRequest &request, const Transaction &transaction)
{
    const QByteArray path = request.path();
    if (path == tokenPath)
        return wrongMethod(transaction, "POST"_ba);
    const bool isKeys = path == "/identity/keys";
    const bool isDiscovery = path == "/identity/.well-known/openid-configuration";
    if (!isKeys && !isDiscovery && path != keyDetailsPath)
        return notFound(transaction);
    if (request.method != "GET")
        return wrongMethod(transaction, "GET"_ba);
    if (isKeys)
        return {transaction.json(200, m_signer->keySet())};
    return discovery(request);
}

Answer IamEmulator::discovery(const HttpRequest &request) const
{
    const Transaction transaction = begin(request, m_discovery.clockOffset);
    const QString issuer = service().issuer();
    const auto replaced = replacedAnswer(m_discovery, transaction, m_url);
    QJsonObject document = discoveryDocument(m_url, issuer);
    for (const QString &name : m_discovery.drop)
        document.remove(name);
    return spoiledAnswer(m_discovery, replaced.value_or(Answer{transaction.json(200, document)}),
                         transaction);
}

Transaction IamEmulator::begin(const HttpRequest &request, std::chrono::seconds clockOffset) const
{
    return Transaction(request, m_url.toString(),
                       QDateTime::currentDateTimeUtc().addSecs(clockOffset.count()));
}

void IamEmulator::record(const HttpRequest &request, const ConnectionInfo &connection,
                         const Answer &answer)
{
    m_requests.append({QDateTime::currentDateTimeUtc(), connection.number, connection.tlsVersion,
                       request.method, request.target, request.headers, request.body,
                       answer.violations, answer.response.status});
    Q_EMIT requestRecorded(m_requests.constLast());
}

} // namespace hourpass::emulator
