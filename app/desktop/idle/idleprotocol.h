// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wayland-client-core.h>

#include <QByteArray>

#include <array>

namespace hourpass {

/// The shapes of the messages by which a compositor tells that nothing was touched for a while. By
/// hand, since Debian 12 has no description of the standard protocol, ext_idle_notify_v1; the other
/// one is KDE's, org_kde_kwin_idle, which wlroots had before. Version 1 of both.
///
/// Objects of the protocol point into this: it must outlive them.
class IdleProtocol final
{
public:
    enum class Kind { Standard, Kde };

    /// The events, in the protocol's order; libwayland takes them as an array of functions.
    struct Events {
        void (*idled)(void *data, wl_proxy *notification);
        void (*resumed)(void *data, wl_proxy *notification);
    };

    explicit IdleProtocol(Kind kind);
    Q_DISABLE_COPY_MOVE(IdleProtocol)

    const wl_interface &manager() const { return m_manager; }
    /// A new notification.
    wl_proxy *notify(wl_proxy *manager, wl_proxy *seat, uint32_t milliseconds) const;
    static void destroy(wl_proxy *notification);

private:
    const Kind m_kind;
    wl_interface m_manager{}, m_notification{};
    // What the arguments are that are objects, message by message.
    std::array<const wl_interface *, 3> m_notifyObjects;
    std::array<const wl_interface *, 1> m_noObjects{nullptr};
    const std::array<wl_message, 2> m_managerRequests, m_notificationRequests, m_events;
};

} // namespace hourpass
