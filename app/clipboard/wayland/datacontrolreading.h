// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"
#include "clipboard/wayland/datacontrolroute.h"

namespace hourpass {

class QtReading;

/// Reads the clipboard by the protocol for clipboard managers: without the keyboard focus, and
/// without waiting. Where the compositor has it not, Qt reads.
class DataControlReading final : public ClipboardReading
{
    Q_OBJECT

public:
    explicit DataControlReading(const ClipboardReader::Request &request, QObject *parent = nullptr);
    ~DataControlReading() override;

private:
    void onConnected(bool canSee);
    void onText(const Result<Secret> &text);
    void readByQt();

    const ClipboardReader::Request m_request;
    DataControlRoute m_route;
    std::unique_ptr<QtReading> m_byQt;
};

} // namespace hourpass
