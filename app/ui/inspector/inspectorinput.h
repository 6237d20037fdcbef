// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace hourpass {

/// Takes any text to inspect. What is too long to be shown, and files, it hands on instead.
class InspectorInput final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Longer ones, in UTF-16 units, are searched and not shown: the field would take seconds.
    static constexpr qsizetype longestShown = 256 * 1024;

    explicit InspectorInput(QWidget *parent = nullptr);

    /// Marks a place, in bytes of the text's UTF-8. The user's own selection stays.
    void mark(qsizetype offset, qsizetype length);
    void unmark();

    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

Q_SIGNALS:
    void longTextArrived(const QString &text);
    void fileArrived(const QString &path);
};

} // namespace hourpass
