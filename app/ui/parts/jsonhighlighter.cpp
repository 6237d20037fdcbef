// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/jsonhighlighter.h"

#include <QGuiApplication>
#include <QPalette>

namespace hourpass {

namespace {

// The index behind the text that begins at `begin`: behind its closing quotation mark.
qsizetype endOfText(const QString &line, qsizetype begin)
{
    qsizetype i = begin + 1;
    while (i < line.size() && line[i] != u'"')
        i += line[i] == u'\\' ? 2 : 1;
    return qMin(i + 1, line.size());
}

} // namespace

QColor jsonTextColor(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = palette.color(QPalette::Highlight);
    return {(text.red() + accent.red()) / 2, (text.green() + accent.green()) / 2,
            (text.blue() + accent.blue()) / 2};
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    const QPalette palette = QGuiApplication::palette();
    QTextCharFormat name;
    name.setFontWeight(QFont::Bold);
    QTextCharFormat value;
    value.setForeground(jsonTextColor(palette));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'"')
            continue;
        const qsizetype end = endOfText(text, i);
        const bool isName = end < text.size() && text[end] == u':';
        setFormat(int(i), int(end - i), isName ? name : value);
        i = end - 1;
    }
}

} // namespace hourpass
