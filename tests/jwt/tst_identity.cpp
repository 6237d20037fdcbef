// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/identity.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_identity {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Kind = Identity::Kind;

const QString account = u"0123456789abcdef0123456789abcdef"_s;

// The samples of fact sheet section 3.3.
const QByteArray user = R"({
  "iam_id":"IBMid-1000000ABC","id":"IBMid-1000000ABC","realmid":"IBMid",
  "jti":"0a1b2c3d-0000-4000-8000-000000000001","identifier":"1000000ABC","given_name":"Ada",
  "family_name":"Example","name":"Ada Example","email":"ada@example.com","sub":"ada@example.com",
  "authn":{"sub":"ada@example.com","iam_id":"IBMid-1000000ABC","name":"Ada Example",
           "given_name":"Ada","family_name":"Example","email":"ada@example.com"},
  "account":{"boundary":"global","valid":true,"bss":"0123456789abcdef0123456789abcdef",
             "ims_user_id":"1234567","frozen":true,"ims":"7654321"},
  "iat":1767225600,"exp":1767229200,
  "grant_type":"urn:ibm:params:oauth:grant-type:apikey","scope":"ibm openid",
  "client_id":"default","acr":1,"amr":["pwd"] })"_ba;

const QByteArray serviceId = R"({
  "iam_id":"iam-ServiceId-aaaaaaaa-0000-4000-8000-000000000002",
  "id":"iam-ServiceId-aaaaaaaa-0000-4000-8000-000000000002","realmid":"iam",
  "identifier":"ServiceId-aaaaaaaa-0000-4000-8000-000000000002","name":"ci-deployer",
  "sub":"ServiceId-aaaaaaaa-0000-4000-8000-000000000002","sub_type":"ServiceId",
  "authn":{"sub":"ServiceId-aaaaaaaa-0000-4000-8000-000000000002",
           "iam_id":"iam-ServiceId-aaaaaaaa-0000-4000-8000-000000000002",
           "sub_type":"ServiceId","name":"ci-deployer"},
  "account":{"boundary":"global","valid":true,"bss":"0123456789abcdef0123456789abcdef"},
  "grant_type":"urn:ibm:params:oauth:grant-type:apikey" })"_ba;

const QByteArray trustedProfile = R"({
  "iam_id":"iam-Profile-bbbbbbbb-0000-4000-8000-000000000003",
  "id":"iam-Profile-bbbbbbbb-0000-4000-8000-000000000003","realmid":"iam",
  "name":"prod-auditor","sub":"Profile-bbbbbbbb-0000-4000-8000-000000000003","sub_type":"Profile",
  "authn":{"sub":"ada@example.com","iam_id":"IBMid-1000000ABC","name":"Ada Example",
           "email":"ada@example.com"},
  "account":{"bss":"0123456789abcdef0123456789abcdef"},
  "grant_type":"urn:ibm:params:oauth:grant-type:assume" })"_ba;

const QByteArray service = R"({
  "iam_id":"crn-crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef:9999::",
  "sub":"crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef:9999::",
  "sub_type":"CRN","grant_type":"urn:ibm:params:oauth:grant-type:iam-authz" })"_ba;

class IdentityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identity_data();
    void identity();
};

void IdentityTest::identity_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<Identity>("expected");
    const auto row = [](const char *name, const QByteArray &claims, const Identity &expected) {
        QTest::newRow(name) << claims << expected;
    };
    const QString crn =
        u"crn:v1:bluemix:public:cloud-object-storage:global:a/0123456789abcdef:9999::"_s;
    row("user", user,
        {Kind::User, u"Ada Example"_s, u"IBMid-1000000ABC"_s, account, u"apikey"_s, {}});
    row("service ID", serviceId,
        {Kind::ServiceId,
         u"ci-deployer"_s,
         u"iam-ServiceId-aaaaaaaa-0000-4000-8000-000000000002"_s,
         account,
         u"apikey"_s,
         {}});
    row("trusted profile", trustedProfile,
        {Kind::TrustedProfile, u"prod-auditor"_s,
         u"iam-Profile-bbbbbbbb-0000-4000-8000-000000000003"_s, account, u"assume"_s,
         u"Ada Example"_s});
    row("service", service, {Kind::Service, crn, u"crn-"_s + crn, {}, u"iam-authz"_s, {}});
    row("user of a company's realm", R"({"iam_id":"saml-realm-42","name":"Ada"})",
        {Kind::User, u"Ada"_s, u"saml-realm-42"_s, {}, {}, {}});
    row("by its type alone", R"({"sub_type":"ServiceId","sub":"ServiceId-1"})",
        {Kind::ServiceId, u"ServiceId-1"_s, {}, {}, {}, {}});
    row("id for iam_id", R"({"id":"IBMid-1"})",
        {Kind::User, u"IBMid-1"_s, u"IBMid-1"_s, {}, {}, {}});
    row("e-mail for a name", R"({"email":"ada@example.com","sub":"x"})",
        {Kind::Unknown, u"ada@example.com"_s, {}, {}, {}, {}});
    row("nothing", "{}", {});
    row("nothing that fits",
        R"({"iam_id":1,"id":null,"name":["Ada"],"email":{},"sub":true,"account":"x","authn":"Ada",)"
        R"("grant_type":7})",
        {});
    row("objects of nothing", R"({"iam_id":"IBMid-1","account":{},"authn":{}})",
        {Kind::User, u"IBMid-1"_s, u"IBMid-1"_s, {}, {}, {}});
    row("account as a number", R"({"iam_id":"IBMid-1","account":{"bss":123}})",
        {Kind::User, u"IBMid-1"_s, u"IBMid-1"_s, {}, {}, {}});
    row("a caller without a name", R"({"iam_id":"iam-Profile-1","authn":{"iam_id":"IBMid-1"}})",
        {Kind::TrustedProfile, u"iam-Profile-1"_s, u"iam-Profile-1"_s, {}, {}, u"IBMid-1"_s});
    row("a caller without an id", R"({"iam_id":"iam-Profile-1","authn":{"sub":"ada@example.com"}})",
        {Kind::TrustedProfile,
         u"iam-Profile-1"_s,
         u"iam-Profile-1"_s,
         {},
         {},
         u"ada@example.com"_s});
    row("a grant that is no URN", R"({"grant_type":"password"})",
        {Kind::Unknown, {}, {}, {}, u"password"_s, {}});
    row("no object", "[1]", {});
}

void IdentityTest::identity()
{
    QFETCH(QByteArray, claims);
    QFETCH(Identity, expected);
    const auto parsed = parseJson(claims);
    QVERIFY(parsed);
    const Identity found = identityOf(*parsed);
    QCOMPARE(found.kind, expected.kind);
    QCOMPARE(found.name, expected.name);
    QCOMPARE(found.iamId, expected.iamId);
    QCOMPARE(found.account, expected.account);
    QCOMPARE(found.grant, expected.grant);
    QCOMPARE(found.caller, expected.caller);
    QVERIFY(found == expected);
}

HOURPASS_TEST(IdentityTest, QCoreApplication)

} // namespace tst_identity

#include "tst_identity.moc"
