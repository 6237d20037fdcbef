// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/endpoint.h"
#include "ui/parts/engine.h"

class QWidget;

namespace hourpass {

/// Lets the user set the proxy, from the dialog to the keychain and the settings. `shownFor` is the
/// endpoint whose way out is shown. `window` is the dialog's parent; the engine must outlive it.
void openNetworkSettings(const Engine &engine, const Endpoint &shownFor, QWidget *window);

} // namespace hourpass
