// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/forgetting.h"

#include <QAbstractItemView>
#include <QStyle>
#include <QStyledItemDelegate>

namespace hourpass {

void forgetLastItem(QAbstractItemView &view)
{
    view.itemDelegate()->deleteLater(); // the view does not own it
    view.setItemDelegate(new QStyledItemDelegate(&view));
    const QStyleOptionViewItem nothing;
    static_cast<void>(view.style()->subElementRect(QStyle::SE_ItemViewItemText, &nothing, &view));
}

} // namespace hourpass
