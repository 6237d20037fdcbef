// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keyfetchwords.h"

#include "core/visibletext.h"
#include "words/spanwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace hourpass {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct KeyFetchWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::KeyFetchWords)
};

// Safe to show, and of bearable length.
QString shownSource(const QString &text)
{
    return shortenedMiddle(visibleText(text), 200);
}

QString agoText(Milliseconds age)
{
    if (age < 0ms)
        return KeyFetchWords::tr("at a time that is yet to come by this computer's clock");
    return age < 1min ? KeyFetchWords::tr("just now")
                      : distanceWords(-std::chrono::floor<Seconds>(age));
}

QString causeOf(const Error &error)
{
    const QString host = shownSource(error.subject);
    switch (error.code) {
    case ErrorCode::EndpointWrong:
        return KeyFetchWords::tr("%1 publishes no keys at this address.").arg(host);
    case ErrorCode::AnswerTooLarge:
        return KeyFetchWords::tr("The answer of %1 was too large to be a set of keys.").arg(host);
    case ErrorCode::Redirected:
        return error.server.redirectHost.isEmpty()
            ? KeyFetchWords::tr("%1 sent us elsewhere, where we did not go.").arg(host)
            : KeyFetchWords::tr("%1 sent us to %2, where we did not go.")
                  .arg(host, shownSource(error.server.redirectHost));
    default:
        return {};
    }
}

QString certificateTimeStep(const Error &error)
{
    const QString now =
        QLocale().toString(error.certificate.checkedAt.toLocalTime(), QLocale::ShortFormat);
    return KeyFetchWords::tr("First check this computer's clock: it says %1.").arg(now);
}

QString nextStepOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return KeyFetchWords::tr(
            "Check your network connection and the address. Private endpoints exist "
            "only inside IBM Cloud networks.");
    case ErrorCode::ConnectionRefused:
        return KeyFetchWords::tr("Check the address, or try again later.");
    case ErrorCode::CertificateUntrusted:
        return KeyFetchWords::tr(
            "No key was taken. If your company inspects its traffic, give its CA "
            "file; otherwise do not use this network.");
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
        return certificateTimeStep(error);
    case ErrorCode::CertificateWeak:
        return KeyFetchWords::tr(
            "No key was taken. Whoever runs the server has to renew its certificate "
            "with a stronger key and signature.");
    case ErrorCode::CertificateForOtherHost:
    case ErrorCode::TlsOutdated:
    case ErrorCode::TlsRefused:
    case ErrorCode::TlsFailed:
        return KeyFetchWords::tr(
            "No key was taken. Check the address; the server must speak TLS 1.2 or "
            "later.");
    case ErrorCode::Redirected:
    case ErrorCode::AnswerNotJson:
        return KeyFetchWords::tr(
            "If you are on a guest network, log in to it with a browser first. "
            "Otherwise check the address and the proxy.");
    case ErrorCode::Refused:
    case ErrorCode::EndpointWrong:
    case ErrorCode::AnswerIncomplete:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerCompressed:
    case ErrorCode::AnswerUnusable:
        return KeyFetchWords::tr(
            "No key was taken. Check that the address is that of an IAM service.");
    default:
        return {};
    }
}

} // namespace

QString keyOriginText(const PublishedKeySet &set, Milliseconds now)
{
    const QString origin =
        KeyFetchWords::tr("Keys of %1, fetched %2.", "a URL; when: \"12 minutes ago\"")
            .arg(shownSource(set.endpoint.toString()), agoText(now - set.fetchedAt));
    if (!set.whyNotNewer)
        return origin;
    return KeyFetchWords::tr("%1 They could not be fetched anew: %2", "two sentences")
        .arg(origin, explain(*set.whyNotNewer).cause);
}

void fitToKeyFetch(Explanation &explanation, const Error &error)
{
    if (const QString cause = causeOf(error); !cause.isEmpty())
        explanation.cause = cause;
    if (const QString nextStep = nextStepOf(error); !nextStep.isEmpty())
        explanation.nextStep = nextStep;
}

} // namespace hourpass
