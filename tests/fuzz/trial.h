// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace hourpass::test {

/// What was tried came to a promise that is not kept: in words, or empty.
using Breach = QString;

/// Decodes and verifies any bytes, with keys of each type, and looks whether what comes out agrees
/// with itself. A signature may be found genuine only on a token of the corpus.
Breach tryToken(QByteArrayView bytes);
/// Imports any bytes as keys.
Breach tryKeys(QByteArrayView bytes);

/// The files of a folder of the corpus ("token", "keys"), in the order of their names. Ends the
/// program where there are none.
QList<QByteArray> corpus(const QString &folder);

} // namespace hourpass::test
