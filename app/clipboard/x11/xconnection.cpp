// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/x11/xconnection.h"

#include <QPointer>

#include <xcb/xcbext.h>

namespace hourpass {

namespace {

struct Free {
    void operator()(void *data) const { std::free(data); }
};
using Owned = std::unique_ptr<void, Free>;

} // namespace

XConnection::XConnection(QObject *parent)
    : QObject(parent)
    , m_x(xcb_connect(nullptr, nullptr)) // never null: it says in itself what is wrong
{
    if (xcb_connection_has_error(m_x.get()))
        return;
    m_notifier = std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(m_x.get()),
                                                   QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &XConnection::read);
}

XConnection::~XConnection() = default;

void XConnection::flush()
{
    xcb_flush(m_x.get());
    // It reads while it cannot write: then the socket does not tell of that any more.
    QMetaObject::invokeMethod(this, &XConnection::read, Qt::QueuedConnection);
}

// Looking for events is what takes replies off the wire, too. Whoever is told may destroy this.
void XConnection::read()
{
    const QPointer<XConnection> self(this);
    while (self && (takeEvent() || (self && takeReply()))) { }
    if (!self || !xcb_connection_has_error(m_x.get()) || !m_notifier)
        return;
    m_notifier.reset();
    Q_EMIT broken();
}

bool XConnection::takeEvent()
{
    const Owned own(xcb_poll_for_event(m_x.get()));
    const auto *event = static_cast<const xcb_generic_event_t *>(own.get());
    // Type 0 is the failure of a request that has no reply.
    if (event && event->response_type != 0)
        Q_EMIT happened(event);
    return event;
}

bool XConnection::takeReply()
{
    if (m_expected.empty())
        return false;
    void *reply = nullptr;
    xcb_generic_error_t *error = nullptr;
    if (!xcb_poll_for_reply(m_x.get(), m_expected.front().sequence, &reply, &error))
        return false;
    const Owned ownReply(reply);
    const Owned ownError(error);
    const auto then = std::move(m_expected.front().then);
    m_expected.pop_front();
    then(reply);
    return true;
}

} // namespace hourpass
