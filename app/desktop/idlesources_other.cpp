// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idlesource.h"
#include "desktop/idlesources.h"

namespace hourpass {

IdleWatch::Sources idleSources()
{
    return {};
}

} // namespace hourpass
