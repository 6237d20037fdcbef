// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/headerstart.h"

#include "jwt/find/textunit.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <iterator>

namespace hourpass {

using Kind = TextUnit::Kind;

namespace {

// Bounds of how far anything is looked ahead, so that time stays in proportion to the text.
constexpr qsizetype longestGap = 256;
constexpr qsizetype longestGlue = 64;
constexpr qsizetype headerBeginning = 24;

constexpr auto headerEncoding = QByteArray::Base64UrlEncoding;

// "{", white space, a quotation mark: the name, if it is complete; nothing where it is no header.
std::optional<QByteArray> firstName(QByteArrayView base64url)
{
    const QByteArrayView beginning = base64url.first(qMin(base64url.size(), headerBeginning));
    const QByteArray json = QByteArray::fromBase64(
        QByteArray::fromRawData(beginning.data(), beginning.size()), headerEncoding);
    if (!json.startsWith('{'))
        return {};
    const QByteArray inside = json.sliced(1).trimmed();
    if (!inside.startsWith('"'))
        return {};
    const qsizetype end = inside.indexOf('"', 1);
    return end < 0 ? QByteArray() : inside.sliced(1, end - 1);
}

// RFC 7515 and 7516, section 4.1. An unknown name is no proof: much else is JSON in base64url.
bool isHeaderName(const QByteArray &name)
{
    static constexpr const char *names[]{
        "alg", "kid", "typ", "enc", "cty", "zip", "jku", "jwk",      "x5u",
        "x5c", "x5t", "epk", "apu", "apv", "b64", "ver", "x5t#S256", "crit",
    };
    return std::any_of(std::begin(names), std::end(names),
                       [&name](const char *known) { return name == known; });
}

// On the stack: this is asked of every word of the text.
struct Beginning {
    static constexpr std::size_t most = longestGlue + headerBeginning;
    std::array<char, most> characters;
    std::array<qsizetype, most> offsets;
    std::size_t size = 0;

    QByteArrayView word() const { return {characters.data(), qsizetype(size)}; }
};

Beginning beginningOfRun(QByteArrayView text, qsizetype at)
{
    Beginning beginning;
    const qsizetype end = qMin(text.size(), at + longestGap);
    while (at < end && beginning.size < Beginning::most) {
        const TextUnit unit = textUnitAt(text, at);
        if (unit.kind == Kind::Word) {
            beginning.characters[beginning.size] = unit.character;
            beginning.offsets[beginning.size++] = at;
        } else if (unit.kind != Kind::Nothing) {
            break;
        }
        at += unit.length;
    }
    return beginning;
}

} // namespace

bool beginsLikeHeader(QByteArrayView base64url)
{
    const auto name = firstName(base64url);
    return name && isHeaderName(*name);
}

std::optional<qsizetype> headerStartAt(QByteArrayView text, qsizetype at)
{
    const Beginning beginning = beginningOfRun(text, at);
    const QByteArrayView word = beginning.word();
    if (word.startsWith('e') && firstName(word)) // the first six bits of "{"
        return beginning.offsets.front();
    for (qsizetype i = 1; i < qMin(word.size(), longestGlue); ++i) {
        const bool isGlued = word[i - 1] == '_' || word[i - 1] == '-';
        if (isGlued && word[i] == 'e' && beginsLikeHeader(word.sliced(i)))
            return beginning.offsets[std::size_t(i)];
    }
    return {};
}

bool isObjectAt(QByteArrayView text, qsizetype at)
{
    return firstName(beginningOfRun(text, at).word()).has_value();
}

bool isKnownHeaderAt(QByteArrayView text, qsizetype at)
{
    return beginsLikeHeader(beginningOfRun(text, at).word());
}

bool isTokenAt(QByteArrayView text, qsizetype at)
{
    const auto start = headerStartAt(text, at);
    return start && isKnownHeaderAt(text, *start);
}

} // namespace hourpass
