// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "desktop/autostart.h"
#include "files/files.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTimer>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// A key that is just being saved must not be lost by quitting, and a token is to be off the
// clipboard: where a manager puts it back, that takes two seconds and more.
constexpr Milliseconds quitPatience{6000};
// Whoever sends a signal waits no longer for a window that hangs. One that lives may take more,
// step by step, and then some for the libraries to end.
constexpr Milliseconds signalPatience{900};
constexpr Milliseconds lastMoments{3000};

// The desktop keeps the user's keys by these.
const QString copyShortcut = u"copy-default-token"_s;
const QString showShortcut = u"show-window"_s;
const QString inspectShortcut = u"inspect-clipboard"_s;

Q_LOGGING_CATEGORY(instanceLog, "app.instance", QtInfoMsg)

} // namespace

Application::Application(const Result<void> &bus)
    : m_profiles(configFolder() + "/profiles.json"_L1)
    , m_loaded(m_profiles.load())
    , m_bus(bus)
    , m_keeper(m_profiles, m_keys)
    , m_removals(m_profiles, m_keeper, m_keys, systemNow)
    , m_settings(configFolder() + "/settings.json"_L1)
    , m_proxyKeeper(m_settings, m_keys)
    , m_proxies(m_settings, m_keys)
    , m_network{systemNow, {}, &m_log, &m_proxies}
    , m_sessions(m_profiles, m_keys, m_network)
    , m_checker(m_profiles, m_sessions, m_network)
    , m_publishedKeys(cacheFolder(), m_network)
    , m_freshKeeper(m_profiles, m_sessions, m_keys, systemNow)
    , m_ledger(stateFolder() + "/ledger.json"_L1, systemNow)
    , m_engine{m_profiles, m_keeper,      m_keys,    m_sessions,      m_checker, m_log,
               m_settings, m_proxyKeeper, m_proxies, m_publishedKeys, m_ledger,  m_removals}
    , m_clipboard(*QApplication::clipboard(), systemNow)
    , m_copies(m_profiles, m_sessions, m_clipboard)
    , m_ledgerNotes(m_ledger, m_profiles, m_sessions, m_copies)
    , m_window(m_engine, m_clipboard, m_copies, WindowState(stateFolder() + "/window.json"_L1))
    , m_quitQuestion(m_removals, m_window)
    , m_copyNow(m_clipboard)
    , m_background(m_engine, m_clipboard, m_copies, m_window)
    , m_instances(systemNow)
    , m_termination(signalPatience)
{
    if (!m_bus)
        m_keys.setBusFault(m_bus.error());
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Application::onLastWindowClosed);
    connect(&m_window, &MainWindow::quitRequested, &m_quitQuestion, &QuitQuestion::ask);
    connect(&m_window, &MainWindow::settingsRequested, this, &Application::showSettings);
    connect(&m_window, &MainWindow::lockRequested, this, &Application::lock);
    connect(&m_background, &Background::quitRequested, &m_quitQuestion, &QuitQuestion::ask);
    connect(&m_quitQuestion, &QuitQuestion::quitGranted, this, &Application::quit);
    connect(&m_quitQuestion, &QuitQuestion::quitRefused, &m_window, &MainWindow::present);
    connect(&m_background, &Background::settingsRequested, this, &Application::showSettings);
    connect(&m_termination, &TerminationSignal::received, this, &Application::quit);
    connect(&m_settings, &SettingsStore::changed, this, &Application::applySettings);
    connect(&m_instances, &InstanceServer::received, this, &Application::perform);
    connect(&m_lock, &LockSignal::locked, this, &Application::lock);
    connect(&m_lock, &LockSignal::suspending, this, &Application::lock);
    connect(&m_idle, &IdleWatch::idle, this, &Application::lock);
    connectGlobalShortcuts();
    connect(&m_quitTimer, &QTimer::timeout, this, &Application::finishQuitting);
}

Application::~Application() = default;

void Application::listen(const InstancePlace &place, InstanceLock &lock)
{
    // The window works without; a later start will say that nobody answers.
    const auto listening = m_instances.listen(
        place.socketName, [place, &lock] { return restoreFolderOf(place) && lock.keep(); });
    if (!listening)
        qCWarning(instanceLog) << "Later starts cannot reach this one:" << listening.error().detail;
}

void Application::start(const InstanceMessage &request)
{
    const auto read = m_settings.load();
    applySettings();
    const bool wantsNoWindow = request.verb == Verb::StayHidden || request.verb == Verb::Copy;
    if (wantsNoWindow && m_settings.settings().showTray)
        m_background.stayHidden();
    else
        m_window.show();
    if (!m_bus)
        m_window.showStartFault(m_bus.error());
    if (!m_loaded)
        m_window.showStartFault(m_loaded.error());
    if (!read)
        m_window.showStartFault(read.error());
    // What is not needed to paint the window comes after that.
    QTimer::singleShot(0, this, [this, request] { startBesideTheWindow(request); });
}

void Application::startBesideTheWindow(const InstanceMessage &request)
{
    m_profiles.watch();
    m_keys.probe();
    m_removals.start();
    m_window.lookForOrphans();
    m_freshKeeper.start();
    m_lock.start();
    m_idle.start();
    m_wantsShortcuts = m_settings.settings().globalShortcuts;
    if (m_wantsShortcuts)
        m_shortcuts.look();
    m_background.start();
    // The desktop's token was for the window's first showing, where Qt has used it.
    if (request.verb != Verb::Activate)
        perform({request.verb, request.profile, {}});
}

void Application::applySettings()
{
    m_clipboard.setLife(m_settings.settings().clipboardLife);
    m_background.apply(m_settings.settings());
    // Where the settings cannot be read nobody knows whether the file is to go.
    if (!m_settings.fault())
        static_cast<void>(m_ledger.setKept(m_settings.settings().keepLedger)); // its row says why
    m_idle.setSpan(m_settings.settings().lockAfterIdle);
}

void Application::perform(const InstanceMessage &request)
{
    switch (request.verb) {
    case Verb::Activate:
        showWindow(request.activationToken);
        break;
    case Verb::InspectClipboard:
        showWindow(request.activationToken);
        m_window.inspectClipboard();
        break;
    case Verb::Copy:
        copyToken(request);
        break;
    case Verb::StayHidden:
        break;
    case Verb::Quit:
        quit();
        break;
    }
}

void Application::showWindow(const QByteArray &activationToken)
{
    // On Wayland, Qt asks for the front with what it finds there; X11 needs nothing of the kind.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    m_window.present();
}

void Application::copyToken(const InstanceMessage &request)
{
    if (m_profiles.find(request.profile))
        m_background.copy(request.profile);
    else
        showWindow(request.activationToken); // it was removed a moment ago
}

void Application::lock()
{
    m_clipboard.clear();
    m_window.hideSecrets();
    if (!m_settings.settings().dropTokensOnLock)
        return;
    const QList<Profile> profiles = m_profiles.profiles();
    for (const Profile &profile : profiles)
        m_sessions.forgetTokens(profile.id);
}

void Application::connectGlobalShortcuts()
{
    GlobalKeys &keys = m_window.globalKeys();
    connect(&keys, &GlobalKeys::lookWanted, &m_shortcuts, &GlobalShortcuts::look);
    connect(&keys, &GlobalKeys::setWanted, this, &Application::setGlobalShortcuts);
    connect(&m_shortcuts, &GlobalShortcuts::changed, this, &Application::onGlobalShortcuts);
    connect(&m_shortcuts, &GlobalShortcuts::activated, this, &Application::performShortcut);
}

void Application::setGlobalShortcuts(quintptr window)
{
    m_shortcuts.set({{copyShortcut, tr("Copy the default profile's token")},
                     {showShortcut, tr("Show the window")},
                     {inspectShortcut, tr("Inspect the clipboard")}},
                    window);
}

void Application::onGlobalShortcuts()
{
    using State = GlobalShortcuts::State;
    const State state = m_shortcuts.state();
    const bool wasAsking = m_window.globalKeys().state() == GlobalKeys::State::Asking;
    // Both have the same states.
    m_window.globalKeys().tell(GlobalKeys::State(state), m_shortcuts.keys());
    if (std::exchange(m_wantsShortcuts, false) && state == State::NotSet) {
        setGlobalShortcuts(0);
        return;
    }
    // What the user has refused is not asked for again at the next start. A damaged file is left
    // for a change that the user makes.
    const bool isSet = state == State::Set;
    if (wasAsking && !m_settings.fault() && isSet != m_settings.settings().globalShortcuts)
        (void)m_settings.change([isSet](Settings &all) { all.globalShortcuts = isSet; });
}

void Application::performShortcut(const QString &id, const QByteArray &activationToken)
{
    const Profile *profile = m_profiles.defaultProfile();
    if (id == copyShortcut && profile)
        m_background.copy(profile->id);
    else if (id == inspectShortcut)
        perform({Verb::InspectClipboard, {}, usableActivationToken(activationToken)});
    else
        perform({Verb::Activate, {}, usableActivationToken(activationToken)});
}

void Application::showSettings()
{
    if (!m_settingsWindow) {
        m_settingsWindow = std::make_unique<SettingsWindow>(m_engine, settingsSources());
        connect(&m_background.tray(), &Tray::shownChanged, m_settingsWindow.get(),
                &SettingsWindow::refresh);
        connect(&m_idle, &IdleWatch::availableChanged, m_settingsWindow.get(),
                &SettingsWindow::refresh);
    }
    m_settingsWindow->present();
}

std::optional<bool> Application::startsAtLogin() const
{
    if (isInSandbox())
        return m_settings.settings().sandboxAutostart;
    const Autostart::State state = Autostart::ofThisProgram().state();
    if (state == Autostart::State::NotSupported)
        return {};
    return state == Autostart::State::On;
}

Future<void> Application::setStartsAtLogin(bool isOn)
{
    if (!isInSandbox())
        return readyFuture<void>(Autostart::ofThisProgram().setEnabled(isOn));
    return m_backgroundPortal.setAutostart(isOn).then(
        this, [this, isOn](const Result<void> &granted) -> Result<void> {
            if (!granted)
                return granted;
            return m_settings.change([isOn](Settings &all) { all.sandboxAutostart = isOn; });
        });
}

SettingsSources Application::settingsSources()
{
    return {[this] { return startsAtLogin(); },
            [this](bool isOn) { return setStartsAtLogin(isOn); },
            [this] { return m_background.tray().absenceText(); },
            [this] { return m_idle.isAvailable(); }};
}

void Application::onLastWindowClosed()
{
    // At the end of a session nobody is to be asked, nor can be.
    if (qGuiApp->isSavingSession())
        quit();
    else if (!m_background.canHideWindow() || !m_settings.settings().closeToTray)
        m_quitQuestion.ask();
}

void Application::quit()
{
    // Who starts now is not to talk to what ends: it waits for the lock.
    m_instances.close();
    m_termination.giveTime(signalPatience);
    // While the event loop runs: the desktop has to notice, and a clipboard manager would be
    // handed what is still there at the end.
    m_clipboard.clear();
    m_background.stop();
    m_quitDeadline = systemNow().boot + quitPatience;
    m_quitTimer.start(50);
}

void Application::finishQuitting()
{
    m_termination.giveTime(signalPatience);
    if ((m_keys.isChanging() || m_clipboard.isBusy()) && systemNow().boot < m_quitDeadline)
        return;
    m_quitTimer.stop();
    m_ledger.flush();
    m_termination.giveTime(lastMoments);
    QApplication::quit();
}

} // namespace hourpass
