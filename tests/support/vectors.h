// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace hourpass::test {

/// The content of a file below tests/vectors. Ends the test program where it is missing.
QByteArray ownVectors(const QString &path);
/// The path of a file of other projects' vectors, which are not part of this repository: below
/// $HOURPASS_VECTORS, else in the folder shared/vectors beside the repository. It may be missing.
QString thirdPartyVectors(const QString &path);

/// One object a line. Ends the test program where a line is none.
QList<QJsonObject> jsonLines(const QByteArray &content);
/// The member "token_or_response", decoded where it is in base64.
QByteArray inputOf(const QJsonObject &vector);
/// The case of this name of jwt/adversarial.jsonl. Ends the test program where there is none.
QByteArray adversarialToken(const QString &name);

} // namespace hourpass::test
