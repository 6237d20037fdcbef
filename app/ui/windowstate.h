// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

class QMainWindow;
class QSplitter;

namespace hourpass {

/// Where the window was and how it was divided. Lost or damaged, the window simply opens as new.
class WindowState final
{
public:
    explicit WindowState(QString path);

    void restore(QMainWindow &window, QSplitter &splitter) const;
    void save(const QMainWindow &window, const QSplitter &splitter) const;

private:
    QString m_path;
};

} // namespace hourpass
