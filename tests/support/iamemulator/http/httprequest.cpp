// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/http/httprequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

using MaybeFault = std::optional<HttpFault>;

HttpFault badRequest(const QString &reason)
{
    return {400, reason};
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

bool isControl(char c)
{
    return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7f';
}

MaybeFault readRequestLine(const QByteArray &line, HttpRequest &request)
{
    const QByteArrayList parts = line.split(' ');
    if (parts.size() != 3)
        return badRequest(u"the request line has not three parts"_s);
    request.method = parts.at(0);
    request.target = parts.at(1);
    if (!isToken(request.method))
        return badRequest(u"the method is not a token"_s);
    if (!request.target.startsWith('/')
        || !std::all_of(request.target.cbegin(), request.target.cend(), isVisible))
        return badRequest(u"the target is not a path"_s);
    if (request.target.contains('#'))
        return badRequest(u"the target has a fragment"_s);
    if (parts.at(2) != "HTTP/1.1")
        return HttpFault{505, u"the version is not HTTP/1.1"_s};
    return {};
}

MaybeFault readHeader(const QByteArray &line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return badRequest(u"a header has no colon"_s);
    const QByteArray name = line.first(colon);
    if (!isToken(name))
        return badRequest(u"a header's name is not a token"_s);
    request.headers.append({name, line.sliced(colon + 1).trimmed()});
    return {};
}

MaybeFault readHead(const QByteArray &head, HttpRequest &request)
{
    const QByteArrayList lines = QByteArray(head).replace("\r\n", "\n").split('\n');
    const bool hasControl = std::any_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
        return std::any_of(line.cbegin(), line.cend(), isControl);
    });
    if (hasControl || head.count('\n') != head.count("\r\n"))
        return badRequest(u"the head has a control character or a bare line end"_s);
    MaybeFault fault = readRequestLine(lines.first(), request);
    for (qsizetype i = 1; i < lines.size() && !fault; ++i)
        fault = readHeader(lines.at(i), request);
    return fault;
}

MaybeFault checkFraming(const HttpRequest &request)
{
    if (request.headerValues("Host").size() != 1)
        return badRequest(u"there is not exactly one Host header"_s);
    if (!request.headerValues("Transfer-Encoding").isEmpty())
        return HttpFault{501, u"a transfer encoding is not supported"_s};
    if (!request.headerValues("Expect").isEmpty())
        return HttpFault{417, u"an expectation is not supported"_s};
    const QByteArrayList lengths = request.headerValues("Content-Length");
    if (lengths.isEmpty()) {
        return request.method == "POST" ? HttpFault{411, u"a POST has no Content-Length"_s}
                                        : MaybeFault();
    }
    const QByteArray &length = lengths.first();
    const bool digits =
        std::all_of(length.cbegin(), length.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (lengths.size() != 1 || length.isEmpty() || !digits)
        return badRequest(u"the Content-Length is not one number"_s);
    bool fits = false;
    if (length.toLongLong(&fits) > HttpRequestParser::maximumBody || !fits)
        return HttpFault{413, u"the body is too large"_s};
    return {};
}

} // namespace

QByteArrayList headerValues(const HttpHeaders &headers, QByteArrayView name)
{
    QByteArrayList values;
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            values.append(header.value);
    }
    return values;
}

QByteArray HttpRequest::path() const
{
    return target.first(hasQuery() ? target.indexOf('?') : target.size());
}

QByteArray HttpRequest::query() const
{
    return hasQuery() ? target.sliced(target.indexOf('?') + 1) : QByteArray();
}

QByteArrayList HttpRequest::headerValues(QByteArrayView name) const
{
    return emulator::headerValues(headers, name);
}

QByteArray HttpRequest::header(QByteArrayView name) const
{
    return headerValues(name).value(0);
}

bool HttpRequest::asksToClose() const
{
    return fault || header("Connection").compare("close", Qt::CaseInsensitive) == 0;
}

void HttpRequestParser::append(const QByteArray &bytes)
{
    if (!m_broken)
        m_buffer.append(bytes);
}

std::optional<HttpRequest> HttpRequestParser::next()
{
    if (m_broken)
        return {};
    HttpRequest request;
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > maximumHead || (end < 0 && m_buffer.size() > maximumHead))
        return failure(std::move(request), {431, u"the head is too large"_s});
    if (end < 0)
        return {};
    MaybeFault fault = readHead(m_buffer.first(end), request);
    if (!fault)
        fault = checkFraming(request);
    if (fault)
        return failure(std::move(request), *fault);

    const qsizetype bodyStart = end + 4;
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (m_buffer.size() < bodyStart + length)
        return {};
    request.body = m_buffer.sliced(bodyStart, length);
    m_buffer.remove(0, bodyStart + length);
    return request;
}

std::optional<HttpRequest> HttpRequestParser::failure(HttpRequest request, const HttpFault &fault)
{
    m_broken = true;
    m_buffer.clear();
    request.fault = fault;
    return request;
}

} // namespace hourpass::emulator
