// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

namespace hourpass {

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ExitCode::Interrupted;

    case ErrorCode::NameEmpty:
    case ErrorCode::NameTaken:
    case ErrorCode::EndpointInvalid:
    case ErrorCode::KeyEmpty:
    case ErrorCode::KeyFileWithoutKey:
        return ExitCode::Usage;

    case ErrorCode::FileUnreadable:
    case ErrorCode::FileNotRegular:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileFromNewerVersion:
    case ErrorCode::WriteFailed:
    case ErrorCode::Internal:
        return ExitCode::InternalFault;

    case ErrorCode::NotFound: // what is looked for by its code alone is a key
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainSilent:
    case ErrorCode::KeychainFailed:
    case ErrorCode::KeychainNotKept:
    case ErrorCode::KeychainNotDeleted:
        return ExitCode::KeychainUnusable;

    case ErrorCode::CaFileInvalid:
    case ErrorCode::Offline:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionClosed:
    case ErrorCode::TimedOut:
    case ErrorCode::NetworkFailed:
    case ErrorCode::ProxyUnreachable:
    case ErrorCode::ProxyLoginNeeded:
    case ErrorCode::ProxyRefused:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateWeak:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateForOtherHost:
    case ErrorCode::TlsOutdated:
    case ErrorCode::TlsRefused:
    case ErrorCode::TlsFailed:
        return ExitCode::NetworkOrTls;

    case ErrorCode::Refused:
        return ExitCode::Refused;

    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
        return ExitCode::TryLater;

    case ErrorCode::Redirected:
    case ErrorCode::EndpointWrong:
    case ErrorCode::AnswerNotJson:
    case ErrorCode::AnswerIncomplete:
    case ErrorCode::AnswerUnusable:
    case ErrorCode::AnswerTooLarge:
        return ExitCode::UnusableAnswer;
    }
    return ExitCode::InternalFault;
}

} // namespace hourpass
