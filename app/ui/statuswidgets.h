// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/secretclipboard.h"
#include "core/secretstore.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hourpass {

/// What the clipboard holds of ours and until when, with a button to clear it now,
/// and one to copy what was not copied.
class ClipboardStatus final : public QWidget
{
    Q_OBJECT

public:
    ClipboardStatus(SecretClipboard &clipboard, QWidget *parent = nullptr);

    void refresh();

private:
    QString text() const;

    SecretClipboard &m_clipboard;
    QLabel *m_value;
    QPushButton *m_clear;
    QPushButton *m_copy;
};

/// The state of the key store.
class KeychainStatus final : public QWidget
{
    Q_OBJECT

public:
    KeychainStatus(SecretStore &keys, QWidget *parent = nullptr);

private:
    void refresh();

    SecretStore &m_keys;
    QLabel *m_value;
    QPushButton *m_stop;
};

} // namespace hourpass
