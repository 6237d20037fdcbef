// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/idle/idlewatch.h"

namespace hourpass {

/// Those of this platform that the program was built with, the best first.
IdleWatch::Sources idleSources();

} // namespace hourpass
