// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace hourpass {

/// A value or the reason why there is none. An alias, so that std::expected is a one-line change.
template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return failure(ErrorCode::NotFound);`
inline Failure failure(ErrorCode code, QString detail = {}, QString subject = {})
{
    return Failure(Error{code, std::move(detail), std::move(subject), {}});
}

} // namespace hourpass
