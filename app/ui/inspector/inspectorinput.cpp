// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorinput.h"

#include <QFontDatabase>
#include <QMimeData>
#include <QUrl>

namespace hourpass {

namespace {

QString localFile(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

InspectorInput::InspectorInput(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAnywhere); // a token is one long word
    setTabChangesFocus(true);
    setMinimumHeight(fontMetrics().lineSpacing() * 3);
}

void InspectorInput::mark(qsizetype offset, qsizetype length)
{
    const QByteArray bytes = toPlainText().toUtf8();
    setExtraSelections({});
    if (offset + length > bytes.size())
        return;
    const QByteArrayView view(bytes);
    QTextEdit::ExtraSelection marked;
    const auto begin = QString::fromUtf8(view.first(offset)).size();
    const auto end = begin + QString::fromUtf8(view.sliced(offset, length)).size();
    marked.cursor = QTextCursor(document());
    marked.cursor.setPosition(int(begin));
    const QTextCursor start = marked.cursor;
    marked.cursor.setPosition(int(end), QTextCursor::KeepAnchor);
    marked.format.setBackground(palette().highlight());
    marked.format.setForeground(palette().highlightedText());
    setExtraSelections({marked});
    // Not under the hands of somebody who types in it.
    if (!hasFocus())
        setTextCursor(start);
}

void InspectorInput::unmark()
{
    setExtraSelections({});
}

bool InspectorInput::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !localFile(source).isEmpty();
}

void InspectorInput::insertFromMimeData(const QMimeData *source)
{
    if (const QString file = localFile(source); !file.isEmpty())
        Q_EMIT fileArrived(file);
    else if (const QString text = source->text(); text.size() > longestShown)
        Q_EMIT longTextArrived(text);
    else
        insertPlainText(text);
}

} // namespace hourpass
