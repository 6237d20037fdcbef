// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/tray.h"

#include "clipboard/secretclipboard.h"
#include "ui/tray/trayicon.h"

namespace hourpass {

Tray::Tray(const Engine &engine, const SecretClipboard &clipboard, const ProfileUsage &usage,
           QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clipboard(clipboard)
    , m_usage(usage)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Tray::refresh);
    connect(&engine.sessions, &TokenSessions::changed, this, &Tray::refresh);
    connect(&clipboard, &SecretClipboard::changed, this, &Tray::refresh);
    const ProfileStore &profiles = engine.profiles;
    connect(&profiles, &ProfileStore::inserted, this, &Tray::refresh);
    connect(&profiles, &ProfileStore::changed, this, &Tray::refresh);
    connect(&profiles, &ProfileStore::removed, this, &Tray::refresh);
    connect(&profiles, &ProfileStore::moved, this, &Tray::refresh);
    connect(&profiles, &ProfileStore::reloaded, this, &Tray::refresh);
}

Tray::~Tray() = default;

void Tray::setHosts(const Hosts &hosts)
{
    m_hosts = hosts;
    apply();
}

void Tray::setWanted(bool wanted)
{
    m_isWanted = wanted;
    apply();
}

bool Tray::isShown() const
{
    return m_icon && m_isWanted && (m_usesBus ? m_hosts.onBus : m_hosts.embedding);
}

QString Tray::absenceText() const
{
    if (isShown() || !m_isWanted)
        return {};
    if (m_icon)
        return tr("The desktop's tray has gone. Hourpass waits for it to come back.");
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return tr("This desktop shows no tray icons. Some need an extension for that, as GNOME does: "
              "AppIndicator. Hourpass notices when there is a tray.");
#else
    return tr("This desktop shows no tray icons.");
#endif
}

bool Tray::showMessage(const QString &title, const QString &text)
{
    if (!isShown())
        return false;
    m_icon->showMessage(title, text, trayIcon(TrayState::None));
    return true;
}

void Tray::apply()
{
    if (!m_icon && m_isWanted && (m_hosts.onBus || m_hosts.embedding))
        create();
    if (m_icon)
        m_icon->setVisible(m_isWanted);
    refresh();
    if (const bool shown = isShown(); shown != m_wasShown) {
        m_wasShown = shown;
        Q_EMIT shownChanged(shown);
    }
}

void Tray::create()
{
    m_usesBus = m_hosts.onBus;
    m_menu =
        std::make_unique<TrayMenu>(m_engine, m_clipboard, m_usage,
                                   m_usesBus ? TrayMenu::DrawnBy::Panel : TrayMenu::DrawnBy::Qt);
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu->menu());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Tray::onActivated);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
    connectMenu();
    showState();
}

void Tray::connectMenu()
{
    connect(m_menu.get(), &TrayMenu::copyRequested, this, &Tray::copyRequested);
    connect(m_menu.get(), &TrayMenu::inspectRequested, this, &Tray::inspectRequested);
    connect(m_menu.get(), &TrayMenu::clearRequested, this, &Tray::clearRequested);
    connect(m_menu.get(), &TrayMenu::windowRequested, this, &Tray::windowRequested);
    connect(m_menu.get(), &TrayMenu::settingsRequested, this, &Tray::settingsRequested);
    connect(m_menu.get(), &TrayMenu::quitRequested, this, &Tray::quitRequested);
}

void Tray::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    switch (m_clicks.wishFor(reason, m_engine.sessions.now().boot)) {
    case TrayClicks::Wish::Nothing:
        break;
    case TrayClicks::Wish::ToggleWindow:
        Q_EMIT windowToggled();
        break;
    case TrayClicks::Wish::Copy:
        if (const Profile *profile = profileForQuickCopy(m_engine.profiles, m_usage))
            Q_EMIT copyRequested(profile->id, TokenFormat::Raw);
        else
            Q_EMIT windowRequested(); // to choose one there
        break;
    }
}

void Tray::refresh()
{
    if (!isShown()) {
        m_timer.stop();
        return;
    }
    m_menu->refresh();
    showState();
    arm();
}

void Tray::showState()
{
    const auto sessionOf = [this](const ProfileId &id) { return m_engine.sessions.session(id); };
    const QList<Profile> &profiles = m_engine.profiles.profiles();
    const Instant now = m_engine.sessions.now();
    // Each is a message to the panel, so that what is the same is not said again.
    if (const TrayState state = worstTrayState(profiles, sessionOf, now); state != m_state) {
        m_state = state;
        m_icon->setIcon(trayIcon(state));
    }
    if (const QString text = trayToolTip(profiles, sessionOf, now); text != m_icon->toolTip())
        m_icon->setToolTip(text);
}

// Panels that show what they were told before are right within a minute.
void Tray::arm()
{
    const auto sessionOf = [this](const ProfileId &id) { return m_engine.sessions.session(id); };
    const auto next =
        untilTrayChanges(m_engine.profiles.profiles(), sessionOf, m_engine.sessions.now());
    if (next)
        m_timer.start(*next);
    else
        m_timer.stop();
}

} // namespace hourpass
