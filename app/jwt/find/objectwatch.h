// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace hourpass {

/// Watches base64url go by, a character at a time, and says whether a JSON object is complete in
/// it. Tells where a part of a token that was broken over lines may end, not whether it is right.
class ObjectWatch final
{
public:
    enum class State {
        Before, ///< nothing but white space yet
        Inside,
        Complete,
        Broken, ///< what came is no JSON, or something follows the object
        NotAnObject,
    };

    /// One of the alphabet of base64url.
    void feed(char base64url);
    State state() const { return m_state; }
    bool canGoOn() const { return m_state == State::Before || m_state == State::Inside; }

private:
    void take(uchar byte);
    void takeOutside(uchar byte);
    void takeInString(uchar byte);

    State m_state = State::Before;
    uint m_bits = 0;
    int m_bitCount = 0;
    qint64 m_depth = 0;
    int m_middleBytes = 0; ///< of a UTF-8 character, still to come
    bool m_isInString = false;
    bool m_isEscaped = false;
};

} // namespace hourpass
