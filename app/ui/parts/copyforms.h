// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokenformat.h"

#include <QList>
#include <QString>

namespace hourpass {

/// One way to copy a token, by the name that menus give it.
struct CopyForm {
    TokenFormat format;
    QString text;
};

/// All of them, in the order of the menus.
QList<CopyForm> copyForms();

} // namespace hourpass
