// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/realproxy.h"

#include <QFile>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

// Free a moment ago: neither program picks a port by itself and tells.
quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return server.serverPort();
}

bool takesConnections(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return QTest::qWaitFor([&socket] { return socket.state() != QTcpSocket::ConnectingState; })
        && socket.state() == QTcpSocket::ConnectedState;
}

} // namespace

RealProxy::RealProxy(const Options &options)
    : m_kind(options.kind)
    , m_port(freePort())
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    if (m_kind == Kind::Http) {
        m_process.start(u"tinyproxy"_s, httpArguments(options));
    } else {
        QStringList arguments{u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)};
        if (!options.userName.isEmpty())
            arguments += {u"-u"_s, options.userName, u"-P"_s, options.password};
        m_process.start(u"microsocks"_s, arguments);
    }
    const bool isUp = QTest::qWaitFor(
        [this] { return m_process.state() == QProcess::NotRunning || takesConnections(m_port); });
    if (!isUp || m_process.state() != QProcess::Running)
        qFatal("the proxy does not start: are tinyproxy and microsocks installed?");
}

RealProxy::~RealProxy()
{
    stop();
}

QStringList RealProxy::httpArguments(const Options &options) const
{
    QStringList lines{u"Port %1"_s.arg(m_port),
                      u"Listen 127.0.0.1"_s,
                      u"Timeout 60"_s,
                      u"LogLevel Connect"_s,
                      u"LogFile \"%1\""_s.arg(m_folder.filePath(u"log"_s)),
                      u"MaxClients 20"_s};
    if (!options.userName.isEmpty())
        lines += u"BasicAuth %1 %2"_s.arg(options.userName, options.password);
    if (options.allowedPort != 0)
        lines += u"ConnectPort %1"_s.arg(options.allowedPort);
    QFile file(m_folder.filePath(u"tinyproxy.conf"_s));
    const QByteArray text = lines.join(u'\n').toUtf8() + '\n';
    if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
        qFatal("the proxy's configuration cannot be written");
    return {u"-d"_s, u"-c"_s, file.fileName()};
}

QString RealProxy::url() const
{
    return (m_kind == Kind::Http ? u"http://127.0.0.1:%1"_s : u"socks5://127.0.0.1:%1"_s)
        .arg(m_port);
}

QByteArray RealProxy::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void RealProxy::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace hourpass::test
