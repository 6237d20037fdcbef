// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QSystemTrayIcon>

namespace hourpass {

/// What a click on the tray icon asks for. Panels differ in what they send for one movement of the
/// hand (a press, and a double click after it; the same twice), so that two of the same within a
/// short time count as one.
class TrayClicks final
{
public:
    enum class Wish { Nothing, ToggleWindow, Copy };

    static constexpr Milliseconds pause{400};

    /// `now` is on the boot clock.
    Wish wishFor(QSystemTrayIcon::ActivationReason reason, Milliseconds now);

private:
    Wish m_latest = Wish::Nothing;
    Milliseconds m_latestAt{};
};

} // namespace hourpass
