// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/behaviour.h"
#include "support/iamemulator/certificateauthority.h"
#include "support/iamemulator/emulatedkey.h"
#include "support/iamemulator/http/httpconnection.h"
#include "support/iamemulator/keydetailsendpoint.h"
#include "support/iamemulator/requestrecord.h"
#include "support/iamemulator/tokenendpoint.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>

class QSslServer;

namespace hourpass::emulator {

class ControlEndpoint;

struct EmulatorOptions {
    Strictness strictness = Strictness::Strict;
    CertificateFault certificateFault = CertificateFault::None;
    /// Whether the paths below /emulator/ exist, by which scripts steer and inspect it.
    bool control = false;
    /// Shared between emulators to save the time of making a key; nothing: one of its own.
    std::shared_ptr<const TokenSigner> signer = {};
};

/// A stand-in for the IAM service over real TLS (HTTP/1.1). It can be reached on 127.0.0.1 only:
/// no function takes an address. Lives in the thread of its user and needs the event loop.
class IamEmulator final : public QObject
{
    Q_OBJECT

public:
    explicit IamEmulator(EmulatorOptions options = {}, QObject *parent = nullptr);
    ~IamEmulator() override;

    /// Port 0: any. False if the port is taken.
    [[nodiscard]] bool listen(quint16 port = 0);
    /// Stops listening and drops all connections; listen() starts it again, records kept.
    void stop();
    /// https://127.0.0.1:PORT, without a path; the port of the last listen().
    const QUrl &url() const { return m_url; }
    QHostAddress address() const;

    /// The certificate to trust.
    QByteArray authorityPem() const { return m_authority.pem(); }
    bool writeAuthority(const QString &fileName) const;

    /// See KeyRing::withDefaults() for what it begins with.
    const KeyRing &keys() const { return m_keys; }
    /// The label must exist.
    const EmulatedKey &key(QStringView label) const;
    /// Replaces a key of the same label.
    void addKey(const EmulatedKey &key) { m_keys.add(key); }
    /// See defaultProfiles() for what it begins with.
    const QList<EmulatedProfile> &profiles() const { return m_profiles; }
    /// The label must exist.
    const EmulatedProfile &profile(QStringView label) const;
    void addProfile(const EmulatedProfile &profile) { m_profiles.append(profile); }
    const TokenSigner &signer() const { return *m_signer; }

    const Behaviour &behaviour() const { return m_tokenEndpoint.plan().standing(); }
    /// For all token requests from now on.
    void setBehaviour(const Behaviour &behaviour);
    /// For all requests for the discovery document from now on.
    void setDiscoveryBehaviour(const Behaviour &behaviour) { m_discovery = behaviour; }
    /// For the next token requests, after those already planned; then the standing one again.
    void setBehaviourForNext(int count, const Behaviour &behaviour);

    /// The same for requests for a key's details.
    const Behaviour &keyDetailsBehaviour() const { return m_keyDetailsEndpoint.plan().standing(); }
    void setKeyDetailsBehaviour(const Behaviour &behaviour);
    void setKeyDetailsBehaviourForNext(int count, const Behaviour &behaviour);

    /// Every request, in the order of arrival, those to /emulator/ left out.
    const QList<RequestRecord> &requests() const { return m_requests; }
    /// Those to the token endpoint alone, whatever the method.
    QList<RequestRecord> tokenRequests() const;
    /// Those for a key's details.
    QList<RequestRecord> keyDetailsRequests() const;
    const QList<IssuedToken> &issuedTokens() const { return m_tokenEndpoint.issued(); }
    /// How many connections finished their handshake.
    int connectionCount() const { return m_connectionCount; }

Q_SIGNALS:
    void requestRecorded(const hourpass::emulator::RequestRecord &record);

private:
    void acceptConnections();
    Answer handle(const HttpRequest &request, const ConnectionInfo &connection);
    Answer answerFor(const HttpRequest &request);
    Service service() const { return {m_keys, m_profiles, *m_signer, m_url}; }
    QList<RequestRecord> requestsTo(QByteArrayView path) const;
    Answer route(const HttpRequest &request, const Transaction &transaction);
    Answer discovery(const HttpRequest &request) const;
    Transaction begin(const HttpRequest &request, std::chrono::seconds clockOffset = {}) const;
    void record(const HttpRequest &request, const ConnectionInfo &connection, const Answer &answer);

    CertificateAuthority m_authority;
    std::shared_ptr<const TokenSigner> m_signer;
    KeyRing m_keys;
    QList<EmulatedProfile> m_profiles;
    QUrl m_url;
    TokenEndpoint m_tokenEndpoint;
    KeyDetailsEndpoint m_keyDetailsEndpoint;
    Behaviour m_discovery;
    std::unique_ptr<ControlEndpoint> m_control;
    QSslServer *m_server;
    QList<RequestRecord> m_requests;
    int m_connectionCount = 0;
};

} // namespace hourpass::emulator
