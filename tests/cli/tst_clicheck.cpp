// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_clicheck {

using namespace hourpass::emulator;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

const QStringList check{u"profile"_s, u"check"_s, u"demo"_s};

EmulatedKey endingKey(const QString &label, int days)
{
    EmulatedKey key = EmulatedKey::make(KeyKind::User, label);
    key.expires = QDateTime::currentDateTimeUtc().addDays(days);
    return key;
}

/// `profile check` and what `token` says of a key's end, from outside, with a real keychain.
class CliCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<TokenSigner>(); }
    void init();
    void cleanup() { m_bench.reset(); }

    void details_areAlignedLines();
    void details_areOneJsonObject();
    void noDetails_areNoFailure_data();
    void noDetails_areNoFailure();
    void failure_hasItsExitStatus_data();
    void failure_hasItsExitStatus();
    void unknownProfile_isToldApart();
    void nearEnd_isNotedByTokenFromThenOn();
    void nearEnd_isNoNoteInJson();
    void farEnd_isNotNoted();
    void expiredKey_isNamedWithItsDay();
    void key_isNowhereInTheOutput();

private:
    void add(const QByteArray &key) { QCOMPARE(m_bench->add(u"demo"_s, key).status, 0); }
    IamEmulator &iam() { return m_bench->iam(); }

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliCheckTest::init()
{
    m_bench = std::make_unique<CliBench>(m_signer);
    QVERIFY(m_bench->isReady());
    QVERIFY2(keysInKeychain() >= 0, "this test runs in support/session.sh");
}

void CliCheckTest::details_areAlignedLines()
{
    add(m_bench->key(u"user"));
    const CliRun run = m_bench->run(check);
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.err, QByteArray());
    const QByteArrayList lines = run.out.split('\n');
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.at(0), "Name:     user key"_ba);
    QCOMPARE(lines.at(1), "Owner:    IBMid-1000000ABC"_ba);
    QCOMPARE(lines.at(2), "Account:  0123456789abcdef0123456789abcdef"_ba);
    QVERIFY(lines.at(3).startsWith("Created:  20"));
    QCOMPARE(lines.at(4), "Ends:     never"_ba);
    QCOMPARE(lines.at(5), "Disabled: no"_ba);
    QCOMPARE(lines.at(6), "Locked:   no"_ba);
    QCOMPARE(lines.at(7), "Id:       " + iam().key(u"user").id.toLatin1());
    QCOMPARE(iam().keyDetailsRequests().size(), 1);
    QCOMPARE(iam().keyDetailsRequests().first().violations, QStringList());
}

void CliCheckTest::details_areOneJsonObject()
{
    const EmulatedKey key = endingKey(u"ending"_s, 300);
    iam().addKey(key);
    add(key.secret);
    const CliRun run = m_bench->run(QStringList{u"--json"_s} + check);
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject json = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(json["profile"_L1].toString(), u"demo"_s);
    QCOMPARE(json["details"_L1].toBool(), true);
    QCOMPARE(json["id"_L1].toString(), key.id);
    QCOMPARE(json["expires_at"_L1].toString(),
             key.expires->toString(u"yyyy-MM-ddTHH:mm"_s) + u":00Z"_s);
}

void CliCheckTest::noDetails_areNoFailure_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {401, 403, 404})
        QTest::addRow("%d", status) << status;
}

void CliCheckTest::noDetails_areNoFailure()
{
    QFETCH(const int, status);
    Behaviour refusing;
    refusing.error = IamError{status, u"BXNIM0513E"_s, u"Not authorized."_s};
    iam().setKeyDetailsBehaviour(refusing);
    add(m_bench->key(u"user"));
    const CliRun run = m_bench->run(check);
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, "IBM Cloud gives no details of this key.\n"_ba);
    const CliRun json = m_bench->run(QStringList{u"--json"_s} + check);
    QVERIFY2(json.status == 0, json.story().constData());
    QCOMPARE(QJsonDocument::fromJson(json.out).object()["details"_L1].toBool(true), false);
}

void CliCheckTest::failure_hasItsExitStatus_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::newRow("service down") << Fault::EmptyUnavailable << 7 << u"try_later"_s;
    QTest::newRow("web page") << Fault::CaptivePortal << 9 << u"answer"_s;
    QTest::newRow("connection closed") << Fault::CloseWithoutAnswer << 5 << u"network"_s;
}

void CliCheckTest::failure_hasItsExitStatus()
{
    QFETCH(const Fault, fault);
    Behaviour broken;
    broken.fault = fault;
    iam().setKeyDetailsBehaviour(broken);
    add(m_bench->key(u"user"));
    const CliRun run = m_bench->run(QStringList{u"--json"_s} + check);
    QTEST(run.status, "status");
    QCOMPARE(run.out, QByteArray());
    QTEST(run.error()["kind"_L1].toString(), "kind");
}

void CliCheckTest::unknownProfile_isToldApart()
{
    const CliRun run = m_bench->run(check);
    QVERIFY2(run.status == 3, run.story().constData());
}

void CliCheckTest::nearEnd_isNotedByTokenFromThenOn()
{
    const EmulatedKey key = endingKey(u"ending"_s, 9);
    iam().addKey(key);
    add(key.secret);
    QVERIFY(!m_bench->run({u"token"_s}).err.contains("The key"));
    const CliRun checked = m_bench->run(check);
    QVERIFY2(checked.err.startsWith("The key ends in 9 day"), checked.err.constData());
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out, m_bench->issued() + '\n');
    QVERIFY2(run.err.startsWith("Warning: The key ends in 9 day"), run.err.constData());
}

void CliCheckTest::nearEnd_isNoNoteInJson()
{
    const EmulatedKey key = endingKey(u"ending"_s, 9);
    iam().addKey(key);
    add(key.secret);
    QCOMPARE(m_bench->run(check).status, 0);
    const CliRun run = m_bench->run({u"--json"_s, u"token"_s});
    QCOMPARE(run.err, QByteArray());
}

void CliCheckTest::farEnd_isNotNoted()
{
    const EmulatedKey key = endingKey(u"ending"_s, 20);
    iam().addKey(key);
    add(key.secret);
    QCOMPARE(m_bench->run(check).err, QByteArray());
    QCOMPARE(m_bench->run({u"token"_s}).err, QByteArray());
}

void CliCheckTest::expiredKey_isNamedWithItsDay()
{
    EmulatedKey key = endingKey(u"ending"_s, 1);
    iam().addKey(key);
    add(key.secret);
    Behaviour past; // as if it had been checked when it was near its end
    past.set = {{u"expires_at"_s, u"2026-01-02T03:04+0000"_s}};
    iam().setKeyDetailsBehaviour(past);
    QCOMPARE(m_bench->run(check).status, 0);
    key.expires = QDateTime::currentDateTimeUtc().addSecs(-1);
    iam().addKey(key);
    const CliRun run = m_bench->run({u"token"_s});
    QVERIFY2(run.status == 6, run.story().constData());
    QVERIFY2(run.err.startsWith("hourpass-cli: The key expired on 2026-01-0"), run.err.constData());
    const CliRun json = m_bench->run({u"--json"_s, u"token"_s});
    QCOMPARE(json.error()["code"_L1].toString(), u"BXNIM0415E"_s);
    QCOMPARE(json.error()["kind"_L1].toString(), u"refused"_s);
}

void CliCheckTest::key_isNowhereInTheOutput()
{
    const QByteArray key = m_bench->key(u"user");
    add(key);
    for (const QStringList &arguments : {check, QStringList{u"--json"_s} + check}) {
        const CliRun run = m_bench->run(arguments, {}, [](QProcess &process) {
            QProcessEnvironment environment = process.processEnvironment();
            environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
            process.setProcessEnvironment(environment);
        });
        QVERIFY2(run.status == 0, "the check fails");
        QVERIFY(!run.out.contains(key) && !run.err.contains(key));
        QVERIFY(!run.err.contains(m_bench->issued()));
    }
    QCOMPARE(m_bench->filesWith(key), QStringList());
}

HOURPASS_TEST(CliCheckTest, QCoreApplication)

} // namespace tst_clicheck

#include "tst_clicheck.moc"
