// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "faultrow.h"

#include "support/vectors.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

QList<Milliseconds> doubling(Milliseconds first, Milliseconds longest, qsizetype count)
{
    QList<Milliseconds> waits;
    for (Milliseconds wait = first; waits.size() < count; wait *= 2)
        waits.append(std::min(wait, longest));
    return waits;
}

QString listText(const QList<Milliseconds> &waits)
{
    QStringList texts;
    for (const Milliseconds wait : waits)
        texts += u"%1 ms"_s.arg(wait.count());
    return u'[' + texts.join(u", "_s) + u']';
}

} // namespace

QList<FaultRow> faultRows()
{
    QList<FaultRow> rows;
    const auto document = QJsonDocument::fromJson(ownVectors(u"faults.json"_s));
    for (const QJsonValue &value : document.array()) {
        const QJsonObject expect = value["expect"_L1].toObject();
        rows.append({value["id"_L1].toString(), value["what_the_server_does"_L1].toString(),
                     expect["user_sees"_L1].toString(), expect["retried"_L1].toString(),
                     expect["token_kept"_L1].toString(), expect["key_leaked"_L1].toBool(true)});
    }
    return rows;
}

RowNotes rowNotes()
{
    QFile file(QStringLiteral(HOURPASS_FAULTS_README));
    if (!file.open(QFile::ReadOnly | QFile::Text))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    static const QRegularExpression row(u"^\\| (F\\d{3}) \\| ([^|]+) \\|"_s); // and more columns
    RowNotes notes;
    QMap<QString, QString> *table = nullptr;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line == "## Not tried"_L1)
            table = &notes.untried;
        else if (line == "## Tried more or less often"_L1)
            table = &notes.differentTries;
        const auto match = row.match(line);
        if (table && match.hasMatch())
            table->insert(match.captured(1), match.captured(2));
    }
    return notes;
}

QString faultOfWaits(const QString &word, const QList<Milliseconds> &waits, Milliseconds firstWait,
                     Milliseconds longestWait, int tries)
{
    static const QRegularExpression after(u"^after-(\\d+)s$"_s);
    const auto seconds = after.match(word);
    QList<Milliseconds> expected;
    if (word == "once"_L1 || word == "auto-backoff"_L1) {
        expected = doubling(firstWait, longestWait, word == "once"_L1 ? 1 : tries - 1);
    } else if (word == "capped"_L1) {
        expected = QList<Milliseconds>(tries - 1, longestWait);
    } else if (seconds.hasMatch()) {
        // Not all who were told the same come back at the same moment.
        const Milliseconds least = Seconds(seconds.captured(1).toInt());
        expected = QList<Milliseconds>(tries - 1, least + firstWait / 4);
    } else if (word != "no"_L1 && word != "user"_L1) {
        return u"unknown word: "_s + word;
    }
    return waits == expected ? QString()
                             : u"waits %1 instead of %2"_s.arg(listText(waits), listText(expected));
}

} // namespace hourpass::test
