// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/http/httprequest.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>

namespace hourpass::emulator {

struct HttpResponse {
    int status = 200;
    HttpHeaders headers;
    QByteArray body;

    /// Replaces all headers of that name.
    void setHeader(const QByteArray &name, const QByteArray &value);
    void removeHeader(QByteArrayView name);
};

/// How a response is put on the wire.
enum class Delivery {
    Complete,
    HalfBody,   ///< the length is declared, half of the body follows, then the connection ends
    UntilClose, ///< no length is declared; the end of the connection ends the body
    CloseWithoutAnswer,
    Never,
};

/// What becomes of a request.
struct Answer {
    HttpResponse response;
    Delivery delivery = Delivery::Complete;
    std::chrono::milliseconds delay{0};
    /// What the request did against the rules, whether or not it is refused for it.
    QStringList violations = {};
};

/// A time in the form of the Date and Retry-After headers.
QByteArray toHttpDate(const QDateTime &time);
/// The status line, the headers and, unless the body ends with the connection, its length.
QByteArray serializeHead(const HttpResponse &response, Delivery delivery, bool closes);

} // namespace hourpass::emulator
