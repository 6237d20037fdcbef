// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/complaint.h"

#include "core/asciijson.h"
#include "core/visibletext.h"
#include "words/explanation.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ComplaintWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Complaint)
};

QString kindOf(ErrorCode code)
{
    switch (exitCodeFor(code)) {
    case ExitCode::Usage:
        return u"usage"_s;
    case ExitCode::NoSuchProfile:
        return u"not_found"_s;
    case ExitCode::KeychainUnusable:
        return u"keychain"_s;
    case ExitCode::NetworkOrTls:
        return code == ErrorCode::CaFileInvalid || code > ErrorCode::ProxyRefused ? u"tls"_s
                                                                                  : u"network"_s;
    case ExitCode::Refused:
        return u"refused"_s;
    case ExitCode::TryLater:
        return u"try_later"_s;
    case ExitCode::UnusableAnswer:
        return u"answer"_s;
    case ExitCode::Interrupted:
        return u"cancelled"_s;
    default:
        return code == ErrorCode::Internal ? u"internal"_s : u"file"_s;
    }
}

// Where the window's advice does not fit a shell.
QString adviceHere(const Error &error, const Explanation &explanation)
{
    if (error.isKeyInDoubt)
        return ComplaintWords::tr(
            "The key may have been stored all the same: see hourpass-cli profile "
            "orphans, then try again.");
    if (error.step == RequestStep::PublishedKeys && error.code == ErrorCode::CertificateUntrusted)
        return ComplaintWords::tr(
            "No key was taken. If your company inspects its traffic, give its CA file "
            "with --ca-file; otherwise do not use this network.");
    switch (error.code) {
    case ErrorCode::NotFound:
        return ComplaintWords::tr("Remove the profile and add it again with its key.");
    case ErrorCode::KeyEmpty:
        return ComplaintWords::tr("Give it on standard input, or in a file with --key-file.");
    case ErrorCode::KeychainMissing:
        return ComplaintWords::tr(
            "Start a keychain such as GNOME Keyring, KWallet or KeePassXC. In "
            "cron or over SSH there is none unless a desktop session runs: "
            "DBUS_SESSION_BUS_ADDRESS has to lead to its bus.");
    case ErrorCode::SessionBusSilent:
        return ComplaintWords::tr(
            "Keychains are reached by it. Look where DBUS_SESSION_BUS_ADDRESS leads, "
            "or log out and in again.");
    default:
        return explanation.nextStep;
    }
}

} // namespace

Complaint complaintAbout(const Error &error)
{
    const Explanation explanation = explain(error);
    Complaint complaint;
    complaint.exitCode = exitCodeFor(error.code);
    complaint.code =
        error.server.code.isEmpty() ? errorName(error.code) : visibleText(error.server.code);
    complaint.kind = kindOf(error.code);
    complaint.message = explanation.cause;
    complaint.advice = adviceHere(error, explanation);
    complaint.transactionId = visibleText(error.server.transactionId);
    complaint.details = explanation.details;
    return complaint;
}

Complaint complaintAboutArgument(const Error &error)
{
    Error told = error;
    if (error.code == ErrorCode::NotFound) // of a file, which explain() takes for a key
        told.code = ErrorCode::FileUnreadable;
    Complaint complaint = complaintAbout(told);
    complaint.exitCode = ExitCode::Usage;
    complaint.kind = u"usage"_s;
    return complaint;
}

Complaint usageComplaint(const QString &message, const QString &advice)
{
    return {ExitCode::Usage, u"Usage"_s, u"usage"_s, message, advice, {}, {}};
}

Complaint noSuchProfile(const QString &message, const QString &advice)
{
    return {ExitCode::NoSuchProfile, u"NoSuchProfile"_s, u"not_found"_s, message, advice, {}, {}};
}

QString asText(const Complaint &complaint)
{
    QString text = "hourpass-cli: "_L1 + complaint.message + u'\n';
    if (!complaint.advice.isEmpty())
        text += complaint.advice + u'\n';
    if (!complaint.details.isEmpty() && complaint.exitCode != ExitCode::Interrupted)
        text += ComplaintWords::tr("Details: %1").arg(complaint.details) + u'\n';
    return text;
}

QByteArray asJson(const Complaint &complaint)
{
    QJsonObject members{{u"code"_s, complaint.code},
                        {u"kind"_s, complaint.kind},
                        {u"message"_s, complaint.message}};
    if (!complaint.advice.isEmpty())
        members["advice"_L1] = complaint.advice;
    if (!complaint.transactionId.isEmpty())
        members["transactionId"_L1] = complaint.transactionId;
    return asciiJson({{u"error"_s, members}}) + '\n';
}

} // namespace hourpass
