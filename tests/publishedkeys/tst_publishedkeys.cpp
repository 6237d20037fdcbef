// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "publishedkeys/publishedkeys.h"

#include "support/faultserver/httpbytes.h"
#include "support/faultserver/wireserver.h"
#include "support/manualclock.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

namespace tst_publishedkeys {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::HeldAnswer;
using test::httpWithLength;
using test::outcome;
using test::WireServer;

QByteArray keySet(const QByteArrayList &ids)
{
    QByteArrayList keys;
    for (const QByteArray &id : ids)
        keys +=
            R"({"kty":"RSA","n":"AQAB","e":"AQAB","alg":"RS256","kid":"ID"})"_ba.replace("ID", id);
    return R"({"keys":[)" + keys.join(',') + "]}";
}

QByteArray answer(const QByteArray &body, const QByteArray &headers = {})
{
    return httpWithLength("200 OK\r\nContent-Type: application/json" + headers, body);
}

const QByteArray oneKey = keySet({"one"});

QFile::Permissions othersOf(const QString &path)
{
    return QFileInfo(path).permissions()
        & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
           | QFile::WriteOther | QFile::ExeOther);
}

/// A server of keys, and what asks it.
struct Bench {
    emulator::CertificateAuthority authority;
    WireServer server{&authority, WireServer::When::RequestComplete,
                      WireServer::answering(answer(oneKey))};
    test::ManualClock clock;
    QTemporaryDir folder;
    NetworkLog log;
    std::unique_ptr<PublishedKeys> keys;

    Bench()
    {
        QFile file(folder.filePath(u"ca.pem"_s));
        if (!file.open(QFile::WriteOnly) || file.write(authority.pem()) < 0)
            qFatal("the authority cannot be told");
        startAgain();
    }
    void startAgain(const QString &below = u"cache/hourpass"_s)
    {
        const RetryPolicy retries{3, 20ms, 300s, 300s, [] { return 0.5; }};
        keys = std::make_unique<PublishedKeys>(
            folder.filePath(below), NetworkTools{clock.clock(), {5s, 5s}, &log}, retries);
    }
    KeySetSource source() const
    {
        return {Endpoint::parse(server.url()).value(), {folder.filePath(u"ca.pem"_s)}};
    }
    Result<PublishedKeySet> get(const QStringList &ids = {})
    {
        return await(keys->get(source(), ids));
    }
    QString cacheFolder() const { return folder.filePath(u"cache/hourpass"_s); }
    QString file() const { return KeySetCache(cacheFolder()).fileOf(source()); }
    QJsonObject content() const
    {
        QFile kept(file());
        return kept.open(QFile::ReadOnly) ? QJsonDocument::fromJson(kept.readAll()).object()
                                          : QJsonObject();
    }
    bool setContent(const QByteArray &bytes) const
    {
        QFile kept(file());
        return kept.open(QFile::WriteOnly) && kept.write(bytes) == bytes.size();
    }
};

class PublishedKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<Bench>(); }

    void nothingAsked_nothingSentNorWritten();
    void request_isAPlainGet();
    void set_isWhatTheServerSent();
    void keptSet_needsNoRequest();
    void keptSet_servesTheNextRun();
    void kept_asksNothing();
    void life_isTheServersWithinBounds_data();
    void life_isTheServersWithinBounds();
    void file_isNobodyElses();
    void unusableFile_isFetchedAnew_data();
    void unusableFile_isFetchedAnew();
    void fileOthersMayWrite_isNotBelieved();
    void fileThatIsNone_isNotWaitedFor();
    void folderThatCannotBeMade_costsOneRequestARun();
    void unknownKey_isLookedForOncePerCoolDown();
    void unknownKey_isLookedForOnceByAllRuns();
    void newKey_isFetchedThoughTheSetIsGood();
    void askedTwiceAtOnce_isOneRequest();
    void cancelled_reportsAtOnceAndKeepsNothing();
    void cancelledWhileWaiting_triesNoMore();
    void destroyed_reportsCancelled();
    void passingFault_isTriedAgain();
    void fault_isReported_data();
    void fault_isReported();
    void failedRenewal_givesTheOlderSetAndSaysWhy();
    void tooOldSet_isNoneAtAll();
    void clockPutBack_isFetchedAnew();
    void trustOfACaFile_isForThoseWhoHaveIt();
    void otherEndpoint_hasItsOwnSet();

private:
    std::unique_ptr<Bench> m_bench;
};

void PublishedKeysTest::nothingAsked_nothingSentNorWritten()
{
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->server.connectionCount(), 0);
    QVERIFY(!QFileInfo::exists(m_bench->folder.filePath(u"cache"_s)));
}

void PublishedKeysTest::request_isAPlainGet()
{
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 1);
    const QByteArray request = m_bench->server.received().toLower();
    QVERIFY2(request.startsWith("get /identity/keys http/1.1\r\n"), request.constData());
    for (const char *header : {"authorization:", "cookie:", "content-type:", "referer:"})
        QVERIFY2(!request.contains(header), request.constData());
    QVERIFY2(request.endsWith("\r\n\r\n"), request.constData());
    QCOMPARE(m_bench->log.entries().size(), 1);
    QCOMPARE(m_bench->log.entries().first().purpose, RequestPurpose::PublishedKeys);
    QCOMPARE(m_bench->log.entries().first().httpStatus, 200);
}

void PublishedKeysTest::set_isWhatTheServerSent()
{
    const QByteArray sent = keySet({"one", "t\xC3\xB6"}) + "\n";
    m_bench->server.setBehaviour(WireServer::answering(answer(sent)));
    const auto set = m_bench->get();
    QCOMPARE(outcome(set), u"ok"_s);
    QCOMPARE(set->text, sent);
    QCOMPARE(set->keyIds, (QStringList{u"one"_s, u"tö"_s}));
    QCOMPARE(set->endpoint, m_bench->source().endpoint);
    QCOMPARE(set->fetchedAt, m_bench->clock.now().utc);
    QVERIFY(!set->isFromCache && !set->whyNotNewer);
}

void PublishedKeysTest::keptSet_needsNoRequest()
{
    const auto first = m_bench->get();
    m_bench->clock.advance(4min);
    const auto second = m_bench->get({u"one"_s});
    QCOMPARE(outcome(second), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 1);
    QVERIFY(second->isFromCache);
    QCOMPARE(second->text, first->text);
    QCOMPARE(second->fetchedAt, first->fetchedAt);
}

void PublishedKeysTest::keptSet_servesTheNextRun()
{
    auto expected = m_bench->get();
    QCOMPARE(outcome(expected), u"ok"_s);
    m_bench->startAgain();
    m_bench->server.stop();
    m_bench->clock.advance(59min);
    const auto kept = m_bench->get();
    QCOMPARE(outcome(kept), u"ok"_s);
    expected->isFromCache = true;
    QVERIFY(*kept == *expected);
}

void PublishedKeysTest::kept_asksNothing()
{
    QVERIFY(!m_bench->keys->kept(m_bench->source()));
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    m_bench->clock.advance(300h);
    const auto kept = m_bench->keys->kept(m_bench->source());
    QVERIFY(kept && kept->isFromCache);
    QCOMPARE(m_bench->server.requestCount(), 1);
}

void PublishedKeysTest::life_isTheServersWithinBounds_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("minutes");
    QTest::newRow("none") << ""_ba << 60;
    QTest::newRow("hours") << "\r\nCache-Control: public, max-age=7200"_ba << 120;
    QTest::newRow("at once") << "\r\nCache-Control: max-age=0"_ba << 5;
    QTest::newRow("no-store") << "\r\nCache-Control: no-store"_ba << 5;
    QTest::newRow("a year") << "\r\nCache-Control: max-age=31536000"_ba << 24 * 60;
    QTest::newRow("endless") << "\r\nCache-Control: max-age=" + QByteArray(60, '9') << 24 * 60;
    QTest::newRow("garbage") << "\r\nCache-Control: max-age=-1, soon"_ba << 60;
}

void PublishedKeysTest::life_isTheServersWithinBounds()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, minutes);
    m_bench->server.setBehaviour(WireServer::answering(answer(oneKey, header)));
    const auto set = m_bench->get();
    QCOMPARE(outcome(set), u"ok"_s);
    const Milliseconds life = std::chrono::minutes(minutes);
    QCOMPARE(set->goodUntil - set->fetchedAt, life);
    m_bench->startAgain();
    m_bench->clock.advance(life - 1ms);
    QCOMPARE(outcome(m_bench->get({u"one"_s})), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 1);
    m_bench->clock.advance(1ms);
    QCOMPARE(outcome(m_bench->get({u"one"_s})), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 2);
}

void PublishedKeysTest::file_isNobodyElses()
{
    const mode_t before = ::umask(0);
    const auto set = m_bench->get();
    ::umask(before);
    QCOMPARE(outcome(set), u"ok"_s);
    const QStringList files =
        QDir(m_bench->cacheFolder())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(files, QStringList{QFileInfo(m_bench->file()).fileName()});
    QCOMPARE(othersOf(m_bench->file()), QFile::Permissions());
    QCOMPARE(othersOf(m_bench->cacheFolder()), QFile::Permissions());
    QCOMPARE(othersOf(m_bench->folder.filePath(u"cache"_s)), QFile::Permissions());
}

void PublishedKeysTest::unusableFile_isFetchedAnew_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    const auto whole = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << QByteArray() << bytes;
    };
    whole("empty", "");
    whole("cut off", "{\"version\":1,");
    whole("zeros", QByteArray(512, '\0'));
    whole("a list", "[]");
    whole("the bare set", oneKey);
    whole("too large", QByteArray(4 * 1024 * 1024, ' '));
    const auto member = [](const char *name, const QByteArray &value) {
        QTest::newRow(name) << QByteArray(name) << value;
    };
    member("version", "2");
    member("url", R"("https://iam.cloud.ibm.com/identity/keys")");
    member("caFile", R"("")");
    member("fetchedAt", "-5");
    member("keySet", R"("{\"keys\":[")");
    QTest::newRow("no keys") << "keySet"_ba
                             << R"("{\"keys\":[]}")"_ba;
    QTest::newRow("set of a wrong type") << "keySet"_ba
                                         << "[1]"_ba;
    QTest::newRow("to come") << "fetchedAt"_ba
                             << "4102444800000"_ba;
    QTest::newRow("age of a wrong type") << "fetchedAt"_ba
                                         << R"("now")"_ba;
}

void PublishedKeysTest::unusableFile_isFetchedAnew()
{
    QFETCH(const QByteArray, member);
    QFETCH(const QByteArray, value);
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    const QJsonObject good = m_bench->content();
    QByteArray spoiled = value;
    if (!member.isEmpty()) {
        QJsonObject changed = good;
        QVERIFY(changed.contains(QString::fromLatin1(member)));
        changed[QLatin1StringView(member)] =
            QJsonDocument::fromJson("[" + value + "]").array().first();
        spoiled = QJsonDocument(changed).toJson();
    }
    QVERIFY(m_bench->setContent(spoiled));
    m_bench->startAgain();
    const auto set = m_bench->get();
    QCOMPARE(outcome(set), u"ok"_s);
    QVERIFY(!set->isFromCache);
    QCOMPARE(m_bench->server.requestCount(), 2);
    QCOMPARE(m_bench->content(), good);
}

void PublishedKeysTest::fileOthersMayWrite_isNotBelieved()
{
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    QVERIFY(QFile::setPermissions(m_bench->file(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::WriteGroup));
    m_bench->startAgain();
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 2);
    QCOMPARE(othersOf(m_bench->file()), QFile::Permissions());
}

// Never with a device of the system's: a mistake would cost that.
void PublishedKeysTest::fileThatIsNone_isNotWaitedFor()
{
    QVERIFY(QDir().mkpath(m_bench->cacheFolder()));
    const QString pipe = m_bench->folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(QFile::link(pipe, m_bench->file()));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Published keys cannot be kept: "_s));
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    const QFileInfo after(pipe);
    QVERIFY(after.exists() && !after.isFile());
    QVERIFY(QFileInfo(m_bench->file()).isSymLink());
}

void PublishedKeysTest::folderThatCannotBeMade_costsOneRequestARun()
{
    m_bench->startAgain(u"ca.pem/cache"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Published keys cannot be kept: "_s));
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    const auto second = m_bench->get();
    QCOMPARE(outcome(second), u"ok"_s);
    QVERIFY(second->isFromCache);
    QCOMPARE(m_bench->server.requestCount(), 1);
}

void PublishedKeysTest::unknownKey_isLookedForOncePerCoolDown()
{
    for (int coolDown = 0; coolDown < 3; ++coolDown) {
        for (int i = 0; i < 100; ++i) {
            const auto set = m_bench->get({u"other"_s});
            QCOMPARE(outcome(set), u"ok"_s);
            QCOMPARE(set->keyIds, QStringList{u"one"_s});
        }
        QCOMPARE(m_bench->server.requestCount(), coolDown + 1);
        m_bench->clock.advance(5min - 1ms);
        QCOMPARE(outcome(m_bench->get({u"other"_s})), u"ok"_s);
        QCOMPARE(m_bench->server.requestCount(), coolDown + 1);
        m_bench->clock.advance(1ms);
    }
}

void PublishedKeysTest::unknownKey_isLookedForOnceByAllRuns()
{
    for (int i = 0; i < 10; ++i) {
        m_bench->startAgain();
        QCOMPARE(outcome(m_bench->get({u"other"_s})), u"ok"_s);
    }
    QCOMPARE(m_bench->server.requestCount(), 1);
}

void PublishedKeysTest::newKey_isFetchedThoughTheSetIsGood()
{
    QCOMPARE(outcome(m_bench->get({u"one"_s})), u"ok"_s);
    m_bench->server.setBehaviour(WireServer::answering(answer(keySet({"one", "two"}))));
    m_bench->clock.advance(6min);
    const auto set = m_bench->get({u"two"_s});
    QCOMPARE(outcome(set), u"ok"_s);
    QCOMPARE(set->keyIds, (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(m_bench->server.requestCount(), 2);
}

void PublishedKeysTest::askedTwiceAtOnce_isOneRequest()
{
    HeldAnswer held;
    m_bench->server.setBehaviour(held.holding(WireServer::answering(answer(oneKey))));
    const auto first = m_bench->keys->get(m_bench->source());
    const auto second = m_bench->keys->get(m_bench->source(), {u"one"_s});
    QVERIFY(m_bench->keys->isFetching());
    QTRY_VERIFY(held.isWaiting());
    held.release();
    QCOMPARE(outcome(await(first)), u"ok"_s);
    QCOMPARE(outcome(await(second)), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 1);
    QVERIFY(!m_bench->keys->isFetching());
}

void PublishedKeysTest::cancelled_reportsAtOnceAndKeepsNothing()
{
    HeldAnswer held;
    m_bench->server.setBehaviour(held.holding(WireServer::answering(answer(oneKey))));
    const auto set = m_bench->keys->get(m_bench->source());
    QTRY_VERIFY(held.isWaiting());
    m_bench->keys->cancel();
    QVERIFY(set.isFinished() && !m_bench->keys->isFetching());
    QCOMPARE(outcome(set.result()), u"Cancelled"_s);
    held.release();
    m_bench->server.setBehaviour(WireServer::answering(answer(oneKey)));
    QCOMPARE(outcome(m_bench->get()), u"ok"_s); // and by then the first answer would have come
    QCOMPARE(m_bench->server.requestCount(), 2);
}

void PublishedKeysTest::cancelledWhileWaiting_triesNoMore()
{
    m_bench->server.setBehaviour(
        WireServer::answering(httpWithLength("503 Busy\r\nRetry-After: 100", {})));
    QSignalSpy waits(m_bench->keys.get(), &PublishedKeys::waiting);
    const auto set = m_bench->keys->get(m_bench->source());
    QTRY_COMPARE(waits.size(), 1);
    m_bench->keys->cancel();
    QVERIFY(set.isFinished());
    QCOMPARE(outcome(set.result()), u"Cancelled"_s);
    QCOMPARE(set.result().error().step, RequestStep::PublishedKeys);
}

void PublishedKeysTest::destroyed_reportsCancelled()
{
    HeldAnswer held;
    m_bench->server.setBehaviour(held.holding(WireServer::answering(answer(oneKey))));
    const auto set = m_bench->keys->get(m_bench->source());
    QTRY_VERIFY(held.isWaiting());
    m_bench->keys.reset();
    QVERIFY(set.isFinished());
    QCOMPARE(outcome(set.result()), u"Cancelled"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void PublishedKeysTest::passingFault_isTriedAgain()
{
    const auto busy = WireServer::answering(httpWithLength("503 Busy", {}));
    m_bench->server.setBehaviour(
        WireServer::inTurn({busy, busy, WireServer::answering(answer(oneKey))}));
    QList<KeyFetchWait> waits;
    connect(m_bench->keys.get(), &PublishedKeys::waiting, this,
            [&waits](const KeyFetchWait &wait) { waits += wait; });
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 3);
    QCOMPARE(waits.size(), 2);
    QCOMPARE(waits.at(0).span, 20ms);
    QCOMPARE(waits.at(1).span, 40ms);
    QCOMPARE(waits.at(1).tryNumber, 3);
    QCOMPARE(waits.at(1).tries, 3);
    QCOMPARE(waits.at(1).why.code, ErrorCode::ServerFault);
    QCOMPARE(waits.at(1).why.step, RequestStep::PublishedKeys);
}

void PublishedKeysTest::fault_isReported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("requests");
    const QByteArray json = "\r\nContent-Type: application/json"_ba;
    const auto row = [](const char *name, const QByteArray &bytes, const QString &code,
                        int requests = 1) { QTest::newRow(name) << bytes << code << requests; };
    row("not there", httpWithLength("404 Not Found", {}), u"EndpointWrong"_s);
    row("refused", httpWithLength("403 Forbidden" + json, "{}"), u"Refused"_s);
    row("busy", httpWithLength("503 Busy", {}), u"ServerFault"_s, 3);
    row("rate", httpWithLength("429 Slow", {}), u"RateLimited"_s, 3);
    row("elsewhere", httpWithLength("307 There\r\nLocation: https://127.0.0.1:1/", oneKey),
        u"Redirected"_s);
    row("portal", httpWithLength("200 OK\r\nContent-Type: text/html", "<html>Welcome"),
        u"AnswerNotJson"_s);
    row("empty", httpWithLength("200 OK" + json, {}), u"AnswerIncomplete"_s, 2);
    row("cut off", answer(oneKey.chopped(4)), u"AnswerIncomplete"_s, 2);
    row("short", answer(oneKey).chopped(4), u"ConnectionClosed"_s, 3);
    row("other JSON", answer("{\"issuer\":\"x\"}"), u"AnswerUnusable"_s);
    row("no set", answer("[1]"), u"AnswerUnusable"_s);
    row("no key", answer(keySet({})), u"AnswerUnusable"_s);
    row("too many", answer(keySet(QByteArrayList(129, "x"))), u"AnswerUnusable"_s);
    row("member twice", answer(R"({"keys":[],"keys":[{}]})"), u"AnswerUnusable"_s);
    row("too large", answer(keySet({"one"}) + QByteArray(256 * 1024, ' ')), u"AnswerTooLarge"_s);
}

void PublishedKeysTest::fault_isReported()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    QFETCH(const int, requests);
    m_bench->server.setBehaviour(WireServer::answering(bytes));
    const auto set = m_bench->get();
    QCOMPARE(outcome(set), code);
    QCOMPARE(set.error().subject, u"127.0.0.1"_s);
    QCOMPARE(set.error().step, RequestStep::PublishedKeys);
    QCOMPARE(set.error().tries, requests);
    QCOMPARE(m_bench->server.requestCount(), requests);
    QVERIFY(!QFileInfo::exists(m_bench->cacheFolder()));
}

void PublishedKeysTest::failedRenewal_givesTheOlderSetAndSaysWhy()
{
    const auto first = m_bench->get();
    QCOMPARE(outcome(first), u"ok"_s);
    m_bench->startAgain();
    m_bench->server.stop();
    m_bench->clock.advance(7 * 24h - 1ms);
    const auto older = m_bench->get();
    QCOMPARE(outcome(older), u"ok"_s);
    QVERIFY(older->isFromCache && older->whyNotNewer);
    QCOMPARE(older->text, first->text);
    QCOMPARE(older->fetchedAt, first->fetchedAt);
    QCOMPARE(older->whyNotNewer->code, ErrorCode::ConnectionRefused);
    QCOMPARE(older->whyNotNewer->tries, 3);
}

void PublishedKeysTest::tooOldSet_isNoneAtAll()
{
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    m_bench->server.stop();
    m_bench->clock.advance(7 * 24h);
    QCOMPARE(outcome(m_bench->get()), u"ConnectionRefused"_s);
}

void PublishedKeysTest::clockPutBack_isFetchedAnew()
{
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    m_bench->clock.changeWallClock(-2h);
    const auto set = m_bench->get();
    QCOMPARE(outcome(set), u"ok"_s);
    QCOMPARE(m_bench->server.requestCount(), 2);
    QCOMPARE(set->fetchedAt, m_bench->clock.now().utc);
    const auto again = m_bench->get();
    QCOMPARE(outcome(again), u"ok"_s);
    QCOMPARE(again->fetchedAt, set->fetchedAt);
    QCOMPARE(m_bench->server.requestCount(), 2);
}

void PublishedKeysTest::trustOfACaFile_isForThoseWhoHaveIt()
{
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    KeySetSource without = m_bench->source();
    without.route.caFile.clear();
    QVERIFY(!m_bench->keys->kept(without));
    QCOMPARE(outcome(await(m_bench->keys->get(without))), u"CertificateUntrusted"_s);
    QCOMPARE(m_bench->server.requestCount(), 1);
}

void PublishedKeysTest::otherEndpoint_hasItsOwnSet()
{
    WireServer other(&m_bench->authority, WireServer::When::RequestComplete,
                     WireServer::answering(answer(keySet({"two"}))));
    KeySetSource there = m_bench->source();
    there.endpoint = Endpoint::parse(other.url()).value();
    QCOMPARE(outcome(m_bench->get()), u"ok"_s);
    const auto set = await(m_bench->keys->get(there));
    QCOMPARE(outcome(set), u"ok"_s);
    QCOMPARE(set->keyIds, QStringList{u"two"_s});
    QCOMPARE(m_bench->get()->keyIds, QStringList{u"one"_s});
    QCOMPARE(m_bench->server.requestCount() + other.requestCount(), 2);
}

HOURPASS_TEST(PublishedKeysTest, QCoreApplication)

} // namespace tst_publishedkeys

#include "tst_publishedkeys.moc"
