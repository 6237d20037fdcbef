// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/inspecttext.h"

#include "core/asciijson.h"
#include "core/visibletext.h"
#include "words/claims/claimwords.h"
#include "words/claims/inspectwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct InspectTextWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::InspectText)
};

struct CheckLine {
    const char *scriptName;
    QString caption;
    CheckResult result;
    QString detail;
};

QList<CheckLine> checkLines(const Inspection &inspection)
{
    const Verification &checks = inspection.verification;
    return {
        {"well_formed", InspectTextWords::tr("Well-formed"), checks.wellFormed,
         formText(inspection)},
        {"signature", InspectTextWords::tr("Signature"), checks.signature.result,
         signatureText(checks.signature)},
        {"time", InspectTextWords::tr("In time"), checks.time.result, timeText(checks.time)},
        {"addressee", InspectTextWords::tr("Addressee"), checks.addressee.result,
         addresseeText(checks.addressee)},
    };
}

QByteArray scriptName(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return "pass";
    case CheckResult::Fail:
        return "fail";
    case CheckResult::Unknown:
        return "unknown";
    case CheckResult::NotApplicable:
        break;
    }
    return "not_applicable";
}

QByteArray scriptName(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::User:
        return "user";
    case Identity::Kind::ServiceId:
        return "service_id";
    case Identity::Kind::TrustedProfile:
        return "trusted_profile";
    case Identity::Kind::Service:
        return "service";
    case Identity::Kind::Unknown:
        break;
    }
    return "unknown";
}

QByteArray quoted(const QString &text)
{
    return asciiJson(QStringView(text));
}

QByteArray objectOf(const QList<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArray json;
    for (const auto &[name, value] : members)
        json += (json.isEmpty() ? "\"" : ",\"") + name + "\":" + value;
    return '{' + json + '}';
}

QByteArray checksJson(const Inspection &inspection)
{
    QList<std::pair<QByteArray, QByteArray>> members;
    for (const CheckLine &line : checkLines(inspection))
        members.append({line.scriptName,
                        objectOf({{"result", '"' + scriptName(line.result) + '"'},
                                  {"detail", quoted(line.detail)}})});
    return objectOf(members);
}

QByteArray identityJson(const Identity &identity)
{
    return objectOf({{"kind", '"' + scriptName(identity.kind) + '"'},
                     {"name", quoted(identity.name)},
                     {"iam_id", quoted(identity.iamId)},
                     {"account", quoted(identity.account)},
                     {"obtained_by", quoted(identity.grant)}});
}

QByteArray valueJson(const std::optional<JsonValue> &value)
{
    return value ? asciiJson(*value) : QByteArray("null");
}

QByteArray listJson(const QStringList &texts)
{
    QByteArrayList items;
    for (const QString &text : texts)
        items.append(quoted(text));
    return '[' + items.join(',') + ']';
}

QString claimLines(const QString &caption, const std::optional<JsonValue> &object, Seconds now)
{
    constexpr qsizetype longestName = 60;
    constexpr qsizetype longestValue = 1000;
    if (!object)
        return {};
    const QList<ClaimRow> rows = claimRows(*object, now);
    qsizetype width = 0;
    for (const ClaimRow &row : rows)
        width = std::max(width, std::min(row.name.size(), longestName));
    QString text = "  "_L1 + caption + u'\n';
    for (const ClaimRow &row : rows) {
        text += "    "_L1 + shortenedMiddle(row.name, longestName).leftJustified(width + 2)
            + shortenedMiddle(row.value, longestValue);
        if (const QString explanation = explanationOf(row); !explanation.isEmpty())
            text += "   ("_L1 + explanation + u')';
        text += u'\n';
    }
    return text;
}

QString headline(const FoundToken &found, qsizetype number, qsizetype count)
{
    QString text = InspectTextWords::tr("Token %1 of %2, from byte %3, %4 bytes")
                       .arg(QString::number(number), QString::number(count),
                            QString::number(found.offset), QString::number(found.length));
    if (found.wasCleaned())
        text += u", "_s + InspectTextWords::tr("put together again");
    return text + u'\n';
}

} // namespace

QString inspectionText(const Inspection &inspection, qsizetype number, qsizetype count)
{
    QString text = headline(inspection.found, number, count);
    text += "  "_L1 + summaryText(inspection) + u'\n';
    const QList<CheckLine> lines = checkLines(inspection);
    const QString fingerprint = fingerprintOf(inspection.found).toString();
    const QString fingerprintCaption = InspectTextWords::tr("Fingerprint");
    qsizetype captionWidth = fingerprint.isEmpty() ? 0 : fingerprintCaption.size();
    qsizetype resultWidth = 0;
    for (const CheckLine &line : lines) {
        captionWidth = std::max(captionWidth, line.caption.size());
        resultWidth = std::max(resultWidth, resultText(line.result).size());
    }
    for (const CheckLine &line : lines)
        text += "  "_L1 + (line.caption + u':').leftJustified(captionWidth + 2)
            + resultText(line.result).leftJustified(resultWidth + 2) + line.detail + u'\n';
    if (!fingerprint.isEmpty())
        text += "  "_L1 + (fingerprintCaption + u':').leftJustified(captionWidth + 2) + fingerprint
            + u'\n';
    for (const QString &problem : problemTexts(inspection))
        text += "  ! "_L1 + problem + u'\n';
    const Seconds now = inspection.verification.time.now;
    return text + claimLines(InspectTextWords::tr("Header"), inspection.decoded.header, now)
        + claimLines(InspectTextWords::tr("Claims"), inspection.decoded.claims, now);
}

QByteArray inspectionJson(const Inspection &inspection, qsizetype index)
{
    const QByteArray line = objectOf({
        {"index", QByteArray::number(index)},
        {"offset", QByteArray::number(inspection.found.offset)},
        {"length", QByteArray::number(inspection.found.length)},
        {"fingerprint", quoted(fingerprintOf(inspection.found).toString())},
        {"verdict", quoted(verdictName(inspection.verification.verdict))},
        {"checks", checksJson(inspection)},
        {"identity", identityJson(inspection.identity)},
        {"header", valueJson(inspection.decoded.header)},
        {"claims", valueJson(inspection.decoded.claims)},
        {"problems", listJson(problemTexts(inspection))},
        {"summary", quoted(summaryText(inspection))},
    });
    return line + '\n';
}

} // namespace hourpass
