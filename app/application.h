// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profilekeeper.h"
#include "core/profilestore.h"
#include "core/proxykeeper.h"
#include "core/settingsstore.h"
#include "core/terminationsignal.h"
#include "desktop/notifications.h"
#include "desktop/trayhosts.h"
#include "keychain/keychainsecretstore.h"
#include "token/endwatcher.h"
#include "token/freshkeeper.h"
#include "token/keychecker.h"
#include "token/proxychooser.h"
#include "ui/copyflow.h"
#include "ui/mainwindow.h"
#include "ui/notices.h"
#include "ui/profileusage.h"
#include "ui/secretclipboard.h"
#include "ui/tray.h"

#include <QObject>

namespace hourpass {

/// The composition root of the window: builds the parts, connects them and owns them all. Nothing
/// else makes one of them, and nothing finds another by itself.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application();
    ~Application() override;

    void start();

private:
    void connectTray();
    void connectNotices();
    void startBesideTheWindow();
    void applySettings();
    void onLastWindowClosed();
    void onTrayShownChanged(bool isShown);
    void quit();
    void finishQuitting();

    ProfileStore m_profiles;
    Result<void> m_loaded;
    KeychainSecretStore m_keys;
    ProfileKeeper m_keeper;
    SettingsStore m_settings;
    ProxyKeeper m_proxyKeeper;
    ProxyChooser m_proxies;
    NetworkLog m_log;
    NetworkTools m_network;
    TokenSessions m_sessions;
    KeyChecker m_checker;
    FreshKeeper m_freshKeeper;
    Engine m_engine;
    SecretClipboard m_clipboard;
    ProfileUsage m_usage;
    CopyFlow m_copies;
    Notices m_notices;
    EndWatcher m_endWatcher;
    Notifications m_notifications;
    TrayHosts m_trayHosts;
    Tray m_tray;
    MainWindow m_window;
    TerminationSignal m_termination;
    QTimer m_trayGone; ///< while the window waits for its tray to come back
    QTimer m_quitTimer;
    Milliseconds m_quitDeadline{};
};

} // namespace hourpass
