// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hourpass {

/// An HTTP answer, whole, of any status.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray contentEncoding; ///< as the server calls it; nothing was unpacked
    QByteArray transactionId;
    QString redirectHost;              ///< of a 3xx with a Location, in ASCII form
    std::optional<Seconds> date;       ///< the Date header, since 1970
    std::optional<Seconds> retryAfter; ///< Retry-After as a span; garbage and the past left out
    std::optional<Seconds> maxAge;     ///< for how long Cache-Control lets it be kept
    QByteArray body;
    Instant sent; ///< when the request went out
    Instant received;
};

} // namespace hourpass
