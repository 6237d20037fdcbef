// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace hourpass {

void copyPlainText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void releaseSelection()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace hourpass
