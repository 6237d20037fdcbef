// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diagnosis/networklogmodel.h"

#include "core/visibletext.h"
#include "words/explanation.h"

#include <QDateTime>
#include <QLocale>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString purposeText(RequestPurpose purpose)
{
    switch (purpose) {
    case RequestPurpose::ApiKeyGrant:
        return NetworkLogModel::tr("token for a key");
    case RequestPurpose::AssumeGrant:
        return NetworkLogModel::tr("token of a trusted profile");
    case RequestPurpose::KeyDetails:
        return NetworkLogModel::tr("details of a key");
    case RequestPurpose::Discovery:
        return NetworkLogModel::tr("check of the endpoint");
    case RequestPurpose::PublishedKeys:
        return NetworkLogModel::tr("IAM's published keys");
    }
    return {};
}

QString outcomeText(const NetworkLogEntry &entry)
{
    if (!entry.failure)
        return u"HTTP %1"_s.arg(entry.httpStatus);
    Error error{*entry.failure, {}, entry.host};
    error.proxy = entry.proxy;
    return explain(error).cause;
}

QString tlsText(const NetworkLogEntry &entry)
{
    const QString issuer = visibleText(entry.issuer);
    if (entry.tlsVersion.isEmpty())
        return issuer;
    return issuer.isEmpty()
        ? entry.tlsVersion
        : NetworkLogModel::tr("%1, certificate by %2").arg(entry.tlsVersion, issuer);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

bool isNumber(NetworkLogModel::Column column)
{
    using Column = NetworkLogModel::Column;
    return column == Column::Duration || column == Column::Sent || column == Column::Received;
}

} // namespace

NetworkLogModel::NetworkLogModel(const NetworkLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
    , m_rows(int(log.entries().size()))
{
    connect(&log, &NetworkLog::dropped, this, [this] {
        beginRemoveRows({}, 0, 0);
        --m_rows;
        endRemoveRows();
    });
    connect(&log, &NetworkLog::added, this, [this] {
        beginInsertRows({}, m_rows, m_rows);
        ++m_rows;
        endInsertRows();
    });
}

int NetworkLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int NetworkLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString NetworkLogModel::textOf(const NetworkLogEntry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return QDateTime::fromMSecsSinceEpoch(entry.started.count()).toString(u"HH:mm:ss"_s);
    case Column::Purpose:
        return purposeText(entry.purpose);
    case Column::Host:
        return visibleText(entry.host);
    case Column::Outcome:
        return outcomeText(entry);
    case Column::Duration:
        return tr("%1 ms").arg(entry.duration.count());
    case Column::Sent:
        return sizeText(entry.bytesSent);
    case Column::Received:
        return sizeText(entry.bytesReceived);
    case Column::Tls:
        return tlsText(entry);
    case Column::Proxy:
        return entry.proxy.isEmpty() ? tr("none") : visibleText(entry.proxy);
    case Column::Transaction:
        return visibleText(entry.transactionId);
    }
    return {};
}

QVariant NetworkLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QString text = textOf(m_log.entries().at(index.row()), column);
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole) // Qt would guess whether it is markup
        return QString("<p>"_L1 + text.toHtmlEscaped() + "</p>"_L1);
    return {};
}

QVariant NetworkLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Purpose:
        return tr("Purpose");
    case Column::Host:
        return tr("Host");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Duration:
        return tr("Duration");
    case Column::Sent:
        return tr("Sent");
    case Column::Received:
        return tr("Received");
    case Column::Tls:
        return tr("TLS");
    case Column::Proxy:
        return tr("Proxy");
    case Column::Transaction:
        return tr("Transaction id");
    }
    return {};
}

QString NetworkLogModel::toText() const
{
    QStringList header;
    for (int column = 0; column < columns; ++column)
        header += headerData(column, Qt::Horizontal).toString();
    QString text = header.join(u'\t') + u'\n';
    for (int row = 0; row < m_rows; ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells += textOf(m_log.entries().at(row), Column(column));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace hourpass
