// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/secretclipboard.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hourpass {

/// A small window with one button, for a desktop that lets a program copy only while the user
/// presses something in a window of it. Comes by itself when a copy was refused and no window of
/// ours has the focus; goes with the press, with Escape, or when there is nothing to copy any more.
class CopyNowWindow final : public QWidget
{
    Q_OBJECT

public:
    /// The clipboard must outlive this.
    explicit CopyNowWindow(SecretClipboard &clipboard);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    SecretClipboard &m_clipboard;
    QLabel *m_text;
    QPushButton *m_copy;
    bool m_canRetry = false; ///< as of the last change
};

} // namespace hourpass
