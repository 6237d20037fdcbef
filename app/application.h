// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "background.h"
#include "clipboard/secretclipboard.h"
#include "core/terminationsignal.h"
#include "desktop/idle/idlewatch.h"
#include "desktop/lock/locksignal.h"
#include "desktop/portals/backgroundportal.h"
#include "desktop/portals/globalshortcuts.h"
#include "instance/instancelock.h"
#include "instance/instanceplace.h"
#include "instance/instanceserver.h"
#include "keychain/keychainsecretstore.h"
#include "network/proxychooser.h"
#include "profiles/profilekeeper.h"
#include "profiles/profilestore.h"
#include "profiles/removals.h"
#include "settings/proxykeeper.h"
#include "settings/settingsstore.h"
#include "token/freshkeeper.h"
#include "token/keychecker.h"
#include "ui/ledgernotes.h"
#include "ui/mainwindow.h"
#include "ui/parts/copyflow.h"
#include "ui/pastefilter.h"
#include "ui/quitquestion.h"
#include "ui/settings/settingswindow.h"
#include "ui/tray/copynowwindow.h"

#include <QObject>

#include <memory>

namespace hourpass {

/// The composition root of the window: builds the parts, connects them and owns them all. Nothing
/// else makes one of them, and nothing finds another by itself.
class Application final : public QObject
{
    Q_OBJECT

public:
    /// The fault is of the session's bus, where that is left out.
    explicit Application(const Result<void> &bus);
    ~Application() override;

    /// Takes the messages of later starts from now on. The lock must outlive this.
    void listen(const InstancePlace &place, InstanceLock &lock);
    /// Once; what the first start asked for.
    void start(const InstanceMessage &request);
    /// What any start asks for, this one or a later one.
    void perform(const InstanceMessage &request);

private:
    void startBesideTheWindow(const InstanceMessage &request);
    void applySettings();
    void showWindow(const QByteArray &activationToken);
    void copyToken(const InstanceMessage &request);
    void lock();
    void connectGlobalShortcuts();
    void setGlobalShortcuts(quintptr window);
    void onGlobalShortcuts();
    void performShortcut(const QString &id, const QByteArray &activationToken);
    void showSettings();
    std::optional<bool> startsAtLogin() const;
    Future<void> setStartsAtLogin(bool isOn);
    SettingsSources settingsSources();
    void onLastWindowClosed();
    void quit();
    void finishQuitting();

    ProfileStore m_profiles;
    Result<void> m_loaded;
    Result<void> m_bus;
    KeychainSecretStore m_keys;
    ProfileKeeper m_keeper;
    Removals m_removals;
    SettingsStore m_settings;
    ProxyKeeper m_proxyKeeper;
    ProxyChooser m_proxies;
    NetworkLog m_log;
    NetworkTools m_network;
    TokenSessions m_sessions;
    KeyChecker m_checker;
    PublishedKeys m_publishedKeys;
    FreshKeeper m_freshKeeper;
    Ledger m_ledger;
    Engine m_engine;
    SecretClipboard m_clipboard;
    PasteFilter m_pastes;
    CopyFlow m_copies;
    LedgerNotes m_ledgerNotes;
    MainWindow m_window;
    QuitQuestion m_quitQuestion;
    CopyNowWindow m_copyNow;
    Background m_background;
    std::unique_ptr<SettingsWindow> m_settingsWindow; ///< made when it is first opened
    InstanceServer m_instances;
    LockSignal m_lock;
    IdleWatch m_idle;
    GlobalShortcuts m_shortcuts;
    BackgroundPortal m_backgroundPortal;
    bool m_wantsShortcuts = false; ///< at the start, where they were set before
    TerminationSignal m_termination;
    QTimer m_quitTimer;
    Milliseconds m_quitDeadline{};
};

} // namespace hourpass
