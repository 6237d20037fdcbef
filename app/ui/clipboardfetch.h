// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"

#include <QTimer>
#include <QWidget>

namespace hourpass {

/// Gets the text of the clipboard from whichever program has it. Where that takes a while it says
/// so, with a button to give it up; else it is not seen.
class ClipboardFetch final : public QWidget
{
    Q_OBJECT

public:
    explicit ClipboardFetch(QWidget *parent = nullptr);

    void fetch();
    /// Nothing is told of it any more.
    void cancel();

Q_SIGNALS:
    void arrived(const hourpass::Secret &text);
    /// There is no text, for that reason.
    void failed(hourpass::ClipboardText::Outcome outcome);

private:
    void onRead(const ClipboardText &text);
    void end();

    ClipboardReader m_reader;
    QTimer m_slow; ///< until it is said
};

} // namespace hourpass
