// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/clipboardroutes.h"

#include "clipboard/qtroute.h"
#ifdef HOURPASS_HAS_WAYLAND
#include "clipboard/wayland/datacontrolroute.h"

#include <QGuiApplication>
#endif

namespace hourpass {

ClipboardRoutes clipboardRoutes(QClipboard &clipboard)
{
    ClipboardRoutes routes;
#ifdef HOURPASS_HAS_WAYLAND
    if (QGuiApplication::platformName().startsWith(u"wayland"))
        routes.push_back(std::make_unique<DataControlRoute>());
#endif
    routes.push_back(std::make_unique<QtRoute>(clipboard));
    return routes;
}

} // namespace hourpass
