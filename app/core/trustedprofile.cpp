// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trustedprofile.h"

#include <QRegularExpression>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isId(const QString &text)
{
    return matches(u"Profile-[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"_s, text);
}

// What is wrong with the CRN, or empty. Region and instance are empty at IBM, but nobody says that
// they stay so.
QString problemOfCrn(const QString &crn)
{
    const QStringList parts = crn.split(u':');
    if (parts.size() != 10)
        return u"a CRN has ten parts, with colons between"_s;
    if (!matches(u"crn:v1:[a-z0-9-]+:[a-z0-9-]+"_s, parts.first(4).join(u':')))
        return u"the CRN does not begin like crn:v1:bluemix:public"_s;
    if (parts.at(4) != "iam-identity"_L1 || parts.at(8) != "profile"_L1)
        return u"it is not the CRN of a trusted profile"_s;
    if (!matches(u"[a-z0-9-]*"_s, parts.at(5)) || !matches(u"[A-Za-z0-9-]*"_s, parts.at(7)))
        return u"the CRN's region or instance has unusual characters"_s;
    if (!matches(u"a/[0-9A-Za-z-]+"_s, parts.at(6)))
        return u"the CRN names no account"_s;
    return isId(parts.at(9)) ? QString() : u"the CRN does not end in Profile- and a UUID"_s;
}

} // namespace

Result<TrustedProfile> TrustedProfile::parse(const QString &text)
{
    const QString clean = text.trimmed();
    if (isId(clean))
        return TrustedProfile(Form::Id, clean);
    const QString problem = clean.startsWith("crn:"_L1)
        ? problemOfCrn(clean)
        : u"it is neither Profile- and a UUID nor a CRN"_s;
    if (!problem.isEmpty())
        return failure(ErrorCode::TrustedProfileInvalid, problem);
    return TrustedProfile(Form::Crn, clean);
}

} // namespace hourpass
