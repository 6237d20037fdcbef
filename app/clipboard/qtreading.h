// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"

namespace hourpass {

/// Through Qt, which has read once this is made. On Wayland it stands still for up to a second each
/// time that the other program keeps silent, and is shown the clipboard with the keyboard focus
/// alone.
class QtReading final : public ClipboardReading
{
    Q_OBJECT

public:
    explicit QtReading(const ClipboardReader::Request &request, QObject *parent = nullptr);
};

} // namespace hourpass
