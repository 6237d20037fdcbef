// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace hourpass {

/// The text of profiles.json, cut into its entries and what is around them, so that one entry which
/// nobody can read takes neither itself nor the others away.
struct ProfileListText {
    QByteArray frame;       ///< the text with an empty list
    QByteArrayList entries; ///< as they stand there, without blanks around them; none is empty
    qsizetype end = -1;     ///< where the list's last bracket stands in the text, or -1
};

/// Looks at brackets, commas and strings alone: whether it is JSON is for those to find out who
/// read the parts. Of a text that is cut off it gives what is there.
ProfileListText cutProfileList(const QByteArray &text);

} // namespace hourpass
