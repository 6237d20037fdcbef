// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/find/textunit.h"

#include <QByteArrayView>

#include <array>

namespace hourpass {

/// The names before a word of a text: in "apikey=…", "\"refresh_token\":\"…\"" and a HAR's
/// {"name":"apikey","value":"…"} they say what it is.
class SecretContext final
{
public:
    enum class Name { None, ApiKey, RefreshToken, CrToken };

    /// A character that belongs to the word at `at`.
    void addToWord(char c, qsizetype at);
    /// The word ends before `at`: it is the last name from now on.
    void endWord(qsizetype at);
    /// What stands between words. A sentence or a line that ends takes the name with it.
    void addSeparator(TextUnit::Kind kind);

    /// What a word at `at` is by the names before it.
    Name nameBefore(qsizetype at) const;

private:
    struct Word {
        std::array<char, 48> letters{}; ///< in lower case, "-" and "_" left out
        std::size_t size = 0;
        qsizetype end = 0;

        bool endsWith(QByteArrayView text) const;
        bool is(QByteArrayView text) const;
        Name name() const;
    };

    Word m_current;
    Word m_last;
    Word m_lastButOne;
    bool m_isLineOver = false;
};

} // namespace hourpass
