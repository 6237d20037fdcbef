// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace hourpass {

class ShortcutsPortal;

struct GlobalShortcut {
    QString id;
    QString description; ///< shown by the desktop
};

/// Shortcuts that work while another program has the focus, by the desktop's portal
/// (org.freedesktop.portal.GlobalShortcuts). The user chooses the keys there; they last for as long
/// as the session with the portal does, which is made anew at each start. Not on Windows and macOS.
class GlobalShortcuts final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< not looked yet
        NotThere,
        NotSet,
        Asking, ///< the user, most likely
        Set,
    };
    GlobalShortcuts();
    ~GlobalShortcuts() override;

    /// Whether the desktop has such a portal.
    void look();
    /// Asks for all of them at once, in place of those before. The desktop shows a dialog where it
    /// has not been answered before; `window` is the one that it belongs to, or 0.
    void set(const QList<GlobalShortcut> &shortcuts, quintptr window);

    State state() const { return m_state; }
    /// How the desktop describes those that are set, such as "Ctrl+Alt+C". From outside.
    const QStringList &keys() const { return m_keys; }

Q_SIGNALS:
    void changed();
    /// `token` lets a window come to the front; may be empty.
    void activated(const QString &id, const QByteArray &token);

private:
    void enter(State state);

    State m_state = State::Unknown;
    QStringList m_keys;
    bool m_isLooking = false;
    std::unique_ptr<ShortcutsPortal> m_portal;
    QObject m_listener; ///< to the portal
};

} // namespace hourpass
