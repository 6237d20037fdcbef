// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/discovery.h"

#include "core/json.h"
#include "token/tokenset.h"

namespace hourpass {

using namespace Qt::StringLiterals;
using Check = Finding::Check;
using State = Finding::State;

namespace {

Result<void> readDocument(const HttpAnswer &answer)
{
    const auto body = parseJson(answer.body);
    if (answer.status != 200) {
        Error error = refusal(answer, body ? &*body : nullptr);
        // IAM does not say of its own address that there is nothing.
        if (answer.status == 404 || answer.status == 405)
            error.code = ErrorCode::EndpointWrong;
        return Failure(error);
    }
    if (!body)
        return Failure(notJson(answer, body.error()));
    if (body->string(u"token_endpoint").isEmpty())
        return failure(ErrorCode::EndpointWrong, u"its answer names no token_endpoint"_s);
    return {};
}

// Once there was a TLS session, what failed after it is no fault of TLS.
bool hadTls(const DiscoveryOutcome &outcome)
{
    if (outcome.answer)
        return true;
    const ErrorCode code = outcome.answer.error().code;
    const bool isTlsFault = code >= ErrorCode::CertificateUntrusted && code <= ErrorCode::TlsFailed;
    return !isTlsFault && !outcome.entry.tlsVersion.isEmpty();
}

Finding skipped(Check check)
{
    Finding finding;
    finding.check = check;
    finding.state = State::Skipped;
    return finding;
}

} // namespace

Finding tlsFinding(const DiscoveryOutcome &outcome)
{
    Finding finding;
    finding.check = Check::Tls;
    finding.subject = outcome.entry.host;
    finding.tlsVersion = outcome.entry.tlsVersion;
    finding.issuer = outcome.entry.issuer;
    if (hadTls(outcome))
        return finding;
    finding.state = State::Failed;
    finding.error = outcome.answer.error();
    return finding;
}

Finding clockFinding(const DiscoveryOutcome &outcome)
{
    Finding finding = skipped(Check::ComputerClock);
    if (!outcome.answer)
        return finding;
    if (!outcome.answer->date) {
        finding.whySkipped = Finding::WhySkipped::NotTold;
        return finding;
    }
    finding.clockError = clockErrorIn(*outcome.answer, *outcome.answer->date);
    finding.state = abs(*finding.clockError) <= tolerableClockError ? State::Ok : State::Warning;
    return finding;
}

Finding endpointFinding(const DiscoveryOutcome &outcome, const Endpoint &endpoint)
{
    if (!hadTls(outcome))
        return skipped(Check::Endpoint);
    Finding finding;
    finding.check = Check::Endpoint;
    finding.subject = endpoint.toString();
    const auto read = outcome.answer.and_then(readDocument);
    if (read)
        return finding;
    finding.state = State::Failed;
    finding.error = read.error();
    if (finding.error->subject.isEmpty())
        finding.error->subject = endpoint.host();
    return finding;
}

} // namespace hourpass
