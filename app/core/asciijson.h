// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/json.h"

#include <QByteArray>
#include <QJsonObject>

namespace hourpass {

/// The object on one line, everything but ASCII escaped: safe on any terminal and in any encoding.
QByteArray asciiJson(const QJsonObject &object);
/// A value as it was read: numbers keep their spelling, members their order. Of members of one name
/// the first stands for all, as find() has it.
QByteArray asciiJson(const JsonValue &value);
/// A text with its quotation marks.
QByteArray asciiJson(QStringView text);

} // namespace hourpass
