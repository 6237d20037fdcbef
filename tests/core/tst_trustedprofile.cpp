// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trustedprofile.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_trustedprofile {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

const QString id = u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s;
const QString account = u"a/0123456789abcdef0123456789abcdef"_s;

QString crn(const QString &beginning = u"crn:v1:bluemix:public:iam-identity:"_s,
            const QString &middle = u":"_s + account + u"::profile:"_s, const QString &end = id)
{
    return beginning + middle + end;
}

class TrustedProfileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAndCrns_areTakenAsTheyAre_data();
    void idsAndCrns_areTakenAsTheyAre();
    void allElse_isRefused_data();
    void allElse_isRefused();
};

void TrustedProfileTest::idsAndCrns_areTakenAsTheyAre_data()
{
    using Form = TrustedProfile::Form;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<Form>("form");
    QTest::newRow("id") << id << id << Form::Id;
    QTest::newRow("blanks around") << u" \t"_s + id + u"\r\n"_s << id << Form::Id;
    const QString capitals = u"Profile-BBBBBBBB-0000-4000-8000-00000000000A"_s;
    QTest::newRow("capitals in the UUID") << capitals << capitals << Form::Id;
    QTest::newRow("CRN") << crn() << crn() << Form::Crn;
    const QString test = crn(u"crn:v1:staging:public:iam-identity:"_s);
    QTest::newRow("CRN of the test environment") << test << test << Form::Crn;
    const QString regional = crn(u"crn:v1:bluemix:dedicated:iam-identity:us-south"_s,
                                 u":"_s + account + u":instance-1:profile:"_s);
    QTest::newRow("CRN with region and instance") << regional << regional << Form::Crn;
}

void TrustedProfileTest::idsAndCrns_areTakenAsTheyAre()
{
    QFETCH(const QString, text);
    QFETCH(const QString, kept);
    QFETCH(const TrustedProfile::Form, form);
    const auto parsed = TrustedProfile::parse(text);
    QCOMPARE(outcome(parsed), u"ok"_s);
    QCOMPARE(parsed->toString(), kept);
    QVERIFY(parsed->form() == form);
    QVERIFY(TrustedProfile::parse(parsed->toString()).value() == *parsed);
}

void TrustedProfileTest::allElse_isRefused_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", {});
    row("blank", u" \n"_s);
    row("a name", u"prod-auditor"_s);
    row("a UUID alone", id.sliced(8));
    row("small letter", id.toLower());
    row("iam_id", u"iam-"_s + id);
    row("service ID", u"ServiceId-bbbbbbbb-0000-4000-8000-000000000003"_s);
    row("key id", u"ApiKey-bbbbbbbb-0000-4000-8000-000000000003"_s);
    row("UUID too short", id.chopped(1));
    row("UUID too long", id + u'0');
    row("UUID without dashes", u"Profile-bbbbbbbb000040008000000000000003"_s);
    row("no hexadecimal digit", QString(id).replace(u'b', u'g'));
    row("digits of another script", QString(id).replace(u'0', QChar(0x0660)));
    row("text behind", id + u" x"_s);
    row("second line", id + u"\nx"_s);
    row("form injection", id + u"&account=1"_s);
    row("CRN cut short", u"crn:v1:bluemix:public:iam-identity"_s);
    row("CRN with a part too many", crn() + u":"_s);
    row("CRN of another version", crn(u"crn:v2:bluemix:public:iam-identity:"_s));
    row("CRN without a cloud", crn(u"crn:v1::public:iam-identity:"_s));
    row("CRN of another service", crn(u"crn:v1:bluemix:public:containers:"_s));
    row("CRN of a service ID",
        crn(u"crn:v1:bluemix:public:iam-identity:"_s, u":"_s + account + u"::serviceid:"_s,
            u"ServiceId-bbbbbbbb-0000-4000-8000-000000000003"_s));
    row("CRN without an account", crn(u"crn:v1:bluemix:public:iam-identity:"_s, u":::profile:"_s));
    row("CRN of a space", crn(u"crn:v1:bluemix:public:iam-identity:"_s, u":s/0123::profile:"_s));
    row("CRN with a blank inside", crn(u"crn:v1:blue mix:public:iam-identity:"_s));
    row("CRN with a markup region", crn(u"crn:v1:bluemix:public:iam-identity:<b>"_s));
    row("CRN that ends in a name",
        crn(u"crn:v1:bluemix:public:iam-identity:"_s, u":"_s + account + u"::profile:"_s,
            u"prod-auditor"_s));
    row("CRN in capitals", crn().toUpper());
}

void TrustedProfileTest::allElse_isRefused()
{
    QFETCH(const QString, text);
    const auto parsed = TrustedProfile::parse(text);
    QCOMPARE(outcome(parsed), u"TrustedProfileInvalid"_s);
    QVERIFY(!parsed.error().detail.isEmpty());
    QVERIFY(parsed.error().subject.isEmpty()); // it could be a key, pasted into the wrong field
}

HOURPASS_TEST(TrustedProfileTest, QCoreApplication)

} // namespace tst_trustedprofile

#include "tst_trustedprofile.moc"
