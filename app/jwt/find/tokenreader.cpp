// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/tokenreader.h"

#include "core/secret.h"
#include "jwt/find/headerstart.h"
#include "jwt/jsonwebtoken.h"

namespace hourpass {

using namespace Qt::StringLiterals;
using Kind = TextUnit::Kind;

namespace {

// Bounds of how far anything is looked ahead, so that time stays in proportion to the text.
constexpr qsizetype longestTokenGap = 256;
constexpr qsizetype longestSignatureInText = 8 * 1024;

} // namespace

struct TokenReader::Place {
    qsizetype at;
    qsizetype end;
    qsizetype cleanSize;
};

struct TokenReader::Part {
    qsizetype size = 0;
    ObjectWatch watch;
    std::optional<Place> firstBlank; ///< before the gap
    std::optional<Place> lastGap;
};

TokenReader::TokenReader(QByteArrayView text, qsizetype start)
    : m_text(text)
    , m_start(start)
    , m_at(start)
    , m_end(start)
    , m_mayJoin(isKnownHeaderAt(text, start))
{
}

TokenReader::~TokenReader()
{
    wipe(m_clean);
}

TokenReader::Place TokenReader::place() const
{
    return {m_at, m_end, m_clean.size()};
}

void TokenReader::goBack(const Place &place)
{
    m_at = place.at;
    m_end = place.end;
    m_clean.truncate(place.cleanSize);
}

void TokenReader::append(char c)
{
    if (m_clean.size() <= tokenLimit)
        m_clean.append(c);
    m_end = m_at;
}

qsizetype TokenReader::readRun(ObjectWatch *watch, qsizetype most)
{
    qsizetype size = 0;
    for (TextUnit u = unit(); size < most && (u.kind == Kind::Word || u.kind == Kind::Nothing);
         u = unit()) {
        m_at += u.length;
        if (u.kind == Kind::Nothing)
            continue;
        append(u.character);
        ++size;
        if (watch)
            watch->feed(u.character);
    }
    return size;
}

// It is not allowed in a token, so it is kept for whoever checks it; but "token=" is none.
void TokenReader::readPadding(qsizetype partSize)
{
    qsizetype count = 0;
    qsizetype at = m_at;
    for (; count < 2 && textUnitAt(m_text, at).kind == Kind::Padding; ++count)
        at += textUnitAt(m_text, at).length;
    const Kind next = textUnitAt(m_text, at).kind;
    const bool isEven = (partSize + count) % 4 == 0;
    if (count == 0 || next == Kind::Word || next == Kind::Padding || !isEven)
        return;
    m_at = at;
    for (; count > 0; --count)
        append('=');
}

void TokenReader::takeDot()
{
    m_at += unit().length;
    append('.');
    m_at = behindNothing(m_at);
}

qsizetype TokenReader::behindNothing(qsizetype at) const
{
    const qsizetype end = at + longestTokenGap;
    for (TextUnit u = textUnitAt(m_text, at); u.kind == Kind::Nothing && at < end;
         u = textUnitAt(m_text, at))
        at += u.length;
    return at;
}

bool TokenReader::isFollowedBy(qsizetype at, Kind first, Kind second) const
{
    const TextUnit unit = textUnitAt(m_text, at);
    return unit.kind == first && textUnitAt(m_text, behindNothing(at + unit.length)).kind == second;
}

// What a line break may come with: blanks, ">" of mails, quotation marks and "+" of code, "\" of
// shells. Without a break, blanks alone.
TokenReader::Gap TokenReader::gapAt(qsizetype at, qsizetype &behind) const
{
    bool hasLineEnd = false;
    bool hasBlank = false;
    bool hasMore = false;
    for (behind = at; behind - at <= longestTokenGap;) {
        const TextUnit u = textUnitAt(m_text, behind);
        hasLineEnd |= u.kind == Kind::LineEnd;
        hasBlank |= u.kind == Kind::Blank;
        hasMore |= u.kind == Kind::Quote || u.kind == Kind::Mark;
        const bool isGap = u.kind == Kind::LineEnd || u.kind == Kind::Blank || u.kind == Kind::Quote
            || u.kind == Kind::Mark || u.kind == Kind::Nothing;
        if (!isGap) {
            if (hasLineEnd)
                return Gap::Line;
            return hasBlank && !hasMore ? Gap::Blank : Gap::None;
        }
        behind += u.length;
    }
    return Gap::None;
}

// The same where the token may go on behind it.
TokenReader::Gap TokenReader::gapBeforeMore(qsizetype &behind) const
{
    const Gap gap = m_mayJoin && m_clean.size() <= tokenLimit ? gapAt(m_at, behind) : Gap::None;
    const bool isMore = gap != Gap::None && textUnitAt(m_text, behind).kind == Kind::Word
        && !isTokenAt(m_text, behind);
    return isMore ? gap : Gap::None;
}

// Behind a line that was joined on: prose goes on in the same line.
bool TokenReader::lineEndsHere() const
{
    qsizetype behind = m_at;
    const Gap gap = gapAt(m_at, behind);
    if (gap == Gap::Line)
        return true;
    if (gap == Gap::Blank)
        return textUnitAt(m_text, behind).kind == Kind::End;
    return unit().kind != Kind::Other;
}

// A line may end before the dot, and behind it.
bool TokenReader::goToDot()
{
    if (unit().kind == Kind::Dot)
        return true;
    qsizetype dot = m_at;
    if (!m_mayJoin || gapAt(m_at, dot) == Gap::None || textUnitAt(m_text, dot).kind != Kind::Dot)
        return false;
    qsizetype behind = dot;
    const bool isLineOfItsOwn = gapAt(dot + textUnitAt(m_text, dot).length, behind) == Gap::Line
        && textUnitAt(m_text, behind).kind == Kind::Word;
    if (!isLineOfItsOwn && !isFollowedBy(dot, Kind::Dot, Kind::Word))
        return false;
    m_at = dot;
    return true;
}

void TokenReader::goToPayload()
{
    qsizetype behind = m_at;
    const bool isBroken = m_mayJoin && gapAt(m_at, behind) != Gap::None
        && textUnitAt(m_text, behind).kind == Kind::Word && isObjectAt(m_text, behind);
    if (!isBroken)
        return;
    m_isWrapped = true;
    m_at = behind;
}

TokenReader::Part TokenReader::readObject()
{
    Part part;
    part.size = readRun(&part.watch);
    while (joinObject(part)) { }
    dropDoubtfulJoins(part);
    readPadding(part.size);
    return part;
}

bool TokenReader::joinObject(Part &part)
{
    qsizetype behind = m_at;
    const Gap gap = part.watch.canGoOn() ? gapBeforeMore(behind) : Gap::None;
    if (gap == Gap::None)
        return false;
    // A blank in the line that was joined on last makes all of that line doubtful.
    if (gap == Gap::Blank && !part.firstBlank)
        part.firstBlank = part.lastGap.value_or(place());
    part.lastGap = place();
    m_isWrapped |= gap == Gap::Line;
    m_at = behind;
    part.size += readRun(&part.watch);
    return true;
}

// An object that became complete was broken there and nowhere else. Otherwise the token is cut off,
// and what came after a blank, or does not read as JSON, is of the text around it.
void TokenReader::dropDoubtfulJoins(const Part &part)
{
    const auto state = part.watch.state();
    if (state == ObjectWatch::State::Complete || state == ObjectWatch::State::NotAnObject)
        return;
    if (part.firstBlank)
        goBack(*part.firstBlank);
    else if (part.lastGap && (state == ObjectWatch::State::Broken || !lineEndsHere()))
        goBack(*part.lastGap);
}

void TokenReader::readHeader()
{
    const QByteArray json = QByteArray::fromBase64(m_clean, QByteArray::Base64UrlEncoding);
    if (const auto header = parseJson(json); header && header->isObject()) {
        const QByteArray algorithm = header->string(u"alg").toLatin1();
        m_namesAlgorithm = header->find(u"alg");
        m_isEncrypted = header->find(u"enc");
        m_isRefreshToken = algorithm == "rt";
        m_sizes = m_isEncrypted ? SignatureSizes::ofTag() : SignatureSizes::ofAlgorithm(algorithm);
    } else {
        m_namesAlgorithm = json.contains(R"("alg")");
        m_isEncrypted = json.contains(R"("enc")");
    }
}

// "eyJra...4Qmw", as many programs show a token.
bool TokenReader::isShortened() const
{
    return m_clean.startsWith("eyJ")
        && (isFollowedBy(m_at, Kind::Dot, Kind::Dot)
            || m_text.sliced(m_at).startsWith(QByteArrayView("\xE2\x80\xA6")));
}

std::optional<ReadToken> TokenReader::read()
{
    readObject();
    // Much else is JSON in base64url: told apart by little, since there may be millions.
    if (!m_mayJoin && unit().kind != Kind::Dot && !isShortened())
        return {};
    readHeader();
    const auto kind = readAfterHeader();
    if (!kind)
        return {};
    return ReadToken{*kind, m_clean, m_end, m_isRefreshToken};
}

std::optional<ReadToken::Kind> TokenReader::readAfterHeader()
{
    const bool isHeader = m_namesAlgorithm || m_mayJoin;
    const auto alone =
        isHeader || isShortened() ? std::optional(ReadToken::Kind::CutOff) : std::nullopt;
    const Place header = place();
    if (!goToDot())
        return alone;
    takeDot();
    if (m_isEncrypted)
        return readEncrypted();
    goToPayload();
    if (isFollowedBy(m_at, Kind::Dot, Kind::Word)) { // detached: RFC 7515, appendix F
        takeDot();
        readSignature();
        return ReadToken::Kind::Jwt;
    }
    if (unit().kind == Kind::Word)
        return readAfterPayload();
    goBack(header);
    return alone;
}

std::optional<ReadToken::Kind> TokenReader::readAfterPayload()
{
    const auto state = readObject().watch.state();
    const bool isObject =
        state != ObjectWatch::State::NotAnObject && state != ObjectWatch::State::Before;
    if (!m_namesAlgorithm && !isObject)
        return {};
    if (!goToDot() || isFollowedBy(m_at, Kind::Dot, Kind::Dot))
        return ReadToken::Kind::CutOff;
    takeDot();
    const qsizetype size = readSignature();
    if (readFurtherParts() || !m_sizes.isTooShort(size))
        return ReadToken::Kind::Jwt;
    return ReadToken::Kind::CutOff;
}

ReadToken::Kind TokenReader::readEncrypted()
{
    constexpr int middleParts = 3; // the key, which may be empty, the vector and the text
    for (int i = 0; i < middleParts; ++i) {
        if (!readMiddle())
            return ReadToken::Kind::CutOff;
        takeDot();
    }
    const bool isTooShort = m_sizes.isTooShort(readSignature());
    return isTooShort ? ReadToken::Kind::CutOff : ReadToken::Kind::Jwe;
}

// Random bytes do not tell where they end; a dot does.
bool TokenReader::readMiddle()
{
    qsizetype size = readRun();
    const Place unbroken = place();
    qsizetype behind = m_at;
    while (!goToDot() && gapBeforeMore(behind) == Gap::Line) {
        m_at = behind;
        size += readRun();
    }
    readPadding(size);
    if (goToDot())
        return true;
    goBack(unbroken);
    return false;
}

qsizetype TokenReader::readSignature()
{
    const Place start = place();
    qsizetype size = readRun();
    if (const auto whole = m_sizes.sizeBefore(QByteArrayView(m_clean).sliced(start.cleanSize),
                                              &beginsLikeHeader)) {
        goBack(start);
        return readRun(nullptr, *whole);
    }
    if (!m_sizes.isSurelyWhole(size))
        size = joinSignature(withoutEmphasis(size));
    readPadding(size);
    return size;
}

// Of Markdown: _token_.
qsizetype TokenReader::withoutEmphasis(qsizetype size)
{
    const bool isEmphasised = m_start > 0 && m_text[m_start - 1] == '_' && m_clean.endsWith('_')
        && m_clean.size() <= tokenLimit && m_sizes.fits(size - 1);
    if (!isEmphasised)
        return size;
    m_clean.chop(1);
    --m_end;
    return size - 1;
}

// The size says which line is the last one. Where none fits, lines belong to the token only if it
// was broken over lines before.
qsizetype TokenReader::joinSignature(qsizetype size)
{
    constexpr qsizetype shortestLine = 8;
    Place best = place();
    qsizetype bestSize = size;
    bool hasFit = m_sizes.fits(size);
    bool mayBeWrapped = m_isWrapped;
    const qsizetype end = m_at + longestSignatureInText;
    qsizetype behind = m_at;
    for (Gap gap = gapBeforeMore(behind);
         gap != Gap::None && m_at < end && size < SignatureSizes::largest;
         gap = gapBeforeMore(behind)) {
        m_at = behind;
        const qsizetype added = readRun();
        size += added;
        mayBeWrapped = mayBeWrapped && gap == Gap::Line && added >= shortestLine && lineEndsHere();
        const bool fits = m_sizes.fits(size);
        if (fits || (!hasFit && mayBeWrapped)) {
            best = place();
            bestSize = size;
            hasFit |= fits;
        }
    }
    goBack(best);
    return bestSize;
}

bool TokenReader::readFurtherParts()
{
    bool areThere = false;
    while (isFollowedBy(m_at, Kind::Dot, Kind::Word)) {
        areThere = true;
        takeDot();
        readRun();
    }
    return areThere;
}

} // namespace hourpass
