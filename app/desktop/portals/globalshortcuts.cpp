// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/globalshortcuts.h"

#include "desktop/portals/shortcutsportal.h"

namespace hourpass {

GlobalShortcuts::GlobalShortcuts()
    : m_portal(std::make_unique<ShortcutsPortal>())
{
    connect(m_portal.get(), &ShortcutsPortal::activated, this, &GlobalShortcuts::activated);
    connect(m_portal.get(), &ShortcutsPortal::ended, this, [this] { enter(State::NotSet); });
}

GlobalShortcuts::~GlobalShortcuts() = default;

void GlobalShortcuts::look()
{
    if (m_isLooking || m_state == State::Asking || m_state == State::Set)
        return;
    m_isLooking = true;
    m_portal->find().then(&m_listener, [this](const Result<bool> &isThere) {
        m_isLooking = false;
        if (m_state != State::Asking && m_state != State::Set)
            enter(isThere.value_or(false) ? State::NotSet : State::NotThere);
    });
}

void GlobalShortcuts::set(const QList<GlobalShortcut> &shortcuts, quintptr window)
{
    if (m_state == State::Asking)
        return;
    enter(State::Asking);
    m_portal->bind(shortcuts, window).then(&m_listener, [this](const Result<QStringList> &keys) {
        m_keys = keys.value_or(QStringList());
        enter(keys ? State::Set : State::NotSet);
    });
}

void GlobalShortcuts::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace hourpass
