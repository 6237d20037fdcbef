// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/clipboardroute.h"
#include "support/outcome.h"
#include "support/scratchservice.h"
#include "support/testprogram.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

namespace tst_copyflow {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;

using Bench = test::ScratchService;

/// A clipboard of a desktop that refuses until the user presses something.
class RefusingRoute final : public ClipboardRoute
{
public:
    Future<bool> put(const Secret & /*secret*/) override { return readyFuture<bool>(isOpen); }
    void withdraw() override { }
    void clear() override { }
    bool owns() const override { return isOpen; }
    Future<bool> holds(const Fingerprint & /*text*/) override { return readyFuture<bool>(false); }
    bool canSee() const override { return true; }
    bool readsAside() const override { return true; }

    bool isOpen = false;
};

struct RefusingClipboard {
    explicit RefusingClipboard(const Clock &clock)
        : clipboard(routes(), clock, Seconds(60))
    {
    }
    ClipboardRoutes routes()
    {
        ClipboardRoutes made;
        made.push_back(std::make_unique<RefusingRoute>());
        route = static_cast<RefusingRoute *>(made.back().get());
        return made;
    }

    RefusingRoute *route = nullptr;
    SecretClipboard clipboard;
};

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
        // Of the token, whatever stands around it.
        QCOMPARE(result->token, TokenFingerprint::of(bench.iam.issuedTokens().constLast().token));
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

    void copyThatTookAPress_isToldOnceItIsThere()
    {
        Bench bench;
        RefusingClipboard refusing(bench.clock.clock());
        CopyFlow copies(bench.profiles, bench.sessions, refusing.clipboard);
        const ProfileId id = bench.addProfile(u"prod"_s);
        QList<Copied> told;
        connect(&copies, &CopyFlow::copied, &copies, [&](const Copied &copy) { told << copy; });
        const auto result = await(copies.copy(id, TokenFormat::Raw));
        QCOMPARE(outcome(result), u"ok"_s);
        QVERIFY(!result->isOnClipboard);
        QCOMPARE(told.size(), 0);
        refusing.clipboard.retry(); // still refused
        QTRY_VERIFY(refusing.clipboard.canRetry());
        QCOMPARE(told.size(), 0);
        refusing.route->isOpen = true;
        refusing.clipboard.retry();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().id, id);
        QCOMPARE(told.first().token, result->token);
        QVERIFY(told.first().isOnClipboard);
        QCOMPARE(told.first().clearsIn, Seconds(60));
    }

    void otherSecretThatTookAPress_isNotTaken_forTheToken()
    {
        Bench bench;
        RefusingClipboard refusing(bench.clock.clock());
        CopyFlow copies(bench.profiles, bench.sessions, refusing.clipboard);
        const ProfileId id = bench.addProfile(u"prod"_s);
        QSignalSpy copied(&copies, &CopyFlow::copied);
        QVERIFY(!await(copies.copy(id, TokenFormat::Raw))->isOnClipboard);
        QVERIFY(!await(refusing.clipboard.copy(Secret("refresh"_ba), u"prod"_s)).value());
        refusing.route->isOpen = true;
        refusing.clipboard.retry();
        QTRY_COMPARE(refusing.clipboard.state(), SecretClipboard::State::Holding);
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

HOURPASS_TEST(CopyFlowTest, QApplication)

} // namespace tst_copyflow

#include "tst_copyflow.moc"
