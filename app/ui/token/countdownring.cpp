// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/token/countdownring.h"

#include <QPainter>

#include <algorithm>

namespace hourpass {

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountdownRing::setFraction(double fraction)
{
    const double clamped = std::clamp(fraction, 0.0, 1.0);
    if (qFuzzyCompare(1 + clamped, 1 + m_fraction))
        return;
    m_fraction = clamped;
    update();
}

QSize CountdownRing::sizeHint() const
{
    const int side = fontMetrics().height() * 5;
    return {side, side};
}

void CountdownRing::paintEvent(QPaintEvent * /*event*/)
{
    constexpr int whole = 360 * 16; // QPainter counts sixteenths of a degree
    constexpr int top = 90 * 16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = qMin(size().width(), size().height()) / 9.0;
    const QRectF circle = QRectF(rect()).adjusted(width, width, -width, -width);
    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(0.15F);
    painter.setPen(QPen(track, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(circle);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(accent, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, top, int(m_fraction * whole));
}

} // namespace hourpass
