// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/copycommand.h"

#include <QRegularExpression>
#include <QString>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN
// As the C runtime takes arguments apart: backslashes before a quotation mark count twice.
QString quoted(QString word)
{
    static const QRegularExpression beforeMark(uR"((\\*)("|$))"_s);
    QString doubled;
    qsizetype from = 0;
    for (const auto &match : beforeMark.globalMatch(word)) {
        doubled += QStringView(word).mid(from, match.capturedStart() - from);
        doubled += match.captured(1) + match.captured(1);
        if (!match.captured(2).isEmpty())
            doubled += u"\\\""_s;
        from = match.capturedEnd();
    }
    return u'"' + doubled + u'"';
}
#else
QString quoted(QString word)
{
    return u'\'' + word.replace(u'\'', u"'\\''"_s) + u'\'';
}
#endif

} // namespace

QString copyCommandFor(const QString &profileName)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_.@][A-Za-z0-9_.@-]*$"_s);
    const bool isPlain = plain.match(profileName).hasMatch();
    return "hourpass --copy "_L1 + (isPlain ? profileName : quoted(profileName));
}

} // namespace hourpass
