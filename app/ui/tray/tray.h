// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tray/trayclicks.h"
#include "ui/tray/traymenu.h"

#include <QTimer>

namespace hourpass {

/// The icon in the tray, with its menu. There is one where the desktop has a tray and the user
/// wants one; the icon's state and the texts follow the profiles.
///
/// Qt asks once in a process whether the bus has a tray, and takes that answer for ever. So no
/// QSystemTrayIcon is made, nor asked anything, before setHosts() has said that there is a tray.
class Tray final : public QObject
{
    Q_OBJECT

public:
    /// What the desktop has for icons of programs.
    struct Hosts {
        bool onBus = false;     ///< a StatusNotifier host
        bool embedding = false; ///< an XEmbed tray; or the platform's own on Windows and macOS
    };

    /// All must outlive this.
    Tray(const Engine &engine, const SecretClipboard &clipboard, const ProfileUsage &usage,
         QObject *parent = nullptr);
    ~Tray() override;

    void setHosts(const Hosts &hosts);
    void setWanted(bool wanted);

    /// It is there, and can be clicked.
    bool isShown() const;
    /// Why it is not, for people; empty where it is.
    QString absenceText() const;
    /// For a desktop without a notification service. False: there is no tray either.
    bool showMessage(const QString &title, const QString &text);

Q_SIGNALS:
    void copyRequested(const hourpass::ProfileId &id, hourpass::TokenFormat format);
    void inspectRequested();
    void clearRequested();
    void windowRequested();
    void windowToggled();
    void settingsRequested();
    void quitRequested();
    void messageClicked();
    void shownChanged(bool isShown);

private:
    void apply();
    void create();
    void connectMenu();
    void onActivated(QSystemTrayIcon::ActivationReason reason);
    void refresh();
    void showState();
    void arm();

    const Engine &m_engine;
    const SecretClipboard &m_clipboard;
    const ProfileUsage &m_usage;
    Hosts m_hosts;
    bool m_isWanted = true;
    bool m_wasShown = false;
    bool m_usesBus = false; ///< how Qt shows the icon, from the first time on
    TrayClicks m_clicks;
    std::optional<TrayState> m_state; ///< what the icon shows
    std::unique_ptr<TrayMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QTimer m_timer;
};

} // namespace hourpass
