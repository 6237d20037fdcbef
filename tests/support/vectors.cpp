// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/vectors.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace hourpass::test {

using namespace Qt::StringLiterals;

QByteArray ownVectors(const QString &path)
{
    QFile file(QStringLiteral(HOURPASS_SOURCES "/tests/vectors/") + path);
    if (!file.open(QFile::ReadOnly))
        qFatal("the vectors in %s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

QString thirdPartyVectors(const QString &path)
{
    const QString folder = qEnvironmentVariable(
        "HOURPASS_VECTORS", QStringLiteral(HOURPASS_SOURCES "/../shared/vectors"));
    return QDir(folder).filePath(path);
}

QList<QJsonObject> jsonLines(const QByteArray &content)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : content.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            qFatal("a line of the vectors is not a JSON object");
        objects.append(document.object());
    }
    return objects;
}

QByteArray inputOf(const QJsonObject &vector)
{
    const QByteArray text = vector["token_or_response"_L1].toString().toUtf8();
    return vector["encoding"_L1] == "base64"_L1 ? QByteArray::fromBase64(text) : text;
}

QByteArray adversarialToken(const QString &name)
{
    for (const QJsonObject &vector :
         jsonLines(ownVectors(QStringLiteral("jwt/adversarial.jsonl")))) {
        if (vector.value(QStringLiteral("name")).toString() == name)
            return inputOf(vector);
    }
    qFatal("there is no case of the name %s", qPrintable(name));
}

} // namespace hourpass::test
