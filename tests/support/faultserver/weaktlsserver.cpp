// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver/weaktlsserver.h"

#include "support/iamemulator/openssl.h"

#include <QTcpSocket>

#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace hourpass::test {

using namespace Qt::StringLiterals;
namespace openssl = emulator::openssl;

struct WeakTlsServer::Context {
    std::unique_ptr<SSL_CTX, openssl::Deleter<SSL_CTX_free>> tls{SSL_CTX_new(TLS_server_method())};
};

/// The TLS of one connection, between memory and the socket.
class WeakTlsServer::Session final
{
public:
    explicit Session(SSL_CTX *context)
        : m_tls(SSL_new(context))
    {
        openssl::require(m_tls != nullptr, "SSL_new");
        SSL_set_bio(m_tls.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_tls.get());
    }

    /// Takes what came and returns what of it is for the application.
    QByteArray take(QTcpSocket &socket)
    {
        const QByteArray bytes = socket.readAll();
        BIO_write(SSL_get_rbio(m_tls.get()), bytes.constData(), int(bytes.size()));
        QByteArray content;
        char buffer[4096];
        int size = 0;
        while ((size = SSL_read(m_tls.get(), buffer, sizeof(buffer))) > 0) // shakes hands first
            content.append(buffer, size);
        const bool failed = SSL_get_error(m_tls.get(), size) != SSL_ERROR_WANT_READ;
        while ((size = BIO_read(SSL_get_wbio(m_tls.get()), buffer, sizeof(buffer))) > 0)
            socket.write(buffer, size);
        if (failed)
            socket.disconnectFromHost();
        return content;
    }

private:
    std::unique_ptr<SSL, openssl::Deleter<SSL_free>> m_tls;
};

WeakTlsServer::WeakTlsServer(const emulator::ServerCertificate &identity, Versions versions)
    : m_context(std::make_unique<const Context>())
{
    SSL_CTX *context = m_context->tls.get();
    openssl::require(context != nullptr, "SSL_CTX_new");
    SSL_CTX_set_security_level(context, 0);
    const bool outdated = versions == Versions::Outdated;
    SSL_CTX_set_min_proto_version(context, outdated ? TLS1_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(context, outdated ? TLS1_1_VERSION : 0);
    const QByteArray certificatePem = identity.certificate.toPem();
    const QByteArray keyPem = identity.privateKey.toPem();
    const openssl::Bio certificateBio(BIO_new_mem_buf(certificatePem.constData(), -1));
    const openssl::Bio keyBio(BIO_new_mem_buf(keyPem.constData(), -1));
    const openssl::Certificate certificate(
        PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    const openssl::PrivateKey key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    openssl::require(SSL_CTX_use_certificate(context, certificate.get()) == 1
                         && SSL_CTX_use_PrivateKey(context, key.get()) == 1,
                     "serving the certificate");
    connect(&m_server, &QTcpServer::newConnection, this, &WeakTlsServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
}

WeakTlsServer::~WeakTlsServer() = default;

QString WeakTlsServer::url() const
{
    return u"https://127.0.0.1:%1"_s.arg(m_server.serverPort());
}

void WeakTlsServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const qsizetype connection = m_record.size();
        m_record.append({true, {}, 0});
        const auto session = std::make_shared<Session>(m_context->tls.get());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, session, connection] {
            m_record[connection].received += session->take(*socket);
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

} // namespace hourpass::test
