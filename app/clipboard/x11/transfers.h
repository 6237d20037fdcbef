// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// Overwrites what the connection to an X server still holds of texts that went to other programs.
/// Elsewhere there is nothing to do: on Wayland they go through pipes.
void forgetTransfers();

} // namespace hourpass
