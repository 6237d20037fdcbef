// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/idlesources.h"

#include "desktop/idle/mutteridlesource.h"
#ifdef HOURPASS_HAS_WAYLAND
#include "desktop/idle/waylandidlesource.h"
#endif
#ifdef HOURPASS_HAS_XCB_SYNC
#include "desktop/idle/x11idlesource.h"
#endif

namespace hourpass {

IdleWatch::Sources idleSources()
{
    IdleWatch::Sources sources;
#ifdef HOURPASS_HAS_WAYLAND
    sources.push_back(std::make_unique<WaylandIdleSource>());
#endif
#ifdef HOURPASS_HAS_XCB_SYNC
    sources.push_back(std::make_unique<X11IdleSource>());
#endif
    sources.push_back(std::make_unique<MutterIdleSource>());
    return sources;
}

} // namespace hourpass
