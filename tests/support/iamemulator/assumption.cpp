// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/assumption.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

std::optional<IamError> refusalOf(const IssuedToken *source, qint64 now)
{
    if (!source || source->expiresAt <= now)
        return IamError{400, u"BXNIM0401E"_s, u"Provided token is not valid or expired."_s};
    if (!source->profileLabel.isEmpty()) {
        return IamError{400, u"BXNIM0405E"_s, u"Provided token is of an unsupported kind."_s,
                        u"A trusted profile cannot assume another one."_s};
    }
    return {};
}

std::optional<IamError> refusalOf(const EmulatedProfile *profile, const FormBody &form)
{
    const bool looksLikeCrn = form.values("profile_crn").value(0).startsWith("crn:v1:");
    if (!profile && !form.values("profile_crn").isEmpty() && !looksLikeCrn)
        return IamError{400, u"BXNIM0113E"_s, u"The CRN is invalid."_s};
    if (!profile) {
        return IamError{400, u"BXNIM0102E"_s, u"Object not found."_s,
                        u"There is no such trusted profile."_s};
    }
    if (profile->trust == EmulatedProfile::Trust::Nobody) {
        return IamError{403, u"BXNIM0513E"_s, u"You are not authorized to use this API."_s,
                        u"The conditions of the trusted profile are not met."_s};
    }
    return {};
}

bool isMeant(const EmulatedProfile &profile, const FormBody &form)
{
    const auto is = [&form](QByteArrayView name, const QString &value) {
        return form.values(name).value(0) == value.toUtf8();
    };
    return is("profile_id", profile.id) || is("profile_crn", profile.crn())
        || (is("profile_name", profile.name) && is("account", profile.accountId));
}

template <typename List, typename Predicate>
auto findIn(const List &list, Predicate matches)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), matches);
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

Assumption findAssumption(const FormBody &form, const Service &service,
                          const QList<IssuedToken> &issued, qint64 now)
{
    const QByteArray token = form.values("access_token").value(0);
    const IssuedToken *source =
        findIn(issued, [&token](const IssuedToken &known) { return known.token == token; });
    if (const auto refusal = refusalOf(source, now))
        return {refusal, {}, {}};
    const EmulatedProfile *profile =
        findIn(service.profiles,
               [&form](const EmulatedProfile &candidate) { return isMeant(candidate, form); });
    if (const auto refusal = refusalOf(profile, form))
        return {refusal, {}, {}};
    return {{}, *source, *profile};
}

} // namespace hourpass::emulator
