// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <iterator>

namespace hourpass::test {

/// What was tried came to a promise that is not kept: in words, or empty.
using Breach = QString;

/// Decodes and verifies any bytes, with keys of each type, and looks whether what comes out agrees
/// with itself. A signature may be found genuine only on a token of the corpus.
Breach tryToken(QByteArrayView bytes);
/// Imports any bytes as keys.
Breach tryKeys(QByteArrayView bytes);
/// Looks for tokens in any text: each has its place, what is kept of it is bounded, and the search
/// ends when it is told to.
Breach tryFinder(QByteArrayView text);
/// Reads any bytes as strict JSON, and compares with QJsonDocument, which takes more.
Breach tryJson(QByteArrayView text);

/// What is tried with the files of a folder of the corpus, and with what becomes of them.
struct Trial {
    const char *folder;
    Breach (*run)(QByteArrayView);
};
inline constexpr Trial trials[]{
    {"token", tryToken}, {"keys", tryKeys}, {"finder", tryFinder}, {"json", tryJson}};

/// The files of a folder of the corpus, in the order of their names. Ends the
/// program where there are none.
QList<QByteArray> corpus(const QString &folder);

} // namespace hourpass::test
