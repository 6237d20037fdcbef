// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verify/addresseecheck.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_addresseecheck {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QString production = u"https://iam.cloud.ibm.com/identity"_s;
const QString account = u"0123456789abcdef0123456789abcdef"_s;

class AddresseeCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expectation_data();
    void expectation();
    void environment_data();
    void environment();
    void whatIsNotWhole_saysNothing();
    void evidence_isGiven();
};

void AddresseeCheckTest::expectation_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("issuers");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &claims, const QStringList &issuers,
                        const QString &wanted, const char *expected) {
        QTest::newRow(name) << claims << issuers << wanted << QString::fromLatin1(expected);
    };
    const QByteArray good = R"({"iss":"https://iam.cloud.ibm.com/identity","account":{"bss":")"
        + account.toLatin1() + R"("}})";
    const QStringList ibm{production};
    row("the issuer", good, ibm, {}, "expected");
    row("one of several", good, {u"x"_s, production}, {}, "expected");
    row("issuer and account", good, ibm, account, "expected");
    row("another account", good, ibm, u"fedcba9876543210fedcba9876543210"_s, "other_account");
    row("account in capitals", good, ibm, account.toUpper(), "other_account");
    row("no account", R"({"iss":"https://iam.cloud.ibm.com/identity"})", ibm, account,
        "account_missing");
    row("account is no object", R"({"iss":"https://iam.cloud.ibm.com/identity","account":"x"})",
        ibm, account, "account_missing");
    row("another issuer", R"({"iss":"https://iam.test.cloud.ibm.com/identity"})", ibm, {},
        "other_issuer");
    row("issuer with a slash", R"({"iss":"https://iam.cloud.ibm.com/identity/"})", ibm, {},
        "other_issuer");
    row("issuer in capitals", R"({"iss":"https://IAM.cloud.ibm.com/identity"})", ibm, {},
        "other_issuer");
    row("issuer with something behind a NUL",
        R"({"iss":"https://iam.cloud.ibm.com/identity\u0000.attacker.example"})", ibm, {},
        "other_issuer");
    row("issuer with a byte order mark", R"({"iss":"\ufeffhttps://iam.cloud.ibm.com/identity"})",
        ibm, {}, "other_issuer");
    row("empty issuer", R"({"iss":""})", ibm, {}, "other_issuer");
    row("issuers in a list", R"({"iss":["https://iam.cloud.ibm.com/identity"]})", ibm, {},
        "issuer_unusable");
    row("no issuer", "{}", ibm, {}, "issuer_missing");
    row("issuer before account", R"({"iss":"x"})", ibm, account, "other_issuer");
    row("any issuer, the account", good, {}, account, "expected");
    row("any issuer, another account", good, {}, u"x"_s, "other_account");
    row("anything", good, {}, {}, "not_asked");
}

void AddresseeCheckTest::expectation()
{
    QFETCH(QByteArray, claims);
    QFETCH(QStringList, issuers);
    QFETCH(QString, wanted);
    QFETCH(QString, expected);
    const auto value = parseJson(claims);
    QVERIFY(value);
    const AddresseeCheck check = checkAddressee(&*value, false, {issuers, wanted});
    QCOMPARE(machineCode(check.code), expected);
    QCOMPARE(check.result,
             expected == "expected"_L1        ? CheckResult::Pass
                 : expected == "not_asked"_L1 ? CheckResult::NotApplicable
                                              : CheckResult::Fail);
}

void AddresseeCheckTest::environment_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *issuer, const char *expected) {
        QTest::newRow(issuer) << QString::fromLatin1(issuer) << QString::fromLatin1(expected);
    };
    row("https://iam.cloud.ibm.com/identity", "production");
    row("https://iam.bluemix.net/identity", "production_legacy");
    row("https://iam.ng.bluemix.net/oidc/token", "production_legacy");
    row("https://iam.test.cloud.ibm.com/identity", "test");
    row("https://iam.stage1.bluemix.net/identity", "test");
    row("https://iam.platform.saas.ibm.com/siusermgr/api/1.0", "saas_platform");
    row("KNOXSSO", "cloud_pak_for_data");
    row("https://uaa.ng.bluemix.net/oauth/token", "legacy_uaa");
    row("https://iam.cloud.ibm.com.attacker.example/identity", "unknown");
    row("", "unknown");
}

void AddresseeCheckTest::environment()
{
    QFETCH(QString, issuer);
    QFETCH(QString, expected);
    const auto value = parseJson(R"({"iss":")" + issuer.toLatin1() + R"("})");
    QVERIFY(value);
    QCOMPARE(machineCode(checkAddressee(&*value, false, {}).environment), expected);
}

void AddresseeCheckTest::whatIsNotWhole_saysNothing()
{
    const auto value = parseJson(R"({"iss":"https://iam.cloud.ibm.com/identity"})");
    const AddresseeCheck damaged = checkAddressee(&*value, true, {{production}, {}});
    QCOMPARE(damaged.code, AddresseeCheck::Code::ClaimsDamaged);
    QCOMPARE(damaged.result, CheckResult::Unknown);
    QCOMPARE(damaged.issuer, production);
    const AddresseeCheck none = checkAddressee(nullptr, false, {{production}, {}});
    QCOMPARE(none.code, AddresseeCheck::Code::ClaimsMissing);
    QCOMPARE(none.result, CheckResult::Unknown);
}

void AddresseeCheckTest::evidence_isGiven()
{
    const auto value = parseJson(R"({"iss":"i","account":{"bss":"b"}})");
    const AddresseeCheck check = checkAddressee(&*value, false, {{production}, account});
    QCOMPARE(check.issuer, u"i"_s);
    QCOMPARE(check.account, u"b"_s);
    QCOMPARE(check.expectedAccount, account);
}

HOURPASS_TEST(AddresseeCheckTest, QCoreApplication)

} // namespace tst_addresseecheck

#include "tst_addresseecheck.moc"
