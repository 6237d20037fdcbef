// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/idleprotocol.h"

#include <wayland-client-protocol.h>

namespace hourpass {

namespace {

using Objects = std::array<const wl_interface *, 3>;

Objects notifyObjects(IdleProtocol::Kind kind, const wl_interface *notification)
{
    if (kind == IdleProtocol::Kind::Standard)
        return {notification, nullptr, &wl_seat_interface};
    return {notification, &wl_seat_interface, nullptr};
}

std::array<wl_message, 2> managerRequests(IdleProtocol::Kind kind, Objects &objects,
                                          const wl_interface **none)
{
    if (kind == IdleProtocol::Kind::Standard)
        return {{{"destroy", "", none}, {"get_idle_notification", "nuo", objects.data()}}};
    return {{{"get_idle_timeout", "nou", objects.data()}, {"", "", none}}};
}

} // namespace

// In a signature: n a new object, o an object, u a number. The first request of a notification
// ends it under either name; KDE's second one is not used.
IdleProtocol::IdleProtocol(Kind kind)
    : m_kind(kind)
    , m_notifyObjects(notifyObjects(kind, &m_notification))
    , m_managerRequests(managerRequests(kind, m_notifyObjects, m_noObjects.data()))
    , m_notificationRequests{{{"destroy", "", m_noObjects.data()},
                              {"simulate_user_activity", "", m_noObjects.data()}}}
    , m_events{{{"idled", "", m_noObjects.data()}, {"resumed", "", m_noObjects.data()}}}
{
    const bool isStandard = kind == Kind::Standard;
    const int requests = isStandard ? 2 : 1;
    m_manager = {isStandard ? "ext_idle_notifier_v1" : "org_kde_kwin_idle",
                 1,
                 requests,
                 m_managerRequests.data(),
                 0,
                 nullptr};
    m_notification = {isStandard ? "ext_idle_notification_v1" : "org_kde_kwin_idle_timeout",
                      1,
                      isStandard ? 1 : 2,
                      m_notificationRequests.data(),
                      int(m_events.size()),
                      m_events.data()};
}

wl_proxy *IdleProtocol::notify(wl_proxy *manager, wl_proxy *seat, uint32_t milliseconds) const
{
    if (m_kind == Kind::Standard)
        return wl_proxy_marshal_flags(manager, 1, &m_notification, 1, 0, nullptr, milliseconds,
                                      seat);
    return wl_proxy_marshal_flags(manager, 0, &m_notification, 1, 0, nullptr, seat, milliseconds);
}

void IdleProtocol::destroy(wl_proxy *notification)
{
    wl_proxy_marshal_flags(notification, 0, nullptr, 1, WL_MARSHAL_FLAG_DESTROY);
}

} // namespace hourpass
