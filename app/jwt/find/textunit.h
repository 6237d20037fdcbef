// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace hourpass {

/// One character of a text in which tokens are looked for, whatever it is written as: UTF-8 or
/// UTF-16, percent-encoded, escaped as in JSON or a shell, coloured by a terminal.
struct TextUnit {
    enum class Kind {
        End,  ///< of the text
        Word, ///< of the alphabet of base64url
        Dot,
        Padding, ///< "="
        Blank,
        LineEnd,
        Quote,   ///< any quotation mark
        Mark,    ///< what mail, shells and code put before or after a broken line: > | + \ and =
        Nothing, ///< takes room and is not seen: zero-width characters, colours, NUL
        Other,
    };

    Kind kind = Kind::End;
    char character = 0;   ///< of Word
    qsizetype length = 0; ///< in bytes; 0 at the end
};

/// Looks at a bounded number of bytes.
TextUnit textUnitAt(QByteArrayView text, qsizetype at);

} // namespace hourpass
