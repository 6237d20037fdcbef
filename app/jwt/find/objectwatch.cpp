// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/objectwatch.h"

namespace hourpass {

namespace {

uint sextet(char c)
{
    if (c >= 'A' && c <= 'Z')
        return uint(c - 'A');
    if (c >= 'a' && c <= 'z')
        return uint(c - 'a' + 26);
    if (c >= '0' && c <= '9')
        return uint(c - '0' + 52);
    return c == '-' ? 62 : 63;
}

bool isSpace(uchar byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// Of numbers, true, false and null, and what stands between values.
bool mayStandOutside(uchar byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte == 'E'
        || byte == '+' || byte == '-' || byte == '.' || byte == ',' || byte == ':' || isSpace(byte);
}

int middleBytesAfter(uchar first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return 1;
    if (first >= 0xE0 && first <= 0xEF)
        return 2;
    return first >= 0xF0 && first <= 0xF4 ? 3 : -1;
}

} // namespace

void ObjectWatch::feed(char base64url)
{
    m_bits = (m_bits << 6) | sextet(base64url);
    m_bitCount += 6;
    if (m_bitCount < 8)
        return;
    m_bitCount -= 8;
    take(uchar((m_bits >> m_bitCount) & 0xFF));
}

void ObjectWatch::take(uchar byte)
{
    switch (m_state) {
    case State::Before:
        if (byte == '{') {
            m_state = State::Inside;
            m_depth = 1;
        } else if (!isSpace(byte)) {
            m_state = State::NotAnObject;
        }
        return;
    case State::Inside:
        m_isInString ? takeInString(byte) : takeOutside(byte);
        return;
    case State::Complete:
        if (!isSpace(byte))
            m_state = State::Broken;
        return;
    case State::Broken:
    case State::NotAnObject:
        return;
    }
}

void ObjectWatch::takeOutside(uchar byte)
{
    if (byte == '"')
        m_isInString = true;
    else if (byte == '{' || byte == '[')
        ++m_depth;
    else if (byte == '}' || byte == ']')
        m_state = --m_depth == 0 ? State::Complete : State::Inside;
    else if (!mayStandOutside(byte))
        m_state = State::Broken;
}

void ObjectWatch::takeInString(uchar byte)
{
    if (m_middleBytes > 0) {
        --m_middleBytes;
        if ((byte & 0xC0) != 0x80)
            m_state = State::Broken;
    } else if (m_isEscaped) {
        m_isEscaped = false;
    } else if (byte == '\\') {
        m_isEscaped = true;
    } else if (byte == '"') {
        m_isInString = false;
    } else if (byte >= 0x80) {
        m_middleBytes = middleBytesAfter(byte);
        if (m_middleBytes < 0)
            m_state = State::Broken;
    } else if (byte < 0x20) {
        m_state = State::Broken;
    }
}

} // namespace hourpass
