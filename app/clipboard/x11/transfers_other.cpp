// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/x11/transfers.h"

namespace hourpass {

void forgetTransfers() { }

} // namespace hourpass
