// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace hourpass {
Q_NAMESPACE

/// Why something did not happen. Decisions and tests use the code; words are made of it in
/// words/explanation.h. The first group are outcomes, not failures.
enum class ErrorCode {
    Cancelled,
    NotFound,

    // What the user gave us.
    NameEmpty,
    NameTaken,
    EndpointInvalid,
    KeyEmpty,
    KeyFileWithoutKey,
    CaFileInvalid,

    // Files.
    FileUnreadable,
    FileNotRegular,
    FileTooLarge,
    FileDamaged,
    FileFromNewerVersion,
    WriteFailed,

    // The system keychain (security rules, section 3).
    KeychainMissing,
    KeychainLocked,
    KeychainSilent,
    KeychainFailed,
    KeychainNotKept,    ///< a write was reported done, reading back gave something else
    KeychainNotDeleted, ///< a delete was reported done, the entry is still there

    // The way to the server.
    HostNotFound,
    ConnectionRefused,
    ConnectionClosed,
    TimedOut,
    NetworkFailed,
    ProxyFailed,
    CertificateUntrusted,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateForOtherHost,
    TlsFailed,
    Redirected,

    // What the server said.
    Refused,       ///< HTTP 4xx other than 408 and 429
    RateLimited,   ///< HTTP 429
    ServerFault,   ///< HTTP 408, 5xx
    AnswerNotJson, ///< something between here and IAM answered, as a captive portal does
    AnswerUnusable,
    AnswerTooLarge,

    Internal,
};
Q_ENUM_NS(ErrorCode)

/// What a server said about a failure (fact sheet, section 2.1). From outside: show it only
/// through visibleText().
struct ServerEvidence {
    int httpStatus = 0; ///< 0: there was no HTTP answer
    QString code;       ///< such as BXNIM0415E, or empty
    QString message;    ///< errorDetails if given, else errorMessage
    QString transactionId;

    bool operator==(const ServerEvidence &) const = default;
};

/// A failure as a value. `detail` is English, for the details fold and the log, never the only
/// thing that is shown. Never holds a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString subject; ///< the host, file or name that it is about, or empty
    ServerEvidence server;

    bool operator==(const Error &) const = default;
};

/// The name of the code as in the source, for logs and test output.
QString errorName(ErrorCode code);

} // namespace hourpass
