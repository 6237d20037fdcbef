// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace hourpass::test {

/// A proxy as companies run it, on loopback: tinyproxy for HTTP, microsocks for SOCKS5. Ends with
/// this object.
class RealProxy final
{
public:
    enum class Kind { Http, Socks5 };
    struct Options {
        Kind kind = Kind::Http;
        QString userName{}; ///< empty: no login is asked for
        QString password{};
        quint16 allowedPort = 0; ///< of servers, HTTP alone; 0: any
    };

    /// Returns once it takes connections. The program ends where it cannot be had: a test without
    /// its proxy tests nothing.
    explicit RealProxy(const Options &options);
    ~RealProxy();

    quint16 port() const { return m_port; }
    /// "http://127.0.0.1:port" or "socks5://127.0.0.1:port".
    QString url() const;
    /// What it wrote about connections so far; HTTP alone.
    QByteArray log() const;
    void stop();

private:
    QStringList httpArguments(const Options &options) const;

    Kind m_kind;
    quint16 m_port;
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace hourpass::test
