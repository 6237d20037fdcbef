// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/report/report.h"

#include <QHash>

namespace hourpass {

/// The values that are not to be in a report, and what stands for each.
class Aliases final
{
public:
    explicit Aliases(AliasKinds takenOut)
        : m_takenOut(takenOut)
    {
    }

    /// A value to be taken out where its kind is. `word` begins its alias: "account". What has more
    /// than one kind is taken out if one of them is; other values are so only where nothing more is
    /// known of them.
    void add(AliasKind kind, QLatin1StringView word, const QString &value);
    /// A value to be taken out whatever the switches are.
    void addSecret(const QString &value);

    /// Whether the value has been added, whatever its kind.
    bool knows(const QString &value) const;

    /// The text with an alias in place of every value that is in it, in any letter case and also if
    /// percent-encoded.
    QString replaced(const QString &text);
    /// The same, and the values count as places.
    QString counted(const QString &text);

    /// The last net: replaces what replaced() does, in a whole report, except where a value is part
    /// of the report's own words: those tell nothing, and outside text must not rewrite them.
    QString searched(const QString &report, const QString &ownWords);

    /// What has an alias by now, in the order of their first use.
    QList<TakenOut> takenOut() const { return m_used; }

private:
    struct Entry {
        AliasKinds kinds;
        bool isSecret = false;
        QLatin1StringView word;
        qsizetype length = 0;
        int used = -1; ///< in m_used, once there is an alias
    };
    struct Match {
        qsizetype length = 0;
        int entry = -1;
    };

    Entry &entryFor(const QString &value, QLatin1StringView word, bool &isNew);
    void addForm(const QString &form, int entry);
    bool isOut(const Entry &entry) const;
    QString aliasOf(int entry);
    Match longAt(const QString &text, qsizetype at) const;
    Match shortAt(const QString &text, qsizetype at) const;
    Match matchAt(const QString &text, qsizetype at) const;
    QString replacedOnce(const QString &text, bool isCounted);
    QString replacedForms(const QString &text, bool isCounted);

    const AliasKinds m_takenOut;
    QList<Entry> m_entries;
    QHash<QString, int> m_forms; ///< how each may be written, in one letter case
    /// The long forms by their first letters, and how long they are, the longest first.
    QHash<quint64, QList<qsizetype>> m_lengths;
    QHash<QLatin1StringView, int> m_numbers; ///< the last number of each word
    QList<TakenOut> m_used;
};

} // namespace hourpass
