// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/focusring.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace hourpass {

namespace {

class FocusRingStyle final : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        // One that can be edited shows the focus of its field.
        if (control == CC_ComboBox && box && !box->editable && hasKeyboardFocus(*box))
            drawRing(*painter, *option);
    }

private:
    // By the mouse the style shows it nowhere.
    static bool hasKeyboardFocus(const QStyleOption &option)
    {
        return option.state & State_HasFocus && option.state & State_KeyboardFocusChange;
    }

    // As the style draws it around buttons: the colour of what is chosen, inside the frame.
    static void drawRing(QPainter &painter, const QStyleOption &option)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 2, 2);
        painter.restore();
    }
};

} // namespace

void showFocusOfComboBoxes()
{
    const auto own = QLatin1StringView("fusion");
    if (QApplication::style()->name() == own)
        QApplication::setStyle(new FocusRingStyle(own));
}

} // namespace hourpass
