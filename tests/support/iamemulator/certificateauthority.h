// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace hourpass::emulator {

/// What is wrong with the server's certificate.
enum class CertificateFault {
    None,
    Expired,
    NotYetValid,
    OtherHost, ///< made out to a host that is not the emulator
    SelfSigned,
    UnknownAuthority, ///< issued by an authority of the same name that nobody was told of
    IncompleteChain,  ///< issued by an intermediate authority whose own certificate is not sent
    // These two a QSslSocket refuses to serve.
    WeakKey,       ///< RSA with 1024 bits
    WeakSignature, ///< signed with SHA-1
};

struct ServerCertificate {
    QSslCertificate certificate;
    QSslKey privateKey;
};

/// A throw-away certificate authority (EC P-256). Its private key exists in memory only, so its
/// certificate may be trusted for as long as the process lives.
class CertificateAuthority final
{
public:
    CertificateAuthority();
    ~CertificateAuthority();
    Q_DISABLE_COPY_MOVE(CertificateAuthority)

    /// The certificate to trust, as PEM.
    QByteArray pem() const;
    /// A certificate for 127.0.0.1, localhost and names in iam.test, or a faulty one.
    ServerCertificate issue(CertificateFault fault = CertificateFault::None) const;

private:
    struct Identity;
    static ServerCertificate issueBy(const Identity &authority, CertificateFault fault);

    std::unique_ptr<const Identity> m_identity;
};

} // namespace hourpass::emulator
