// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/textunit.h"

#include <array>

namespace hourpass {

namespace {

using Kind = TextUnit::Kind;

constexpr Kind kindOfAscii(char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_')
        return Kind::Word;
    switch (c) {
    case '.':
        return Kind::Dot;
    case '=':
        return Kind::Padding;
    case ' ':
    case '\t':
        return Kind::Blank;
    case '\n':
    case '\r':
    case '\f':
    case '\v':
        return Kind::LineEnd;
    case '"':
    case '\'':
    case '`':
        return Kind::Quote;
    case '>':
    case '|':
    case '+':
    case '\\':
        return Kind::Mark;
    case '\0': // every second byte of UTF-16
        return Kind::Nothing;
    default:
        return Kind::Other;
    }
}

constexpr auto kindsOfAscii = [] {
    std::array<Kind, 128> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        kinds[i] = kindOfAscii(char(i));
    return kinds;
}();

Kind kindOf(uint character)
{
    if (character < kindsOfAscii.size())
        return kindsOfAscii[character];
    switch (character) {
    case 0xA0:
        return Kind::Blank;
    case 0x2028:
    case 0x2029:
        return Kind::LineEnd;
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
        return Kind::Nothing;
    case 0xAB:
    case 0xBB:
        return Kind::Quote;
    default:
        return character >= 0x2018 && character <= 0x201F ? Kind::Quote : Kind::Other;
    }
}

TextUnit unitFor(uint character, qsizetype length)
{
    const Kind kind = kindOf(character);
    return {kind, kind == Kind::Word ? char(character) : '\0', length};
}

/// The number that `digits` hexadecimal digits make, or -1.
int hexAt(QByteArrayView text, qsizetype at, int digits)
{
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + digits; ++i) {
        const char c = text[i];
        const char letter = char(c | 0x20);
        if (c >= '0' && c <= '9')
            value = value * 16 + (c - '0');
        else if (letter >= 'a' && letter <= 'f')
            value = value * 16 + (letter - 'a' + 10);
        else
            return -1;
    }
    return value;
}

// Encoded again and again, "%" is written %25, %2525 …
TextUnit percentUnit(QByteArrayView text, qsizetype at)
{
    constexpr int mostTimes = 4;
    qsizetype end = at + 1;
    int value = hexAt(text, end, 2);
    for (int i = 1; value == '%' && i < mostTimes; ++i) {
        end += 2;
        value = hexAt(text, end, 2);
    }
    if (value < 0)
        return {Kind::Other, 0, 1};
    return value < 0x80 ? unitFor(uint(value), end + 2 - at)
                        : TextUnit{Kind::Other, 0, end + 2 - at};
}

// JSON within JSON doubles the backslashes each time.
TextUnit backslashUnit(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype mostBackslashes = 16;
    qsizetype end = at;
    while (end < text.size() && text[end] == '\\' && end - at < mostBackslashes)
        ++end;
    const qsizetype count = end - at;
    const char escaped = end < text.size() ? text[end] : '\0';
    switch (escaped) {
    case 'n':
    case 'r':
        return {Kind::LineEnd, 0, count + 1};
    case 't':
        return {Kind::Blank, 0, count + 1};
    case '"':
    case '\'':
        return {Kind::Quote, 0, count + 1};
    case 'u':
        if (const int value = hexAt(text, end + 1, 4); value >= 0)
            return unitFor(uint(value), count + 5);
        break;
    case 'x':
        if (const int value = hexAt(text, end + 1, 2); value >= 0 && value < 0x80)
            return unitFor(uint(value), count + 3);
        break;
    default:
        break;
    }
    return {Kind::Mark, 0, count};
}

// Colours: ECMA-48, section 5.4.
TextUnit escapeUnit(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype longest = 32;
    if (at + 1 >= text.size() || text[at + 1] != '[')
        return {Kind::Other, 0, 1};
    for (qsizetype i = at + 2; i < qMin(text.size(), at + longest); ++i) {
        if (text[i] >= 0x40 && text[i] <= 0x7E)
            return {Kind::Nothing, 0, i + 1 - at};
        if (text[i] < 0x20 || text[i] > 0x3F)
            break;
    }
    return {Kind::Other, 0, 1};
}

// The few characters that matter are of two or three bytes; what is not UTF-8 is Other.
TextUnit utf8Unit(QByteArrayView text, qsizetype at)
{
    const auto byteAt = [&](qsizetype i) { return i < text.size() ? uchar(text[i]) : uchar(0); };
    const auto isMiddle = [](uchar byte) { return (byte & 0xC0) == 0x80; };
    const uchar first = byteAt(at);
    const uchar second = byteAt(at + 1);
    const uchar third = byteAt(at + 2);
    if ((first & 0xE0) == 0xC0 && isMiddle(second))
        return unitFor(((first & 0x1Fu) << 6) | (second & 0x3Fu), 2);
    if ((first & 0xF0) == 0xE0 && isMiddle(second) && isMiddle(third))
        return unitFor(((first & 0x0Fu) << 12) | ((second & 0x3Fu) << 6) | (third & 0x3Fu), 3);
    return {Kind::Other, 0, 1};
}

// At the end of a line, "=" says that quoted-printable broke it (RFC 2045, section 6.7).
bool endsLine(QByteArrayView text, qsizetype at)
{
    return at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r');
}

} // namespace

TextUnit textUnitAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return {};
    const char c = text[at];
    if (uchar(c) >= 0x80)
        return utf8Unit(text, at);
    switch (c) {
    case '%':
        return percentUnit(text, at);
    case '\\':
        return backslashUnit(text, at);
    case '\x1B':
        return escapeUnit(text, at);
    case '=':
        return {endsLine(text, at) ? Kind::Mark : Kind::Padding, 0, 1};
    default:
        return unitFor(uchar(c), 1);
    }
}

} // namespace hourpass
