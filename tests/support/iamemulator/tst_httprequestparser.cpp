// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/http/httprequest.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_httprequestparser {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

class TestHttpRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_isReadByteByByte();
    void requestsOnOneConnection_areReadOneAfterTheOther();
    void target_isSplitAtTheFirstQuestionMark();
    void faultyBytes_areRefusedWithAStatus_data();
    void faultyBytes_areRefusedWithAStatus();
    void nothingIsRead_afterAFault();
    void incompleteRequest_isAwaited_data();
    void incompleteRequest_isAwaited();
};

void TestHttpRequestParser::request_isReadByteByByte()
{
    const QByteArray bytes = "POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-Twice: 1\r\nx-twice:  2 \r\n"
                             "Content-Length: 5\r\n\r\na\r\nb&"_ba;
    HttpRequestParser parser;
    std::optional<HttpRequest> request;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QVERIFY(!request);
        parser.append(bytes.sliced(i, 1));
        request = parser.next();
    }
    QVERIFY(request);
    QVERIFY(!request->fault);
    QCOMPARE(request->method, "POST"_ba);
    QCOMPARE(request->target, "/a?b=c"_ba);
    QCOMPARE(request->headerValues("X-TWICE"), (QByteArrayList{"1"_ba, "2"_ba}));
    QCOMPARE(request->headers.at(2).name, "x-twice"_ba);
    QCOMPARE(request->body, "a\r\nb&"_ba);
}

void TestHttpRequestParser::requestsOnOneConnection_areReadOneAfterTheOther()
{
    HttpRequestParser parser;
    parser.append("POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nabGET /2 HT"_ba);
    QCOMPARE(parser.next()->body, "ab"_ba);
    QVERIFY(!parser.next());
    parser.append("TP/1.1\r\nHost: h\r\n\r\n"_ba);
    QCOMPARE(parser.next()->target, "/2"_ba);
    QVERIFY(!parser.next());
}

void TestHttpRequestParser::target_isSplitAtTheFirstQuestionMark()
{
    HttpRequest request;
    request.target = "/a?b?c"_ba;
    QCOMPARE(request.path(), "/a"_ba);
    QCOMPARE(request.query(), "b?c"_ba);
    request.target = "/a"_ba;
    QVERIFY(!request.hasQuery());
    QCOMPARE(request.path(), "/a"_ba);
}

void TestHttpRequestParser::faultyBytes_areRefusedWithAStatus_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const auto withHeaders = [](const QByteArray &headers) {
        return "POST / HTTP/1.1\r\n" + headers + "\r\n\r\n";
    };
    QTest::newRow("two parts") << "GET /\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("two spaces") << "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("method with a slash") << "G/T / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("absolute target") << "GET https://h/ HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("fragment") << "GET /#a HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("letter outside ASCII") << "GET /\xc3\xa9 HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\nHost: h\r\n\r\n"_ba << 505;
    QTest::newRow("bare line feed") << "GET / HTTP/1.1\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("bare carriage return") << "GET / HTTP/1.1\r\nHost: h\rx\r\n\r\n"_ba << 400;
    QTest::newRow("NUL") << "GET / HTTP/1.1\r\nHost: h"_ba + '\0' + "\r\n\r\n" << 400;
    QTest::newRow("folded header") << "GET / HTTP/1.1\r\nHost: h\r\n more: x\r\n\r\n"_ba << 400;
    QTest::newRow("header without colon") << "GET / HTTP/1.1\r\nHost h\r\n\r\n"_ba << 400;
    QTest::newRow("space before colon") << "GET / HTTP/1.1\r\nHost : h\r\n\r\n"_ba << 400;
    QTest::newRow("no host") << "GET / HTTP/1.1\r\nAccept: x\r\n\r\n"_ba << 400;
    QTest::newRow("two hosts") << "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n"_ba << 400;
    QTest::newRow("no length") << withHeaders("Host: h"_ba) << 411;
    QTest::newRow("negative length") << withHeaders("Host: h\r\nContent-Length: -1"_ba) << 400;
    QTest::newRow("signed length") << withHeaders("Host: h\r\nContent-Length: +1"_ba) << 400;
    QTest::newRow("empty length") << withHeaders("Host: h\r\nContent-Length:"_ba) << 400;
    QTest::newRow("two lengths") << withHeaders(
        "Host: h\r\nContent-Length: 1\r\nContent-Length: 1"_ba)
                                 << 400;
    QTest::newRow("body too large") << withHeaders("Host: h\r\nContent-Length: 65537"_ba) << 413;
    QTest::newRow("length beyond all numbers")
        << withHeaders("Host: h\r\nContent-Length: 99999999999999999999"_ba) << 413;
    QTest::newRow("chunked") << withHeaders("Host: h\r\nTransfer-Encoding: chunked"_ba) << 501;
    QTest::newRow("expectation") << withHeaders(
        "Host: h\r\nContent-Length: 1\r\nExpect: 100-continue"_ba)
                                 << 417;
    QTest::newRow("head too large, complete")
        << withHeaders("Host: h\r\nA: " + QByteArray(HttpRequestParser::maximumHead, 'a')) << 431;
    QTest::newRow("head too large, endless")
        << "GET /" + QByteArray(HttpRequestParser::maximumHead, 'a') << 431;
}

void TestHttpRequestParser::faultyBytes_areRefusedWithAStatus()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    HttpRequestParser parser;
    parser.append(bytes);
    const std::optional<HttpRequest> request = parser.next();
    QVERIFY(request);
    QVERIFY(request->fault);
    QCOMPARE(request->fault->status, status);
    QVERIFY(!request->fault->reason.isEmpty());
}

void TestHttpRequestParser::nothingIsRead_afterAFault()
{
    HttpRequestParser parser;
    parser.append("GET /\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba);
    QVERIFY(parser.next()->fault);
    QVERIFY(!parser.next());
    parser.append("GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba);
    QVERIFY(!parser.next());
}

void TestHttpRequestParser::incompleteRequest_isAwaited_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << "GET / HT"_ba;
    QTest::newRow("no blank line") << "GET / HTTP/1.1\r\nHost: h\r\n"_ba;
    QTest::newRow("half a body") << "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab"_ba;
}

void TestHttpRequestParser::incompleteRequest_isAwaited()
{
    QFETCH(const QByteArray, bytes);
    HttpRequestParser parser;
    parser.append(bytes);
    QVERIFY(!parser.next());
}

HOURPASS_TEST(TestHttpRequestParser, QCoreApplication)

} // namespace tst_httprequestparser

#include "tst_httprequestparser.moc"
