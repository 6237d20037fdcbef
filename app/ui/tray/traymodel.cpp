// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traymodel.h"

#include "core/visibletext.h"
#include "ui/parts/tokenstate.h"
#include "ui/tray/profileusage.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using std::chrono::floor;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Tray)
};

constexpr qsizetype longestName = 40;
constexpr int toolTipLines = 5;

QString minutesText(Milliseconds left)
{
    const auto minutes = floor<std::chrono::minutes>(left).count();
    if (minutes < 1)
        return Words::tr("under 1 min", "of a token's life");
    if (minutes < 120)
        return Words::tr("%1 min", "minutes of a token's life").arg(minutes);
    return Words::tr("%1 h", "hours of a token's life").arg(minutes / 60);
}

QString stateText(const TokenSession &session, const Instant &now)
{
    switch (tokenStateOf(session, now)) {
    case TokenState::None:
        return Words::tr("no token yet");
    case TokenState::Busy:
        return session.phase == TokenSession::Phase::Waiting ? Words::tr("trying again")
                                                             : Words::tr("getting a token");
    case TokenState::Expired:
        return Words::tr("expired");
    case TokenState::Failed:
        return Words::tr("failed");
    case TokenState::Live:
        break;
    }
    return minutesText(timeLeft(*session.token, now));
}

QList<Profile> watched(const QList<Profile> &profiles)
{
    QList<Profile> pinned;
    std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(pinned),
                 [](const Profile &profile) { return profile.pinned; });
    return pinned.isEmpty() ? profiles : pinned;
}

} // namespace

TrayOrder trayOrder(const QList<Profile> &profiles, const ProfileUsage &usage)
{
    QList<ProfileId> all;
    QList<std::pair<double, ProfileId>> others; // each weight is looked up once
    for (const Profile &profile : profiles) {
        if (profile.pinned)
            all.append(profile.id);
        else
            others.append({usage.weight(profile.id), profile.id});
    }
    // Who was never used keeps the user's order.
    std::stable_sort(others.begin(), others.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    const auto pinned = int(all.size());
    for (const auto &[weight, id] : std::as_const(others))
        all.append(id);
    const int shown = std::clamp(pinned, trayEntries, trayEntriesAtMost);
    return {all.first(std::min<qsizetype>(shown, all.size())), all.mid(shown, trayMoreAtMost)};
}

QString trayText(const Profile &profile, const TokenSession &session, const Instant &now)
{
    return Words::tr("%1 — %2", "profile — how long its token lasts")
        .arg(shortenedMiddle(visibleText(profile.name), longestName), stateText(session, now));
}

TrayState trayState(const TokenSession &session, const Instant &now)
{
    // While a request is under way, what was there before counts.
    TokenSession settled = session;
    settled.phase = TokenSession::Phase::Idle;
    switch (tokenStateOf(settled, now)) {
    case TokenState::Expired:
        return TrayState::Expired;
    case TokenState::Failed:
        return TrayState::Failed;
    case TokenState::Live:
        return timeLeft(*session.token, now) <= trayEndsSoon ? TrayState::EndingSoon
                                                             : TrayState::Fine;
    case TokenState::None:
    case TokenState::Busy:
        break;
    }
    return TrayState::None;
}

TrayState worstTrayState(const QList<Profile> &profiles, const SessionLookup &sessionOf,
                         const Instant &now)
{
    TrayState worst = TrayState::None;
    const QList<Profile> all = watched(profiles);
    for (const Profile &profile : all)
        worst = std::max(worst, trayState(sessionOf(profile.id), now));
    return worst;
}

namespace {

// As many as the tool tip has lines. Each state is found once.
QList<Profile> worstOf(const QList<Profile> &profiles, const SessionLookup &sessionOf,
                       const Instant &now)
{
    QList<std::pair<TrayState, qsizetype>> states;
    for (qsizetype i = 0; i < profiles.size(); ++i)
        states.append({trayState(sessionOf(profiles[i].id), now), i});
    std::stable_sort(states.begin(), states.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    QList<Profile> worst;
    for (const auto &[state, i] : states.first(toolTipLines))
        worst.append(profiles[i]);
    return worst;
}

} // namespace

QString trayToolTip(const QList<Profile> &profiles, const SessionLookup &sessionOf,
                    const Instant &now)
{
    const QList<Profile> all = watched(profiles);
    const int left = int(all.size()) - toolTipLines;
    // Where there are more, those come first for which the icon looks as it does.
    const QList<Profile> shown = left > 0 ? worstOf(all, sessionOf, now) : all;
    // What follows a first line without markup is plain text for Qt.
    QStringList lines{u"Hourpass"_s};
    for (const Profile &profile : shown)
        lines.append(trayText(profile, sessionOf(profile.id), now));
    if (left > 0)
        lines.append(Words::tr("and %n more", nullptr, left));
    if (profiles.isEmpty())
        lines.append(Words::tr("no profiles yet"));
    // A panel decides by itself whether it shows markup, so there is none whatever it decides.
    return lines.join(u'\n').replace(u'<', u'\u2039').replace(u'>', u'\u203a');
}

std::optional<Milliseconds> untilTrayChanges(const QList<Profile> &profiles,
                                             const SessionLookup &sessionOf, const Instant &now)
{
    std::optional<Milliseconds> shortest;
    for (const Profile &profile : profiles) {
        const TokenSession session = sessionOf(profile.id);
        const Milliseconds left =
            session.token ? timeLeft(*session.token, now) : Milliseconds::zero();
        if (left > Milliseconds::zero())
            shortest = std::min(shortest.value_or(left), left);
    }
    if (!shortest)
        return {};
    // To the end of the minute that is shown for the one which ends first. The others' texts may
    // be a minute old, until somebody looks.
    return *shortest % std::chrono::minutes(1) + Milliseconds(1);
}

const Profile *profileForQuickCopy(const ProfileStore &profiles, const ProfileUsage &usage)
{
    const Profile *chosen = profiles.defaultProfile();
    if (chosen && profiles.isChosenDefault(chosen->id))
        return chosen;
    const Profile *latest = profiles.find(usage.latest());
    return latest ? latest : chosen;
}

} // namespace hourpass
