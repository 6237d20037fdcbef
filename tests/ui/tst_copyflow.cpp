// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/outcome.h"
#include "support/scratchservice.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;

namespace {

using Bench = test::ScratchService;

} // namespace

class CopyFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copy_saysWhatIsOnTheClipboard()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        QSignalSpy copied(&bench.copies, &CopyFlow::copied);
        const auto result = await(bench.copies.copy(id, TokenFormat::Bearer));
        QCOMPARE(outcome(result), u"ok"_s);
        QVERIFY(result->isOnClipboard);
        QCOMPARE(result->id, id);
        QCOMPARE(result->name, u"prod"_s);
        QCOMPARE(result->usableFor, Seconds(3600));
        QCOMPARE(result->clearsIn, Seconds(60));
        QCOMPARE(copied.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(),
                 "Bearer " + bench.iam.issuedTokens().constLast().token);
    }

    void tokenAboutToEnd_isRenewedFirst()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        QVERIFY(await(bench.copies.copy(id, TokenFormat::Raw)));
        bench.clock.advance(Seconds(3600 - 301));
        QCOMPARE(await(bench.copies.copy(id, TokenFormat::Raw))->usableFor, Seconds(301));
        bench.clock.advance(Seconds(2)); // now less than the five minutes that are guaranteed
        QCOMPARE(await(bench.copies.copy(id, TokenFormat::Raw))->usableFor, Seconds(3600));
        QCOMPARE(bench.iam.issuedTokens().size(), 2);
    }

    void failure_leavesTheClipboardAlone()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        bench.keys.failNext(test::ScriptedSecretStore::Operation::Read, ErrorCode::KeychainLocked);
        QGuiApplication::clipboard()->setText(u"theirs"_s);
        QSignalSpy copied(&bench.copies, &CopyFlow::copied);
        const auto result = await(bench.copies.copy(id, TokenFormat::Raw));
        QCOMPARE(outcome(result), u"KeychainLocked"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"theirs"_s);
        QCOMPARE(copied.size(), 0);
    }

    void unknownProfile_isNotFound()
    {
        Bench bench;
        QCOMPARE(outcome(await(bench.copies.copy(ProfileId::create(), TokenFormat::Raw))),
                 u"NotFound"_s);
    }

    // Somebody clicks on a slow profile, then on one whose token is there.
    void latestWish_isWhatTheClipboardHolds()
    {
        Bench bench;
        const ProfileId slow = bench.addProfile(u"slow"_s);
        const ProfileId quick = bench.addProfile(u"quick"_s);
        QVERIFY(await(bench.copies.copy(quick, TokenFormat::Raw)));
        bench.keys.hold();
        const auto first = bench.copies.copy(slow, TokenFormat::Raw);
        QVERIFY(await(bench.copies.copy(quick, TokenFormat::Raw)));
        bench.keys.release();
        QCOMPARE(outcome(await(first)), u"Cancelled"_s);
        QCOMPARE(bench.clipboard.owner(), u"quick"_s);
        QCOMPARE(bench.iam.issuedTokens().size(), 2); // the slow one's is kept for the next copy
    }
};

QTEST_MAIN(CopyFlowTest)
#include "tst_copyflow.moc"
