// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QList>
#include <QObject>

namespace hourpass {

/// What a request is for.
enum class RequestPurpose {
    ApiKeyGrant,
    AssumeGrant,
    KeyDetails,
    Discovery,
    PublishedKeys,
};

/// One request of this run. Holds no secret: no body, no header, no query.
struct NetworkLogEntry {
    Milliseconds started{}; ///< since 1970, by this computer's clock
    Milliseconds duration{};
    RequestPurpose purpose = RequestPurpose::ApiKeyGrant;
    QString host;             ///< with the port where that is not 443
    QString proxy;            ///< "http://host:port" without a login, or empty where there was none
    QString tlsVersion;       ///< such as "TLS 1.3"; empty where there was no TLS yet
    QString issuer;           ///< of the server's certificate, or empty
    qint64 bytesSent = 0;     ///< of the body
    qint64 bytesReceived = 0; ///< of the body, decoded
    int httpStatus = 0;       ///< 0: there was no HTTP answer
    std::optional<ErrorCode> failure{};
    QString transactionId;
};

/// Every request of this run, the latest at the end, in memory alone. Drops the oldest ones where
/// there are too many.
class NetworkLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype capacity = 1000;

    using QObject::QObject;

    const QList<NetworkLogEntry> &entries() const { return m_entries; }
    void add(const NetworkLogEntry &entry);

Q_SIGNALS:
    void added();
    /// The oldest entry; tells before added().
    void dropped();

private:
    QList<NetworkLogEntry> m_entries;
};

} // namespace hourpass
