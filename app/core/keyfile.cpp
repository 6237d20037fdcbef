// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/keyfile.h"

#include "core/apikey.h"
#include "core/json.h"
#include "core/visibletext.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString decoded(const QByteArray &content)
{
    const auto encoding = QStringConverter::encodingForData(content);
    QStringDecoder decode(encoding.value_or(QStringConverter::Utf8));
    return decode(content);
}

QString member(const JsonValue &object, std::initializer_list<QLatin1StringView> names)
{
    for (qsizetype i = 0; i < object.names.size(); ++i) {
        for (const QLatin1StringView name : names) {
            const QString value = object.items[std::size_t(i)].toString();
            if (!value.isEmpty() && object.names.at(i).compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
    }
    return {};
}

void addKey(QList<ImportedKey> &keys, QByteArray secret, const QString &name,
            const QString &endpoint)
{
    const auto checked = checkKey(Secret(std::move(secret)));
    if (checked)
        keys.append({checked->key, name.trimmed(), endpoint.trimmed()});
}

// Looks for "apikey" here and in whatever this holds: service credentials nest it below
// "credentials", VCAP_SERVICES below lists of services.
void collect(const JsonValue &value, const QString &outerName, QList<ImportedKey> &keys)
{
    const QString ownName = member(value, {"iam_apikey_name"_L1, "name"_L1});
    const QString name = ownName.isEmpty() ? outerName : ownName;
    const QString key = member(value, {"apikey"_L1, "api_key"_L1, "iam_apikey"_L1});
    if (!key.isEmpty())
        addKey(keys, key.toUtf8(), name, {});
    for (const JsonValue &item : value.items)
        collect(item, name, keys);
}

struct Assignment {
    QString name;
    QString value;
};

QString unquoted(QString value)
{
    if (value.size() >= 2 && value.front() == value.back()
        && (value.front() == u'"' || value.front() == u'\''))
        value = value.sliced(1, value.size() - 2);
    return value;
}

// KEY=VALUE, "export KEY=VALUE", "$env:KEY = 'VALUE'", "set KEY=VALUE" and 'set "KEY=VALUE"'.
Assignment assignmentIn(QString line)
{
    for (const auto prefix : {"export "_L1, "set "_L1, "$env:"_L1}) {
        if (line.startsWith(prefix, Qt::CaseInsensitive))
            line.remove(0, prefix.size());
    }
    line = unquoted(line);
    const qsizetype equals = line.indexOf(u'=');
    if (equals <= 0 || line.startsWith(u'#'))
        return {};
    return {line.first(equals).trimmed().toUpper(), unquoted(line.sliced(equals + 1).trimmed())};
}

// "COMPARE_COMPLY_APIKEY" belongs to the service "compare-comply"; IC_API_KEY and
// IBMCLOUD_API_KEY to none.
QString serviceOf(const QString &variable, QLatin1StringView suffix)
{
    QString service = variable.chopped(qMin(suffix.size(), variable.size()));
    if (service == "IBMCLOUD"_L1 || service == "IC"_L1 || service == "BLUEMIX"_L1)
        return {};
    return service.toLower().replace(u'_', u'-');
}

QList<ImportedKey> keysInLines(const QString &text)
{
    QList<Assignment> assignments;
    QHash<QString, QString> values;
    for (const QString &line : text.split(u'\n')) {
        assignments.append(assignmentIn(line.trimmed()));
        values.insert(assignments.last().name, assignments.last().value);
    }
    QList<ImportedKey> keys;
    for (const auto &[name, value] : std::as_const(assignments)) {
        for (const auto suffix : {"_IAM_APIKEY"_L1, "_APIKEY"_L1, "_API_KEY"_L1}) {
            // "@file" names another file, which is not opened behind the user's back.
            if (!(u'_' + name).endsWith(suffix) || value.startsWith(u'@'))
                continue;
            const QString service = serviceOf(name, suffix);
            const QString url = service.isEmpty() ? u"IBMCLOUD_IAM_API_ENDPOINT"_s
                                                  : name.chopped(suffix.size()) + "_AUTH_URL"_L1;
            addKey(keys, value.toUtf8(), service, values.value(url));
            break;
        }
    }
    return keys;
}

// Custom keys may be base64, whose padding makes no assignment of them.
bool looksLikeAssignment(const QString &line)
{
    static const QRegularExpression variable(u"^[A-Z][A-Z0-9_]*$"_s);
    const auto [name, value] = assignmentIn(line);
    const bool isPadding = !name.contains(u'_') && (value.isEmpty() || value.startsWith(u'='));
    return variable.match(name).hasMatch() && line.contains(name) && !isPadding;
}

// One line without an assignment: the key itself. What looks like markup, broken JSON, a sentence
// or a picture is not.
QList<ImportedKey> bareKey(const QString &text)
{
    QList<ImportedKey> keys;
    const QString line = text.trimmed();
    const bool isOneWord = visibleText(line) == line && !line.contains(QChar::ReplacementCharacter)
        && !line.contains(u' ') && !line.contains(u'<');
    const bool isJson = line.startsWith(u'{') || line.startsWith(u'[');
    if (isOneWord && !isJson && !looksLikeAssignment(line) && line.size() <= 1024)
        addKey(keys, line.toUtf8(), {}, {});
    return keys;
}

} // namespace

Result<QList<ImportedKey>> keysInFile(const QByteArray &content)
{
    const QString text = decoded(content);
    QList<ImportedKey> keys;
    using Type = JsonValue::Type;
    const auto json = parseJson(text.toUtf8());
    if (json)
        collect(*json, {}, keys);
    else
        keys = keysInLines(text);
    // A key in quotes, or of digits alone, is JSON too.
    if (keys.isEmpty() && (!json || json->type == Type::String || json->type == Type::Number))
        keys = bareKey(json && json->isString() ? json->toString() : text);
    if (keys.isEmpty())
        return failure(ErrorCode::KeyFileWithoutKey);
    return keys;
}

} // namespace hourpass
