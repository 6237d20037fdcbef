// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemView;

namespace hourpass {

/// For a view whose model was emptied: Qt keeps the text of the item that it dealt with last, in
/// the view's delegate and in the style (measured). The delegate becomes a new plain one.
void forgetLastItem(QAbstractItemView &view);

} // namespace hourpass
