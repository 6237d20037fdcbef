// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/peer.h"

namespace hourpass {

bool isOwnPeer(qintptr /*socketDescriptor*/)
{
    return true;
}

} // namespace hourpass
