// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

namespace hourpass {

// A table. NOLINTNEXTLINE(readability-function-size)
ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return ExitCode::Interrupted;

    case ErrorCode::NameEmpty:
    case ErrorCode::NameTooLong:
    case ErrorCode::NameInvalid:
    case ErrorCode::NameTaken:
    case ErrorCode::EndpointInvalid:
    case ErrorCode::TrustedProfileInvalid:
    case ErrorCode::KeyEmpty:
    case ErrorCode::KeyFileWithoutKey:
    case ErrorCode::KeyHasProfile:
        return ExitCode::Usage;

    case ErrorCode::FileUnreadable:
    case ErrorCode::FileNotRegular:
    case ErrorCode::FileTooLarge:
    case ErrorCode::OwnFileNotRegular:
    case ErrorCode::OwnFileTooLarge:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileFromNewerVersion:
    case ErrorCode::SettingsDamaged:
    case ErrorCode::SettingsFromNewerVersion:
    case ErrorCode::FileOfAnotherUser:
    case ErrorCode::FileWritableByOthers:
    case ErrorCode::WriteFailed:
    case ErrorCode::Internal:
        return ExitCode::InternalFault;

    case ErrorCode::NotFound: // what is looked for by its code alone is a key
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainSilent:
    case ErrorCode::SessionBusSilent:
    case ErrorCode::KeychainFailed:
    case ErrorCode::KeychainNotSearchable:
    case ErrorCode::KeychainNotKept:
    case ErrorCode::KeychainNotDeleted:
        return ExitCode::KeychainUnusable;

    case ErrorCode::CaFileInvalid:
    case ErrorCode::ProxyInvalid:
        return ExitCode::NetworkOrTls;

    case ErrorCode::KeyExpired:
    case ErrorCode::Refused:
        return ExitCode::Refused;

    case ErrorCode::FileInUse:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::KeyTooNew:
        return ExitCode::TryLater;

    case ErrorCode::Redirected:
    case ErrorCode::EndpointWrong:
    case ErrorCode::AnswerNotJson:
    case ErrorCode::AnswerIncomplete:
    case ErrorCode::AnswerUnusable:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerCompressed:
        return ExitCode::UnusableAnswer;

    default: // the way to the server, in two groups of the enumeration
        return code >= ErrorCode::Offline && code <= ErrorCode::TlsFailed ? ExitCode::NetworkOrTls
                                                                          : ExitCode::InternalFault;
    }
}

} // namespace hourpass
