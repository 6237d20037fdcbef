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

} // namespace

Application::Application()
    : m_profiles(configFolder() + "/profiles.json"_L1)
    , m_loaded(m_profiles.load())
    , m_keeper(m_profiles, m_keys)
    , m_sessions(m_profiles, m_keys, {systemNow, {}, &m_log})
    , m_checker(m_profiles, m_sessions, {systemNow, {}, &m_log})
    , m_freshKeeper(m_profiles, m_sessions, m_keys, systemNow)
    , m_engine{m_profiles, m_keeper, m_keys, m_sessions, m_checker, m_log}
    , m_clipboard(*QApplication::clipboard(), systemNow)
    , m_copies(m_profiles, m_sessions, m_clipboard)
    , m_window(m_engine, m_clipboard, m_copies, WindowState(stateFolder() + "/window.json"_L1))
{
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Application::quit);
    connect(&m_termination, &TerminationSignal::received, this, &Application::quit);
    connect(&m_quitTimer, &QTimer::timeout, this, &Application::finishQuitting);
}

Application::~Application() = default;

void Application::start()
{
    m_window.show();
    if (!m_loaded)
        m_window.showStartFault(m_loaded.error());
    // What is not needed to paint the window comes after that.
    QTimer::singleShot(0, this, [this] {
        m_profiles.watch();
        m_keys.probe();
        m_freshKeeper.start();
    });
}

void Application::quit()
{
    // While the event loop runs: the desktop has to notice, and a clipboard manager would be
    // handed what is still there at the end.
    m_clipboard.clear();
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
