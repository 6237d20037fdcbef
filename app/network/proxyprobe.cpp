// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/proxyprobe.h"

#include "core/deadlinetimer.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace hourpass {

using namespace Qt::StringLiterals;

Future<void> probeProxy(const Proxy &proxy, Milliseconds patience, const Clock &clock,
                        QObject *owner)
{
    const auto done = std::make_shared<Reporter<void>>();
    auto *socket = new QTcpSocket(owner);
    socket->setProxy(QNetworkProxy::NoProxy);
    auto *timer = new DeadlineTimer(clock, socket);
    const auto end = [socket, done](const Result<void> &result) {
        socket->deleteLater();
        done->report(result);
    };
    QObject::connect(socket, &QTcpSocket::connected, socket, [end] { end({}); });
    QObject::connect(socket, &QTcpSocket::errorOccurred, socket, [end, socket] {
        end(failure(ErrorCode::ProxyUnreachable, socket->errorString()));
    });
    QObject::connect(timer, &DeadlineTimer::timeout, socket, [end] {
        end(failure(ErrorCode::ProxyUnreachable, u"it does not take connections"_s));
    });
    timer->start(patience);
    socket->connectToHost(proxy.host, proxy.port);
    return done->future();
}

} // namespace hourpass
