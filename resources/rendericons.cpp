// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
//
// Build-time tool: draws the program's mark in the size that is asked for.
//     rendericons MARK.svg SIZE OUT.png

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QStringList>
#include <QSvgRenderer>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const int size = arguments.at(2).toInt();
    QSvgRenderer mark(arguments.at(1));
    if (!mark.isValid() || size <= 0)
        return 1;

    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    mark.render(&painter);
    painter.end();
    return image.save(arguments.at(3)) ? 0 : 1;
}
