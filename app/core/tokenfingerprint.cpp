// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/tokenfingerprint.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// With the NUL at its end. So that nobody's plain digest of a token is its fingerprint.
constexpr char domain[] = "hourpass token fingerprint 1";
constexpr int hexadecimal = 16;

} // namespace

TokenFingerprint TokenFingerprint::of(QByteArrayView token)
{
    TokenFingerprint fingerprint;
    if (token.isEmpty())
        return fingerprint;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(domain, sizeof domain));
    hash.addData(token);
    fingerprint.m_bits = qFromBigEndian<quint64>(hash.result().constData());
    return fingerprint;
}

std::optional<TokenFingerprint> TokenFingerprint::fromString(QStringView text)
{
    static const QRegularExpression form(
        u"\\A([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})\\z"_s);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    TokenFingerprint fingerprint;
    fingerprint.m_bits =
        (match.captured(1) + match.captured(2) + match.captured(3) + match.captured(4))
            .toULongLong(nullptr, hexadecimal);
    return fingerprint;
}

QString TokenFingerprint::toString() const
{
    if (isNull())
        return {};
    QString digits = QString::number(*m_bits, hexadecimal).rightJustified(hexadecimal, u'0');
    for (const int at : {12, 8, 4})
        digits.insert(at, u'-');
    return digits;
}

} // namespace hourpass
