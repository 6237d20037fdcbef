// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace hourpass {
Q_NAMESPACE

/// Why something did not happen. Decisions and tests use the code; words are made of it in
/// words/explanation.h. The first group are outcomes, not failures.
enum class ErrorCode {
    Cancelled,
    NotFound,

    // What the user gave us.
    NameEmpty,
    NameTooLong,
    NameInvalid, ///< it has characters that nobody sees
    NameTaken,
    EndpointInvalid,
    TrustedProfileInvalid,
    KeyEmpty,
    KeyFileWithoutKey,
    ProxyInvalid, ///< its address; the subject is where it comes from, or empty
    CaFileInvalid,

    // Files.
    FileUnreadable,
    FileNotRegular,
    FileTooLarge,
    OwnFileNotRegular, ///< one that Hourpass keeps, where the user chose nothing
    OwnFileTooLarge,
    FileDamaged,
    FileFromNewerVersion,
    SettingsDamaged,
    SettingsFromNewerVersion,
    FileOfAnotherUser,    ///< a file of ours, or its folder, belongs to somebody else
    FileWritableByOthers, ///< somebody else may have changed what is in it
    FileInUse,            ///< another process has been saving for too long
    WriteFailed,

    // The system keychain (security rules, section 3).
    KeychainMissing,
    KeychainLocked,
    KeychainSilent,
    SessionBusSilent, ///< by which keychains are reached; it is there, and does not answer
    KeychainFailed,
    KeychainNotSearchable, ///< it can be asked for one entry alone, not for all there are
    KeychainNotKept,       ///< a write was reported done, reading back gave something else
    KeychainNotDeleted,    ///< a delete was reported done, the entry is still there
    KeyHasProfile,         ///< what was to be done with a key that has no profile
    KeyTooNew,             ///< to be deleted: its profile may be stored in a moment

    // The way to the server.
    Offline, ///< no network interface is up
    HostNotFound,
    ConnectionRefused,
    ConnectionClosed,
    TimedOut,
    NetworkFailed,
    ProxyUnreachable,
    ProxyLoginNeeded, ///< the proxy wants a login and has none, or a wrong one
    ProxyRefused,     ///< the proxy answered, and does not reach the server

    // TLS. Error::certificate says more where there was one.
    CertificateUntrusted,
    CertificateWeak, ///< its key or its signature is too weak
    CertificateExpired,
    CertificateNotYetValid,
    CertificateForOtherHost,
    TlsOutdated, ///< the server offers nothing from TLS 1.2 on
    TlsRefused,  ///< the server broke the handshake off with an alert
    TlsFailed,

    // What the server said.
    Redirected,       ///< ServerEvidence::redirectHost says where to
    KeyExpired,       ///< Refused, and the key's end is past; the subject is when, in ISO form
    Refused,          ///< HTTP 4xx other than 404, 405, 408 and 429
    EndpointWrong,    ///< HTTP 404 or 405 without a code of IAM
    RateLimited,      ///< HTTP 429
    ServerFault,      ///< HTTP 408, 5xx
    AnswerNotJson,    ///< something between here and IAM answered, as a captive portal does
    AnswerIncomplete, ///< empty, cut off or garbled on its way
    AnswerUnusable,   ///< whole, and not what IAM answers
    AnswerTooLarge,
    AnswerCompressed, ///< though no encoding but the plain one was taken

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
    QString redirectHost{};              ///< of a 3xx answer, or empty
    std::optional<Seconds> retryAfter{}; ///< how long the server asks to wait, as it said it

    bool operator==(const ServerEvidence &) const = default;
};

/// What the server's certificate says (RFC 5280). From outside, as ServerEvidence.
struct CertificateEvidence {
    QString issuer;
    QStringList names; ///< of hosts that it is for
    QDateTime validFrom;
    QDateTime validTo;
    QDateTime checkedAt; ///< by this computer's clock
    /// The server sent it without those of the authorities above it.
    bool isAlone = false;

    bool operator==(const CertificateEvidence &) const = default;
};

/// Which request to IAM a failure is of, where one call of ours makes several.
enum class RequestStep {
    KeyExchange,
    Assume,        ///< of a trusted profile: the key has worked
    PublishedKeys, ///< no key of the user's has to do with it
};

/// A failure as a value. `detail` is English, for the details fold and the log, never the only
/// thing that is shown. Never holds a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString subject; ///< the host, file or name that it is about, or empty
    ServerEvidence server{};
    CertificateEvidence certificate{};
    QString proxy{};             ///< toString() of the one on the way, or empty
    bool isLoginInDoubt = false; ///< ProxyRefused: a login was sent, and may be the reason
    /// A write failed, and the new entry may be there all the same.
    bool isKeyInDoubt = false;
    int tries = 1; ///< how often it was tried
    RequestStep step = RequestStep::KeyExchange;

    bool operator==(const Error &) const = default;
};

/// The name of the code as in the source, for logs and test output.
QString errorName(ErrorCode code);

} // namespace hourpass
