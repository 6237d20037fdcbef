// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace hourpass::emulator {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

using HttpHeaders = QList<HttpHeader>;

/// All values of a header, its name in any case.
QByteArrayList headerValues(const HttpHeaders &headers, QByteArrayView name);

/// Why bytes are not a request, and what to answer.
struct HttpFault {
    int status = 400;
    QString reason;
};

/// A request as it came: header names, order and target untouched.
struct HttpRequest {
    QByteArray method;
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
    std::optional<HttpFault> fault;

    QByteArray path() const;
    bool hasQuery() const { return target.contains('?'); }
    QByteArray query() const;
    QByteArrayList headerValues(QByteArrayView name) const;
    /// The first value, or nothing.
    QByteArray header(QByteArrayView name) const;
    bool asksToClose() const;
};

/// Reads HTTP/1.1 requests off a connection. Strict: what RFC 9112 lets a server tolerate
/// (bare line feeds, folded or repeated framing headers, a missing Host) is a fault here, so that
/// a client's slip is seen in a test and not at the real service.
class HttpRequestParser final
{
public:
    static constexpr qsizetype maximumHead = 32 * 1024;
    static constexpr qsizetype maximumBody = 64 * 1024;

    void append(const QByteArray &bytes);
    /// The next request, as soon as it is complete or known to be faulty; after a faulty one
    /// nothing more can be read off the connection.
    std::optional<HttpRequest> next();

private:
    std::optional<HttpRequest> failure(HttpRequest request, const HttpFault &fault);

    QByteArray m_buffer;
    bool m_broken = false;
};

} // namespace hourpass::emulator
