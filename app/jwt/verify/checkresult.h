// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hourpass {

/// The answer to one question about a token.
enum class CheckResult { Pass, Fail, Unknown, NotApplicable };

} // namespace hourpass
