// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"
#include "clipboard/clipboardroute.h"
#include "clipboard/secrethints.h"

#include <QClipboard>
#include <QMimeData>
#include <QPointer>

namespace hourpass {

/// Through Qt: the only route everywhere but on Wayland.
///
/// On Wayland the compositor may refuse without a word while Qt goes on believing that it owns the
/// clipboard (measured with sway and weston). Only the window with the keyboard focus is shown what
/// is there; so without the focus nothing is tried, and with it the compositor's own report counts.
class QtRoute final : public ClipboardRoute
{
    Q_OBJECT

public:
    explicit QtRoute(QClipboard &clipboard, QObject *parent = nullptr);
    ~QtRoute() override;

    Future<bool> put(const Secret &secret) override;
    void withdraw() override;
    void clear() override;
    bool owns() const override;
    Future<bool> holds(const Fingerprint &text) override;
    bool canSee() const override;
    bool readsAside() const override { return ClipboardReader::readsAside(); }

private:
    void onDataChanged();

    QClipboard &m_clipboard;
    HintConverter m_converter;
    const bool m_isWayland;
    QPointer<QMimeData> m_data;            ///< the clipboard's; gone once it was replaced
    std::unique_ptr<Reporter<bool>> m_put; ///< until the compositor reported
    ClipboardReader m_reader;
    std::unique_ptr<Reporter<bool>> m_look; ///< while it is being read
};

} // namespace hourpass
