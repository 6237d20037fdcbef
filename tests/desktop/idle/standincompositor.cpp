// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "standincompositor.h"

#include "desktop/idle/idleprotocol.h"

#include <wayland-server-core.h>
#include <wayland-server-protocol.h>

#include <QFile>

namespace hourpass::test {

namespace {

const IdleProtocol &protocol()
{
    static const IdleProtocol standard(IdleProtocol::Kind::Standard);
    return standard;
}

} // namespace

/// libwayland calls functions with what a resource was given.
struct StandInCompositor::Requests {
    static StandInCompositor &of(wl_resource *resource)
    {
        return *static_cast<StandInCompositor *>(wl_resource_get_user_data(resource));
    }
    static void destroy(wl_client *, wl_resource *resource) { wl_resource_destroy(resource); }
    static void getNotification(wl_client *client, wl_resource *notifier, uint32_t id,
                                uint32_t timeout, wl_resource *seat)
    {
        if (!seat)
            qFatal("a notification without a seat");
        // The request's first argument says of what kind the new object is.
        wl_resource *resource =
            wl_resource_create(client, protocol().manager().methods[1].types[0], 1, id);
        static constexpr void (*requests[])(wl_client *, wl_resource *){destroy};
        wl_resource_set_implementation(resource, requests, &of(notifier), forget);
        of(notifier).m_notifications.append({resource, timeout});
    }
    static void forget(wl_resource *resource)
    {
        of(resource).m_notifications.removeIf(
            [resource](const Notification &each) { return each.resource == resource; });
    }
    static void bindNotifier(wl_client *client, void *data, uint32_t, uint32_t id)
    {
        static constexpr struct {
            void (*destroy)(wl_client *, wl_resource *);
            void (*getNotification)(wl_client *, wl_resource *, uint32_t, uint32_t, wl_resource *);
        } requests{destroy, getNotification};
        wl_resource *resource = wl_resource_create(client, &protocol().manager(), 1, id);
        wl_resource_set_implementation(resource, &requests, data, nullptr);
    }
    static void bindSeat(wl_client *client, void *data, uint32_t version, uint32_t id)
    {
        wl_resource *resource = wl_resource_create(client, &wl_seat_interface, int(version), id);
        wl_resource_set_implementation(resource, nullptr, data, nullptr);
    }
};

StandInCompositor::StandInCompositor(Knows knows)
    : m_display(wl_display_create())
{
    if (wl_display_add_socket(m_display, socket().constData()) != 0)
        qFatal("the socket cannot be made");
    if (knows.idle)
        wl_global_create(m_display, &protocol().manager(), 1, this, Requests::bindNotifier);
    if (knows.seat)
        wl_global_create(m_display, &wl_seat_interface, 1, this, Requests::bindSeat);
    const int file = wl_event_loop_get_fd(wl_display_get_event_loop(m_display));
    m_notifier = std::make_unique<QSocketNotifier>(file, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this] { dispatch(); });
}

StandInCompositor::~StandInCompositor()
{
    m_notifier.reset();
    wl_display_destroy_clients(m_display);
    wl_display_destroy(m_display);
}

QByteArray StandInCompositor::socket() const
{
    return QFile::encodeName(m_folder.filePath(QStringLiteral("wayland")));
}

void StandInCompositor::dispatch()
{
    wl_event_loop_dispatch(wl_display_get_event_loop(m_display), 0);
    wl_display_flush_clients(m_display);
}

QList<uint> StandInCompositor::timeouts() const
{
    QList<uint> timeouts;
    for (const Notification &each : m_notifications)
        timeouts.append(each.timeout);
    return timeouts;
}

void StandInCompositor::tellIdle()
{
    for (const Notification &each : std::as_const(m_notifications))
        wl_resource_post_event(each.resource, 0);
    wl_display_flush_clients(m_display);
}

} // namespace hourpass::test
