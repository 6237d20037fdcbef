// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/backgroundportal.h"

#include "dbus/busvalues.h"
#include "desktop/portals/portalrequest.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds autostartPatience{300'000};

} // namespace

Future<void> BackgroundPortal::setAutostart(bool enabled)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return readyFuture<void>(failure(ErrorCode::WriteFailed, u"there is no session bus"_s));
    // Run by the sandbox, which has the program under its own name.
    const QVariantMap options{{u"autostart"_s, enabled},
                              {u"commandline"_s, QStringList{u"hourpass"_s, u"--hidden"_s}},
                              {u"dbus-activatable"_s, false}};
    auto *request = new PortalRequest(bus, this);
    return request
        ->send(u"org.freedesktop.portal.Background"_s, u"RequestBackground"_s, {QString()}, options,
               autostartPatience)
        .then(this, [request, enabled](const Result<QVariantMap> &said) -> Result<void> {
            request->deleteLater();
            if (!said && said.error().code == ErrorCode::TimedOut)
                return Failure(said.error());
            if (!said || busValue<bool>(said->value(u"autostart"_s)) != enabled)
                return failure(ErrorCode::WriteFailed, u"the desktop's portal refused"_s);
            return {};
        });
}

} // namespace hourpass
