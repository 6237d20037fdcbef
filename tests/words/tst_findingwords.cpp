// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/findingwords.h"

#include "core/visibletext.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_findingwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Check = Finding::Check;
using State = Finding::State;

Finding finding(Check check, State state = State::Ok, const QString &subject = {})
{
    Finding finding;
    finding.check = check;
    finding.state = state;
    finding.subject = subject;
    return finding;
}

Finding failed(Check check, ErrorCode code, const QString &subject = u"iam.example"_s)
{
    Finding result = finding(check, State::Failed);
    result.error = Error{code, {}, subject};
    return result;
}

class FindingWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFinding_saysWhatWasFound_data();
    void goodFinding_saysWhatWasFound();
    void skippedFinding_saysWhy_data();
    void skippedFinding_saysWhy();
    void failedFinding_saysWhatToDo_data();
    void failedFinding_saysWhatToDo();
    void wrongClock_isToldInWords();
    void keyKeptElsewhere_isNamed();
    void keysWithoutAProfile_areCounted();
    void listSetAside_isSaidFirst();
    void textFromOutside_isMadeVisible();
    void lines_areATable();
};

void FindingWordsTest::goodFinding_saysWhatWasFound_data()
{
    QTest::addColumn<Finding>("good");
    QTest::addColumn<QString>("evidence");
    Finding keychain = finding(Check::Keychain, State::Ok, u"secret-service"_s);
    QTest::newRow("keychain") << keychain << u"Secret Service, unlocked"_s;
    keychain.subject = u"kwallet5"_s;
    keychain.hasKey = true;
    QTest::newRow("key") << keychain << u"KWallet, unlocked, with the profile's key"_s;
    QTest::newRow("stored keys") << finding(Check::StoredKeys) << u"each belongs to a profile"_s;
    QTest::newRow("no proxy") << finding(Check::Proxy)
                              << u"none, connections go straight to the server"_s;
    QTest::newRow("proxy") << finding(Check::Proxy, State::Ok, u"http://p.example:3128"_s)
                           << u"http://p.example:3128"_s;
    Finding name = finding(Check::NameLookup, State::Ok, u"iam.example"_s);
    name.addresses = QStringList{u"192.0.2.1"_s, u"::1"_s};
    QTest::newRow("name") << name << u"iam.example is 192.0.2.1, ::1"_s;
    name.addresses = QStringList(9, u"192.0.2.1"_s);
    QTest::newRow("many addresses")
        << name << u"iam.example is 192.0.2.1, 192.0.2.1, 192.0.2.1, 192.0.2.1, …"_s;
    name.subject = u"192.0.2.1"_s;
    name.addresses = QStringList{name.subject};
    QTest::newRow("address") << name << u"192.0.2.1 needs no lookup"_s;
    Finding tls = finding(Check::Tls);
    tls.tlsVersion = u"TLS 1.3"_s;
    tls.issuer = u"Example CA"_s;
    QTest::newRow("tls") << tls << u"TLS 1.3, certificate from \"Example CA\""_s;
    tls.caFile = u"/etc/company.pem"_s;
    QTest::newRow("tls, with a CA file") << tls
                                         << u"TLS 1.3, certificate from \"Example CA\"; the "
                                            "profile adds the authorities in /etc/company.pem"_s;
    Finding clock = finding(Check::ComputerClock);
    clock.clockError = Milliseconds(400);
    QTest::newRow("right clock") << clock << u"agrees with the server's clock"_s;
    clock.clockError = Milliseconds(-31'000);
    QTest::newRow("nearly right clock")
        << clock << u"differs from the server's clock by 31 second(s), which does no harm"_s;
    QTest::newRow("endpoint") << finding(Check::Endpoint, State::Ok, u"https://iam.example"_s)
                              << u"a token service answers at https://iam.example"_s;
}

void FindingWordsTest::goodFinding_saysWhatWasFound()
{
    QFETCH(const Finding, good);
    const FindingText text = describe(good);
    QTEST(text.evidence, "evidence");
    QCOMPARE(text.state, u"ok"_s);
    QVERIFY(text.nextStep.isEmpty() && text.details.isEmpty());
}

void FindingWordsTest::skippedFinding_saysWhy_data()
{
    QTest::addColumn<Finding::WhySkipped>("why");
    QTest::addColumn<QString>("word");
    QTest::newRow("earlier") << Finding::WhySkipped::EarlierFailed << u"before it failed"_s;
    QTest::newRow("proxy") << Finding::WhySkipped::LeftToProxy << u"proxy"_s;
    QTest::newRow("not searchable") << Finding::WhySkipped::NotSearchable << u"searched"_s;
    QTest::newRow("not told") << Finding::WhySkipped::NotTold << u"does not tell the time"_s;
}

void FindingWordsTest::skippedFinding_saysWhy()
{
    QFETCH(const Finding::WhySkipped, why);
    QFETCH(const QString, word);
    Finding skipped = finding(Check::ComputerClock, State::Skipped);
    skipped.whySkipped = why;
    const FindingText text = describe(skipped);
    QVERIFY2(text.evidence.contains(word), qPrintable(text.evidence));
    QVERIFY(text.nextStep.isEmpty());
}

void FindingWordsTest::failedFinding_saysWhatToDo_data()
{
    QTest::addColumn<Finding>("finding");
    const auto row = [](Check check, ErrorCode code) {
        QTest::newRow(qPrintable(errorName(code))) << failed(check, code);
    };
    row(Check::Keychain, ErrorCode::KeychainMissing);
    row(Check::Keychain, ErrorCode::KeychainSilent);
    row(Check::Keychain, ErrorCode::SessionBusSilent);
    row(Check::Keychain, ErrorCode::KeychainLocked);
    row(Check::Keychain, ErrorCode::NotFound);
    row(Check::Proxy, ErrorCode::ProxyUnreachable);
    row(Check::Proxy, ErrorCode::ProxyLoginNeeded);
    row(Check::NameLookup, ErrorCode::HostNotFound);
    row(Check::NameLookup, ErrorCode::Offline);
    row(Check::Tls, ErrorCode::ConnectionRefused);
    row(Check::Tls, ErrorCode::CertificateUntrusted);
    row(Check::Tls, ErrorCode::CertificateExpired);
    row(Check::Endpoint, ErrorCode::EndpointWrong);
    row(Check::Endpoint, ErrorCode::AnswerNotJson);
    row(Check::Endpoint, ErrorCode::TimedOut);
}

void FindingWordsTest::failedFinding_saysWhatToDo()
{
    QFETCH(const Finding, finding);
    const FindingText text = describe(finding);
    QCOMPARE(text.state, u"failed"_s);
    QVERIFY(text.evidence.size() > 15);
    QVERIFY(text.nextStep.size() > 15);
    QVERIFY(text.details.startsWith(errorName(finding.error->code)));
}

void FindingWordsTest::wrongClock_isToldInWords()
{
    Finding clock = finding(Check::ComputerClock, State::Warning);
    clock.clockError = std::chrono::hours(-2);
    const FindingText text = describe(clock);
    QVERIFY(text.evidence.contains("slow"_L1));
    QVERIFY(text.nextStep.contains("date and time"_L1));
    QCOMPARE(text.state, u"warning"_s);
}

void FindingWordsTest::keyKeptElsewhere_isNamed()
{
    Finding keychain = failed(Check::Keychain, ErrorCode::NotFound);
    keychain.keptIn = u"kwallet5"_s;
    QVERIFY(describe(keychain).evidence.contains("KWallet"_L1));
    QVERIFY(describe(keychain).nextStep.contains("session"_L1));
}

void FindingWordsTest::keysWithoutAProfile_areCounted()
{
    Finding stored = finding(Check::StoredKeys, State::Warning);
    stored.orphans.keys = {{ProfileId::create(), {}}, {ProfileId::create(), {}}};
    QCOMPARE(describe(stored).evidence, u"2 key(s) without a profile"_s);
    QCOMPARE(describe(stored).nextStep, u"Make a profile of each, or delete it."_s);
}

void FindingWordsTest::listSetAside_isSaidFirst()
{
    Finding stored = finding(Check::StoredKeys, State::Warning);
    stored.orphans.keys = {{ProfileId::create(), {}}};
    stored.orphans.damagedList = u"/home/u\u202E/profiles.json.damaged"_s;
    const FindingText text = describe(stored);
    QVERIFY(text.nextStep.startsWith(
        "A damaged list of profiles was set aside as /home/u\\u{202E}"_L1));
    QVERIFY(text.nextStep.contains("before you delete any"_L1));
}

void FindingWordsTest::textFromOutside_isMadeVisible()
{
    const QString hostile = u"%1\u202E<b>\nok  Forged  line\u0007"_s;
    Finding tls = finding(Check::Tls);
    tls.issuer = hostile;
    tls.tlsVersion = hostile;
    tls.caFile = hostile;
    Finding name = finding(Check::NameLookup, State::Ok, hostile);
    name.addresses = QStringList{hostile};
    for (const Finding &one :
         {tls, name, finding(Check::Keychain, State::Ok, hostile),
          finding(Check::Proxy, State::Ok, hostile), finding(Check::Endpoint, State::Ok, hostile),
          failed(Check::Tls, ErrorCode::ConnectionRefused, hostile)}) {
        const QString evidence = describe(one).evidence;
        QCOMPARE(visibleText(evidence), evidence);
        QCOMPARE(asLines(describe(one)).count(u'\n'), one.error ? 3 : 1);
    }
}

void FindingWordsTest::lines_areATable()
{
    const QString good = asLines(describe(finding(Check::Proxy)));
    QCOMPARE(good, u"ok       Proxy              none, connections go straight to the server\n"_s);
    const QStringList bad =
        asLines(describe(failed(Check::Tls, ErrorCode::ConnectionRefused))).split(u'\n');
    QCOMPARE(bad.size(), 4);
    QCOMPARE(bad.at(0), u"failed   Secure connection  iam.example refused the connection."_s);
    QVERIFY(bad.at(1).startsWith(QString(28, u' ') + u"Check"_s));
    QCOMPARE(bad.at(2), QString(28, u' ') + u"Details: ConnectionRefused · iam.example"_s);
}

HOURPASS_TEST(FindingWordsTest, QCoreApplication)

} // namespace tst_findingwords

#include "tst_findingwords.moc"
