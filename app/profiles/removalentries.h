// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profile.h"

#include <QJsonArray>

namespace hourpass {

/// Adds what the list of removed profiles holds to a document whose other lists are read already.
void readRemovals(const QJsonArray &items, ProfileDocument &document);
QJsonArray removalsOf(const ProfileDocument &document);

} // namespace hourpass
