// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/foundtokensmodel.h"

#include "ui/parts/icons.h"
#include "words/claims/inspectwords.h"

namespace hourpass {

using namespace Qt::StringLiterals;
using Verdict = Verification::Verdict;

void FoundTokensModel::setEntries(const QList<TokenEntry> &entries)
{
    const auto isSame = [](const TokenEntry &one, const TokenEntry &other) {
        return one.found.kind == other.found.kind && one.found.offset == other.found.offset
            && one.found.length == other.found.length && one.found.text == other.found.text;
    };
    if (std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), isSame)) {
        m_entries = entries;
        if (!entries.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(entries.size()) - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void FoundTokensModel::setVerdict(int row, Verdict verdict)
{
    if (m_entries.at(row).verdict == verdict)
        return;
    m_entries[row].verdict = verdict;
    Q_EMIT dataChanged(index(row), index(row));
}

int FoundTokensModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant FoundTokensModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const TokenEntry &entry = m_entries.at(index.row());
    const QString label = findingLabel(entry.found, entry.identity);
    if (role == Qt::DecorationRole)
        return namedIcon(verdictIcon(entry.verdict));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString place = tr("at byte %1").arg(entry.found.offset);
    const QString second = entry.verdict ? verdictLabel(*entry.verdict) + u" · "_s + place : place;
    return role == Qt::DisplayRole ? QString(label + u'\n' + second)
                                   : QString("<p>"_L1 + label.toHtmlEscaped() + "<br>"_L1
                                             + second.toHtmlEscaped() + "</p>"_L1);
}

QString verdictIcon(std::optional<Verdict> verdict)
{
    if (!verdict)
        return u"dialog-warning"_s;
    switch (*verdict) {
    case Verdict::Valid:
        return u"check"_s;
    case Verdict::Unverified:
    case Verdict::UnknownKey:
    case Verdict::KeyRejected:
    case Verdict::Unsupported:
        return u"dialog-information"_s;
    case Verdict::Expired:
    case Verdict::NotYetValid:
    case Verdict::UntrustedIssuer:
        return u"dialog-warning"_s;
    default:
        break;
    }
    return u"dialog-error"_s;
}

} // namespace hourpass
