// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/assumerequest.h"

#include "token/tokenrequest.h"

namespace hourpass {

Secret assumeGrant(const Secret &accessToken, const TrustedProfile &profile)
{
    const QByteArray named = profile.toString().toUtf8().toPercentEncoding();
    const bool isId = profile.form() == TrustedProfile::Form::Id;
    QByteArray form("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aassume&");
    form.append(isId ? "profile_id=" : "profile_crn=").append(named).append("&access_token=");
    return formEndingWith(std::move(form), accessToken);
}

} // namespace hourpass
