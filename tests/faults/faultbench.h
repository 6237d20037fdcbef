// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/proxychooser.h"
#include "profiles/profilestore.h"
#include "settings/settingsstore.h"
#include "support/capturedlog.h"
#include "support/faultserver/wireserver.h"
#include "support/manualclock.h"
#include "support/scriptedsecretstore.h"
#include "token/tokensessions.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace hourpass::test {

inline const QByteArray canaryKey =
    QByteArrayLiteral("canary-key-that-may-only-be-in-a-body-01234");
inline const QByteArray oldToken = QByteArrayLiteral("canary-old.token.x");
inline const QByteArray newToken = QByteArrayLiteral("canary-new.token.x");

/// The body of IAM's answer with that token.
QByteArray tokenBody(const QByteArray &token = newToken);
/// The whole answer, as it should be.
QByteArray goodAnswer(const QByteArray &token = newToken);

/// Whether a server may see the API key.
enum class Key { Belongs, DoesNotBelong };

/// The engine with one profile that got a token (oldToken) while all was well, and servers that
/// are about to treat it badly. It sees all that goes over the wire, is logged, waited for and
/// said.
class FaultBench final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        ExchangeLimits limits{Seconds(5), Seconds(5)};
        /// Waits of 20 and 40 ms; a server's wish is followed up to five minutes.
        RetryPolicy retries{3, Milliseconds(20), Seconds(300), Seconds(300), [] { return 0.5; }};
    };

    explicit FaultBench(Options options);
    ~FaultBench() override;

    /// A server with a good certificate that the profile's next exchange goes to.
    WireServer &serve(WireServer::Behaviour behaviour);
    WireServer &serve(const QByteArray &bytes) { return serve(WireServer::answering(bytes)); }
    WireServer &add(std::unique_ptr<WireServer> server, Key key);
    /// For servers of other kinds: what they saw is asked for at the end.
    void watch(std::function<WireRecord()> record);
    void setEndpoint(const QString &url);
    /// Everything goes through this HTTP proxy; empty: straight to the server.
    void setProxy(const QString &address);
    /// PEM for the profile's CA file; empty: it has none.
    void trust(const QByteArray &authority);

    /// A new token, however many tries it takes. Waits of seconds go by at once.
    Result<TokenSet> renewed();
    Future<TokenSet> renew();
    /// What someone who asks for five minutes of life gets without an exchange, or "none".
    QByteArray tokenInMemory();
    TokenSession session() const { return m_sessions->session(m_id); }

    const QList<Milliseconds> &waits() const { return m_waits; }
    void setWaits(const QList<Milliseconds> &waits) { m_waits = waits; }
    int tries() const { return m_tries; } ///< of the latest renewed()
    const RetryPolicy &retries() const { return m_options.retries; }
    /// At the server of the latest serve().
    int requestCount() const { return m_server->requestCount(); }
    QByteArray received() const { return m_server->received(); }
    Milliseconds longestPause() const { return m_longestPause; } ///< of the event loop
    QList<Milliseconds> clockErrors() const { return m_clockErrors; }
    QString logged() const { return m_log.text(); }

    /// Where a secret was seen that has no business there; empty: nowhere.
    QStringList leaks() const;

    // What a row needs in its own way.
    emulator::CertificateAuthority authority;
    ManualClock clock;
    ScriptedSecretStore keys;
    NetworkLog networkLog;
    TokenSessions &sessions() { return *m_sessions; }
    const ProfileId &id() const { return m_id; }
    QString folder() const { return m_folder.path(); }

private:
    struct Watched {
        std::unique_ptr<WireServer> server;
        std::function<WireRecord()> record;
        Key key;
    };
    void noteChange();
    void skipWait(Milliseconds span);

    Options m_options;
    QTemporaryDir m_folder;
    CapturedLog m_log;
    ProfileStore m_profiles;
    SettingsStore m_settings;
    ProxyChooser m_proxies;
    std::vector<Watched> m_watched;
    const WireServer *m_server = nullptr; ///< one of them
    std::unique_ptr<TokenSessions> m_sessions;
    ProfileId m_id;
    TokenSession::Phase m_phase = TokenSession::Phase::Idle;
    QList<Milliseconds> m_waits;
    QList<Milliseconds> m_clockErrors;
    int m_tries = 0;
    Milliseconds m_longestPause{};
    QStringList m_said; ///< errors and their words
};

/// All that is said of an error: for the user, for support and for scripts.
QStringList everythingSaidOf(const Error &error);

} // namespace hourpass::test
