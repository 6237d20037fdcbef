// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/notifications.h"
#include "desktop/tray/trayhosts.h"
#include "token/endwatcher.h"
#include "ui/parts/copyflow.h"
#include "ui/tray/notices.h"
#include "ui/tray/profileusage.h"
#include "ui/tray/tray.h"

namespace hourpass {

class MainWindow;

/// What there is of the program beside its window: the tray, and notifications.
class Background final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    Background(const Engine &engine, SecretClipboard &clipboard, CopyFlow &copies,
               MainWindow &window);

    void start();
    /// From now on; for the end of the program.
    void stop();
    void apply(const Settings &settings);
    /// Without the window, which comes after all where no tray does within a while.
    void stayHidden();
    /// The window can be had back from the tray, and from nowhere else.
    bool canHideWindow() const { return m_tray.isShown(); }
    /// Copies, and tells how it went where the user sees it.
    void copy(const ProfileId &id) { m_notices.copy(id, TokenFormat::Raw); }
    const Tray &tray() const { return m_tray; }

Q_SIGNALS:
    void settingsRequested();
    void quitRequested();

private:
    void connectTray();
    void connectNotices();
    void onShownChanged(bool isShown);

    SecretClipboard &m_clipboard;
    CopyFlow &m_copies;
    MainWindow &m_window;
    ProfileUsage m_usage;
    Notices m_notices;
    EndWatcher m_endWatcher;
    Notifications m_notifications;
    TrayHosts m_trayHosts;
    Tray m_tray;
    QTimer m_noTray; ///< while the window waits for a tray to come
};

} // namespace hourpass
