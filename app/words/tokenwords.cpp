// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/tokenwords.h"

#include "core/visibletext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct TokenWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::TokenWords)
};

constexpr qsizetype longestOwner = 120;
constexpr qsizetype shownAccount = 13;

QString shownOwner(const QString &text)
{
    return shortenedMiddle(visibleText(text), longestOwner);
}

QString kindText(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::User:
        return TokenWords::tr("user");
    case Identity::Kind::ServiceId:
        return TokenWords::tr("service ID");
    case Identity::Kind::TrustedProfile:
        return TokenWords::tr("trusted profile");
    case Identity::Kind::Service:
        return TokenWords::tr("service");
    case Identity::Kind::Unknown:
        break;
    }
    return TokenWords::tr("unknown kind");
}

QString grantText(const QString &grant)
{
    if (grant == "apikey"_L1)
        return TokenWords::tr("by API key");
    if (grant == "assume"_L1)
        return TokenWords::tr("by assuming a trusted profile");
    if (grant == "passcode"_L1)
        return TokenWords::tr("by passcode");
    return grant.isEmpty() ? QString() : TokenWords::tr("by %1").arg(shownOwner(grant));
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString identitySentence(const Identity &identity)
{
    QString sentence = identityLabel(identity);
    if (sentence.isEmpty())
        return TokenWords::tr("The token does not say whose it is.");
    if (!identity.account.isEmpty())
        sentence += u' '
            + TokenWords::tr("in account %1")
                  .arg(shortenedMiddle(visibleText(identity.account), shownAccount));
    if (const QString grant = grantText(identity.grant); !grant.isEmpty())
        sentence += u", "_s + grant;
    if (!identity.caller.isEmpty())
        sentence += u", "_s + TokenWords::tr("really %1").arg(shownOwner(identity.caller));
    return sentence;
}

QString identityLabel(const Identity &identity)
{
    if (identity.name.isEmpty() && identity.kind == Identity::Kind::Unknown)
        return {};
    return TokenWords::tr("%1 (%2)", "name (kind of identity)")
        .arg(shownOwner(identity.name), kindText(identity.kind));
}

QString countdownText(Seconds left)
{
    const qint64 all = std::max<qint64>(0, left.count());
    const QString tail = twoDigits(all % 60);
    if (all < 3600)
        return twoDigits(all / 60) + u':' + tail;
    return QString::number(all / 3600) + u':' + twoDigits(all / 60 % 60) + u':' + tail;
}

QString shortTimeText(Seconds left)
{
    const qint64 all = left.count();
    if (all <= 0)
        return TokenWords::tr("expired");
    if (all < 60)
        return TokenWords::tr("%1 s", "seconds, short").arg(all);
    if (all < 2 * 3600)
        return TokenWords::tr("%1 m", "minutes, short").arg(all / 60);
    return TokenWords::tr("%1 h", "hours, short").arg(all / 3600);
}

QString waitingText(Milliseconds left, int tryNumber, int tries)
{
    const auto seconds = std::max<qint64>(0, std::chrono::ceil<Seconds>(left).count());
    return TokenWords::tr("Trying again in %1 s (%2 of %3)")
        .arg(QString::number(seconds), QString::number(tryNumber), QString::number(tries));
}

QString clockErrorText(Milliseconds error)
{
    using namespace std::chrono;
    const Milliseconds size = abs(error);
    const int wholeHours = int(round<hours>(size).count());
    const int wholeMinutes = int(round<minutes>(size).count());
    // Of what is shown: two hours are seldom measured to the second.
    const QString span = wholeMinutes >= 120
        ? TokenWords::tr("%n hour(s)", nullptr, wholeHours)
        : TokenWords::tr("%n minute(s)", nullptr, wholeMinutes);
    const QString what = error > Milliseconds::zero()
        ? TokenWords::tr("This computer's clock is %1 fast.").arg(span)
        : TokenWords::tr("This computer's clock is %1 slow.").arg(span);
    return what + u' '
        + TokenWords::tr(
               "Tokens are counted down in IBM Cloud's time, so they are right all the same.");
}

QString timeLeftWords(Seconds left)
{
    const int all = int(left.count());
    if (all <= 0)
        return TokenWords::tr("expired");
    const QString seconds = TokenWords::tr("%n second(s)", nullptr, all % 60);
    if (all < 60)
        return TokenWords::tr("%1 left").arg(seconds);
    const QString minutes = TokenWords::tr("%n minute(s)", nullptr, all / 60);
    return TokenWords::tr("%1 %2 left", "minutes seconds").arg(minutes, seconds);
}

QString endTimeText(const QDateTime &end, const QDateTime &now)
{
    const QDateTime local = end.toLocalTime();
    const QDateTime utc = end.toUTC();
    const bool isToday = local.date() == now.toLocalTime().date();
    const QString format = isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s;
    return TokenWords::tr("%1 (%2) · %3 UTC", "local time (offset) · UTC time")
        .arg(local.toString(format), utcOffsetText(local), utc.toString(format));
}

QString endTimeText(Milliseconds end, Milliseconds now)
{
    const auto local = [](Milliseconds utc) { return QDateTime::fromMSecsSinceEpoch(utc.count()); };
    return endTimeText(local(end), local(now));
}

QString utcOffsetText(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    QString text =
        u"UTC"_s + (minutes < 0 ? u'\u2212' : u'+') + QString::number(qAbs(minutes) / 60);
    if (minutes % 60 != 0)
        text += u':' + twoDigits(qAbs(minutes) % 60);
    return text;
}

} // namespace hourpass
