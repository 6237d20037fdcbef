// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QSyntaxHighlighter>

class QPalette;

namespace hourpass {

/// Of texts: between the palette's text and its accent, so that it can be read wherever the text
/// can. The palette's own colour for links stays dark blue where a desktop's dark scheme names
/// none.
QColor jsonTextColor(const QPalette &palette);

/// Names, texts and other values of indentedJson() told apart, and not by colour alone: names are
/// bold.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace hourpass
