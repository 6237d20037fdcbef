// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_cliassume {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

/// Profiles that assume a trusted profile, from outside, with a real keychain.
class CliAssumeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void token_isTheTrustedProfiles_data();
    void token_isTheTrustedProfiles();
    void profile_isShown();
    void wrongTrustedProfile_isAUsageError();
    void failedAssuming_saysThatTheKeyWorks();
    void retry_makesNoSecondExchangeOfTheKey();
    void check_asksForTheKeyAlone();

private:
    CliRun add(const QString &trusted)
    {
        return m_bench->run(
            QStringList{u"profile"_s, u"add"_s, u"audit"_s, u"--assume-profile"_s, trusted}
                + m_bench->withEndpoint(),
            m_bench->key(u"user") + '\n');
    }
    IamEmulator &iam() { return m_bench->iam(); }

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliAssumeTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliAssumeTest::token_isTheTrustedProfiles_data()
{
    QTest::addColumn<bool>("byCrn");
    QTest::newRow("by id") << false;
    QTest::newRow("by CRN") << true;
}

void CliAssumeTest::token_isTheTrustedProfiles()
{
    QFETCH(const bool, byCrn);
    const EmulatedProfile &auditor = iam().profile(u"auditor");
    QCOMPARE(add(byCrn ? auditor.crn() : auditor.id).status, 0);
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QCOMPARE(iam().issuedTokens().size(), 2);
    QCOMPARE(iam().issuedTokens().last().profileLabel, u"auditor"_s);
    for (const RequestRecord &request : iam().tokenRequests())
        QCOMPARE(request.violations, QStringList());
    QCOMPARE(m_bench->filesWith(iam().issuedTokens().first().token), QStringList());
}

void CliAssumeTest::profile_isShown()
{
    const QString id = iam().profile(u"auditor").id;
    QCOMPARE(add(id).status, 0);
    QVERIFY(m_bench->run({u"profile"_s, u"list"_s}).out.contains("assumes " + id.toLatin1()));
    QVERIFY(m_bench->run({u"profile"_s, u"show"_s, u"audit"_s})
                .out.contains("Trusted profile: " + id.toLatin1()));
    QVERIFY(readFile(m_bench->profileFile()).contains(id.toLatin1()));
}

void CliAssumeTest::wrongTrustedProfile_isAUsageError()
{
    const CliRun run = add(u"prod-auditor"_s);
    QVERIFY2(run.status == 2, run.story().constData());
    QVERIFY(run.err.contains("trusted profile cannot be used"));
    QCOMPARE(m_bench->run({u"profile"_s, u"list"_s}).out, QByteArray());
}

void CliAssumeTest::failedAssuming_saysThatTheKeyWorks()
{
    QCOMPARE(add(iam().profile(u"closed").id).status, 0);
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 6, run.story().constData());
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("hourpass-cli: The key works, but its trusted profile could not"),
             run.err.constData());
    const CliRun json = m_bench->run({u"--json"_s, u"token"_s});
    QCOMPARE(json.error()["code"_L1].toString(), u"BXNIM0513E"_s);
    QCOMPARE(json.error()["kind"_L1].toString(), u"refused"_s);
}

void CliAssumeTest::retry_makesNoSecondExchangeOfTheKey()
{
    QCOMPARE(add(iam().profile(u"auditor").id).status, 0);
    Behaviour broken;
    broken.fault = Fault::BadGateway;
    iam().setBehaviourForNext(1, {});
    iam().setBehaviourForNext(1, broken);
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY2(run.err.startsWith("The key works, but"), run.err.constData()); // and it waits
    int exchangesOfTheKey = 0;
    for (const RequestRecord &request : iam().tokenRequests())
        exchangesOfTheKey += request.body.contains("grant-type%3Aapikey") ? 1 : 0;
    QCOMPARE(exchangesOfTheKey, 1);
    QCOMPARE(iam().tokenRequests().size(), 3);
}

void CliAssumeTest::check_asksForTheKeyAlone()
{
    QCOMPARE(add(iam().profile(u"auditor").id).status, 0);
    const CliRun run = m_bench->run({u"profile"_s, u"check"_s, u"audit"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY(run.out.contains("user key"));
    QCOMPARE(iam().keyDetailsRequests().first().header("Authorization"),
             "Bearer " + iam().issuedTokens().first().token);
}

HOURPASS_TEST(CliAssumeTest, QCoreApplication)

} // namespace tst_cliassume

#include "tst_cliassume.moc"
