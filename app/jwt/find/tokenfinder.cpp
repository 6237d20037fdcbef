// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/tokenfinder.h"

#include "jwt/find/headerstart.h"
#include "jwt/find/secretcontext.h"
#include "jwt/find/tokenreader.h"

namespace hourpass {

using Unit = TextUnit::Kind;
using Name = SecretContext::Name;

namespace {

constexpr qsizetype apiKeySize = 44; // fact sheet, section 3.5

class Search final
{
public:
    Search(QByteArrayView text, const SearchControl &control)
        : m_text(text)
        , m_control(control)
    {
    }

    FoundTokens run();

private:
    bool mustStop();
    void readWord();
    bool readToken();
    void readPlainWord();
    void addNamed(FoundToken::Kind kind, qsizetype offset, qsizetype end);
    qsizetype endOfOpaque(qsizetype at) const;
    void lookAtWhole();

    const QByteArrayView m_text;
    const SearchControl &m_control;
    FoundTokens m_found;
    SecretContext m_context;
    qsizetype m_at = 0;
    qsizetype m_nextReport = 0;
    // For a text that is one word and nothing else.
    qsizetype m_words = 0;
    bool m_hasOther = false;
    qsizetype m_wordOffset = 0;
    qsizetype m_wordEnd = 0;
    qsizetype m_wordSize = 0;
};

bool Search::mustStop()
{
    constexpr qsizetype step = 64 * 1024;
    if (m_found.tokens.size() > mostTokensFound) {
        m_found.tokens.removeLast(); // it was looked for to know that it is there
        m_found.hasMore = true;
        return true;
    }
    if (m_at < m_nextReport)
        return false;
    m_nextReport = m_at + step;
    if (m_control.progress)
        m_control.progress(m_at);
    m_found.isCancelled = m_control.cancelled && m_control.cancelled->load();
    return m_found.isCancelled;
}

FoundTokens Search::run()
{
    while (!mustStop() && m_at < m_text.size()) {
        const TextUnit unit = textUnitAt(m_text, m_at);
        if (unit.kind == Unit::Word) {
            readWord();
            continue;
        }
        m_hasOther |= unit.kind == Unit::Other || unit.kind == Unit::Dot
            || unit.kind == Unit::Padding || unit.kind == Unit::Mark;
        m_context.addSeparator(unit.kind);
        m_at += unit.length;
    }
    lookAtWhole();
    return std::move(m_found);
}

void Search::readWord()
{
    ++m_words;
    if (!readToken())
        readPlainWord();
}

bool Search::readToken()
{
    const auto start = headerStartAt(m_text, m_at);
    if (!start)
        return false;
    auto token = TokenReader(m_text, *start).read();
    if (!token)
        return false;
    const Name name = m_context.nameBefore(m_at);
    auto kind = token->kind == ReadToken::Kind::Jwe ? FoundToken::Kind::Jwe
        : token->kind == ReadToken::Kind::CutOff    ? FoundToken::Kind::CutOff
                                                    : FoundToken::Kind::Jwt;
    if (token->isRefreshToken || name == Name::RefreshToken)
        kind = FoundToken::Kind::RefreshToken;
    else if (kind == FoundToken::Kind::Jwt && name == Name::CrToken)
        kind = FoundToken::Kind::CrToken;
    m_at = token->end;
    m_context.endWord(m_at);
    m_found.tokens.append({kind, *start, token->end - *start, Secret(std::move(token->clean))});
    return true;
}

void Search::readPlainWord()
{
    const qsizetype offset = m_at;
    qsizetype end = m_at;
    qsizetype size = 0;
    const Name name = m_context.nameBefore(offset);
    for (TextUnit unit = textUnitAt(m_text, m_at);
         unit.kind == Unit::Word || unit.kind == Unit::Nothing; unit = textUnitAt(m_text, m_at)) {
        m_at += unit.length;
        if (unit.kind == Unit::Nothing)
            continue;
        m_context.addToWord(unit.character, m_at);
        ++size;
        end = m_at;
    }
    m_context.endWord(end);
    m_wordOffset = offset;
    m_wordEnd = end;
    m_wordSize = size;
    constexpr qsizetype shortestOpaque = 20; // IAM says "not_supported" where it issues none
    if (name == Name::ApiKey && size == apiKeySize)
        addNamed(FoundToken::Kind::ApiKey, offset, end);
    else if (name == Name::RefreshToken && endOfOpaque(end) - offset >= shortestOpaque)
        addNamed(FoundToken::Kind::RefreshToken, offset, endOfOpaque(end));
}

void Search::addNamed(FoundToken::Kind kind, qsizetype offset, qsizetype end)
{
    m_at = end;
    m_found.tokens.append({kind, offset, end - offset, {}});
}

// An opaque token may hold more characters than a JWT (RFC 6750, section 2.1).
qsizetype Search::endOfOpaque(qsizetype at) const
{
    for (qsizetype i = at; i < m_text.size(); ++i) {
        const char c = m_text[i];
        const Unit kind = textUnitAt(m_text, i).kind;
        if (kind != Unit::Word && c != '.' && c != '~' && c != '+' && c != '/' && c != '=')
            return i;
    }
    return m_text.size();
}

// A key that stands alone has no name before it.
void Search::lookAtWhole()
{
    const bool isKeyAlone = m_found.tokens.isEmpty() && !m_found.isCancelled && m_words == 1
        && !m_hasOther && m_wordSize == apiKeySize;
    if (isKeyAlone)
        addNamed(FoundToken::Kind::ApiKey, m_wordOffset, m_wordEnd);
}

} // namespace

FoundTokens findTokens(QByteArrayView text, const SearchControl &control)
{
    return Search(text, control).run();
}

} // namespace hourpass
