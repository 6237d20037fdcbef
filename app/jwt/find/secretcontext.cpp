// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/secretcontext.h"

#include <algorithm>

namespace hourpass {

void SecretContext::addToWord(char c, qsizetype at)
{
    m_current.end = at;
    if (c == '-' || c == '_')
        return;
    // The end of a long name says what it is: the beginning gives way.
    if (m_current.size == m_current.letters.size()) {
        constexpr std::size_t half = std::tuple_size_v<decltype(Word::letters)> / 2;
        std::copy(m_current.letters.begin() + half, m_current.letters.end(),
                  m_current.letters.begin());
        m_current.size = half;
    }
    m_current.letters[m_current.size++] = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

void SecretContext::endWord(qsizetype at)
{
    m_lastButOne = m_last;
    m_last = m_current;
    m_last.end = at;
    m_current = {};
    m_isLineOver = false;
}

void SecretContext::addSeparator(TextUnit::Kind kind)
{
    m_isLineOver |= kind == TextUnit::Kind::LineEnd;
}

bool SecretContext::Word::endsWith(QByteArrayView text) const
{
    return QByteArrayView(letters.data(), qsizetype(size)).endsWith(text);
}

bool SecretContext::Word::is(QByteArrayView text) const
{
    return QByteArrayView(letters.data(), qsizetype(size)) == text;
}

SecretContext::Name SecretContext::Word::name() const
{
    if (endsWith("key") || endsWith("password") || endsWith("secret"))
        return Name::ApiKey;
    if (endsWith("refreshtoken"))
        return Name::RefreshToken;
    return endsWith("crtoken") ? Name::CrToken : Name::None;
}

SecretContext::Name SecretContext::nameBefore(qsizetype at) const
{
    constexpr qsizetype farthest = 24;
    constexpr qsizetype farthestInPairs = 160; // on lines of their own, deep in a HAR
    if (m_last.is("value") && at - m_last.end <= farthest)
        return at - m_lastButOne.end <= farthestInPairs ? m_lastButOne.name() : Name::None;
    return at - m_last.end <= farthest && !m_isLineOver ? m_last.name() : Name::None;
}

} // namespace hourpass
