// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/claimreadings.h"

#include "core/visibletext.h"
#include "words/spanwords.h"
#include "words/tokenwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <span>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ReadingWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ClaimReadings)
};

struct Reading {
    QLatin1StringView value;
    const char *text;
};

constexpr std::array iamIdPrefixes{
    Reading{"IBMid-"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a person with an IBMid")},
    Reading{"iam-ServiceId-"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a service ID")},
    Reading{"iam-Profile-"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a trusted profile")},
    Reading{"crn-crn:v1:"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a service or a compute resource")},
    Reading{"BSS-"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings",
                              "a user who was invited and has not accepted yet")},
};

constexpr std::array realms{
    Reading{"IBMid"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "IBM's own users")},
    Reading{"iam"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "service IDs and trusted profiles")},
    Reading{"crn"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "services")},
};

constexpr std::array subjects{
    Reading{"ServiceId"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a service ID")},
    Reading{"Profile"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a trusted profile")},
    Reading{"CRN"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a service")},
};

constexpr std::array grants{
    Reading{"apikey"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "with an API key")},
    Reading{"passcode"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "with a passcode")},
    Reading{"password"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "with a password")},
    Reading{"assume"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "by assuming a trusted profile")},
    Reading{"cr-token"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "with a compute resource's token")},
    Reading{"refresh_token"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "with a refresh token")},
    Reading{
        "iam-authz"_L1,
        QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "by an authorization between two services")},
};

constexpr std::array assurances{
    Reading{"0"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "a service, nobody logged in")},
    Reading{"1"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "one factor: password or key")},
    Reading{"3"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "more than one factor")},
};

// RFC 8176, section 2, as far as IAM uses it.
constexpr std::array methods{
    Reading{"pwd"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "password or key")},
    Reading{"otp"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "one-time password")},
    Reading{"totp"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "one-time password of an app")},
    Reading{"mfa"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "more than one factor")},
};

constexpr std::array clients{
    Reading{"default"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "any program")},
    Reading{"bx"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "IBM Cloud's command line")},
    Reading{"kube"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "Kubernetes")},
};

constexpr std::array environments{
    Reading{"https://iam.cloud.ibm.com/identity"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "IBM Cloud IAM")},
    Reading{"https://iam.bluemix.net/identity"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "IBM Cloud IAM, its former address")},
    Reading{"https://iam.test.cloud.ibm.com/identity"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "IBM Cloud IAM's test environment")},
};

constexpr std::array activity{
    Reading{"true"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimReadings", "it is active")},
    Reading{"false"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimReadings",
                              "it is not active: services refuse the token")},
};

struct KnownClaim {
    QLatin1StringView claim;
    std::span<const Reading> readings;
};

constexpr std::array known{
    KnownClaim{"realmid"_L1, realms},   KnownClaim{"sub_type"_L1, subjects},
    KnownClaim{"acr"_L1, assurances},   KnownClaim{"authn.sub_type"_L1, subjects},
    KnownClaim{"amr"_L1, methods},      KnownClaim{"client_id"_L1, clients},
    KnownClaim{"iss"_L1, environments}, KnownClaim{"account.valid"_L1, activity},
};

QString exactly(const QString &value, std::span<const Reading> readings)
{
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&value](const Reading &row) { return row.value == value; });
    return found == readings.end() ? QString() : ReadingWords::tr(found->text);
}

QString byBeginning(const QString &value, std::span<const Reading> readings)
{
    const auto found = std::find_if(readings.begin(), readings.end(), [&value](const Reading &row) {
        return value.startsWith(row.value);
    });
    return found == readings.end() ? QString() : ReadingWords::tr(found->text);
}

QString iamIdReading(const QString &value)
{
    if (value.isEmpty())
        return {};
    const QString kind = byBeginning(value, iamIdPrefixes);
    return kind.isEmpty() ? ReadingWords::tr("a user of another directory") : kind;
}

// NumericDate (RFC 7519, section 2): of little use as seconds alone.
QString timeReading(const JsonValue &value, std::optional<Seconds> now)
{
    const std::optional<qint64> seconds = value.toInteger();
    if (!seconds)
        return {};
    const auto time = QDateTime::fromSecsSinceEpoch(*seconds, QTimeZone::utc());
    constexpr int lastYear = 9999;
    if (!time.isValid() || time.date().year() > lastYear)
        return {};
    if (!now)
        return endTimeText(time, {});
    const auto today = QDateTime::fromSecsSinceEpoch(now->count(), QTimeZone::utc());
    return endTimeText(time, today) + u", "_s + distanceWords(Seconds(*seconds) - *now);
}

QString textReading(const QString &claim, const QString &value)
{
    if (value.startsWith("crn:v1:"_L1))
        return crnReading(value);
    if (claim == "iam_id"_L1 || claim == "id"_L1 || claim == "authn.iam_id"_L1)
        return iamIdReading(value);
    if (claim == "grant_type"_L1)
        return exactly(value.section(u':', -1), grants);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&claim](const KnownClaim &row) { return row.claim == claim; });
    return found == known.end() ? QString() : exactly(value, found->readings);
}

} // namespace

QString claimReading(const QString &path, const JsonValue &value, std::optional<Seconds> now)
{
    if (value.type == JsonValue::Type::Array || value.type == JsonValue::Type::Object)
        return {};
    if (path == "iat"_L1 || path == "exp"_L1 || path == "nbf"_L1)
        return timeReading(value, now);
    return textReading(path.section(u'[', 0, 0), QString::fromUtf8(value.utf8));
}

QString crnReading(const QString &text)
{
    // crn:v1:<cname>:<ctype>:<service>:<region>:a/<account>:<instance>:<type>:<resource>
    constexpr int environmentPart = 2;
    constexpr int firstShown = 4;
    constexpr qsizetype fewestParts = 10;
    const QStringList parts = text.split(u':');
    if (parts.size() < fewestParts || !text.startsWith("crn:v1:"_L1))
        return {};
    const std::array names{ReadingWords::tr("service %1", "part of a CRN"),
                           ReadingWords::tr("region %1", "part of a CRN"),
                           ReadingWords::tr("account %1", "part of a CRN"),
                           ReadingWords::tr("instance %1", "part of a CRN"),
                           ReadingWords::tr("type %1", "part of a CRN"),
                           ReadingWords::tr("resource %1", "part of a CRN")};
    QStringList said;
    for (std::size_t i = 0; i < names.size(); ++i) {
        // The last part may have colons of its own.
        const int at = firstShown + int(i);
        QString part = i + 1 == names.size() ? text.section(u':', at) : parts.at(at);
        if (part.startsWith("a/"_L1))
            part.remove(0, 2);
        if (!part.isEmpty())
            said.append(names.at(i).arg(visibleText(part)));
    }
    if (parts.at(environmentPart) == "staging"_L1)
        said.append(ReadingWords::tr("test environment"));
    return said.join(u", "_s);
}

} // namespace hourpass
