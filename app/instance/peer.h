// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace hourpass {

/// Whether the process at the other end of a local socket belongs to the same user. The folder of
/// the socket keeps others out; this holds should it ever not. On Windows, where the pipe's access
/// rights do it, always true.
bool isOwnPeer(qintptr socketDescriptor);

} // namespace hourpass
