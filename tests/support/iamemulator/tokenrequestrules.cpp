// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/tokenrequestrules.h"

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

/// Collects what was broken, kept apart by who minds.
class Findings final
{
public:
    void always(const QString &text) { add(text, m_serious); }
    void strictly(const QString &text) { add(text, m_minor); }
    TokenRequestVerdict verdict(Strictness strictness) const
    {
        const bool refused = m_serious > 0 || (strictness == Strictness::Strict && m_minor > 0);
        return {m_texts, refused};
    }

private:
    void add(const QString &text, int &counter)
    {
        m_texts.append(text);
        ++counter;
    }

    QStringList m_texts;
    int m_serious = 0;
    int m_minor = 0;
};

QByteArray withoutParameters(const QByteArray &mediaType)
{
    return mediaType.split(';').first().trimmed().toLower();
}

void checkContentType(const HttpRequest &request, Findings &findings)
{
    const QByteArray expected = "application/x-www-form-urlencoded"_ba;
    const QByteArrayList types = request.headerValues("Content-Type");
    if (types.size() != 1 || withoutParameters(types.first()) != expected)
        findings.always(u"Content-Type is not application/x-www-form-urlencoded"_s);
    else if (types.first() != expected)
        findings.strictly(u"Content-Type is not exactly application/x-www-form-urlencoded"_s);
}

void checkHeaders(const HttpRequest &request, Findings &findings)
{
    if (request.hasQuery())
        findings.always(u"the address has a query"_s);
    checkContentType(request, findings);
    if (request.headerValues("Accept") != QByteArrayList{"application/json"_ba})
        findings.strictly(u"Accept is not exactly application/json"_s);
    if (request.headerValues("User-Agent").size() != 1)
        findings.strictly(u"there is not exactly one User-Agent"_s);
    if (!request.headerValues("Cookie").isEmpty())
        findings.strictly(u"a Cookie is sent"_s);
    const QByteArrayList authorization = request.headerValues("Authorization");
    if (authorization.size() == 1 && authorization.first().startsWith("Basic "))
        findings.strictly(u"an Authorization is sent"_s);
    else if (!authorization.isEmpty())
        findings.always(u"an Authorization other than Basic is sent"_s);
}

void checkPresent(const FormBody &form, QByteArrayView name, Findings &findings)
{
    const QString label = QString::fromLatin1(name);
    const QByteArrayList values = form.values(name);
    if (values.size() != 1)
        findings.always(u"there is not exactly one form field '%1'"_s.arg(label));
    else if (values.first().isEmpty())
        findings.always(u"form field '%1' is empty"_s.arg(label));
}

void checkUnknown(const FormBody &form, const QByteArrayList &known, Findings &findings)
{
    for (const FormField &field : form.fields) {
        if (!known.contains(field.name))
            findings.strictly(u"form field '%1' is unknown"_s.arg(QString::fromUtf8(field.name)));
    }
}

void checkApiKeyGrant(const FormBody &form, Findings &findings)
{
    checkPresent(form, "apikey", findings);
    checkUnknown(form, {"grant_type"_ba, "apikey"_ba, "response_type"_ba}, findings);
    const QByteArrayList responseTypes = form.values("response_type");
    if (responseTypes.size() > 1
        || (responseTypes.size() == 1 && responseTypes.first() != "cloud_iam"))
        findings.always(u"form field 'response_type' is not cloud_iam"_s);
}

// One token and one profile; a name is no profile without its account.
void checkAssumeGrant(const FormBody &form, Findings &findings)
{
    checkPresent(form, "access_token", findings);
    QByteArrayList selectors;
    for (const QByteArray &name : {"profile_id"_ba, "profile_crn"_ba, "profile_name"_ba}) {
        for (qsizetype i = 0; i < form.values(name).size(); ++i)
            selectors.append(name);
    }
    if (selectors.size() != 1) {
        findings.always(u"there is not exactly one profile"_s);
        return;
    }
    checkPresent(form, selectors.first(), findings);
    QByteArrayList known{"grant_type"_ba, "access_token"_ba, selectors.first()};
    if (selectors.first() == "profile_name") {
        checkPresent(form, "account", findings);
        known.append("account"_ba);
    }
    checkUnknown(form, known, findings);
}

void checkForm(const FormBody &form, Findings &findings)
{
    for (const QString &fault : form.faults)
        findings.always(fault);
    for (const QString &oddity : form.oddities)
        findings.strictly(oddity);
    checkPresent(form, "grant_type", findings);
    if (form.values("grant_type").value(0) == "urn:ibm:params:oauth:grant-type:assume")
        checkAssumeGrant(form, findings);
    else
        checkApiKeyGrant(form, findings);
}

} // namespace

TokenRequestVerdict judgeTokenRequest(const HttpRequest &request, const FormBody &form,
                                      Strictness strictness)
{
    Findings findings;
    checkHeaders(request, findings);
    checkForm(form, findings);
    return findings.verdict(strictness);
}

} // namespace hourpass::emulator
