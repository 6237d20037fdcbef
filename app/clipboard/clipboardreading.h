// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "core/secret.h"

#include <QObject>

namespace hourpass {

/// What came of reading a clipboard.
struct ClipboardText {
    enum class Outcome {
        Text,
        NoText,   ///< nothing is there, or nothing that has a text
        TooLarge, ///< more than was wanted; not read to its end
        NoAnswer, ///< the program that has it began, if at all, and did not end
    };
    Outcome outcome = Outcome::NoText;
    Secret text{};           ///< UTF-8; whoever reads decides whether it is one
    bool isFileList = false; ///< the text is a text/uri-list
};

/// One reading of a clipboard that is under way. It has no deadline: whoever started it does away
/// with it.
class ClipboardReading : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Cancelled where this goes before it reported.
    Future<ClipboardText> text() { return m_reporter.future(); }

Q_SIGNALS:
    /// A part has come.
    void progressed();

protected:
    /// Whoever hears of it may destroy this.
    void report(ClipboardText::Outcome outcome, Secret text = {}, bool isFileList = false)
    {
        m_reporter.report(ClipboardText{outcome, std::move(text), isFileList});
    }

private:
    Reporter<ClipboardText> m_reporter;
};

} // namespace hourpass
