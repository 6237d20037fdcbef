// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/idlesource.h"
#include "desktop/idle/idlesources.h"

namespace hourpass {

IdleWatch::Sources idleSources()
{
    return {};
}

} // namespace hourpass
