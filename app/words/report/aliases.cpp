// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/aliases.h"

#include "core/visibletext.h"

#include <QUrl>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What is shorter is replaced only where it stands alone: it would be found in every other word.
constexpr qsizetype shortestLong = 4;

// As long as the text, so that a place in it is a place in the text.
QString folded(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        c = c.toCaseFolded();
    return result;
}

// One spelling of letters with marks.
QString composed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

quint64 beginning(const QString &text, qsizetype at)
{
    quint64 key = 0;
    for (qsizetype i = 0; i < shortestLong; ++i)
        key = key << 16 | text.at(at + i).unicode();
    return key;
}

bool isWordAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isMark());
}

QString percentDecoded(const QString &text)
{
    return composed(QUrl::fromPercentEncoding(text.toUtf8()));
}

} // namespace

Aliases::Entry &Aliases::entryFor(const QString &value, QLatin1StringView word, bool &isNew)
{
    const QString key = folded(value);
    const auto found = m_forms.constFind(key);
    isNew = found == m_forms.constEnd();
    if (!isNew)
        return m_entries[*found];
    const int entry = int(m_entries.size());
    m_entries.append({{}, false, word, value.size(), -1});
    for (const QString &form : {value, QString::fromLatin1(QUrl::toPercentEncoding(value)),
                                percentDecoded(value), visibleText(value)})
        addForm(folded(form), entry);
    return m_entries.last();
}

void Aliases::addForm(const QString &form, int entry)
{
    if (form.isEmpty() || m_forms.contains(form))
        return;
    m_forms.insert(form, entry);
    if (form.size() < shortestLong)
        return;
    auto &lengths = m_lengths[beginning(form, 0)];
    const auto place =
        std::lower_bound(lengths.cbegin(), lengths.cend(), form.size(), std::greater<>());
    if (place == lengths.cend() || *place != form.size())
        lengths.insert(place - lengths.cbegin(), form.size());
}

void Aliases::add(AliasKind kind, QLatin1StringView word, const QString &value)
{
    if (value.isEmpty())
        return;
    bool isNew = false;
    Entry &entry = entryFor(composed(value), word, isNew);
    if (isNew || kind != AliasKind::OtherValue)
        entry.kinds |= kind;
    if (kind != AliasKind::OtherValue && entry.kinds.testFlag(AliasKind::OtherValue)) {
        entry.kinds.setFlag(AliasKind::OtherValue, false);
        entry.word = word;
    }
}

void Aliases::addSecret(const QString &value)
{
    if (value.isEmpty())
        return;
    bool isNew = false;
    Entry &entry = entryFor(composed(value), "secret"_L1, isNew);
    entry.isSecret = true;
    if (isNew)
        entry.kinds = AliasKind::OtherValue;
}

bool Aliases::knows(const QString &value) const
{
    return m_forms.contains(folded(composed(value)));
}

bool Aliases::isOut(const Entry &entry) const
{
    return entry.isSecret || (entry.kinds & m_takenOut);
}

QString Aliases::aliasOf(int index)
{
    Entry &entry = m_entries[index];
    if (entry.used < 0) {
        const QString alias = entry.word + u'-' + QString::number(++m_numbers[entry.word]);
        const AliasKinds out = entry.kinds & m_takenOut;
        const auto kinds = aliasKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                       [&out](AliasKind one) { return out.testFlag(one); });
        entry.used = int(m_used.size());
        m_used.append(
            {alias, kind == kinds.end() ? AliasKind::OtherValue : *kind, entry.length, 0});
    }
    return m_used.at(entry.used).alias;
}

Aliases::Match Aliases::longAt(const QString &text, qsizetype at) const
{
    if (text.size() - at < shortestLong)
        return {};
    const auto lengths = m_lengths.constFind(beginning(text, at));
    if (lengths == m_lengths.constEnd())
        return {};
    for (const qsizetype length : *lengths) {
        if (length > text.size() - at)
            continue;
        const auto found = m_forms.constFind(text.sliced(at, length));
        if (found != m_forms.constEnd() && isOut(m_entries.at(*found)))
            return {length, *found};
    }
    return {};
}

Aliases::Match Aliases::shortAt(const QString &text, qsizetype at) const
{
    const bool isInWord = isWordAt(text, at) && isWordAt(text, at - 1);
    for (qsizetype length = shortestLong - 1; length > 0 && !isInWord; --length) {
        if (length > text.size() - at)
            continue;
        const bool goesOn = isWordAt(text, at + length - 1) && isWordAt(text, at + length);
        const auto found = goesOn ? m_forms.constEnd() : m_forms.constFind(text.sliced(at, length));
        if (found != m_forms.constEnd() && isOut(m_entries.at(*found)))
            return {length, *found};
    }
    return {};
}

Aliases::Match Aliases::matchAt(const QString &text, qsizetype at) const
{
    const Match match = longAt(text, at);
    return match.entry >= 0 ? match : shortAt(text, at);
}

QString Aliases::replacedOnce(const QString &text, bool isCounted)
{
    const QString key = folded(text);
    QString result;
    const auto whole = m_forms.constFind(key);
    for (qsizetype at = 0; at < text.size();) {
        Match match = matchAt(key, at);
        if (at == 0 && whole != m_forms.constEnd() && isOut(m_entries.at(*whole)))
            match = {text.size(), *whole};
        if (match.entry < 0) {
            result += text.at(at++);
            continue;
        }
        result += aliasOf(match.entry);
        m_used[m_entries.at(match.entry).used].places += isCounted ? 1 : 0;
        at += match.length;
    }
    return result;
}

// A value may be percent-encoded in part, or twice: what is hidden deepest is looked for first,
// since a short value would tear a long one apart.
QString Aliases::replacedForms(const QString &text, bool isCounted)
{
    constexpr qsizetype mostTimes = 4;
    QStringList forms{composed(text)};
    while (forms.last().contains(u'%') && forms.size() <= mostTimes) {
        const QString decoded = percentDecoded(forms.last());
        if (decoded == forms.last())
            break;
        forms.append(decoded);
    }
    for (; forms.size() > 1; forms.removeLast()) {
        const QString result = replacedOnce(forms.last(), isCounted);
        if (result != forms.last())
            return result;
    }
    return replacedOnce(forms.first(), isCounted);
}

QString Aliases::replaced(const QString &text)
{
    return replacedForms(text, false);
}

QString Aliases::counted(const QString &text)
{
    return replacedForms(text, true);
}

QString Aliases::searched(const QString &report, const QString &ownWords)
{
    QStringList aliases;
    for (const TakenOut &one : m_used)
        aliases.append(one.alias);
    const QString own = folded(ownWords + u'\n' + aliases.join(u'\n'));
    const QString key = folded(report);
    QString result;
    for (qsizetype at = 0; at < report.size();) {
        const Match match = matchAt(key, at);
        if (match.entry < 0 || own.contains(QStringView(key).sliced(at, match.length))) {
            result += report.at(at++);
            continue;
        }
        result += aliasOf(match.entry);
        at += match.length;
    }
    return result;
}

} // namespace hourpass
