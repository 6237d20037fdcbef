// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/http/httpconnection.h"

#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

QString nameOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return u"older than TLS 1.2"_s;
    }
}

} // namespace

HttpConnection::HttpConnection(QSslSocket *socket, int number, Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
    , m_info{number, nameOf(socket->sessionProtocol())}
{
    m_socket->setParent(this);
    connect(m_socket, &QSslSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
}

void HttpConnection::start()
{
    // The request, or the client's end, may have come together with the end of the handshake.
    readMore();
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

void HttpConnection::readMore()
{
    m_parser.append(m_socket->readAll());
    handleNext();
}

void HttpConnection::handleNext()
{
    if (m_busy)
        return;
    const std::optional<HttpRequest> request = m_parser.next();
    if (!request)
        return;
    m_busy = true;
    const Answer answer = m_handler(*request, m_info);
    const bool closes = request->asksToClose() || answer.delivery == Delivery::HalfBody
        || answer.delivery == Delivery::UntilClose;
    QTimer::singleShot(answer.delay, Qt::PreciseTimer, this,
                       [this, answer, closes] { deliver(answer, closes); });
}

void HttpConnection::deliver(const Answer &answer, bool closes)
{
    if (answer.delivery == Delivery::Never)
        return;
    if (answer.delivery == Delivery::CloseWithoutAnswer) {
        m_socket->disconnectFromHost();
        return;
    }
    const QByteArray &body = answer.response.body;
    m_socket->write(serializeHead(answer.response, answer.delivery, closes));
    m_socket->write(answer.delivery == Delivery::HalfBody ? body.first(body.size() / 2) : body);
    if (closes) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    handleNext();
}

} // namespace hourpass::emulator
