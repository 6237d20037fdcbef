// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/find/objectwatch.h"
#include "jwt/find/signaturesizes.h"
#include "jwt/find/textunit.h"

#include <QByteArray>

#include <limits>
#include <optional>

namespace hourpass {

/// A token as it stands in a text.
struct ReadToken {
    enum class Kind { Jwt, CutOff, Jwe };

    Kind kind = Kind::Jwt;
    QByteArray clean; ///< at most one byte more than tokenLimit
    qsizetype end = 0;
    bool isRefreshToken = false; ///< its header says so
};

/// Reads one token from where its header begins, over line breaks where the token is not complete
/// without what follows them.
class TokenReader final
{
public:
    /// `start` as headerStartAt() gave it.
    TokenReader(QByteArrayView text, qsizetype start);
    ~TokenReader();
    Q_DISABLE_COPY_MOVE(TokenReader)

    /// Once. Nothing where it turns out to be something else.
    std::optional<ReadToken> read();

private:
    enum class Gap { None, Blank, Line };
    struct Place;
    struct Part;

    TextUnit unit() const { return textUnitAt(m_text, m_at); }
    void append(char c);
    qsizetype readRun(ObjectWatch *watch = nullptr,
                      qsizetype most = std::numeric_limits<qsizetype>::max());
    void readPadding(qsizetype partSize);
    void takeDot();
    qsizetype behindNothing(qsizetype at) const;
    Gap gapAt(qsizetype at, qsizetype &behind) const;
    Gap gapBeforeMore(qsizetype &behind) const;
    bool isFollowedBy(qsizetype at, TextUnit::Kind first, TextUnit::Kind second) const;
    bool lineEndsHere() const;
    bool goToDot();
    void goToPayload();
    Place place() const;
    void goBack(const Place &place);

    Part readObject();
    bool joinObject(Part &part);
    void dropDoubtfulJoins(const Part &part);
    void readHeader();
    std::optional<ReadToken::Kind> readAfterHeader();
    std::optional<ReadToken::Kind> readAfterPayload();
    ReadToken::Kind readEncrypted();
    bool readMiddle();
    qsizetype readSignature();
    qsizetype joinSignature(qsizetype size);
    qsizetype withoutEmphasis(qsizetype size);
    bool readFurtherParts();
    bool isShortened() const;

    const QByteArrayView m_text;
    const qsizetype m_start;
    qsizetype m_at;
    qsizetype m_end; ///< behind the last byte that belongs to the token
    QByteArray m_clean;
    SignatureSizes m_sizes;
    bool m_mayJoin = false; ///< it begins so clearly that a line break may be stepped over
    bool m_namesAlgorithm = false;
    bool m_isEncrypted = false;
    bool m_isRefreshToken = false;
    bool m_isWrapped = false; ///< a line break was stepped over
};

} // namespace hourpass
