// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/outcome.h"
#include "support/scratchservice.h"
#include "support/testprogram.h"
#include "ui/tray/notices.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

namespace tst_notices {

using namespace hourpass;
using namespace Qt::StringLiterals;

struct Bench : test::ScratchService {
    Notices notices{profiles, sessions, copies};
    QSignalSpy said{&notices, &Notices::wanted};

    void failNextRead()
    {
        keys.failNext(test::ScriptedSecretStore::Operation::Read, ErrorCode::KeychainLocked);
    }
    Notification latest() const { return said.constLast().first().value<Notification>(); }
};

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copy_isTold()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.notices.copy(id, TokenFormat::Raw);
        QTRY_COMPARE(bench.said.size(), 1);
        QCOMPARE(bench.latest().title, u"Token of prod copied"_s);
        QVERIFY(bench.latest().text.contains(u"60 minute"_s));
        const QString token = QString::fromLatin1(bench.iam.issuedTokens().constLast().token);
        QCOMPARE(QGuiApplication::clipboard()->text(), token);
        QVERIFY(!bench.latest().text.contains(token.left(20)));
    }

    void failedCopy_canBeTriedAgain_inTheSameForm()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.failNextRead();
        bench.notices.copy(id, TokenFormat::Bearer);
        QTRY_COMPARE(bench.said.size(), 1);
        QCOMPARE(bench.latest().title, u"No token of prod"_s);
        const QString channel = bench.latest().channel;
        bench.notices.act(channel);
        QTRY_COMPARE(bench.said.size(), 2);
        QCOMPARE(bench.latest().channel, channel); // in place of the bad news
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("Bearer "_L1));
    }

    void cancelledCopy_isNotTold()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.keys.hold();
        bench.notices.copy(id, TokenFormat::Raw);
        bench.sessions.cancel(id);
        bench.notices.copy(ProfileId::create(), TokenFormat::Raw); // removed meanwhile
        bench.keys.release();
        bench.notices.copy(id, TokenFormat::Raw);
        QTRY_COMPARE(bench.said.size(), 1);
        QCOMPARE(bench.latest().title, u"Token of prod copied"_s);
    }

    void end_isTold_andRenewed()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        const ProfileId other = bench.addProfile(u"other"_s);
        bench.notices.tellEnd(id, Seconds(300));
        const QString channel = bench.latest().channel;
        bench.notices.tellEnd(other, Seconds(300));
        QVERIFY(bench.latest().channel != channel);
        bench.notices.act(channel);
        QTRY_VERIFY(bench.sessions.session(id).token);
        QVERIFY(!bench.sessions.session(other).token);
        QSignalSpy outdated(&bench.notices, &Notices::outdated);
        bench.notices.takeBackEnd(id);
        QCOMPARE(outdated.first().first().toString(), channel);
    }

    void failedRenewal_isTold_andTriedAgain()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.notices.tellEnd(id, Seconds(300));
        bench.failNextRead();
        bench.notices.act(bench.latest().channel);
        QTRY_COMPARE(bench.said.size(), 2);
        QCOMPARE(bench.latest().title, u"No token of prod"_s);
        bench.notices.act(bench.latest().channel);
        QTRY_VERIFY(bench.sessions.session(id).token);
        QCOMPARE(bench.said.size(), 2);
    }

    void unwanted_copiesInSilence()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.notices.setWanted(false);
        bench.notices.copy(id, TokenFormat::Raw);
        QTRY_COMPARE(bench.clipboard.state(), SecretClipboard::State::Holding);
        bench.notices.tellEnd(id, Seconds(300));
        QCOMPARE(bench.said.size(), 0);
    }

    void unknownChannel_doesNothing()
    {
        Bench bench;
        bench.notices.act(u"copy"_s);
        bench.notices.act(u"end nobody"_s);
        bench.notices.act(u"else"_s);
        QCOMPARE(bench.said.size(), 0);
    }
};

HOURPASS_TEST(NoticesTest, QApplication)

} // namespace tst_notices

#include "tst_notices.moc"
