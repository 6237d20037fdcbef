// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace hourpass {

/// The object on one line, everything but ASCII escaped: safe on any terminal and in any encoding.
QByteArray asciiJson(const QJsonObject &object);

} // namespace hourpass
