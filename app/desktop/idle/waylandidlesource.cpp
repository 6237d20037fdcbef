// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/waylandidlesource.h"

#include <wayland-client-protocol.h>

#include <limits>

namespace hourpass {

/// libwayland calls functions with a pointer that it was given.
struct WaylandIdleSource::Events {
    static WaylandIdleSource &source(void *data) { return *static_cast<WaylandIdleSource *>(data); }

    static void global(void *data, wl_registry *, uint32_t name, const char *interface, uint32_t)
    {
        source(data).onGlobal(name, interface);
    }
    static void globalRemove(void *, wl_registry *, uint32_t) { }
    static void listed(void *data, wl_callback *, uint32_t) { source(data).useGlobals(); }
    static void idled(void *data, wl_proxy *notification)
    {
        if (notification == source(data).m_notification)
            Q_EMIT source(data).idle();
    }
    static void resumed(void *, wl_proxy *) { }
};

WaylandIdleSource::~WaylandIdleSource()
{
    disconnectFromCompositor();
}

Future<bool> WaylandIdleSource::find()
{
    // Without this, libwayland tries a usual name, which may be another session's.
    if (qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        m_display = wl_display_connect(nullptr);
    if (!m_display)
        return readyFuture<bool>(false);
    m_notifier =
        std::make_unique<QSocketNotifier>(wl_display_get_fd(m_display), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WaylandIdleSource::readEvents);
    static constexpr wl_registry_listener events{Events::global, Events::globalRemove};
    m_registry = wl_display_get_registry(m_display);
    wl_registry_add_listener(m_registry, &events, this);
    static constexpr wl_callback_listener listed{Events::listed};
    m_listed = wl_display_sync(m_display);
    wl_callback_add_listener(m_listed, &listed, this);
    wl_display_flush(m_display);
    return m_found.future();
}

void WaylandIdleSource::onGlobal(uint32_t name, const QByteArray &interface)
{
    if (interface == m_standard.manager().name)
        m_standardName = name;
    else if (interface == m_kde.manager().name)
        m_kdeName = name;
    else if (interface == wl_seat_interface.name && !m_seatName)
        m_seatName = name;
}

void WaylandIdleSource::useGlobals()
{
    wl_callback_destroy(std::exchange(m_listed, nullptr));
    const uint32_t managerName = m_standardName ? m_standardName : m_kdeName;
    if (!managerName || !m_seatName) {
        giveUp();
        return;
    }
    m_protocol = m_standardName ? &m_standard : &m_kde;
    const auto bind = [this](uint32_t name, const wl_interface &interface) {
        return static_cast<wl_proxy *>(wl_registry_bind(m_registry, name, &interface, 1));
    };
    m_seat = bind(m_seatName, wl_seat_interface);
    m_manager = bind(managerName, m_protocol->manager());
    m_found.report(true);
}

void WaylandIdleSource::watch(Milliseconds span)
{
    if (!m_manager)
        return; // the compositor has gone
    if (wl_proxy *former = std::exchange(m_notification, nullptr))
        IdleProtocol::destroy(former);
    if (span > Milliseconds::zero()) {
        const auto most = qint64(std::numeric_limits<uint32_t>::max());
        m_notification =
            m_protocol->notify(m_manager, m_seat, uint32_t(qMin(qint64(span.count()), most)));
        static constexpr IdleProtocol::Events events{Events::idled, Events::resumed};
        // libwayland's own type for an array of functions of any kind; it only reads.
        auto *listener = reinterpret_cast<void (**)()>(const_cast<IdleProtocol::Events *>(&events));
        wl_proxy_add_listener(m_notification, listener, this);
    }
    wl_display_flush(m_display);
}

void WaylandIdleSource::readEvents()
{
    while (wl_display_prepare_read(m_display) != 0)
        wl_display_dispatch_pending(m_display);
    wl_display_flush(m_display);
    if (wl_display_read_events(m_display) < 0 || wl_display_dispatch_pending(m_display) < 0)
        giveUp();
    else
        wl_display_flush(m_display);
}

// Called out of libwayland, which still needs the connection.
void WaylandIdleSource::giveUp()
{
    m_notifier->setEnabled(false);
    QMetaObject::invokeMethod(this, &WaylandIdleSource::disconnectFromCompositor,
                              Qt::QueuedConnection);
}

void WaylandIdleSource::disconnectFromCompositor()
{
    if (wl_proxy *notification = std::exchange(m_notification, nullptr))
        IdleProtocol::destroy(notification);
    for (wl_proxy **proxy : {&m_manager, &m_seat}) {
        if (*proxy)
            wl_proxy_destroy(std::exchange(*proxy, nullptr));
    }
    if (wl_callback *listed = std::exchange(m_listed, nullptr))
        wl_callback_destroy(listed);
    if (wl_registry *registry = std::exchange(m_registry, nullptr))
        wl_registry_destroy(registry);
    m_notifier.reset();
    if (wl_display *display = std::exchange(m_display, nullptr))
        wl_display_disconnect(display);
    m_found.report(false);
}

} // namespace hourpass
