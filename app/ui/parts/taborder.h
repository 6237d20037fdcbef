// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTabWidget;
class QWidget;

namespace hourpass {

/// The Tab key goes through the window in the order in which its layouts read, whatever the order
/// in which its parts were made. To be called once all of them are there, hidden ones too.
void tabInReadingOrder(QWidget &window);

/// The bar takes the focus by itself. Else the Tab key stops twice: Qt counts what has a stand-in
/// for the focus as well, wherever it stands in the order.
void leaveFocusToTabBar(QTabWidget &tabs);

} // namespace hourpass
