// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profilelistdelegate.h"

#include "ui/parts/icons.h"
#include "ui/profiles/profilelistmodel.h"

#include <QApplication>
#include <QPainter>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

using TokenState = ProfileListModel::TokenState;

constexpr int grid = 8;

// A shape beside the text, so that no state is told by colour alone.
QString iconName(TokenState state)
{
    switch (state) {
    case TokenState::Live:
        return u"check"_s;
    case TokenState::Busy:
        return u"view-refresh"_s;
    case TokenState::Failed:
        return u"dialog-warning"_s;
    case TokenState::Expired:
    case TokenState::None:
        break;
    }
    return {};
}

} // namespace

void ProfileListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString name = std::exchange(row.text, {});
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool isSelected = row.state & QStyle::State_Selected;
    const auto group = row.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const auto role = isSelected ? QPalette::HighlightedText : QPalette::Text;
    const QColor colour = row.palette.color(group, role);
    const auto state = index.data(ProfileListModel::StateRole).value<TokenState>();
    const QString time = index.data(ProfileListModel::TimeLeftRole).toString();
    const int size = row.fontMetrics.height();
    const int timeWidth = row.fontMetrics.horizontalAdvance(time);
    const QRect inner = row.rect.adjusted(grid, 0, -grid, 0);
    const auto place = [&row, &inner](int x, int width) {
        return QStyle::visualRect(row.direction, row.rect,
                                  QRect(inner.x() + x, inner.y(), width, inner.height()));
    };

    const QRect iconRect = place(0, size);
    namedIcon(iconName(state))
        .paint(painter, iconRect, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    painter->save();
    painter->setPen(colour);
    painter->setFont(row.font);
    const int nameWidth = inner.width() - size - timeWidth - 3 * grid / 2;
    // Each text runs in its own direction, so that "47 m" stays that in a window from the right.
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto leading = QStyle::visualAlignment(row.direction, Qt::AlignLeading);
    painter->drawText(place(size + grid / 2, nameWidth),
                      int(Qt::AlignVCenter | leading | Qt::AlignAbsolute),
                      row.fontMetrics.elidedText(name, Qt::ElideMiddle, nameWidth));
    painter->drawText(place(inner.width() - timeWidth, timeWidth), Qt::AlignCenter, time);
    painter->restore();
}

QSize ProfileListDelegate::sizeHint(const QStyleOptionViewItem &option,
                                    const QModelIndex & /*index*/) const
{
    return {12 * option.fontMetrics.averageCharWidth(), option.fontMetrics.height() + 2 * grid};
}

} // namespace hourpass
