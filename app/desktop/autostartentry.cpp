// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/autostartentry.h"

#include <QList>

#include <optional>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView groupHeader = "[Desktop Entry]";
constexpr QByteArrayView execKey = "Exec";
// The specification's switch, and one that GNOME's tools set beside it.
constexpr QByteArrayView hiddenKey = "Hidden";
constexpr QByteArrayView gnomeKey = "X-GNOME-Autostart-enabled";

bool isHeader(const QByteArray &line)
{
    return line.startsWith('[');
}

// Where the group begins and ends, as numbers of lines; nothing where it is not there.
std::optional<std::pair<qsizetype, qsizetype>> groupIn(const QList<QByteArray> &lines)
{
    qsizetype begin = 0;
    while (begin < lines.size() && lines.at(begin).trimmed() != groupHeader)
        ++begin;
    if (begin == lines.size())
        return {};
    qsizetype end = begin + 1;
    while (end < lines.size() && !isHeader(lines.at(end)))
        ++end;
    return std::pair(begin + 1, end);
}

// The number of the key's line in the group, or -1.
qsizetype lineOf(const QList<QByteArray> &lines, QByteArrayView key)
{
    const auto group = groupIn(lines);
    for (qsizetype i = group ? group->first : 0; group && i < group->second; ++i) {
        const qsizetype equals = lines.at(i).indexOf('=');
        if (equals > 0 && lines.at(i).first(equals).trimmed() == key)
            return i;
    }
    return -1;
}

QByteArray valueOf(const QByteArray &content, QByteArrayView key)
{
    const QList<QByteArray> lines = content.split('\n');
    const qsizetype at = lineOf(lines, key);
    return at < 0 ? QByteArray() : lines.at(at).sliced(lines.at(at).indexOf('=') + 1).trimmed();
}

QByteArray withValue(const QByteArray &content, QByteArrayView key, const QByteArray &value)
{
    QList<QByteArray> lines = content.split('\n');
    const QByteArray line = key.toByteArray() + '=' + value;
    if (const qsizetype at = lineOf(lines, key); at >= 0)
        lines[at] = line;
    else if (const auto group = groupIn(lines))
        lines.insert(group->first, line);
    return lines.join('\n');
}

// First as an argument, which is quoted, then as a string, in which backslashes are doubled.
QByteArray execValueFor(const QString &program)
{
    QString argument;
    for (const QChar c : program) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            argument += u'\\';
        argument += c;
        if (c == u'%')
            argument += c;
    }
    QString value = u'"' + argument + u"\" --hidden"_s;
    value.replace(u'\\', "\\\\"_L1);
    value.replace(u'\n', "\\n"_L1);
    value.replace(u'\r', "\\r"_L1);
    value.replace(u'\t', "\\t"_L1);
    return value.toUtf8();
}

QByteArray entryWith(const QByteArray &execValue)
{
    return "[Desktop Entry]\n"
           "Type=Application\n"
           "Version=1.4\n"
           "Name=Hourpass\n"
           "Icon=io.github.hourpass.Hourpass\n"
           "Exec="
        + execValue
        + "\n"
          "Terminal=false\n"
          "StartupNotify=false\n";
}

} // namespace

QByteArray autostartEntryFor(const QString &program)
{
    return entryWith(execValueFor(program));
}

bool isOwnAutostartEntry(const QByteArray &content)
{
    return content == entryWith(valueOf(content, execKey));
}

bool isAutostartEntry(const QByteArray &content)
{
    return !valueOf(content, execKey).isEmpty();
}

bool isAutostartOn(const QByteArray &content)
{
    return isAutostartEntry(content) && valueOf(content, hiddenKey) != "true"
        && valueOf(content, gnomeKey) != "false";
}

QByteArray withAutostart(const QByteArray &content, bool on)
{
    if (!on)
        return withValue(content, hiddenKey, "true");
    QByteArray switched = content;
    if (!valueOf(content, hiddenKey).isEmpty())
        switched = withValue(switched, hiddenKey, "false");
    if (!valueOf(content, gnomeKey).isEmpty())
        switched = withValue(switched, gnomeKey, "true");
    return switched;
}

} // namespace hourpass
