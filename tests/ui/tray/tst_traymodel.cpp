// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/growth.h"
#include "support/manualclock.h"
#include "support/testprogram.h"
#include "ui/tray/profileusage.h"
#include "ui/tray/traymodel.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

namespace tst_traymodel {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// Profiles and their sessions, made up.
struct Bench {
    QTemporaryDir folder;
    test::ManualClock clock;
    ProfileUsage usage{folder.filePath(u"tray.json"_s)};
    QList<Profile> profiles;
    QHash<ProfileId, TokenSession> sessions;

    Profile &add(const QString &name, bool pinned = false)
    {
        Profile profile;
        profile.id = ProfileId::create();
        profile.name = name;
        profile.pinned = pinned;
        profiles.append(profile);
        return profiles.last();
    }
    TokenSession &session(const Profile &profile) { return sessions[profile.id]; }
    void giveToken(const Profile &profile, Milliseconds left)
    {
        TokenSet token;
        token.received = clock.now();
        token.deadline = clock.now().boot + left;
        session(profile).token = token;
    }
    SessionLookup lookup() const
    {
        return [this](const ProfileId &id) { return sessions.value(id); };
    }
    QStringList names(const QList<ProfileId> &ids) const
    {
        QStringList list;
        for (const ProfileId &id : ids) {
            for (const Profile &profile : profiles) {
                if (profile.id == id)
                    list += profile.name;
            }
        }
        return list;
    }
    TrayOrder order() const { return trayOrder(profiles, usage); }
    QString text(int row) const
    {
        const Profile &profile = profiles.at(row);
        return trayText(profile, sessions.value(profile.id), clock.now());
    }
    TrayState worst() const { return worstTrayState(profiles, lookup(), clock.now()); }
    QString toolTip() const { return trayToolTip(profiles, lookup(), clock.now()); }
    std::optional<Milliseconds> next() const
    {
        return untilTrayChanges(profiles, lookup(), clock.now());
    }
};

class TrayModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProfile_isLookedAtOnce()
    {
        const auto work = [](int count) {
            auto bench = std::make_shared<Bench>();
            for (int i = 0; i < count; ++i)
                bench->add(QString::number(i));
            return [bench, count] {
                QCOMPARE(bench->order().entries.size(), qsizetype(trayEntries));
                QVERIFY(bench->toolTip().contains(QString::number(count - 5)));
            };
        };
        QCOMPARE_LT(test::growth(work, 500), test::growthAtMost);
    }

    void pinnedOnes_comeFirstInTheUsersOrder_thenByUse()
    {
        Bench bench;
        bench.add(u"a"_s);
        const ProfileId b = bench.add(u"b"_s).id;
        bench.add(u"c"_s, true);
        const ProfileId d = bench.add(u"d"_s).id;
        const ProfileId e = bench.add(u"e"_s, true).id;
        bench.usage.note(b);
        bench.usage.note(b);
        bench.usage.note(d);
        bench.usage.note(e); // use moves no pinned one
        const TrayOrder order = bench.order();
        QCOMPARE(bench.names(order.entries).join(u' '), u"c e b d a"_s);
        QVERIFY(order.more.isEmpty());
    }

    void manyProfiles_goToTheSubmenu()
    {
        Bench bench;
        for (int i = 0; i < 100; ++i)
            bench.add(u"p%1"_s.arg(i), i == 70);
        const TrayOrder order = bench.order();
        QCOMPARE(order.entries.size(), trayEntries);
        QCOMPARE(order.entries.first(), bench.profiles.at(70).id);
        QCOMPARE(order.more.size(), trayMoreAtMost);
    }

    void manyPinnedOnes_areAllThere_withinReason()
    {
        Bench bench;
        for (int i = 0; i < 12; ++i)
            bench.add(u"p%1"_s.arg(i), true);
        bench.add(u"other"_s);
        QCOMPARE(bench.order().entries.size(), 12);
        QCOMPARE(bench.names(bench.order().more).join(u' '), u"other"_s);
        for (int i = 0; i < 12; ++i)
            bench.add(u"q%1"_s.arg(i), true);
        QCOMPARE(bench.order().entries.size(), trayEntriesAtMost);
    }

    void text_saysWhatACopyWillFind()
    {
        Bench bench;
        const Profile profile = bench.add(u"prod-admin"_s);
        QCOMPARE(bench.text(0), u"prod-admin — no token yet"_s);
        bench.session(profile).phase = TokenSession::Phase::ReadingKey;
        QCOMPARE(bench.text(0), u"prod-admin — getting a token"_s);
        bench.session(profile).phase = TokenSession::Phase::Waiting;
        QCOMPARE(bench.text(0), u"prod-admin — trying again"_s);
        bench.session(profile).phase = TokenSession::Phase::Idle;
        bench.session(profile).fault = Error{ErrorCode::TimedOut, {}, {}};
        QCOMPARE(bench.text(0), u"prod-admin — failed"_s);
        bench.giveToken(profile, std::chrono::minutes(47) + Seconds(59));
        QCOMPARE(bench.text(0), u"prod-admin — 47 min"_s); // a failed renewal takes nothing away
        bench.session(profile).fault.reset();
        bench.clock.advance(std::chrono::minutes(47));
        QCOMPARE(bench.text(0), u"prod-admin — under 1 min"_s);
        bench.clock.advance(std::chrono::minutes(2));
        QCOMPARE(bench.text(0), u"prod-admin — expired"_s);
        bench.giveToken(profile, std::chrono::hours(3));
        QCOMPARE(bench.text(0), u"prod-admin — 3 h"_s);
    }

    void text_keepsPlaceholdersAndLengthInNames()
    {
        Bench bench;
        bench.add(u"%2 and %1"_s);
        QCOMPARE(bench.text(0), u"%2 and %1 — no token yet"_s);
        bench.add(QString(100, u'n'));
        QVERIFY(bench.text(1).size() < 60);
        QVERIFY(bench.text(1).contains(u"…"_s));
    }

    void icon_showsTheWorstOfThePinned()
    {
        Bench bench;
        QCOMPARE(bench.worst(), TrayState::None);
        const Profile one = bench.add(u"one"_s, true);
        const Profile two = bench.add(u"two"_s, true);
        const Profile other = bench.add(u"other"_s);
        bench.session(other).fault = Error{ErrorCode::TimedOut, {}, {}};
        QCOMPARE(bench.worst(), TrayState::None);
        bench.giveToken(one, std::chrono::minutes(47));
        QCOMPARE(bench.worst(), TrayState::Fine); // having none is no fault: a copy gets one
        bench.giveToken(two, trayEndsSoon);
        QCOMPARE(bench.worst(), TrayState::EndingSoon);
        bench.giveToken(two, trayEndsSoon + Seconds(1));
        QCOMPARE(bench.worst(), TrayState::Fine);
        bench.giveToken(two, Milliseconds(0));
        QCOMPARE(bench.worst(), TrayState::Expired);
        bench.session(one).token.reset();
        bench.session(one).fault = Error{ErrorCode::TimedOut, {}, {}};
        QCOMPARE(bench.worst(), TrayState::Failed);
        bench.session(one).phase = TokenSession::Phase::Requesting;
        QCOMPARE(bench.worst(), TrayState::Failed); // until it is better, nothing flickers
    }

    void nothingPinned_watchesAll()
    {
        Bench bench;
        bench.add(u"one"_s);
        const Profile two = bench.add(u"two"_s);
        bench.giveToken(two, Milliseconds(0));
        QCOMPARE(bench.worst(), TrayState::Expired);
        QCOMPARE(bench.toolTip(), u"Hourpass\none — no token yet\ntwo — expired"_s);
    }

    void toolTip_namesThosePinned_andFirstTheWorst()
    {
        Bench bench;
        QCOMPARE(bench.toolTip(), u"Hourpass\nno profiles yet"_s);
        for (int i = 0; i < 7; ++i)
            bench.add(u"p%1"_s.arg(i), true);
        bench.add(u"other"_s);
        bench.giveToken(bench.profiles.at(6), Milliseconds(0));
        const QStringList lines = bench.toolTip().split(u'\n');
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines.at(1), u"p6 — expired"_s);
        QCOMPARE(lines.last(), u"and 2 more"_s);
    }

    void toolTip_isMarkupForNobody()
    {
        Bench bench;
        bench.add(u"<b>x</b><img src=a>&lt;i&gt;"_s);
        const QString text = bench.toolTip();
        QVERIFY(!text.contains(u'<') && !text.contains(u'>'));
        QVERIFY(!Qt::mightBeRichText(text));
        QVERIFY(text.contains(u"x"_s));
    }

    void nextChange_isTheEndOfAMinute()
    {
        Bench bench;
        const Profile one = bench.add(u"one"_s);
        const Profile two = bench.add(u"two"_s);
        QVERIFY2(!bench.next(), "nothing counts");
        bench.giveToken(one, std::chrono::minutes(47) + Seconds(20));
        bench.giveToken(two, std::chrono::minutes(12) + Seconds(5));
        QCOMPARE(bench.next(), Seconds(5) + Milliseconds(1));
        bench.clock.advance(*bench.next());
        QCOMPARE(bench.text(1), u"two — 11 min"_s);
        QCOMPARE(bench.next(), Seconds(60));
        bench.clock.advance(std::chrono::minutes(12));
        QCOMPARE(bench.text(1), u"two — expired"_s);
        QVERIFY(bench.next() <= Seconds(61));
        bench.clock.advance(std::chrono::hours(1));
        QVERIFY2(!bench.next(), "nothing counts any more");
    }

    void quickCopy_isTheDefault_elseTheLatest()
    {
        Bench bench;
        ProfileStore store(bench.folder.filePath(u"profiles.json"_s));
        QVERIFY(!profileForQuickCopy(store, bench.usage));
        for (const auto name : {"a"_L1, "b"_L1}) {
            Profile profile;
            profile.id = ProfileId::create();
            profile.name = name;
            QVERIFY(store.add(profile));
            if (name == "a"_L1)
                QCOMPARE(profileForQuickCopy(store, bench.usage)->name, u"a"_s); // the only one
        }
        QVERIFY2(!profileForQuickCopy(store, bench.usage), "which one is anybody's guess");
        bench.usage.note(store.findByName(u"b"_s)->id);
        QCOMPARE(profileForQuickCopy(store, bench.usage)->name, u"b"_s);
        QVERIFY(store.setDefaultProfile(store.findByName(u"a"_s)->id));
        QCOMPARE(profileForQuickCopy(store, bench.usage)->name, u"a"_s);
    }
};

HOURPASS_TEST(TrayModelTest, QCoreApplication)

} // namespace tst_traymodel

#include "tst_traymodel.moc"
