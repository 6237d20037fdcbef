// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/transaction.h"

namespace hourpass::emulator {

class IamEmulator;

/// The paths below /emulator/, for scripts: `POST behaviour` and `POST
/// key-details` (both take a behaviour), `GET requests`, `GET issued`.
class ControlEndpoint final
{
public:
    explicit ControlEndpoint(IamEmulator &emulator)
        : m_emulator(emulator)
    {
    }

    bool owns(const HttpRequest &request) const;
    Answer answer(const HttpRequest &request, const Transaction &transaction);

private:
    HttpResponse setBehaviour(const HttpRequest &request, const Transaction &transaction);
    HttpResponse setKeyDetails(const HttpRequest &request, const Transaction &transaction);

    IamEmulator &m_emulator;
};

} // namespace hourpass::emulator
