// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/trial.h"

#include "jwt/base64url.h"
#include "jwt/verify/verification.h"

#include <QDir>
#include <QFile>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArrayView> partsOf(QByteArrayView text)
{
    const qsizetype first = text.indexOf('.');
    const qsizetype last = text.lastIndexOf('.');
    if (first < 0 || first == last)
        return {};
    return {text.first(first), text.sliced(first + 1, last - first - 1), text.sliced(last + 1)};
}

Breach breachOfForm(QByteArrayView text, const DecodedToken &token)
{
    for (const TokenProblem &problem : token.problems) {
        if (problem.offset < 0 || problem.offset > text.size())
            return u"a problem has its place outside of the token"_s;
    }
    for (const auto &object : {token.header, token.claims}) {
        if (object
            && (!object->isObject() || object->names.size() != qsizetype(object->items.size())))
            return u"what is shown of a part is no object"_s;
    }
    if (!token.isWellFormed())
        return {};
    const auto parts = partsOf(text);
    if (parts.size() != 3)
        return u"well-formed, and not of three parts"_s;
    for (const QByteArrayView part : parts) {
        if (!decodeBase64Url(part))
            return u"well-formed, and not base64url"_s;
    }
    if (!parseJson(*decodeBase64Url(parts[0])) || !parseJson(*decodeBase64Url(parts[1])))
        return u"well-formed, and not JSON"_s;
    if (token.signingInput.size() + 1 + parts[2].size() != text.size())
        return u"something else is signed than what stands there"_s;
    return {};
}

const QList<KeyChoice> &choices()
{
    static const QList<KeyChoice> all = [] {
        QList<KeyChoice> made{{}};
        for (const QByteArray &file : corpus(u"keys"_s)) {
            const auto keys = importKeys(file);
            if (!keys)
                continue;
            made.append({KeyRules::Published, *keys, {}});
            made.append({KeyRules::Own, *keys, {}});
        }
        return made;
    }();
    return all;
}

} // namespace

Breach tryToken(QByteArrayView bytes)
{
    static const QList<QByteArray> known = corpus(u"token"_s);
    const DecodedToken token = decodeToken(bytes);
    if (Breach breach = breachOfForm(bytes, token); !breach.isEmpty())
        return breach;
    VerifyOptions options;
    options.now = Seconds(1767225600);
    for (const KeyChoice &choice : choices()) {
        const Verification checks = verify(token, choice, options);
        const bool isGenuine = checks.signature.code == SignatureCheck::Code::Genuine;
        if (isGenuine && !known.contains(bytes))
            return u"genuine, and nobody signed it"_s;
        if (checks.verdict == Verification::Verdict::Valid && (!isGenuine || !token.isWellFormed()))
            return u"valid, and not genuine"_s;
        if (isGenuine && choice.rules == KeyRules::Published
            && token.header->string(u"alg") != "RS256"_L1)
            return u"published keys are for RS256 alone"_s;
    }
    return {};
}

Breach tryKeys(QByteArrayView bytes)
{
    const auto set = importKeys(bytes);
    if (!set)
        return {};
    if (bytes.indexOf("PRIVATE KEY-----") >= 0 && !bytes.trimmed().startsWith('{'))
        return u"a private key was taken"_s;
    for (const VerificationKey &key : set->keys) {
        const bool isSymmetric = key.type == KeyType::Symmetric;
        if (key.fault)
            continue;
        if (isSymmetric == bool(key.publicKey) || isSymmetric == key.secret.isEmpty())
            return u"a key is public and secret, or neither"_s;
        if (key.bits < 256 || key.thumbprint.isEmpty() != isSymmetric)
            return u"a key without a length or a thumbprint"_s;
    }
    return {};
}

QList<QByteArray> corpus(const QString &folder)
{
    const QDir directory(QStringLiteral(HOURPASS_SOURCES "/tests/fuzz/corpus/") + folder);
    QList<QByteArray> contents;
    for (const QString &name : directory.entryList(QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (file.open(QFile::ReadOnly))
            contents.append(file.readAll());
    }
    if (contents.isEmpty())
        qFatal("there is no corpus");
    return contents;
}

} // namespace hourpass::test
