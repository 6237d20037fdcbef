// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <xcb/xcb.h>

#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>

namespace hourpass {

/// A connection of one's own to the X server, which is not waited for once it stands. What it keeps
/// of what was read goes with it.
class XConnection final : public QObject
{
    Q_OBJECT

public:
    explicit XConnection(QObject *parent = nullptr);
    ~XConnection() override;

    bool isOpen() const { return m_notifier != nullptr; }
    xcb_connection_t *get() const { return m_x.get(); }

    /// Calls with the reply to a request, or with null where the server refused. In their order.
    template <typename Reply, typename Cookie>
    void expect(Cookie cookie, std::function<void(const Reply *)> then)
    {
        m_expected.push_back({cookie.sequence, [then = std::move(then)](const void *reply) {
                                  then(static_cast<const Reply *>(reply));
                              }});
    }
    /// Sends what was asked for.
    void flush();

Q_SIGNALS:
    void happened(const xcb_generic_event_t *event);
    /// The server has ended it.
    void broken();

private:
    struct Expected {
        unsigned sequence;
        std::function<void(const void *)> then;
    };
    struct Disconnecter {
        void operator()(xcb_connection_t *x) const { xcb_disconnect(x); }
    };

    void read();
    bool takeEvent();
    bool takeReply();

    std::unique_ptr<xcb_connection_t, Disconnecter> m_x;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::deque<Expected> m_expected;
};

} // namespace hourpass
