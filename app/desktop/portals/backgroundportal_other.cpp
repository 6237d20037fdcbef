// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/backgroundportal.h"

namespace hourpass {

Future<void> BackgroundPortal::setAutostart(bool /*enabled*/)
{
    return readyFuture<void>(failure(ErrorCode::WriteFailed));
}

} // namespace hourpass
