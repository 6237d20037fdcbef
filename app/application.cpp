// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "core/files.h"

#include <QApplication>
#include <QTimer>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// A key that is just being saved must not be lost by quitting.
constexpr Milliseconds quitPatience{3000};

// How long a panel may take to start again.
constexpr Milliseconds trayPatience{5000};

} // namespace

Application::Application()
    : m_profiles(configFolder() + "/profiles.json"_L1)
    , m_loaded(m_profiles.load())
    , m_keeper(m_profiles, m_keys)
    , m_settings(configFolder() + "/settings.json"_L1)
    , m_proxyKeeper(m_settings, m_keys)
    , m_proxies(m_settings, m_keys)
    , m_network{systemNow, {}, &m_log, &m_proxies}
    , m_sessions(m_profiles, m_keys, m_network)
    , m_checker(m_profiles, m_sessions, m_network)
    , m_freshKeeper(m_profiles, m_sessions, m_keys, systemNow)
    , m_engine{m_profiles, m_keeper,   m_keys,        m_sessions, m_checker,
               m_log,      m_settings, m_proxyKeeper, m_proxies}
    , m_clipboard(*QApplication::clipboard(), systemNow)
    , m_usage(stateFolder() + "/tray.json"_L1)
    , m_copies(m_profiles, m_sessions, m_clipboard)
    , m_notices(m_profiles, m_sessions, m_copies)
    , m_endWatcher(m_profiles, m_sessions, systemNow)
    , m_tray(m_engine, m_clipboard, m_usage)
    , m_window(m_engine, m_clipboard, m_copies, WindowState(stateFolder() + "/window.json"_L1))
{
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Application::onLastWindowClosed);
    connect(&m_window, &MainWindow::quitRequested, this, &Application::quit);
    connect(&m_termination, &TerminationSignal::received, this, &Application::quit);
    connect(&m_quitTimer, &QTimer::timeout, this, &Application::finishQuitting);
    connectTray();
    connectNotices();
    connect(&m_settings, &SettingsStore::changed, this, &Application::applySettings);
}

Application::~Application() = default;

void Application::connectTray()
{
    connect(&m_trayHosts, &TrayHosts::changed, this, [this] {
        m_tray.setHosts({m_trayHosts.hasBusHost(), m_trayHosts.hasEmbedder()});
    });
    connect(&m_tray, &Tray::copyRequested, &m_notices, &Notices::copy);
    connect(&m_tray, &Tray::clearRequested, &m_clipboard, &SecretClipboard::clear);
    connect(&m_tray, &Tray::windowRequested, &m_window, &MainWindow::present);
    connect(&m_tray, &Tray::windowToggled, &m_window, &MainWindow::toggle);
    connect(&m_tray, &Tray::messageClicked, &m_window, &MainWindow::present);
    connect(&m_tray, &Tray::quitRequested, this, &Application::quit);
    connect(&m_tray, &Tray::shownChanged, this, &Application::onTrayShownChanged);
    connect(&m_copies, &CopyFlow::copied, this, [this](const ProfileId &id) { m_usage.note(id); });
    m_trayGone.setSingleShot(true);
    m_trayGone.setInterval(trayPatience);
    connect(&m_trayGone, &QTimer::timeout, &m_window, &MainWindow::present);
}

void Application::connectNotices()
{
    connect(&m_notices, &Notices::wanted, &m_notifications, &Notifications::show);
    connect(&m_notices, &Notices::outdated, &m_notifications, &Notifications::withdraw);
    connect(&m_notifications, &Notifications::actionChosen, &m_notices, &Notices::act);
    connect(&m_notifications, &Notifications::clicked, &m_window, &MainWindow::present);
    connect(&m_notifications, &Notifications::notShown, this,
            [this](const Notification &missed) { m_tray.showMessage(missed.title, missed.text); });
    connect(&m_endWatcher, &EndWatcher::endsSoon, &m_notices, &Notices::tellEnd);
    connect(&m_endWatcher, &EndWatcher::isOver, &m_notices, &Notices::takeBackEnd);
}

void Application::applySettings()
{
    m_tray.setWanted(m_settings.settings().showTray);
    m_notices.setWanted(m_settings.settings().notifications);
}

void Application::start()
{
    m_window.show();
    if (!m_loaded)
        m_window.showStartFault(m_loaded.error());
    if (const auto read = m_settings.load(); !read)
        m_window.showStartFault(read.error());
    // What is not needed to paint the window comes after that.
    QTimer::singleShot(0, this, &Application::startBesideTheWindow);
}

void Application::startBesideTheWindow()
{
    m_profiles.watch();
    m_keys.probe();
    m_freshKeeper.start();
    m_endWatcher.start();
    m_usage.load();
    applySettings();
    m_trayHosts.start();
}

// The window can be had back from the tray, and from nowhere else.
void Application::onLastWindowClosed()
{
    if (!m_tray.isShown() || !m_settings.settings().closeToTray)
        quit();
}

// A panel that is started anew comes back; else the window must not be out of reach.
void Application::onTrayShownChanged(bool isShown)
{
    if (isShown || m_window.isVisible())
        m_trayGone.stop();
    else
        m_trayGone.start();
}

void Application::quit()
{
    // While the event loop runs: the desktop has to notice, and a clipboard manager would be
    // handed what is still there at the end.
    m_clipboard.clear();
    m_tray.setWanted(false);
    m_trayGone.stop();
    m_quitDeadline = systemNow().boot + quitPatience;
    m_quitTimer.start(50);
}

void Application::finishQuitting()
{
    if (m_keys.isBusy() && systemNow().boot < m_quitDeadline)
        return;
    m_quitTimer.stop();
    QApplication::quit();
}

} // namespace hourpass
