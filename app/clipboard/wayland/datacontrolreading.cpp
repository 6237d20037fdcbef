// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/wayland/datacontrolreading.h"

#include "clipboard/qtreading.h"

namespace hourpass {

using Outcome = ClipboardText::Outcome;

DataControlReading::DataControlReading(const ClipboardReader::Request &request, QObject *parent)
    : ClipboardReading(parent)
    , m_request(request)
{
    connect(&m_route, &DataControlRoute::progressed, this, &ClipboardReading::progressed);
    m_route.look().then(this, [this](const Result<bool> &canSee) {
        if (canSee) // else this is being destroyed
            onConnected(*canSee);
    });
}

DataControlReading::~DataControlReading() = default;

void DataControlReading::onConnected(bool canSee)
{
    if (canSee)
        m_route.text(m_request.limit + 1).then(this, [this](const Result<Secret> &text) {
            onText(text);
        });
    else
        readByQt();
}

void DataControlReading::onText(const Result<Secret> &text)
{
    if (!text)
        return; // this is being destroyed
    if (text->isEmpty())
        report(Outcome::NoText);
    else if (text->size() > m_request.limit)
        report(Outcome::TooLarge);
    else
        report(Outcome::Text, *text);
}

void DataControlReading::readByQt()
{
    m_byQt = std::make_unique<QtReading>(m_request);
    m_byQt->text().then(this, [this](const Result<ClipboardText> &read) {
        if (read)
            report(read->outcome, read->text, read->isFileList);
    });
}

} // namespace hourpass
