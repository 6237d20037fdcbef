// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/claimsmodel.h"

#include "core/visibletext.h"

#include <QDateTime>
#include <QFontDatabase>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// NumericDate claims (RFC 7519 section 2) are of little use as seconds alone.
QString numberText(const QString &name, const JsonValue &value)
{
    const QString written = QString::fromLatin1(value.utf8);
    const bool isDate = name == "iat"_L1 || name == "exp"_L1 || name == "nbf"_L1;
    const auto seconds = value.toInteger();
    if (!isDate || !seconds)
        return written;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
    return time.isValid() ? u"%1 (%2)"_s.arg(written, time.toString(Qt::ISODate)) : written;
}

} // namespace

void ClaimsModel::setClaims(const std::optional<JsonValue> &claims)
{
    beginResetModel();
    m_rows.clear();
    if (claims && claims->isObject()) {
        for (qsizetype i = 0; i < claims->names.size(); ++i)
            append(visibleText(claims->names.at(i)), claims->items[std::size_t(i)]);
    }
    endResetModel();
}

void ClaimsModel::append(const QString &name, const JsonValue &value)
{
    switch (value.type) {
    case JsonValue::Type::Object:
        for (qsizetype i = 0; i < value.names.size(); ++i)
            append(name + u'.' + visibleText(value.names.at(i)), value.items[std::size_t(i)]);
        return;
    case JsonValue::Type::Array:
        for (std::size_t i = 0; i < value.items.size(); ++i)
            append(name + u"[%1]"_s.arg(i), value.items[i]);
        if (value.items.empty())
            m_rows.append({name, u"[]"_s});
        return;
    case JsonValue::Type::String:
        m_rows.append({name, visibleText(value.toString())});
        return;
    case JsonValue::Type::Number:
        m_rows.append({name, numberText(name, value)});
        return;
    case JsonValue::Type::Bool:
        m_rows.append({name, QString::fromLatin1(value.utf8)});
        return;
    case JsonValue::Type::Null:
        m_rows.append({name, u"null"_s});
        return;
    }
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isName = index.column() == int(Column::Name);
    if (role == Qt::DisplayRole)
        return isName ? row.name : row.value;
    if (role == Qt::ToolTipRole && !isName)
        return QString("<p>"_L1 + row.value.toHtmlEscaped() + "</p>"_L1);
    if (role == Qt::FontRole && !isName)
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return {};
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == int(Column::Name) ? tr("Claim") : tr("Value");
}

} // namespace hourpass
