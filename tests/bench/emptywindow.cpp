// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
//
// The least a Qt program with a window can do: what Hourpass's start and memory are compared with.
//     emptywindow WIDTH HEIGHT

#include <QApplication>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QMainWindow window;
    if (arguments.size() == 3)
        window.resize(arguments.at(1).toInt(), arguments.at(2).toInt());
    window.show();
    return QApplication::exec();
}
