// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/windowstate.h"

#include "files/files.h"
#include "files/ownfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMainWindow>
#include <QSplitter>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileLimit = 64 * 1024;

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

WindowState::WindowState(QString path)
    : m_path(std::move(path))
{
}

void WindowState::restore(QMainWindow &window, QSplitter &splitter) const
{
    const auto content = readOwnFile(m_path, fileLimit);
    const QJsonObject state = QJsonDocument::fromJson(content.value_or(QByteArray())).object();
    window.restoreGeometry(decoded(state["geometry"_L1]));
    splitter.restoreState(decoded(state["splitter"_L1]));
}

void WindowState::save(const QMainWindow &window, const QSplitter &splitter) const
{
    const QJsonObject state{
        {u"version"_s, 1},
        {u"geometry"_s, encoded(window.saveGeometry())},
        {u"splitter"_s, encoded(splitter.saveState())},
    };
    // A window that cannot remember its place is no reason to bother anyone.
    static_cast<void>(writePrivateFile(m_path, QJsonDocument(state).toJson()));
}

} // namespace hourpass
