// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLabel;
class QString;

namespace hourpass {

/// A dimmed caption for the value, which becomes its buddy: so assistive programs find the one by
/// the other (contracts, section 4). The value is shown as plain text and at the side where the
/// interface's language begins, whatever its own direction.
QLabel *captionFor(QLabel *value, const QString &text);

} // namespace hourpass
