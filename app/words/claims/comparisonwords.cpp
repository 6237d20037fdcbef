// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/comparisonwords.h"

#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/claims/claimvocabulary.h"
#include "words/claims/claimwords.h"
#include "words/claims/inspectwords.h"
#include "words/spanwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using Kind = ComparisonAnswer::Kind;
using Change = ClaimDifference::Change;

namespace {

struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ComparisonWords)
};

constexpr qsizetype longestClaim = 120;

QString shownClaim(const QString &text)
{
    return shortenedMiddle(visibleText(text), longestClaim);
}

Kind kindOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Same:
        return Kind::Same;
    case Likeness::Other:
        return Kind::Different;
    case Likeness::Neither:
    case Likeness::FirstOnly:
    case Likeness::SecondOnly:
        break;
    }
    return Kind::Unknown;
}

/// An answer, and how a headline begins that is about it.
struct Question {
    ComparisonAnswer answer;
    QString headline;
};

class Questions final
{
public:
    explicit Questions(const Comparison &comparison)
        : m_it(comparison)
    {
        addIdentity();
        addText(ComparisonWords::tr("Account"), ComparisonWords::tr("Another account"),
                m_it.account);
        addScope();
        addLife();
        addLeft();
        addText(ComparisonWords::tr("Issuer"), ComparisonWords::tr("Another issuer"), m_it.issuer);
        addCaller();
        addText(ComparisonWords::tr("Obtained by"), ComparisonWords::tr("Obtained in another way"),
                m_it.grant);
        addText(ComparisonWords::tr("Key"), ComparisonWords::tr("Another key"), m_it.keyId);
        addText(ComparisonWords::tr("Algorithm"), ComparisonWords::tr("Another algorithm"),
                m_it.algorithm);
        addVerdict();
        addText(ComparisonWords::tr("Program"), ComparisonWords::tr("Another program asked for it"),
                m_it.client);
        addText(ComparisonWords::tr("Assurance"), ComparisonWords::tr("Another assurance"),
                m_it.assurance);
        addText(ComparisonWords::tr("Session"), ComparisonWords::tr("Another session"),
                m_it.session);
    }

    const QList<Question> &all() const { return m_all; }

private:
    void add(const QString &caption, const QString &headline, Kind kind, const QString &answer)
    {
        m_all.append({{caption, answer, kind}, headline});
    }

    static QString sentence(Likeness likeness, const QString &first, const QString &second)
    {
        switch (likeness) {
        case Likeness::Same:
            return ComparisonWords::tr("The same in both: %1.").arg(first);
        case Likeness::Other:
            return ComparisonWords::tr("The first token has %1, the second %2.").arg(first, second);
        case Likeness::FirstOnly:
            return ComparisonWords::tr("Only the first token says it: %1.").arg(first);
        case Likeness::SecondOnly:
            return ComparisonWords::tr("Only the second token says it: %1.").arg(second);
        case Likeness::Neither:
            break;
        }
        return ComparisonWords::tr("Neither token says it.");
    }

    void addText(const QString &caption, const QString &headline, const ComparedText &text)
    {
        if (text.likeness != Likeness::Neither)
            add(caption, headline, kindOf(text.likeness),
                sentence(text.likeness, shownClaim(text.first), shownClaim(text.second)));
    }

    // The name alone could be anybody's.
    static QString who(const Identity &identity, const QString &id)
    {
        const QString name = shownClaim(identity.name);
        return name.isEmpty() || name == shownClaim(id)
            ? shownClaim(id)
            : ComparisonWords::tr("%1 (%2)", "name (id)").arg(name, shownClaim(id));
    }

    void addIdentity()
    {
        const ComparedText &id = m_it.identity;
        if (id.likeness == Likeness::Neither)
            return;
        const QString first = who(m_it.firstIdentity, id.first);
        const QString second = who(m_it.secondIdentity, id.second);
        add(ComparisonWords::tr("Identity"), ComparisonWords::tr("Another identity"),
            kindOf(id.likeness),
            id.likeness == Likeness::Other
                ? ComparisonWords::tr("The first token is for %1, the second for %2.")
                      .arg(first, second)
                : sentence(id.likeness, first, second));
    }

    void addCaller()
    {
        // Where nobody stands in for the identity, it is the same question again.
        if (m_it.caller != m_it.identity)
            addText(ComparisonWords::tr("Logged in"),
                    ComparisonWords::tr("Somebody else logged in"), m_it.caller);
    }

    static QString list(const QStringList &words)
    {
        constexpr qsizetype mostWords = 20;
        QStringList parts;
        for (const QString &word : words.first(qMin(words.size(), mostWords)))
            parts.append(shownClaim(word));
        if (words.size() > mostWords)
            parts.append(u"\u2026"_s);
        return parts.join(u' ');
    }

    void addScope()
    {
        const ComparedWords &scope = m_it.scope;
        const QString caption = ComparisonWords::tr("Scope");
        if (scope.likeness == Likeness::Neither)
            return;
        if (scope.likeness != Likeness::Other) {
            add(caption, {}, kindOf(scope.likeness),
                sentence(scope.likeness,
                         list(scope.likeness == Likeness::Same ? scope.kept : scope.lost),
                         list(scope.gained)));
            return;
        }
        QStringList parts;
        if (!scope.lost.isEmpty())
            parts.append(ComparisonWords::tr("The second token lost %1.").arg(list(scope.lost)));
        if (!scope.gained.isEmpty())
            parts.append(
                ComparisonWords::tr("The second token gained %1.").arg(list(scope.gained)));
        add(caption,
            scope.lost.isEmpty()         ? ComparisonWords::tr("More scope")
                : scope.gained.isEmpty() ? ComparisonWords::tr("Less scope")
                                         : ComparisonWords::tr("Another scope"),
            Kind::Different, parts.join(u' '));
    }

    static QString spanOf(std::optional<Seconds> span)
    {
        return span ? spanWords(*span) : QString();
    }

    void addLife()
    {
        const ComparedTime &life = m_it.life;
        const Likeness likeness = life.likeness();
        if (likeness == Likeness::Neither)
            return;
        const bool isShorter = likeness == Likeness::Other && *life.second < *life.first;
        add(ComparisonWords::tr("Issued for"),
            isShorter ? ComparisonWords::tr("A shorter life")
                      : ComparisonWords::tr("A longer life"),
            kindOf(likeness), sentence(likeness, spanOf(life.first), spanOf(life.second)));
    }

    static QString leftText(std::optional<Seconds> left)
    {
        if (!left)
            return {};
        return *left > Seconds::zero()
            ? ComparisonWords::tr("%1 left", "47 minutes").arg(spanWords(*left))
            : ComparisonWords::tr("expired %1 ago").arg(spanWords(*left));
    }

    void addLeft()
    {
        const ComparedTime &left = m_it.left;
        const Likeness likeness = left.likeness();
        if (likeness == Likeness::Neither)
            return;
        const auto hasExpired = [](std::optional<Seconds> time) {
            return time && *time <= Seconds::zero();
        };
        const bool isOneOver = hasExpired(left.first) != hasExpired(left.second);
        const QString first = leftText(left.first);
        const QString second = leftText(left.second);
        add(ComparisonWords::tr("Time left"),
            likeness == Likeness::Other && isOneOver ? ComparisonWords::tr("One has expired")
                                                     : QString(),
            kindOf(likeness),
            likeness == Likeness::Other
                ? ComparisonWords::tr("The first token: %1. The second: %2.").arg(first, second)
                : sentence(likeness, first, second));
    }

    void addVerdict()
    {
        const bool areSame = m_it.firstVerdict == m_it.secondVerdict;
        const QString first = verdictText(m_it.firstVerdict);
        add(ComparisonWords::tr("Verdict"),
            areSame ? QString() : ComparisonWords::tr("Another verdict"),
            areSame ? Kind::Same : Kind::Different,
            areSame ? ComparisonWords::tr("Of both: %1").arg(first)
                    : ComparisonWords::tr("Of the first token: %1 Of the second: %2")
                          .arg(first, verdictText(m_it.secondVerdict)));
    }

    const Comparison &m_it;
    QList<Question> m_all;
};

QString unreadableText(const Comparison &comparison)
{
    if (comparison.canReadFirst)
        return ComparisonWords::tr("The second token cannot be read: there is nothing to compare.");
    return comparison.canReadSecond
        ? ComparisonWords::tr("The first token cannot be read: there is nothing to compare.")
        : ComparisonWords::tr("Neither token can be read: there is nothing to compare.");
}

QString damageText(const Comparison &comparison)
{
    if (!comparison.isFirstDamaged && !comparison.isSecondDamaged)
        return {};
    if (comparison.isFirstDamaged && comparison.isSecondDamaged)
        return u' ' + ComparisonWords::tr("Both are damaged: what they say may not be all.");
    return u' '
        + (comparison.isFirstDamaged
               ? ComparisonWords::tr("The first token is damaged: what it says may not be all.")
               : ComparisonWords::tr("The second token is damaged: what it says may not be all."));
}

QString alikeText(const Comparison &comparison)
{
    const bool isSure = comparison.identity.likeness == Likeness::Same
        && comparison.account.likeness == Likeness::Same
        && comparison.scope.likeness == Likeness::Same
        && comparison.issuer.likeness == Likeness::Same;
    return isSure
        ? ComparisonWords::tr("Two tokens for the same: identity, account, scope and issuer are "
                              "alike.")
        : ComparisonWords::tr("No difference that matters can be told from what they say.");
}

QString changeText(const ClaimDifference &difference)
{
    switch (difference.change) {
    case Change::Same:
        return ComparisonWords::tr("the same");
    case Change::Changed:
        return ComparisonWords::tr("changed");
    case Change::OnlyFirst:
        return ComparisonWords::tr("only in the first");
    case Change::OnlySecond:
        return ComparisonWords::tr("only in the second");
    case Change::Moved:
        break;
    }
    return ComparisonWords::tr("moved to %1").arg(visibleText(difference.movedTo));
}

QString valueText(const ClaimRow &row, const JsonValue &value)
{
    const auto seconds = isTimeClaim(row.name) ? value.toInteger() : std::nullopt;
    constexpr qint64 yearTenThousand = 253'402'300'800;
    return seconds && *seconds >= 0 && *seconds < yearTenThousand
        ? u"%1 (%2)"_s.arg(row.value, isoTime(Seconds(*seconds)))
        : row.value;
}

// The words for claims, of one value whose place is known.
ClaimRow claimRow(const QString &path, const JsonValue &value)
{
    JsonValue object{JsonValue::Type::Object, {}, {}, {}};
    object.names.append(path);
    object.items.push_back(value);
    const QList<ClaimRow> rows = claimRows(object);
    return rows.first();
}

} // namespace

QString comparisonHeadline(const Comparison &comparison)
{
    if (!comparison.canReadFirst || !comparison.canReadSecond)
        return unreadableText(comparison);
    if (comparison.areSameText)
        return ComparisonWords::tr("It is the same token, twice.") + damageText(comparison);
    const Questions questions(comparison);
    const auto found =
        std::find_if(questions.all().begin(), questions.all().end(), [](const Question &question) {
            return question.answer.kind == Kind::Different && !question.headline.isEmpty();
        });
    if (found == questions.all().end())
        return alikeText(comparison) + damageText(comparison);
    return ComparisonWords::tr("%1: %2", "Another account: The first token has …")
               .arg(found->headline, found->answer.answer)
        + damageText(comparison);
}

QList<ComparisonAnswer> comparisonAnswers(const Comparison &comparison)
{
    QList<ComparisonAnswer> answers;
    if (!comparison.canReadFirst || !comparison.canReadSecond)
        return answers;
    const Questions questions(comparison);
    for (const Question &question : questions.all())
        answers.append(question.answer);
    return answers;
}

QList<ComparisonRow> comparisonRows(const Comparison &comparison)
{
    QList<ComparisonRow> rows;
    for (const ClaimDifference &one : comparison.claims) {
        const ClaimRow first = claimRow(one.path, one.first);
        const ClaimRow second = claimRow(one.path, one.second);
        rows.append({one.part, one.change, first.name, changeText(one),
                     one.change == Change::OnlySecond ? QString() : valueText(first, one.first),
                     one.change == Change::OnlyFirst ? QString() : valueText(second, one.second),
                     first.meaning});
    }
    return rows;
}

QString comparisonCountText(const Comparison &comparison)
{
    const auto count = [&comparison](Change change) {
        return int(
            std::count_if(comparison.claims.begin(), comparison.claims.end(),
                          [change](const ClaimDifference &one) { return one.change == change; }));
    };
    QStringList parts;
    const auto add = [&parts](int number, const QString &text) {
        if (number > 0)
            parts.append(text);
    };
    const int changed = count(Change::Changed);
    const int moved = count(Change::Moved);
    const int first = count(Change::OnlyFirst);
    const int second = count(Change::OnlySecond);
    const int same = count(Change::Same);
    add(changed, ComparisonWords::tr("%n changed", "values", changed));
    add(moved, ComparisonWords::tr("%n moved", "values", moved));
    add(first, ComparisonWords::tr("%n only in the first", "values", first));
    add(second, ComparisonWords::tr("%n only in the second", "values", second));
    add(same, ComparisonWords::tr("%n the same", "values", same));
    return parts.join(", "_L1);
}

QString comparisonText(const Comparison &comparison)
{
    QString text = comparisonHeadline(comparison) + u'\n';
    for (const ComparisonAnswer &answer : comparisonAnswers(comparison))
        text += "  "_L1 + answer.question + ": "_L1 + answer.answer + u'\n';
    if (!comparison.claims.isEmpty())
        text += comparisonCountText(comparison) + u'\n';
    for (const ComparisonRow &row : comparisonRows(comparison)) {
        text += "  "_L1 + row.name + " ("_L1 + row.changeText + "): "_L1
            + shortenedMiddle(row.first, longestClaim);
        if (row.change == Change::Changed)
            text += u" \u2192 "_s + shortenedMiddle(row.second, longestClaim);
        if (row.change == Change::OnlySecond)
            text += shortenedMiddle(row.second, longestClaim);
        text += u'\n';
    }
    if (comparison.hasMoreClaims)
        text += ComparisonWords::tr("There are more values than %1; the rest was not compared.")
                    .arg(mostComparedClaims)
            + u'\n';
    return text;
}

} // namespace hourpass
