// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/startarguments.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace hourpass {

using namespace Qt::StringLiterals;
using Answer = StartArguments::Answer;

namespace {

// Qt's, and those that its X11 plugin takes, each with a value.
constexpr QLatin1StringView withValue[]{
    "-platform"_L1,
    "-platformpluginpath"_L1,
    "-platformtheme"_L1,
    "-plugin"_L1,
    "-qwindowgeometry"_L1,
    "-qwindowicon"_L1,
    "-qwindowtitle"_L1,
    "-geometry"_L1,
    "-icon"_L1,
    "-title"_L1,
    "-session"_L1,
    "-display"_L1,
    "-name"_L1,
    "-style"_L1,
    "-stylesheet"_L1,
    "-fontengine"_L1,
};
constexpr QLatin1StringView alone[]{"-reverse"_L1, "-nograb"_L1, "-dograb"_L1, "-sync"_L1};
// A value in the same word; the last is what macOS adds.
constexpr QLatin1StringView beginnings[]{"-style="_L1, "-stylesheet="_L1, "-psn_"_L1};

template <typename List>
bool has(const List &list, const QString &word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// How many words the option takes that begins there; 0: it is not one of Qt's.
qsizetype sizeOfQtOption(const QStringList &words, qsizetype at)
{
    const QString &word = words.at(at);
    const bool beginsWell =
        std::any_of(std::begin(beginnings), std::end(beginnings),
                    [&word](QLatin1StringView beginning) { return word.startsWith(beginning); });
    if (beginsWell || has(alone, word))
        return 1;
    return has(withValue, word) && at + 1 < words.size() ? 2 : 0;
}

std::optional<StartArguments> withoutValue(const QString &word)
{
    if (word == "--hidden"_L1)
        return StartArguments{Answer::Start, Verb::StayHidden, {}};
    if (word == "--inspect-clipboard"_L1)
        return StartArguments{Answer::Start, Verb::InspectClipboard, {}};
    if (word == "--quit"_L1)
        return StartArguments{Answer::Start, Verb::Quit, {}};
    if (word == "--version"_L1)
        return StartArguments{Answer::Version, {}, {}};
    if (word == "--help"_L1 || word == "-h"_L1)
        return StartArguments{Answer::Help, {}, {}};
    return {};
}

bool isCopy(const QString &word)
{
    return word == "--copy"_L1 || word.startsWith("--copy="_L1);
}

// The first one that nobody knows; else there are too many that are known.
StartMisuse misuseIn(const QStringList &own)
{
    using Kind = StartMisuse::Kind;
    for (const QString &word : own) {
        if (isCopy(word))
            break; // what comes behind it is a name
        if (withoutValue(word))
            continue;
        const auto name = std::find_if(word.begin(), word.end(), [](QChar c) { return c != u'-'; });
        if (name == word.begin() || name == word.end())
            return {Kind::NotAnOption};
        return {Kind::UnknownOption, QString(name, word.end() - name).section(u'=', 0, 0)};
    }
    const bool hasNoName = isCopy(own.first()) && own.mid(1).join(QString()).trimmed().isEmpty()
        && own.first().section(u'=', 1).trimmed().isEmpty();
    return {hasNoName ? Kind::NameMissing : Kind::TooMany};
}

} // namespace

tl::expected<StartArguments, StartMisuse> parseStartArguments(const QStringList &arguments)
{
    constexpr auto copy = "--copy"_L1;
    QStringList own;
    for (qsizetype at = 1; at < arguments.size();) {
        const qsizetype foreign = sizeOfQtOption(arguments, at);
        // The word behind --copy is a name, whatever it looks like.
        const bool isName = !own.isEmpty() && own.last() == copy;
        if (foreign == 0 || isName)
            own.append(arguments.at(at));
        at += isName ? 1 : qMax(foreign, qsizetype(1));
    }
    if (own.isEmpty())
        return StartArguments();
    if (own.size() == 1 && own.first().startsWith("--copy="_L1))
        own = {copy, own.first().sliced(copy.size() + 1)};
    if (own.size() == 2 && own.first() == copy && !own.last().trimmed().isEmpty())
        return StartArguments{Answer::Start, Verb::Copy, own.last()};
    if (const auto request = withoutValue(own.first()); request && own.size() == 1)
        return *request;
    return tl::unexpected(misuseIn(own));
}

} // namespace hourpass
