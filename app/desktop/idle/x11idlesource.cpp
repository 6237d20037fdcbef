// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/x11idlesource.h"

#include <QGuiApplication>

#include <xcb/sync.h>
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace hourpass {

namespace {

template <typename Reply>
using OwnedReply = std::unique_ptr<Reply, decltype(&std::free)>;

// Null where the platform is not X.
xcb_connection_t *idleConnection()
{
    const auto *x11 =
        qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    return x11 ? x11->connection() : nullptr;
}

// Older ones do not tell it by themselves, but are found by the other socket.
bool isWithinWayland(xcb_connection_t *x)
{
    constexpr QByteArrayView extension = "XWAYLAND";
    const auto cookie = xcb_query_extension(x, quint16(extension.size()), extension.data());
    const OwnedReply<xcb_query_extension_reply_t> reply(
        xcb_query_extension_reply(x, cookie, nullptr), &std::free);
    return (reply && reply->present) || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

// Not xcb_sync_systemcounter_name(): it looks behind the padding of its structure, which the
// protocol does not have.
QByteArrayView nameOf(const xcb_sync_systemcounter_t &counter)
{
    const auto *end = reinterpret_cast<const char *>(&counter.name_len) + sizeof counter.name_len;
    return {end, counter.name_len};
}

// The server's number of the counter, or 0.
quint32 idleCounter(xcb_connection_t *x)
{
    const auto cookie = xcb_sync_list_system_counters(x);
    const OwnedReply<xcb_sync_list_system_counters_reply_t> reply(
        xcb_sync_list_system_counters_reply(x, cookie, nullptr), &std::free);
    if (!reply)
        return 0;
    auto each = xcb_sync_list_system_counters_counters_iterator(reply.get());
    for (; each.rem > 0; xcb_sync_systemcounter_next(&each)) {
        if (nameOf(*each.data) == QByteArrayView("IDLETIME"))
            return each.data->counter;
    }
    return 0;
}

bool hasSync(xcb_connection_t *x)
{
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(x, &xcb_sync_id);
    if (!extension || !extension->present)
        return false;
    // The protocol wants it before all else.
    const auto cookie = xcb_sync_initialize(x, XCB_SYNC_MAJOR_VERSION, XCB_SYNC_MINOR_VERSION);
    const OwnedReply<xcb_sync_initialize_reply_t> reply(
        xcb_sync_initialize_reply(x, cookie, nullptr), &std::free);
    return reply != nullptr;
}

} // namespace

X11IdleSource::~X11IdleSource()
{
    if (!qGuiApp)
        return;
    forget();
    qGuiApp->removeNativeEventFilter(this);
}

Future<bool> X11IdleSource::find()
{
    xcb_connection_t *x = idleConnection();
    if (x && !isWithinWayland(x) && hasSync(x))
        m_counter = idleCounter(x);
    if (m_counter) {
        m_alarmEvent =
            quint8(xcb_get_extension_data(x, &xcb_sync_id)->first_event + XCB_SYNC_ALARM_NOTIFY);
        qGuiApp->installNativeEventFilter(this);
    }
    return readyFuture<bool>(m_counter != 0);
}

void X11IdleSource::forget()
{
    xcb_connection_t *x = idleConnection();
    if (!x || !m_alarm)
        return;
    xcb_sync_destroy_alarm(x, std::exchange(m_alarm, 0));
    xcb_flush(x);
}

void X11IdleSource::watch(Milliseconds span)
{
    forget();
    if (span <= Milliseconds::zero())
        return;
    // With no step between two of them, an alarm at a transition stays, and rings at each.
    const qint64 value = span.count();
    xcb_sync_create_alarm_value_list_t wish{};
    wish.counter = m_counter;
    wish.valueType = XCB_SYNC_VALUETYPE_ABSOLUTE;
    wish.value = {qint32(value >> 32), quint32(value)};
    wish.testType = XCB_SYNC_TESTTYPE_POSITIVE_TRANSITION;
    wish.delta = {0, 0};
    wish.events = 1;
    xcb_connection_t *x = idleConnection();
    m_alarm = xcb_generate_id(x);
    xcb_sync_create_alarm_aux(x, m_alarm,
                              XCB_SYNC_CA_COUNTER | XCB_SYNC_CA_VALUE_TYPE | XCB_SYNC_CA_VALUE
                                  | XCB_SYNC_CA_TEST_TYPE | XCB_SYNC_CA_DELTA | XCB_SYNC_CA_EVENTS,
                              &wish);
    xcb_flush(x);
}

bool X11IdleSource::nativeEventFilter(const QByteArray & /*type*/, void *message,
                                      qintptr * /*result*/)
{
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    if ((event->response_type & 0x7f) != m_alarmEvent)
        return false;
    const auto *alarm = reinterpret_cast<const xcb_sync_alarm_notify_event_t *>(event);
    // It also tells its own end.
    if (alarm->alarm == m_alarm && alarm->state == XCB_SYNC_ALARMSTATE_ACTIVE)
        Q_EMIT idle();
    return false;
}

} // namespace hourpass
