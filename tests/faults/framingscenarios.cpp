// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/httpbytes.h"

#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

const auto json = "200 OK\r\nContent-Type: application/json"_ba;
#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 bearableKiB = 512 * 1024;
#else
constexpr qint64 bearableKiB = 40 * 1024;
#endif

QByteArray withLengthOf(qsizetype length, const QByteArray &body)
{
    return httpBytes(json + "\r\nContent-Length: " + QByteArray::number(length), body);
}

Scenario brokenOff()
{
    // What came is JSON, and whole as such.
    const QByteArray part = withLengthOf(tokenBody().size() + 100, tokenBody());
    return treated(WireServer::resettingAfter(part),
                   QStringList{u"ConnectionClosed"_s, u"NetworkFailed"_s},
                   QStringList{u"127.0.0.1"_s, u"try again"_s});
}

Scenario shorterThanTheBody()
{
    return answered(withLengthOf(tokenBody().size() - 5, tokenBody()),
                    QStringList{u"AnswerIncomplete"_s},
                    QStringList{u"empty or incomplete"_s, u"Nothing of it was used"_s});
}

Scenario badChunkSize()
{
    return answered(httpBytes(json + "\r\nTransfer-Encoding: chunked",
                              "xyz\r\n" + tokenBody() + "\r\n0\r\n\r\n"),
                    QStringList{u"AnswerIncomplete"_s},
                    QStringList{u"empty or incomplete"_s, u"Nothing of it was used"_s});
}

Scenario lengthAndChunks(const QString &name, qsizetype length)
{
    const QByteArray size = QByteArray::number(tokenBody().size(), 16);
    Scenario scenario =
        answered(httpBytes(json + "\r\nTransfer-Encoding: chunked\r\nContent-Length: "
                               + QByteArray::number(length),
                           size + "\r\n" + tokenBody() + "\r\n0\r\n\r\n"),
                 QStringList{u"ok"_s, u"AnswerIncomplete"_s}, {});
    scenario.name = name;
    scenario.mayBeTaken = true;
    return scenario;
}

Scenario negativeLength()
{
    return answered(withLengthOf(-1, tokenBody()), QStringList{u"AnswerUnusable"_s},
                    QStringList{u"could not be used"_s, u"Nothing of it was used"_s});
}

Scenario noStatusLine()
{
    return answered(tokenBody(), QStringList{u"ConnectionClosed"_s},
                    QStringList{u"Nothing of it was used"_s, u"without an HTTP answer"_s});
}

Scenario hugeHeaders(const QString &name, const QByteArray &headers)
{
    Scenario scenario = answered(
        "HTTP/1.1 200 OK\r\n" + headers + "Content-Type: application/json\r\nContent-Length: "
            + QByteArray::number(tokenBody().size()) + "\r\n\r\n" + tokenBody(),
        QStringList{u"AnswerUnusable"_s},
        QStringList{u"127.0.0.1 could not be used"_s, u"no headers, or too many"_s});
    scenario.name = name;
    scenario.memoryKiB = bearableKiB;
    return scenario;
}

Scenario oddHeader(const QString &name, const QByteArray &line)
{
    Scenario scenario = answered(httpWithLength(json + "\r\n" + line, tokenBody()),
                                 QStringList{u"ok"_s, u"AnswerUnusable"_s}, {});
    scenario.name = name;
    scenario.mayBeTaken = true;
    scenario.also = [counted = scenario.also](FaultBench &bench, const Result<TokenSet> &token) {
        counted(bench, token);
        QVERIFY(!bench.logged().contains("X-O"_L1));
    };
    return scenario;
}

} // namespace

Scenarios framingScenarios()
{
    constexpr qsizetype tenMiB = 10 * 1024 * 1024;
    const QByteArray line = "X-Odd: " + QByteArray(1000, 'x') + "\r\n";
    return {
        {u"F043"_s, {brokenOff()}},
        {u"F045"_s, {shorterThanTheBody()}},
        {u"F047"_s, {badChunkSize()}},
        {u"F049"_s,
         {lengthAndChunks(u"the same length"_s, tokenBody().size()),
          lengthAndChunks(u"a shorter length"_s, 5)}},
        {u"F051"_s, {negativeLength()}},
        {u"F053"_s, {noStatusLine()}},
        {u"F055"_s,
         {hugeHeaders(u"one line"_s, "X-Odd: " + QByteArray(tenMiB, 'x') + "\r\n"),
          hugeHeaders(u"many lines"_s, line.repeated(tenMiB / line.size()))}},
        {u"F057"_s,
         {oddHeader(u"NUL"_s, QByteArray("X-Odd: a\0b", 10)),
          oddHeader(u"bare CR"_s, "X-Odd: a\rX-Other: b")}},
    };
}

Scenarios encodingScenarios()
{
    Scenario bomb = answered(httpWithLength(json + "\r\nContent-Encoding: gzip", gzipBomb()),
                             QStringList{u"AnswerTooLarge"_s}, QStringList{u"too large"_s});
    bomb.memoryKiB = bearableKiB;
    Scenario plain = answered(httpWithLength(json + "\r\nContent-Encoding: gzip", tokenBody()),
                              QStringList{u"AnswerIncomplete"_s, u"ok"_s},
                              QStringList{u"Nothing of it was used"_s});
    plain.mayBeTaken = true;
    const Scenario notOffered =
        answered(httpWithLength(json + "\r\nContent-Encoding: br", gzipped(tokenBody())),
                 QStringList{u"AnswerCompressed"_s},
                 QStringList{u"compressed"_s, u"Nothing of it was used"_s});
    const QString text = QString::fromLatin1(tokenBody());
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const Scenario utf16 =
        answered(httpWithLength(json, "\xFF\xFE" + wide), QStringList{u"AnswerUnusable"_s},
                 QStringList{u"could not be used"_s});
    return {
        {u"F061"_s, {bomb}}, {u"F063"_s, {plain}}, {u"F065"_s, {notOffered}}, {u"F067"_s, {utf16}}};
}

} // namespace hourpass::test
