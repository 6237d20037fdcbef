// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

namespace hourpass {

/// Of readSmallFile(), about a file that Hourpass keeps: nobody chose it, so that "choose another
/// one" would be no advice.
inline Error asOwnFileError(Error error)
{
    if (error.code == ErrorCode::FileTooLarge)
        error.code = ErrorCode::OwnFileTooLarge;
    else if (error.code == ErrorCode::FileNotRegular)
        error.code = ErrorCode::OwnFileNotRegular;
    return error;
}

} // namespace hourpass
