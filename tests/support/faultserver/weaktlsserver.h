// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/faultserver/wirerecord.h"
#include "support/iamemulator/certificateauthority.h"

#include <QObject>
#include <QString>
#include <QTcpServer>

#include <memory>

namespace hourpass::test {

/// A loopback server of TLS as nobody should speak it any more, which QSslSocket would not serve:
/// outdated versions alone, or a certificate with a weak key or signature. It takes whatever is
/// sent and never answers.
class WeakTlsServer final : public QObject
{
    Q_OBJECT

public:
    enum class Versions { Outdated /* TLS 1.0 and 1.1 */, Current };

    WeakTlsServer(const emulator::ServerCertificate &identity, Versions versions);
    ~WeakTlsServer() override;

    QString url() const;
    /// Connections without a finished handshake are in it too.
    const WireRecord &record() const { return m_record; }

private:
    class Session;
    struct Context;
    void accept();

    std::unique_ptr<const Context> m_context;
    QTcpServer m_server;
    WireRecord m_record;
};

} // namespace hourpass::test
