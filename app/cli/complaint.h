// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exitcode.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace hourpass {

/// What standard error says of a failure, and how the program ends by it (contracts, section 2).
/// All texts are safe to show.
struct Complaint {
    ExitCode exitCode = ExitCode::InternalFault;
    QString code; ///< IAM's, else the name of the ErrorCode
    QString kind; ///< one of a few words that scripts can tell apart; see complaint.cpp
    QString message;
    QString advice;
    QString transactionId;
    QString details; ///< one line for support, of the text form alone

    bool operator==(const Complaint &) const = default;
};

Complaint complaintAbout(const Error &error);
/// The same where an argument is at fault: a file that the user named, a value.
Complaint complaintAboutArgument(const Error &error);
Complaint usageComplaint(const QString &message, const QString &advice = {});
/// `advice` is about the profiles that there are.
Complaint noSuchProfile(const QString &message, const QString &advice);

/// Some lines, the last one ended.
QString asText(const Complaint &complaint);
/// One line, ended.
QByteArray asJson(const Complaint &complaint);

} // namespace hourpass
