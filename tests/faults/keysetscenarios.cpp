// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "jwt/inspection.h"
#include "publishedkeys/publishedkeys.h"
#include "support/faultserver/httpbytes.h"
#include "support/iamemulator/tokensigner.h"
#include "support/outcome.h"
#include "words/claims/inspectwords.h"

#include <QJsonDocument>
#include <QSslSocket>
#include <QTest>
#include <QTimer>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using When = WireServer::When;
using Verdict = Verification::Verdict;

namespace {

const emulator::TokenSigner &signer()
{
    static const emulator::TokenSigner one;
    return one;
}

QByteArray publishedSet(const QByteArray &headers = {})
{
    return httpWithLength("200 OK\r\nContent-Type: application/json" + headers,
                          QJsonDocument(signer().keySet()).toJson());
}

/// A service whose keys a token is to be checked with, and what checks it.
class KeyBench final
{
public:
    KeyBench(FaultBench &bench, WireServer::Behaviour behaviour)
        : clock(bench.clock.now())
        , m_bench(bench)
        , m_server(bench.add(std::make_unique<WireServer>(&bench.authority, When::RequestComplete,
                                                          std::move(behaviour)),
                             Key::DoesNotBelong))
        , m_source{Endpoint::parse(m_server.url()).value(), {bench.folder() + "/ca.pem"_L1}}
    {
        startAgain();
    }
    void startAgain()
    {
        m_keys = std::make_unique<PublishedKeys>(
            m_bench.folder() + "/cache"_L1,
            NetworkTools{clock.clock(), {5s, 5s}, &m_bench.networkLog}, m_bench.retries());
        QObject::connect(m_keys.get(), &PublishedKeys::waiting, &m_bench,
                         [this](const KeyFetchWait &wait) { m_waits += wait.span; });
    }
    /// Well-formed, in time, of this service's issuer.
    QByteArray token() const
    {
        const auto now = std::chrono::floor<Seconds>(clock.now().utc).count();
        return signer().sign({{u"iss"_s, m_source.endpoint.issuer()},
                              {u"iam_id"_s, u"IBMid-1"_s},
                              {u"iat"_s, qint64(now)},
                              {u"exp"_s, qint64(now + 3600)}});
    }
    Result<PublishedKeySet> fetched(const QString &wanted)
    {
        auto set = await(m_keys->get(m_source, {wanted}), 60'000);
        m_bench.setWaits(m_waits);
        return set;
    }
    Inspection inspected(const QByteArray &token, const Result<PublishedKeySet> &set) const
    {
        KeyChoice choice;
        if (set)
            choice = {KeyRules::Published, importKeys(set->text).value(), {}};
        VerifyOptions options;
        options.now = std::chrono::floor<Seconds>(clock.now().utc);
        options.issuers = {m_source.endpoint.issuer()};
        return inspectToken(strictToken(token), choice, options);
    }
    int requestCount() const { return m_server.requestCount(); }
    bool sawToken(const QByteArray &token) const
    {
        return m_server.received().contains(token.split('.').last());
    }
    ManualClock clock; ///< its own: the token that was had before does not grow old

private:
    FaultBench &m_bench;
    WireServer &m_server;
    KeySetSource m_source;
    std::unique_ptr<PublishedKeys> m_keys;
    QList<Milliseconds> m_waits;
};

// The token that was had before is not touched by any of this.
Result<TokenSet> asPlayed(const FaultBench &bench, const Result<PublishedKeySet> &set)
{
    return set ? Result<TokenSet>(*bench.session().token) : Failure(set.error());
}

Scenario scenarioOf(const QString &name, const QStringList &outcomes, const QStringList &says)
{
    Scenario scenario;
    scenario.name = name;
    scenario.arrange = [](FaultBench &) {};
    scenario.outcomes = outcomes;
    scenario.says = says;
    return scenario;
}

Scenario isDown(const QString &name, const WireServer::Behaviour &behaviour, const QString &code,
                const QString &says)
{
    Scenario scenario = scenarioOf(name, {code}, {says, u"published keys"_s});
    scenario.play = [behaviour](FaultBench &bench) -> Result<TokenSet> {
        KeyBench keys(bench, behaviour);
        const QByteArray token = keys.token();
        const auto set = keys.fetched(signer().keyId());
        const Inspection seen = keys.inspected(token, set);
        const bool isTold = seen.verification.verdict == Verdict::Unverified
            && seen.decoded.claims->string(u"iam_id") == "IBMid-1"_L1
            && signatureText(seen.verification.signature).startsWith("Not checked"_L1)
            && !keys.sawToken(token);
        return isTold ? asPlayed(bench, set)
                      : failure(ErrorCode::Internal, verdictName(seen.verification.verdict));
    };
    return scenario;
}

// A hundred tokens whose key the service does not have, then one of its own.
Scenario lacksTheKey()
{
    Scenario scenario = scenarioOf({}, {u"ok"_s}, {});
    scenario.play = [](FaultBench &bench) -> Result<TokenSet> {
        const emulator::TokenSigner other;
        KeyBench keys(bench, WireServer::answering(publishedSet()));
        QByteArray foreign = keys.token();
        foreign.replace(
            0, foreign.indexOf('.'),
            QByteArray(R"({"alg":"RS256","kid":"other"})")
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        for (int coolDown = 1; coolDown <= 2; ++coolDown) {
            for (int i = 0; i < 100; ++i) {
                const auto verification =
                    keys.inspected(foreign, keys.fetched(u"other"_s)).verification;
                if (verification.verdict != Verdict::UnknownKey || keys.requestCount() != coolDown)
                    return failure(ErrorCode::Internal,
                                   u"%1 after %2 requests"_s.arg(verdictName(verification.verdict))
                                       .arg(keys.requestCount()));
            }
            keys.clock.advance(5min);
        }
        const auto set = keys.fetched(signer().keyId());
        const auto verdict = keys.inspected(keys.token(), set).verification.verdict;
        return verdict == Verdict::Valid ? asPlayed(bench, set)
                                         : failure(ErrorCode::Internal, verdictName(verdict));
    };
    return scenario;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 bearableKiB = 512 * 1024;
#else
constexpr qint64 bearableKiB = 40 * 1024;
#endif

constexpr int manyKeys = 1'000'000;
constexpr qsizetype keySize = 100;

// Piece by piece, as it is taken: the whole would weigh more than what is measured.
WireServer::Behaviour sendingManyKeys(const QByteArray &head, const std::shared_ptr<qint64> &sent)
{
    return [head, sent](QTcpSocket &socket) {
        const QByteArray key = QByteArray(R"({"kty":"RSA","e":"AQAB","alg":"RS256","n":")")
                                   .leftJustified(keySize - 3, 'A')
            + "\"},";
        socket.write(head + R"({"keys":[)");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket,
                         [&socket, piece = key.repeated(640), sent] {
                             const auto &tls = *qobject_cast<QSslSocket *>(&socket);
                             if (*sent >= manyKeys * keySize || tls.encryptedBytesToWrite() > 0)
                                 return;
                             *sent += piece.size();
                             socket.write(piece);
                         });
        timer->start(0);
    };
}

Scenario holdsAMillionKeys(const QString &name, const QByteArray &head)
{
    Scenario scenario = scenarioOf(name, {u"AnswerTooLarge"_s},
                                   {u"too large to be a set of keys"_s, u"No key was taken"_s});
    scenario.memoryKiB = bearableKiB;
    scenario.play = [head](FaultBench &bench) -> Result<TokenSet> {
        const auto sent = std::make_shared<qint64>(0);
        KeyBench keys(bench, sendingManyKeys(head, sent));
        const auto set = keys.fetched(signer().keyId());
        // What the two ends of the connection hold comes on top of what is read.
        constexpr qint64 bearable = 16 * 1024 * 1024;
        if (*sent > bearable || keys.requestCount() != 1)
            return failure(ErrorCode::Internal, u"%1 bytes were sent"_s.arg(*sent));
        return asPlayed(bench, set);
    };
    return scenario;
}

Scenario livesFor(const QByteArray &maxAge, Milliseconds kept)
{
    Scenario scenario = scenarioOf(QString::fromLatin1(maxAge), {u"ok"_s}, {});
    scenario.play = [maxAge, kept](FaultBench &bench) -> Result<TokenSet> {
        KeyBench keys(bench, WireServer::answering(publishedSet("\r\nCache-Control: " + maxAge)));
        const auto requestsAfter = [&](Milliseconds span) {
            keys.clock.advance(span);
            keys.startAgain();
            return keys.fetched(signer().keyId()) ? keys.requestCount() : -1;
        };
        const QList<int> counts{requestsAfter(0ms), requestsAfter(kept - 1ms), requestsAfter(1ms)};
        if (counts != QList<int>{1, 1, 2})
            return failure(
                ErrorCode::Internal,
                u"%1, %2, %3 requests"_s.arg(counts.at(0)).arg(counts.at(1)).arg(counts.at(2)));
        return *bench.session().token;
    };
    return scenario;
}

} // namespace

Scenarios keySetScenarios()
{
    const QByteArray json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    return {
        {u"F133"_s,
         {isDown(
              u"closes"_s, [](QTcpSocket &socket) { socket.abort(); }, u"ConnectionClosed"_s,
              u"closed the connection"_s),
          isDown(u"busy"_s, WireServer::answering(httpWithLength("503 Busy", {})), u"ServerFault"_s,
                 u"a fault of its own"_s)}},
        {u"F135"_s, {lacksTheKey()}},
        {u"F137"_s,
         {holdsAMillionKeys(u"announced"_s,
                            json + "Content-Length: " + QByteArray::number(manyKeys * keySize)
                                + "\r\n\r\n"),
          holdsAMillionKeys(u"until the end"_s, json + "Connection: close\r\n\r\n")}},
        {u"F139"_s, {livesFor("max-age=0", 5min), livesFor("max-age=31536000", 24h)}},
    };
}

} // namespace hourpass::test
