// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/outcome.h"
#include "support/scratchservice.h"
#include "support/testprogram.h"
#include "ui/ledgernotes.h"

#include <QTest>

namespace tst_ledgernotes {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Event = LedgerEntry::Event;
using test::await;

struct Bench : test::ScratchService {
    LedgerNotes notes{ledger, profiles, sessions, copies};

    TokenFingerprint issued(qsizetype index) const
    {
        return TokenFingerprint::of(iam.issuedTokens().at(index).token);
    }
    Seconds now() const { return std::chrono::floor<Seconds>(clock.now().utc); }
};

class LedgerNotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuedAndCopied_areNotedInTheirOrder()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        QVERIFY(await(bench.copies.copy(id, TokenFormat::Header)));
        const TokenFingerprint token = bench.issued(0);
        const LedgerEntry issue{token, Event::Issued, u"prod"_s, bench.now()};
        bench.clock.advance(Seconds(100));
        QVERIFY(await(bench.copies.copy(id, TokenFormat::Raw)));
        QCOMPARE(bench.iam.issuedTokens().size(), 1);
        const LedgerEntry first{token, Event::Copied, u"prod"_s, issue.utc};
        const LedgerEntry second{token, Event::Copied, u"prod"_s, bench.now()};
        QVERIFY(bench.ledger.entries() == QList<LedgerEntry>({issue, first, second}));
    }

    void eachTokenIssued_isNotedOnce()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s);
        QVERIFY(await(bench.sessions.renew(id, SecretStore::Prompt::Allowed)));
        bench.sessions.cancel(id);
        bench.sessions.forgetTokens(id); // changes without a new token
        QVERIFY(await(bench.sessions.renew(id, SecretStore::Prompt::Allowed)));
        QCOMPARE(bench.ledger.entries().size(), 2);
        for (const int i : {0, 1})
            QVERIFY(bench.ledger.entries().at(i).fingerprint == bench.issued(i));
    }

    void name_isThatOfThatTime()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"before"_s);
        QVERIFY(await(bench.copies.copy(id, TokenFormat::Raw)));
        Profile renamed = *bench.profiles.find(id);
        renamed.name = u"after"_s;
        QVERIFY(bench.profiles.update(renamed));
        QVERIFY(await(bench.copies.copy(id, TokenFormat::Raw)));
        QCOMPARE(bench.ledger.entries().at(1).profile, u"before"_s);
        QCOMPARE(bench.ledger.entries().at(2).profile, u"after"_s);
    }

    void failure_isNotNoted()
    {
        Bench bench;
        const ProfileId id = bench.addProfile(u"prod"_s, "no key of anybody");
        QVERIFY(!await(bench.copies.copy(id, TokenFormat::Raw)));
        QVERIFY(bench.ledger.entries().isEmpty());
    }
};

HOURPASS_TEST(LedgerNotesTest, QApplication)

} // namespace tst_ledgernotes

#include "tst_ledgernotes.moc"
