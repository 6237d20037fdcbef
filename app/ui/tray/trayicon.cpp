// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/trayicon.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace hourpass {

namespace {

constexpr int sizes[]{16, 22, 24, 32, 48, 64};

// The colours of the program's mark (resources/icons/hourpass.svg), and of the badges. The icon
// sits on a panel that may be dark or light: nothing of it is taken from the palette.
constexpr QColor ground{0x1d, 0x4f, 0xb8};
constexpr QColor track{0x77, 0x95, 0xd4};
constexpr QColor hand{0xff, 0xc4, 0x4d};
constexpr QColor edge{0xff, 0xff, 0xff};

QColor badgeColour(TrayState state)
{
    switch (state) {
    case TrayState::Fine:
        return {0x1a, 0x7f, 0x37};
    case TrayState::EndingSoon:
        return {0xff, 0xc4, 0x4d};
    case TrayState::Expired:
        return {0x76, 0x7c, 0x86};
    case TrayState::Failed:
        return {0xc6, 0x28, 0x28};
    case TrayState::None:
        break;
    }
    return Qt::transparent;
}

// In a square from 0 to 1.
QPainterPath badgeShape(TrayState state)
{
    QPainterPath path;
    switch (state) {
    case TrayState::Fine:
        path.addEllipse(QRectF(0, 0, 1, 1));
        break;
    case TrayState::EndingSoon:
        path.addPolygon(QPolygonF{{0.5, 0}, {1, 1}, {0, 1}, {0.5, 0}});
        break;
    case TrayState::Expired:
        path.addRect(QRectF(0, 0, 1, 1));
        break;
    case TrayState::Failed:
        path.addPolygon(QPolygonF{{0.5, -0.1}, {1.1, 0.5}, {0.5, 1.1}, {-0.1, 0.5}, {0.5, -0.1}});
        break;
    case TrayState::None:
        break;
    }
    return path;
}

// The lines within the shape.
QPainterPath badgeGlyph(TrayState state)
{
    QPainterPath path;
    switch (state) {
    case TrayState::Fine:
        path.addPolygon(QPolygonF{{0.27, 0.52}, {0.44, 0.69}, {0.74, 0.34}});
        break;
    case TrayState::EndingSoon:
        path.addPolygon(QPolygonF{{0.5, 0.38}, {0.5, 0.66}});
        path.addPolygon(QPolygonF{{0.5, 0.84}, {0.5, 0.85}});
        break;
    case TrayState::Expired:
        path.addPolygon(QPolygonF{{0.28, 0.5}, {0.72, 0.5}});
        break;
    case TrayState::Failed:
        path.addPolygon(QPolygonF{{0.32, 0.32}, {0.68, 0.68}});
        path.addPolygon(QPolygonF{{0.68, 0.32}, {0.32, 0.68}});
        break;
    case TrayState::None:
        break;
    }
    return path;
}

void paintMark(QPainter &painter, qreal size)
{
    // Whole pixels at the edges, half of one around for what separates it from the panel.
    const QRectF box(0.5, 0.5, size - 1, size - 1);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, size * 0.22, size * 0.22);
    const qreal width = std::max(2.0, std::round(size * 0.11));
    const qreal radius = size * 0.26;
    const QRectF ring(size / 2 - radius, size / 2 - radius, 2 * radius, 2 * radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(track, width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(hand, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, 90 * 16, -270 * 16);
}

void paintBadge(QPainter &painter, TrayState state, qreal size)
{
    // At 16 pixels there is no room for an outline: the gap has to do.
    const bool isSmall = size < 20;
    const qreal side = std::round(size * (size < 30 ? 0.54 : 0.46));
    // The larger shapes and the gap around reach out by a tenth and a pixel.
    const qreal corner = size - side - std::max(1.0, std::round(size / 24));
    const QTransform place = QTransform::fromTranslate(corner, corner).scale(side, side);
    const QPainterPath shape = place.map(badgeShape(state));
    // First a gap: on whatever panel, and on the mark, the outline is seen.
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.strokePath(shape,
                       QPen(Qt::black, isSmall ? 2 : std::max(3.0, size / 10), Qt::SolidLine,
                            Qt::SquareCap, Qt::MiterJoin));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(isSmall ? QPen(Qt::NoPen)
                           : QPen(edge, std::max(1.0, size / 32), Qt::SolidLine, Qt::SquareCap,
                                  Qt::MiterJoin));
    painter.setBrush(badgeColour(state));
    painter.drawPath(shape);
    const QColor ink = state == TrayState::EndingSoon ? QColor(0x23, 0x26, 0x29) : edge;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(ink, std::max(1.2, side * 0.13), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(place.map(badgeGlyph(state)));
}

class TrayIconEngine final : public QIconEngine
{
public:
    explicit TrayIconEngine(TrayState state)
        : m_state(state)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = std::min(size.width(), size.height());
        painter.translate(QPoint(size.width() - side, size.height() - side) / 2);
        paintMark(painter, side);
        if (m_state != TrayState::None)
            paintBadge(painter, m_state, side);
        return pixmap;
    }

    QList<QSize> availableSizes(QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        QList<QSize> list;
        for (const int size : sizes)
            list.append(QSize(size, size));
        return list;
    }

    QIconEngine *clone() const override { return new TrayIconEngine(m_state); }

private:
    TrayState m_state;
};

} // namespace

QIcon trayIcon(TrayState state)
{
    return QIcon(new TrayIconEngine(state));
}

} // namespace hourpass
