// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace hourpass {

/// The base URL of an IAM service. Cannot hold one that is not https, or that has user
/// information, a query or a fragment: a key is sent to it (security rules, section 5).
class Endpoint final
{
public:
    /// IBM Cloud's production IAM.
    Endpoint();
    /// Takes what a user pastes: blanks around it, a trailing slash and a trailing
    /// "/identity/token" are taken off (fact sheet, section 1). Error: EndpointInvalid, its detail
    /// naming what is wrong.
    static Result<Endpoint> parse(const QString &text);
    /// Of the service that names itself so in tokens: {base}/identity. Error: EndpointInvalid.
    static Result<Endpoint> ofIssuer(const QString &issuer);

    /// Without a trailing slash, host in its ASCII form.
    QString toString() const;
    /// The host as it goes over the wire: punycode, never a Unicode look-alike.
    QString host() const;
    /// Where the key is exchanged: {base}/identity/token.
    QUrl tokenUrl() const;
    /// Where IAM tells of a key: {base}/v1/apikeys/details.
    QUrl keyDetailsUrl() const;
    /// Where the service describes itself: {base}/identity/.well-known/openid-configuration.
    QUrl discoveryUrl() const;
    /// Where the service publishes the keys that it signs with: {base}/identity/keys.
    QUrl keysUrl() const;
    /// What its tokens name as "iss": {base}/identity, and production's for production's further
    /// hosts (fact sheet, section 4.3).
    QString issuer() const;

    bool operator==(const Endpoint &) const = default;

private:
    explicit Endpoint(QUrl base);
    QUrl below(QLatin1StringView path) const;

    QUrl m_base;
};

/// The known places of fact sheet section 4.3, in the order in which they are offered.
struct EndpointPreset {
    enum class Kind { Production, Private, PrivateRegional, Test };

    Kind kind;
    QString region; ///< of PrivateRegional, else empty
    Endpoint endpoint;
};
QList<EndpointPreset> endpointPresets();

} // namespace hourpass
