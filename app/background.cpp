// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "background.h"

#include "clipboard/secretclipboard.h"
#include "files/files.h"
#include "ui/mainwindow.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// How long a panel may take to start, or to start again.
constexpr Milliseconds trayPatience{5000};

} // namespace

Background::Background(const Engine &engine, SecretClipboard &clipboard, CopyFlow &copies,
                       MainWindow &window)
    : m_clipboard(clipboard)
    , m_copies(copies)
    , m_window(window)
    , m_usage(stateFolder() + "/tray.json"_L1)
    , m_notices(engine.profiles, engine.sessions, copies)
    , m_endWatcher(engine.profiles, engine.sessions, systemNow)
    , m_tray(engine, clipboard, m_usage)
{
    connectTray();
    connectNotices();
    m_noTray.setSingleShot(true);
    connect(&m_noTray, &QTimer::timeout, &m_window, &MainWindow::present);
}

void Background::connectTray()
{
    connect(&m_trayHosts, &TrayHosts::changed, this, [this] {
        m_tray.setHosts({m_trayHosts.hasBusHost(), m_trayHosts.hasEmbedder()});
    });
    connect(&m_tray, &Tray::copyRequested, &m_notices, &Notices::copy);
    connect(&m_tray, &Tray::inspectRequested, &m_window, &MainWindow::inspectClipboard);
    connect(&m_tray, &Tray::clearRequested, &m_clipboard, &SecretClipboard::clear);
    connect(&m_tray, &Tray::windowRequested, &m_window, &MainWindow::present);
    connect(&m_tray, &Tray::windowToggled, &m_window, &MainWindow::toggle);
    connect(&m_tray, &Tray::messageClicked, &m_window, &MainWindow::present);
    connect(&m_tray, &Tray::settingsRequested, this, &Background::settingsRequested);
    connect(&m_tray, &Tray::quitRequested, this, &Background::quitRequested);
    connect(&m_tray, &Tray::shownChanged, this, &Background::onShownChanged);
    connect(&m_copies, &CopyFlow::copied, this,
            [this](const Copied &copy) { m_usage.note(copy.id); });
}

void Background::connectNotices()
{
    connect(&m_notices, &Notices::wanted, &m_notifications, &Notifications::show);
    connect(&m_notices, &Notices::outdated, &m_notifications, &Notifications::withdraw);
    connect(&m_notices, &Notices::failedUntold, this, [this](const ProfileId &id) {
        m_window.showProfile(id); // its page says why
        m_window.present();
    });
    connect(&m_notifications, &Notifications::actionChosen, &m_notices, &Notices::act);
    connect(&m_notifications, &Notifications::clicked, &m_window, &MainWindow::present);
    connect(&m_notifications, &Notifications::notShown, this,
            [this](const Notification &missed) { m_tray.showMessage(missed.title, missed.text); });
    connect(&m_endWatcher, &EndWatcher::endsSoon, &m_notices, &Notices::tellEnd);
    connect(&m_endWatcher, &EndWatcher::isOver, &m_notices, &Notices::takeBackEnd);
}

void Background::start()
{
    m_endWatcher.start();
    m_usage.load();
    m_trayHosts.start();
}

void Background::stop()
{
    m_tray.setWanted(false);
    m_noTray.stop();
}

void Background::apply(const Settings &settings)
{
    m_tray.setWanted(settings.showTray);
    m_notices.setWanted(settings.notifications);
}

void Background::stayHidden()
{
    m_noTray.start(trayPatience);
}

// A panel that is started anew comes back; else the window must not be out of reach.
void Background::onShownChanged(bool isShown)
{
    if (isShown || m_window.isVisible())
        m_noTray.stop();
    else
        m_noTray.start(trayPatience);
}

} // namespace hourpass
