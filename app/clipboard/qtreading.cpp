// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/qtreading.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace hourpass {

using namespace Qt::StringLiterals;

QtReading::QtReading(const ClipboardReader::Request &request, QObject *parent)
    : ClipboardReading(parent)
{
    using Outcome = ClipboardText::Outcome;
    const bool isSelection = request.place == ClipboardReader::Place::Selection;
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(
        isSelection ? QClipboard::Selection : QClipboard::Clipboard);
    const bool isFiles =
        data && request.wanted == ClipboardReader::Wanted::FilesOrText && data->hasUrls();
    QByteArray text;
    if (data)
        text = isFiles ? data->data(u"text/uri-list"_s) : data->text().toUtf8();
    if (text.isEmpty())
        report(Outcome::NoText);
    else if (text.size() > request.limit)
        report(Outcome::TooLarge);
    else
        report(Outcome::Text, Secret(std::move(text)), isFiles);
}

} // namespace hourpass
