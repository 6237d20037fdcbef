// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/compare/claimdifferences.h"

#include <QHash>
#include <QRegularExpression>

#include <functional>

namespace hourpass {

using namespace Qt::StringLiterals;
using Change = ClaimDifference::Change;

namespace {

// 3600 and 3.6e3 are one number.
QByteArray valueKey(const JsonValue &value)
{
    const auto number =
        value.type == JsonValue::Type::Number ? value.toInteger() : std::optional<qint64>();
    return char('0' + int(value.type)) + (number ? QByteArray::number(*number) : value.utf8);
}

// The place without its numbers in lists: one list's values have it in common.
QString listKey(QString path)
{
    static const QRegularExpression numbers(u"\\[[0-9]+\\]"_s);
    return path.contains(u'[') ? path.replace(numbers, u"[]"_s) : path;
}

// What is too common to be taken for the same value at another place.
bool isTelling(const JsonValue &value)
{
    constexpr qsizetype shortest = 4;
    return (value.type == JsonValue::Type::String || value.type == JsonValue::Type::Number)
        && value.utf8.size() >= shortest;
}

using MemberKey = std::pair<QString, QByteArray>;
using KeyOf = std::function<std::optional<MemberKey>(const ClaimLeaf &)>;

/// Pairs the leaves of two tokens, in rounds, each by a weaker likeness than the one before.
class Pairing final
{
public:
    Pairing(const QList<ClaimLeaf> &first, const QList<ClaimLeaf> &second)
        : m_first(first)
        , m_second(second)
        , m_partner(first.size(), -1)
        , m_change(first.size(), Change::OnlyFirst)
        , m_isTaken(second.size(), false)
    {
    }

    void pair(Change change, const KeyOf &keyOf)
    {
        QHash<MemberKey, QList<qsizetype>> open;
        for (qsizetype i = m_second.size() - 1; i >= 0; --i) {
            if (const auto key = m_isTaken.at(i) ? std::nullopt : keyOf(m_second.at(i)))
                open[*key].append(i);
        }
        for (qsizetype i = 0; i < m_first.size(); ++i) {
            const auto key = m_partner.at(i) >= 0 ? std::nullopt : keyOf(m_first.at(i));
            const auto found = key ? open.find(*key) : open.end();
            if (found == open.end() || found->isEmpty())
                continue;
            m_partner[i] = found->takeLast();
            m_change[i] = change;
            m_isTaken[m_partner.at(i)] = true;
        }
    }

    QList<ClaimDifference> differences(TokenPart part) const
    {
        QList<ClaimDifference> all;
        for (qsizetype i = 0; i < m_first.size(); ++i) {
            ClaimDifference difference{part, m_change.at(i),      m_first.at(i).path,
                                       {},   m_first.at(i).value, {}};
            if (m_partner.at(i) >= 0) {
                const ClaimLeaf &partner = m_second.at(m_partner.at(i));
                difference.second = partner.value;
                if (difference.change == Change::Moved)
                    difference.movedTo = partner.path;
            }
            all.append(difference);
        }
        for (qsizetype i = 0; i < m_second.size(); ++i) {
            if (!m_isTaken.at(i))
                all.append(
                    {part, Change::OnlySecond, m_second.at(i).path, {}, {}, m_second.at(i).value});
        }
        return all;
    }

private:
    const QList<ClaimLeaf> &m_first;
    const QList<ClaimLeaf> &m_second;
    QList<qsizetype> m_partner; ///< of each of the first, in the second; -1: none
    QList<Change> m_change;
    QList<bool> m_isTaken;
};

} // namespace

QList<ClaimDifference> claimDifferences(TokenPart part, const QList<ClaimLeaf> &first,
                                        const QList<ClaimLeaf> &second)
{
    Pairing pairing(first, second);
    pairing.pair(Change::Same,
                 [](const ClaimLeaf &leaf) { return MemberKey(leaf.path, valueKey(leaf.value)); });
    pairing.pair(Change::Moved, [](const ClaimLeaf &leaf) -> std::optional<MemberKey> {
        if (!leaf.path.contains(u'['))
            return {};
        return MemberKey(listKey(leaf.path), valueKey(leaf.value));
    });
    pairing.pair(Change::Changed,
                 [](const ClaimLeaf &leaf) { return MemberKey(leaf.path, QByteArray()); });
    pairing.pair(Change::Moved, [](const ClaimLeaf &leaf) -> std::optional<MemberKey> {
        if (!isTelling(leaf.value))
            return {};
        return MemberKey(QString(), valueKey(leaf.value));
    });
    return pairing.differences(part);
}

} // namespace hourpass
