// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/http/httpresponse.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

struct Reason {
    int status;
    const char *text;
};

constexpr Reason reasons[] = {
    {200, "OK"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

QByteArray reasonFor(int status)
{
    const auto found = std::find_if(std::begin(reasons), std::end(reasons),
                                    [status](const Reason &r) { return r.status == status; });
    return found == std::end(reasons) ? "Unknown"_ba : QByteArray(found->text);
}

} // namespace

void HttpResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    removeHeader(name);
    headers.append({name, value});
}

void HttpResponse::removeHeader(QByteArrayView name)
{
    headers.removeIf([name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray toHttpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray serializeHead(const HttpResponse &response, Delivery delivery, bool closes)
{
    QByteArray head = "HTTP/1.1 "_ba + QByteArray::number(response.status) + ' '
        + reasonFor(response.status) + "\r\n";
    for (const HttpHeader &header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    if (delivery != Delivery::UntilClose)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (closes)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace hourpass::emulator
