// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/proxy.h"
#include "core/result.h"

#include <QObject>
#include <QTcpServer>

namespace hourpass {

/// Stands between Qt and an HTTP proxy, on loopback, for as long as it lives. Hands on what both
/// say, byte by byte as they say it, but no endless answer: Qt reads all that a proxy answers to
/// CONNECT into memory (measured with Qt 6.4: 30 MB/s), and shows nothing of it meanwhile. Whatever
/// else the proxy asks for, a login too, is between the two.
class ProxyRelay final : public QObject
{
    Q_OBJECT

public:
    /// How much a proxy may say before it lets anything through, pages about a refusal included.
    static constexpr qint64 answerLimit = 64 * 1024;

    explicit ProxyRelay(const Proxy &proxy, QObject *parent = nullptr);

    /// The port for Qt. Errors: NetworkFailed, where there is none.
    Result<quint16> listen();

Q_SIGNALS:
    /// The proxy's, and the end of the connection. Errors: ProxyUnreachable, AnswerTooLarge.
    void failed(const hourpass::Error &error);

private:
    void accept();

    const QString m_host;
    const quint16 m_port;
    QTcpServer m_server;
};

} // namespace hourpass
