// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/idle/idleprotocol.h"
#include "desktop/idle/idlesource.h"

#include <QSocketNotifier>

#include <memory>

struct wl_callback;
struct wl_registry;

namespace hourpass {

/// A Wayland compositor, over a connection of our own: Qt's is not to be had without its private
/// headers, and is not there for a program of X within a Wayland session. What keeps the screen
/// from being locked, such as a film, keeps this from telling.
class WaylandIdleSource final : public IdleSource
{
    Q_OBJECT

public:
    WaylandIdleSource() = default;
    ~WaylandIdleSource() override;

    Future<bool> find() override;
    void watch(Milliseconds span) override;

private:
    struct Events;

    void onGlobal(uint32_t name, const QByteArray &interface);
    void useGlobals();
    void readEvents();
    void giveUp();
    void disconnectFromCompositor();

    const IdleProtocol m_standard{IdleProtocol::Kind::Standard};
    const IdleProtocol m_kde{IdleProtocol::Kind::Kde};
    wl_display *m_display = nullptr;
    wl_registry *m_registry = nullptr;
    wl_callback *m_listed = nullptr; ///< until all globals were told
    uint32_t m_seatName = 0;         ///< the compositor's numbers; 0 none
    uint32_t m_standardName = 0;
    uint32_t m_kdeName = 0;
    const IdleProtocol *m_protocol = nullptr;
    wl_proxy *m_seat = nullptr;
    wl_proxy *m_manager = nullptr;
    wl_proxy *m_notification = nullptr;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Reporter<bool> m_found;
};

} // namespace hourpass
