// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/readablepalette.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>

namespace hourpass {

namespace {

// Of what shows through, so that it is dimmer than the text on any ground.
constexpr int placeholderAlpha = 150;

void deriveFromText()
{
    const QPalette current = QApplication::palette();
    QColor dimmed = current.color(QPalette::Text);
    dimmed.setAlpha(placeholderAlpha);
    if (current.color(QPalette::PlaceholderText) == dimmed)
        return;
    QPalette own = current; // with its mask: what is the desktop's stays so
    own.setColor(QPalette::PlaceholderText, dimmed);
    QApplication::setPalette(own);
}

class PaletteWatch final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            deriveFromText();
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void keepPlaceholdersReadable(QApplication &application)
{
    deriveFromText();
    application.installEventFilter(new PaletteWatch(&application));
}

} // namespace hourpass
