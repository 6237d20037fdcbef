// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profile.h"

#include <QByteArray>

namespace hourpass {

enum class DefaultMark { No, Yes };

/// One line without its end: name, endpoint, the mark of the default and the trusted profile that
/// is assumed, tabs between.
QString profileLine(const Profile &profile, DefaultMark mark);
/// A line for each field, all ended. Never the key, but where it is kept.
QString profileFields(const Profile &profile, DefaultMark mark);
/// The same as one line of JSON, ended.
QByteArray profileJson(const Profile &profile, DefaultMark mark);

} // namespace hourpass
