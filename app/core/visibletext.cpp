// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/visibletext.h"

#include <QChar>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi controls, zero-width characters, tags
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned: // includes the non-characters
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    // Letters and marks by category that draw nothing: Hangul fillers, the grapheme joiner,
    // variation selectors, the blank Braille pattern.
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x034F || c == 0x2800
        || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

} // namespace

QString visibleText(QStringView text)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (isHidden(c))
            visible +=
                "\\u{"_L1 + QString::number(uint(c), 16).toUpper().rightJustified(4, u'0') + u'}';
        else
            visible += QChar::fromUcs4(c);
    }
    return visible;
}

QString shortenedMiddle(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const qsizetype kept = qMax<qsizetype>(length - 1, 0);
    QString first = text.first(kept - kept / 2);
    QString last = text.last(kept / 2);
    // Half of a surrogate pair is no character.
    if (!first.isEmpty() && first.back().isHighSurrogate())
        first.chop(1);
    if (!last.isEmpty() && last.front().isLowSurrogate())
        last.remove(0, 1);
    return first + u'\u2026' + last;
}

} // namespace hourpass
