// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/verify/signaturecheck.h"

#include "jwt/verify/signature.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

using SignatureCode = SignatureCheck::Code;

namespace {

using Keys = QList<VerificationKey>;

CheckResult resultOf(SignatureCode code)
{
    switch (code) {
    case SignatureCode::Genuine:
        return CheckResult::Pass;
    case SignatureCode::WrongSignature:
    case SignatureCode::WrongLength:
    case SignatureCode::Unsigned:
    case SignatureCode::AlgorithmRejected:
    case SignatureCode::KeyRejected:
        return CheckResult::Fail;
    case SignatureCode::NoKeys:
    case SignatureCode::KeySetUnusable:
    case SignatureCode::KeyUnknown:
    case SignatureCode::KeyIdMissing:
    case SignatureCode::Unsupported:
        return CheckResult::Unknown;
    case SignatureCode::Malformed:
        break;
    }
    return CheckResult::NotApplicable;
}

// One check on its way: each step returns the code that ends it, or nothing.
class Checker final
{
public:
    Checker(const DecodedToken &token, const KeyChoice &choice, SignatureCheck &check)
        : m_token(token)
        , m_choice(choice)
        , m_check(check)
    {
    }

    SignatureCode run()
    {
        if (const auto code = checkForm())
            return *code;
        if (const auto code = checkAlgorithm())
            return *code;
        if (m_choice.rules == KeyRules::None)
            return SignatureCode::NoKeys;
        if (m_choice.fault || m_choice.keys.keys.isEmpty()) {
            m_check.keyFault = m_choice.fault;
            return SignatureCode::KeySetUnusable;
        }
        return m_choice.rules == KeyRules::Published ? checkPublished() : checkOwn();
    }

private:
    std::optional<SignatureCode> checkForm() const
    {
        const auto isOfPayload = [](const TokenProblem &problem) {
            return problem.part == TokenPart::Claims && problem.fault != TokenFault::Padding
                && problem.fault != TokenFault::Character && problem.fault != TokenFault::Length
                && problem.fault != TokenFault::LeftoverBits;
        };
        std::optional<SignatureCode> code;
        for (const TokenProblem &problem : m_token.problems) {
            if (isOfPayload(problem))
                continue;
            if (!isUnsupported(problem.fault))
                return SignatureCode::Malformed;
            code = SignatureCode::Unsupported;
        }
        return code;
    }

    std::optional<SignatureCode> checkAlgorithm()
    {
        m_algorithm = findAlgorithm(m_check.algorithm);
        if (m_check.algorithm.compare("none"_L1, Qt::CaseInsensitive) == 0)
            return SignatureCode::Unsigned;
        const bool isAllowed =
            m_choice.rules != KeyRules::Published || m_check.algorithm == "RS256"_L1;
        if (!isAllowed || (!m_algorithm && m_choice.rules != KeyRules::None))
            return SignatureCode::AlgorithmRejected;
        return {};
    }

    // Those that "kid" names. Without one there must be a single key.
    Keys named() const
    {
        if (m_check.keyId.isEmpty())
            return m_choice.keys.keys;
        Keys found;
        for (const VerificationKey &key : m_choice.keys.keys) {
            if (key.id == m_check.keyId)
                found.append(key);
        }
        return found;
    }

    SignatureCode reject(const VerificationKey &key, KeyFault fault)
    {
        m_check.key = key;
        m_check.keyFault = fault;
        return SignatureCode::KeyRejected;
    }

    // Whichever name fits, one key alone may have it. Other types than RSA are not IAM's.
    SignatureCode checkPublished()
    {
        Keys found = named();
        found.removeIf([](const VerificationKey &key) { return key.type != KeyType::Rsa; });
        if (found.isEmpty())
            return SignatureCode::KeyUnknown;
        if (found.size() > 1)
            return m_check.keyId.isEmpty() ? SignatureCode::KeyIdMissing
                                           : reject(found.first(), KeyFault::Ambiguous);
        const VerificationKey &key = found.first();
        if (key.fault)
            return reject(key, *key.fault);
        if (!key.allows(*m_algorithm))
            return reject(key, KeyFault::AlgorithmMismatch);
        return match(key);
    }

    // Every key of the user's own is trusted, so any of them may be the one.
    SignatureCode checkOwn()
    {
        Keys found = named();
        if (found.isEmpty()) {
            found = m_choice.keys.keys; // keys out of PEM have no id
            found.removeIf([](const VerificationKey &key) { return !key.id.isEmpty(); });
        }
        if (found.isEmpty())
            return SignatureCode::KeyUnknown;
        const VerificationKey first = found.first();
        found.removeIf([](const VerificationKey &key) { return key.fault.has_value(); });
        if (found.isEmpty())
            return reject(first, *first.fault);
        found.removeIf([this](const VerificationKey &key) { return !key.allows(*m_algorithm); });
        SignatureCode code = SignatureCode::AlgorithmRejected;
        for (const VerificationKey &key : found) {
            code = match(key);
            if (code == SignatureCode::Genuine)
                break;
        }
        return code;
    }

    SignatureCode match(const VerificationKey &key)
    {
        m_check.key = key;
        switch (matchSignature(key, *m_algorithm, m_token.signingInput.reveal(),
                               m_token.signature.reveal())) {
        case SignatureMatch::Genuine:
            return SignatureCode::Genuine;
        case SignatureMatch::WrongLength:
            return SignatureCode::WrongLength;
        case SignatureMatch::Other:
            break;
        }
        return SignatureCode::WrongSignature;
    }

    const DecodedToken &m_token;
    const KeyChoice &m_choice;
    SignatureCheck &m_check;
    const SignatureAlgorithm *m_algorithm = nullptr;
};

} // namespace

KeyChoice chooseKeys(KeyRules rules, QByteArrayView text)
{
    KeyChoice choice{rules, {}, {}};
    if (const auto keys = importKeys(text))
        choice.keys = *keys;
    else
        choice.fault = keys.error();
    return choice;
}

SignatureCheck checkSignature(const DecodedToken &token, const KeyChoice &choice)
{
    SignatureCheck check;
    if (token.header) {
        check.algorithm = token.header->string(u"alg");
        check.keyId = token.header->string(u"kid");
    }
    check.code = Checker(token, choice, check).run();
    check.result = resultOf(check.code);
    return check;
}

} // namespace hourpass
