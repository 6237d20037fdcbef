// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/http/httprequest.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace hourpass::emulator {

/// A request as it arrived, secrets and all: for tests, which look for their canary in it.
struct RequestRecord {
    QDateTime time;     ///< UTC
    int connection = 0; ///< counted from 1; the same number means the same connection
    QString tlsVersion;
    QByteArray method;
    QByteArray target;   ///< the path and, if any, the query
    HttpHeaders headers; ///< order and letter case as sent
    QByteArray body;
    /// Rules of the strict set that were broken, or why the bytes were no request at all.
    QStringList violations;
    /// The status of the answer; nothing was necessarily delivered of it.
    int status = 0;

    /// The header's first value, its name in any case.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
    QJsonObject toJson() const;
};

} // namespace hourpass::emulator
