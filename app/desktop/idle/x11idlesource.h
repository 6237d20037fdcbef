// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/idle/idlesource.h"

#include <QAbstractNativeEventFilter>

namespace hourpass {

/// The X server: an alarm on its own counter of the time since the last touch (the extension SYNC).
/// Not an X server within a Wayland session, which sees no more than what X programs are sent.
class X11IdleSource final : public IdleSource, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    X11IdleSource() = default;
    ~X11IdleSource() override;

    Future<bool> find() override;
    void watch(Milliseconds span) override;

private:
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;
    void forget();

    quint32 m_counter = 0; ///< the server's number, or 0
    quint32 m_alarm = 0;   ///< as well
    quint8 m_alarmEvent = 0;
};

} // namespace hourpass
