// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/reportwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype widestColumn = 40;

// A word without a mark that any kind of Markdown has a use for; numbers as people write them. A
// colon is one, since it may be of an emoji or of a link.
bool isPlainWord(const QString &word)
{
    static const QRegularExpression letters(
        u"^[\\p{L}\\p{M}'’\u2026\u00b7-]+(\\([\\p{L}]{1,3})?$"_s);
    static const QRegularExpression number(u"^[0-9]{1,6}([.:-][0-9]{1,4}){0,2}$"_s);
    static const QRegularExpression zone(u"^UTC([+-][0-9]{1,2}(:[0-9]{2})?)?$"_s);
    return number.match(word).hasMatch() || zone.match(word).hasMatch()
        || (letters.match(word).hasMatch() && !word.startsWith(u'-'));
}

// "1." and "1)" at the beginning of a line begin a list.
QString escapedWord(const QString &word, bool isFirst)
{
    static const QRegularExpression form(u"^([(\"]*)(.*?)([)\".,;:%]*)$"_s);
    const auto match = form.match(word);
    const QString core = match.captured(2);
    if (core.isEmpty() || (core == "/"_L1 && !isFirst))
        return word;
    const bool isPlain = isPlainWord(core) && !(isFirst && core.at(0).isNumber());
    return match.captured(1) + (isPlain ? core : ReportWriter::code(core)) + match.captured(3);
}

} // namespace

QString ReportWriter::code(const QString &text)
{
    // A fence as long as it takes would do for backticks, but readers differ about bars in tables.
    QString inner = text;
    inner.replace(u'`', u"\\u{0060}"_s).replace(u'|', u"\\u{007C}"_s);
    // One blank at both ends is taken away by readers, and blanks alone are no code.
    if (inner.trimmed().isEmpty())
        inner = u'"' + inner + u'"';
    return u'`' + inner + u'`';
}

QString ReportWriter::escapedSentence(const QString &text, Place place)
{
    QStringList words;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(escapedWord(word, place == Place::Line && words.isEmpty()));
    return words.join(u' ');
}

QString ReportWriter::sentence(const QString &text) const
{
    return m_isMarkdown ? escapedSentence(text, Place::Line) : text;
}

void ReportWriter::beginBlock()
{
    m_isInList = false;
    if (!m_text.isEmpty())
        m_text += u'\n';
}

void ReportWriter::addHeading(int level, const QString &text)
{
    beginBlock();
    if (m_isMarkdown)
        m_text += QString(level, u'#') + u' ' + sentence(text) + u'\n';
    else
        m_text += text + u'\n' + QString(text.size(), level == 1 ? u'=' : u'-') + u'\n';
}

void ReportWriter::addSentence(const QString &text)
{
    beginBlock();
    m_text += sentence(text) + u'\n';
}

void ReportWriter::addItem(const QString &text)
{
    if (!m_isInList)
        beginBlock();
    m_isInList = true;
    m_text += "- "_L1 + sentence(text) + u'\n';
}

void ReportWriter::addTable(const QStringList &captions, const QList<QStringList> &rows,
                            bool hasCode)
{
    if (rows.isEmpty())
        return;
    beginBlock();
    if (m_isMarkdown)
        addMarkdownTable(captions, rows, hasCode);
    else
        addPlainTable(rows);
}

void ReportWriter::addMarkdownTable(const QStringList &captions, const QList<QStringList> &rows,
                                    bool hasCode)
{
    const auto addRow = [this](const QStringList &cells) {
        m_text += "| "_L1 + cells.join(" | "_L1) + " |\n"_L1;
    };
    addRow(captions);
    addRow(QStringList(captions.size(), u"---"_s));
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(hasCode && cells.size() < 2 ? code(cell)
                                                     : escapedSentence(cell, Place::Cell));
        addRow(cells);
    }
}

void ReportWriter::addPlainTable(const QList<QStringList> &rows)
{
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), std::min(row.at(i).size(), widestColumn));
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += "  "_L1 + row.at(i).leftJustified(widths.at(i));
        while (line.endsWith(u' '))
            line.chop(1);
        m_text += line + u'\n';
    }
}

} // namespace hourpass
