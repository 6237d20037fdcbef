// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/embeddingtraywatch.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>

namespace hourpass {

namespace {

template <typename Reply>
using Owned = std::unique_ptr<Reply, decltype(&std::free)>;

// Null where the platform is not X.
xcb_connection_t *connection()
{
    const auto *x11 =
        qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    return x11 ? x11->connection() : nullptr;
}

xcb_atom_t atom(xcb_connection_t *x, const char *name)
{
    const auto cookie = xcb_intern_atom(x, 0, quint16(qstrlen(name)), name);
    const Owned<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(x, cookie, nullptr),
                                               &std::free);
    return reply ? reply->atom : xcb_atom_t(XCB_NONE);
}

// The selection's owner, whose end is told from now on; or 0.
xcb_window_t watchedOwner(xcb_connection_t *x, xcb_atom_t selection)
{
    const auto cookie = xcb_get_selection_owner(x, selection);
    const Owned<xcb_get_selection_owner_reply_t> reply(
        xcb_get_selection_owner_reply(x, cookie, nullptr), &std::free);
    if (!reply || reply->owner == XCB_NONE)
        return XCB_NONE;
    const quint32 events = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    const auto request =
        xcb_change_window_attributes_checked(x, reply->owner, XCB_CW_EVENT_MASK, &events);
    // It may have ended between the two.
    const Owned<xcb_generic_error_t> error(xcb_request_check(x, request), &std::free);
    return error ? xcb_window_t(XCB_NONE) : reply->owner;
}

} // namespace

EmbeddingTrayWatch::EmbeddingTrayWatch() = default;

EmbeddingTrayWatch::~EmbeddingTrayWatch()
{
    if (qGuiApp)
        qGuiApp->removeNativeEventFilter(this);
}

void EmbeddingTrayWatch::start()
{
    xcb_connection_t *x = connection();
    if (!x)
        return;
    // Of the first screen: desktops of several X screens have passed away.
    m_selection = atom(x, "_NET_SYSTEM_TRAY_S0");
    m_manager = atom(x, "MANAGER");
    qGuiApp->installNativeEventFilter(this);
    look();
}

// A tray says on the root window that it is there, to which Qt listens for itself; that it ends
// is told by its window.
bool EmbeddingTrayWatch::nativeEventFilter(const QByteArray & /*type*/, void *message,
                                           qintptr * /*result*/)
{
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    switch (event->response_type & 0x7f) {
    case XCB_CLIENT_MESSAGE: {
        const auto *said = reinterpret_cast<const xcb_client_message_event_t *>(event);
        if (said->type == m_manager && said->data.data32[1] == m_selection)
            look();
        break;
    }
    case XCB_DESTROY_NOTIFY:
        if (m_owner
            && reinterpret_cast<const xcb_destroy_notify_event_t *>(event)->window == m_owner)
            look();
        break;
    default:
        break;
    }
    return false;
}

void EmbeddingTrayWatch::look()
{
    const quint32 owner = watchedOwner(connection(), m_selection);
    if (owner == m_owner)
        return;
    m_owner = owner;
    Q_EMIT changed();
}

} // namespace hourpass
