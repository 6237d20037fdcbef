// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"
#include "core/keydetails.h"
#include "core/result.h"
#include "network/httpanswer.h"

namespace hourpass {

/// Reads the answer to a request for a key's details. 401, 403 and 404 mean that there are none
/// (fact sheet, section 5.1). Errors: those of parseTokenResponse().
Result<KeyCheck> parseKeyDetailsAnswer(const HttpAnswer &answer);

/// Reads its body. Lenient: members may be missing, and a boolean a string. Error: AnswerUnusable
/// where it is no object, or one that tells of no key. A key in it is not read.
Result<KeyDetails> parseKeyDetails(const JsonValue &body);

} // namespace hourpass
