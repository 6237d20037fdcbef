// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/future.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

class QDBusMessage;

namespace hourpass {

inline constexpr QLatin1StringView portalService{"org.freedesktop.portal.Desktop"};
inline constexpr QLatin1StringView portalPath{"/org/freedesktop/portal/desktop"};

/// One question to the desktop's portal, which answers twice: at once, that it was understood, and
/// by a signal, what the user said.
class PortalRequest final : public QObject
{
    Q_OBJECT

public:
    explicit PortalRequest(QDBusConnection bus, QObject *parent = nullptr);

    /// Once. The options come last in all such calls; the place of the answer is put into them.
    /// Errors: Cancelled (by the user), TimedOut, NotFound (there is no such portal, or it failed).
    Future<QVariantMap> send(const QString &interface, const QString &method,
                             QVariantList arguments, QVariantMap options, Milliseconds patience);
    /// A name that may be part of a path on the bus, and that nobody else guesses.
    static QString newToken();

private Q_SLOTS:
    void onResponse(const QDBusMessage &message);

private:
    QDBusConnection m_bus;
    DeadlineTimer m_deadline;
    Reporter<QVariantMap> m_done;
};

} // namespace hourpass
