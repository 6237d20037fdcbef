// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/signaturecheck.h"

#include "jwt/signature.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

using Code = SignatureCheck::Code;

namespace {

using Keys = QList<VerificationKey>;

CheckResult resultOf(Code code)
{
    switch (code) {
    case Code::Genuine:
        return CheckResult::Pass;
    case Code::WrongSignature:
    case Code::WrongLength:
    case Code::Unsigned:
    case Code::AlgorithmRejected:
    case Code::KeyRejected:
        return CheckResult::Fail;
    case Code::NoKeys:
    case Code::KeySetUnusable:
    case Code::KeyUnknown:
    case Code::KeyIdMissing:
    case Code::Unsupported:
        return CheckResult::Unknown;
    case Code::Malformed:
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

    Code run()
    {
        if (const auto code = checkForm())
            return *code;
        if (const auto code = checkAlgorithm())
            return *code;
        if (m_choice.rules == KeyRules::None)
            return Code::NoKeys;
        if (m_choice.fault || m_choice.keys.keys.isEmpty()) {
            m_check.keyFault = m_choice.fault;
            return Code::KeySetUnusable;
        }
        return m_choice.rules == KeyRules::Published ? checkPublished() : checkOwn();
    }

private:
    std::optional<Code> checkForm() const
    {
        const auto isOfPayload = [](const TokenProblem &problem) {
            return problem.part == TokenPart::Claims && problem.fault != TokenFault::Padding
                && problem.fault != TokenFault::Character && problem.fault != TokenFault::Length
                && problem.fault != TokenFault::LeftoverBits;
        };
        std::optional<Code> code;
        for (const TokenProblem &problem : m_token.problems) {
            if (isOfPayload(problem))
                continue;
            if (!isUnsupported(problem.fault))
                return Code::Malformed;
            code = Code::Unsupported;
        }
        return code;
    }

    std::optional<Code> checkAlgorithm()
    {
        m_algorithm = findAlgorithm(m_check.algorithm);
        if (m_check.algorithm.compare("none"_L1, Qt::CaseInsensitive) == 0)
            return Code::Unsigned;
        const bool isAllowed =
            m_choice.rules != KeyRules::Published || m_check.algorithm == "RS256"_L1;
        if (!isAllowed || (!m_algorithm && m_choice.rules != KeyRules::None))
            return Code::AlgorithmRejected;
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

    Code reject(const VerificationKey &key, KeyFault fault)
    {
        m_check.key = key;
        m_check.keyFault = fault;
        return Code::KeyRejected;
    }

    // Whichever name fits, one key alone may have it. Other types than RSA are not IAM's.
    Code checkPublished()
    {
        Keys found = named();
        found.removeIf([](const VerificationKey &key) { return key.type != KeyType::Rsa; });
        if (found.isEmpty())
            return Code::KeyUnknown;
        if (found.size() > 1)
            return m_check.keyId.isEmpty() ? Code::KeyIdMissing
                                           : reject(found.first(), KeyFault::Ambiguous);
        const VerificationKey &key = found.first();
        if (key.fault)
            return reject(key, *key.fault);
        if (!key.allows(*m_algorithm))
            return reject(key, KeyFault::AlgorithmMismatch);
        return match(key);
    }

    // Every key of the user's own is trusted, so any of them may be the one.
    Code checkOwn()
    {
        Keys found = named();
        if (found.isEmpty()) {
            found = m_choice.keys.keys; // keys out of PEM have no id
            found.removeIf([](const VerificationKey &key) { return !key.id.isEmpty(); });
        }
        if (found.isEmpty())
            return Code::KeyUnknown;
        const VerificationKey first = found.first();
        found.removeIf([](const VerificationKey &key) { return key.fault.has_value(); });
        if (found.isEmpty())
            return reject(first, *first.fault);
        found.removeIf([this](const VerificationKey &key) { return !key.allows(*m_algorithm); });
        Code code = Code::AlgorithmRejected;
        for (const VerificationKey &key : found) {
            code = match(key);
            if (code == Code::Genuine)
                break;
        }
        return code;
    }

    Code match(const VerificationKey &key)
    {
        m_check.key = key;
        switch (matchSignature(key, *m_algorithm, m_token.signingInput.reveal(),
                               m_token.signature.reveal())) {
        case SignatureMatch::Genuine:
            return Code::Genuine;
        case SignatureMatch::WrongLength:
            return Code::WrongLength;
        case SignatureMatch::Other:
            break;
        }
        return Code::WrongSignature;
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
