// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <memory>

struct wl_client;
struct wl_display;
struct wl_resource;

namespace hourpass::test {

/// As much of a Wayland compositor as the standard idle protocol needs, in this program and its
/// event loop: no compositor of Debian 12 that needs no screen knows it.
class StandInCompositor final
{
public:
    struct Knows {
        bool idle;
        bool seat;
    };

    explicit StandInCompositor(Knows knows);
    ~StandInCompositor();
    Q_DISABLE_COPY_MOVE(StandInCompositor)

    QByteArray socket() const;
    /// Of the notifications that there are, in milliseconds.
    QList<uint> timeouts() const;
    void tellIdle();

private:
    struct Requests;
    struct Notification {
        wl_resource *resource;
        uint timeout;
    };

    void dispatch();

    QTemporaryDir m_folder;
    wl_display *m_display;
    QList<Notification> m_notifications;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace hourpass::test
