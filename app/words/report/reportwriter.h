// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/report/report.h"

#include <QStringList>

namespace hourpass {

/// Puts a report's parts into lines. What is told may come from outside and have gone through
/// visibleText(): in Markdown it stays text, whatever is in it. It makes no markup, no table's
/// column, no link, no mention of people and no reference to an issue.
class ReportWriter final
{
public:
    explicit ReportWriter(ReportOptions::Format format)
        : m_isMarkdown(format == ReportOptions::Format::Markdown)
    {
    }

    void addHeading(int level, const QString &text);
    void addSentence(const QString &text);
    void addItem(const QString &text);
    /// Each row begins with a value that is shown letter for letter, as is the second cell if
    /// `hasCode`; the others are sentences.
    void addTable(const QStringList &captions, const QList<QStringList> &rows, bool hasCode);

    QString text() const { return m_text; }

    enum class Place { Line, Cell };
    /// For Markdown: a sentence in which each word that could be more than a word is code.
    static QString escapedSentence(const QString &text, Place place);
    /// For Markdown: letter for letter, on one line, also in a table.
    static QString code(const QString &text);

private:
    void beginBlock();
    QString sentence(const QString &text) const;
    void addMarkdownTable(const QStringList &captions, const QList<QStringList> &rows,
                          bool hasCode);
    void addPlainTable(const QList<QStringList> &rows);

    const bool m_isMarkdown;
    bool m_isInList = false;
    QString m_text;
};

} // namespace hourpass
