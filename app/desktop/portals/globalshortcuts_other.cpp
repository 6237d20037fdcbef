// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/globalshortcuts.h"

namespace hourpass {

class ShortcutsPortal
{
};

GlobalShortcuts::GlobalShortcuts() = default;
GlobalShortcuts::~GlobalShortcuts() = default;

void GlobalShortcuts::look()
{
    enter(State::NotThere);
}

void GlobalShortcuts::set(const QList<GlobalShortcut> & /*shortcuts*/, quintptr /*window*/) { }

void GlobalShortcuts::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace hourpass
