// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>

namespace hourpass {

/// How the beginning of a token is known. All of these look at a bounded number of bytes.

/// Whether base64url begins as a JOSE header does: with "{" and the name of one of its members.
bool beginsLikeHeader(QByteArrayView base64url);

/// Where in the run of base64url at `at` of a text a header may begin: at its start, or behind a
/// "_" or "-" that something was glued on with.
std::optional<qsizetype> headerStartAt(QByteArrayView text, qsizetype at);

/// Whether the run at `at` of a text begins with a JSON object, whatever its names.
bool isObjectAt(QByteArrayView text, qsizetype at);
/// The same with a name that headers have.
bool isKnownHeaderAt(QByteArrayView text, qsizetype at);
/// Whether a token begins in the run, so that it cannot be a further line of another one.
bool isTokenAt(QByteArrayView text, qsizetype at);

} // namespace hourpass
