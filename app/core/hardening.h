// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// The first thing that main() does (security rules, section 8): files are made for the user
/// alone, no core dump is written, other programs of the user cannot read this one's memory, the
/// bus library does not log what it carries, API keys leave the environment, and a file that may
/// not grow is an error. Best effort; what cannot be done is left.
void hardenProcess();

} // namespace hourpass
