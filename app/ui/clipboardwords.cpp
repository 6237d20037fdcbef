// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/clipboardwords.h"

#include "clipboard/clipboardreader.h"

#include <QCoreApplication>
#include <QLocale>

namespace hourpass {

namespace {

struct ClipboardWords {
    Q_DECLARE_TR_FUNCTIONS(ClipboardWords)
};

} // namespace

QString clipboardFaultText(ClipboardText::Outcome outcome)
{
    switch (outcome) {
    case ClipboardText::Outcome::TooLarge:
        return ClipboardWords::tr("What is on the clipboard is larger than %1. Save it to a file, "
                                  "and open that.")
            .arg(QLocale().formattedDataSize(ClipboardReader::usualLimit));
    case ClipboardText::Outcome::NoAnswer:
        return ClipboardWords::tr("The program that has the clipboard does not answer. Copy once "
                                  "more, there or elsewhere.");
    default:
        return ClipboardWords::tr("There is no text on the clipboard.");
    }
}

} // namespace hourpass
