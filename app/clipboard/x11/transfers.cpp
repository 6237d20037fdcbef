// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/x11/transfers.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

namespace hourpass {

namespace {

// libxcb collects requests in a buffer of 16 KiB. What was sent stays there until something else
// takes its place (measured; of what it reads nothing was left).
constexpr int sendBuffer = 16 * 1024;
constexpr int shortestRequest = 4;

} // namespace

void forgetTransfers()
{
    const auto *x11 =
        qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    xcb_connection_t *x = x11 ? x11->connection() : nullptr;
    if (!x)
        return;
    // Wherever in the buffer the first of them goes, one comes to lie in each place.
    for (int i = 0; i < 2 * sendBuffer / shortestRequest; ++i)
        xcb_no_operation(x);
    xcb_flush(x);
}

} // namespace hourpass
