// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/http/httpresponse.h"

#include <QObject>

#include <functional>

class QSslSocket;

namespace hourpass::emulator {

struct ConnectionInfo {
    int number = 0; ///< counted from 1 in the order of acceptance
    QString tlsVersion;
};

/// One client's connection: reads a request, asks the handler, delivers its answer, then reads the
/// next. Deletes itself when the client is gone.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<Answer(const HttpRequest &, const ConnectionInfo &)>;

    /// Takes the socket over, handshake done.
    HttpConnection(QSslSocket *socket, int number, Handler handler, QObject *parent);

    void start();

private:
    void readMore();
    void handleNext();
    void deliver(const Answer &answer, bool closes);

    QSslSocket *m_socket;
    Handler m_handler;
    ConnectionInfo m_info;
    HttpRequestParser m_parser;
    bool m_busy = false;
};

} // namespace hourpass::emulator
