// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What is wrong with the URL, or empty.
QString problemOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return u"it is not a URL with a host"_s;
    if (url.scheme() != "https"_L1)
        return u"it does not begin with https://"_s;
    if (!url.userInfo().isEmpty())
        return u"it holds a user name or password"_s;
    if (url.hasQuery() || url.hasFragment())
        return u"it has a query or a fragment"_s;
    return {};
}

QString withoutTail(QString path)
{
    const auto chopSlashes = [&path] {
        while (path.endsWith(u'/'))
            path.chop(1);
    };
    chopSlashes();
    if (path.endsWith("/identity/token"_L1))
        path.chop(15);
    chopSlashes();
    return path;
}

} // namespace

Endpoint::Endpoint()
    : Endpoint(QUrl(u"https://iam.cloud.ibm.com"_s))
{
}

Endpoint::Endpoint(QUrl base)
    : m_base(std::move(base))
{
}

Result<Endpoint> Endpoint::parse(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (const QString problem = problemOf(url); !problem.isEmpty())
        return failure(ErrorCode::EndpointInvalid, problem);
    // In its encoded form: decoded, "%2F" would become a slash.
    url.setPath(withoutTail(url.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    return Endpoint(url);
}

Result<Endpoint> Endpoint::ofIssuer(const QString &issuer)
{
    constexpr auto tail = "/identity"_L1;
    if (!issuer.endsWith(tail))
        return failure(ErrorCode::EndpointInvalid, u"it does not end in /identity"_s);
    return parse(issuer.chopped(tail.size()));
}

QString Endpoint::toString() const
{
    return QString::fromLatin1(m_base.toEncoded());
}

QString Endpoint::host() const
{
    return m_base.host(QUrl::FullyEncoded);
}

QUrl Endpoint::below(QLatin1StringView path) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    return url;
}

QUrl Endpoint::tokenUrl() const
{
    return below("/identity/token"_L1);
}

QUrl Endpoint::keyDetailsUrl() const
{
    return below("/v1/apikeys/details"_L1);
}

QUrl Endpoint::discoveryUrl() const
{
    return below("/identity/.well-known/openid-configuration"_L1);
}

QUrl Endpoint::keysUrl() const
{
    return below("/identity/keys"_L1);
}

// Private and regional hosts write the issuer of the environment that they belong to.
QString Endpoint::issuer() const
{
    for (const auto &environment : {"iam.cloud.ibm.com"_L1, "iam.test.cloud.ibm.com"_L1}) {
        if (m_base.port() < 0 && host().endsWith(u'.' + environment))
            return "https://"_L1 + environment + "/identity"_L1;
    }
    return toString() + "/identity"_L1;
}

QList<EndpointPreset> endpointPresets()
{
    using Kind = EndpointPreset::Kind;
    const auto at = [](const QString &host) {
        return Endpoint::parse("https://"_L1 + host).value();
    };
    QList<EndpointPreset> presets{
        {Kind::Production, {}, Endpoint()},
        {Kind::Private, {}, at(u"private.iam.cloud.ibm.com"_s)},
    };
    for (const QString &region : {u"us-south"_s, u"us-east"_s, u"eu-de"_s})
        presets.append(
            {Kind::PrivateRegional, region, at("private."_L1 + region + ".iam.cloud.ibm.com"_L1)});
    presets.append({Kind::Test, {}, at(u"iam.test.cloud.ibm.com"_s)});
    return presets;
}

} // namespace hourpass
