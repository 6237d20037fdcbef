// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <utility>
#include <vector>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;
class QWidget;

namespace hourpass {

/// Pastes into the fields of all windows, where Qt would stand still for a program that has the
/// clipboard and does not answer. For the whole program, while it lives.
class PasteFilter final : public QObject
{
    Q_OBJECT

public:
    explicit PasteFilter(QObject *parent = nullptr);
    ~PasteFilter() override;

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool onKey(QObject *object, const QKeyEvent &event);
    bool onRelease(QObject *object, const QMouseEvent &event);
    bool onContextMenu(QObject *object, const QContextMenuEvent &event);
    void paste(QWidget *field, ClipboardReader::Place place);
    void onRead(QWidget *field, const ClipboardText &text);
    void letKeysGo();

    ClipboardReader m_reader;
    bool m_isAnswering = false; ///< the context menu that comes now may ask the clipboard
    /// What was typed since, for what it is typed into: it comes after what is pasted.
    std::vector<std::pair<QPointer<QObject>, std::unique_ptr<QKeyEvent>>> m_keys;
    QTimer m_hold;      ///< how long that waits
    QObject m_listener; ///< to the reader
};

} // namespace hourpass
