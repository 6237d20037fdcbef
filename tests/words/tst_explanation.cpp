// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/explanation.h"

#include "core/visibletext.h"
#include "support/testprogram.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

namespace tst_explanation {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ExplanationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_hasCauseAndNextStep_data();
    void everyCode_hasCauseAndNextStep();
    void everyCode_hasWordsOfItsOwn();
    void subject_isNamed_data();
    void subject_isNamed();
    void outsideText_isMadeVisible_data();
    void outsideText_isMadeVisible();
    void placeholdersFromOutside_stayAsTheyAre();
    void longOutsideText_isCut();
    void failedAssuming_saysThatTheKeyWorks_data();
    void failedAssuming_saysThatTheKeyWorks();
    void expiredKey_isNamedWithItsDay();
    void keyInDoubt_isSaid();
    void serversOwnWords_areShown_data();
    void serversOwnWords_areShown();
    void advice_existsForCodesWithAGoodSource_data();
    void advice_existsForCodesWithAGoodSource();
    void advice_standsInForTheGeneralOne();
    void details_areOneLineForSupport();
    void keyWarning_hasWords_data();
    void keyWarning_hasWords();
};

void ExplanationTest::everyCode_hasCauseAndNextStep_data()
{
    QTest::addColumn<ErrorCode>("code");
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i)
        QTest::newRow(codes.key(i)) << ErrorCode(codes.value(i));
}

void ExplanationTest::everyCode_hasCauseAndNextStep()
{
    QFETCH(ErrorCode, code);
    Error error{code, {}, u"subject.example"_s, {}};
    error.proxy = u"http://proxy.example:3128"_s;
    const Explanation explanation = explain(error);
    QVERIFY(explanation.cause.endsWith(u'.'));
    QCOMPARE(explanation.nextStep.isEmpty(), code == ErrorCode::Cancelled);
    QCOMPARE(explanation.details.section(u" · "_s, 0, 0), errorName(code));
    for (const QString &text : {explanation.cause, explanation.nextStep}) {
        QVERIFY(!text.contains("nknown error"_L1));
        QVERIFY(!text.contains("%1"_L1));
        QVERIFY(!text.contains("  "_L1));
    }
}

void ExplanationTest::everyCode_hasWordsOfItsOwn()
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    QSet<QString> causes;
    for (int i = 0; i < codes.keyCount(); ++i)
        causes.insert(explain({ErrorCode(codes.value(i)), {}, u"subject"_s, {}}).cause);
    QCOMPARE(causes.size(), codes.keyCount());
}

void ExplanationTest::subject_isNamed_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::CaFileInvalid,
                                 ErrorCode::FileUnreadable,
                                 ErrorCode::FileNotRegular,
                                 ErrorCode::FileTooLarge,
                                 ErrorCode::OwnFileNotRegular,
                                 ErrorCode::OwnFileTooLarge,
                                 ErrorCode::FileDamaged,
                                 ErrorCode::FileFromNewerVersion,
                                 ErrorCode::SettingsDamaged,
                                 ErrorCode::SettingsFromNewerVersion,
                                 ErrorCode::FileOfAnotherUser,
                                 ErrorCode::FileWritableByOthers,
                                 ErrorCode::FileInUse,
                                 ErrorCode::WriteFailed,
                                 ErrorCode::HostNotFound,
                                 ErrorCode::ConnectionRefused,
                                 ErrorCode::ConnectionClosed,
                                 ErrorCode::TimedOut,
                                 ErrorCode::NetworkFailed,
                                 ErrorCode::ProxyUnreachable,
                                 ErrorCode::ProxyLoginNeeded,
                                 ErrorCode::ProxyRefused,
                                 ErrorCode::CertificateUntrusted,
                                 ErrorCode::CertificateWeak,
                                 ErrorCode::CertificateExpired,
                                 ErrorCode::CertificateNotYetValid,
                                 ErrorCode::CertificateForOtherHost,
                                 ErrorCode::TlsOutdated,
                                 ErrorCode::TlsRefused,
                                 ErrorCode::TlsFailed,
                                 ErrorCode::Redirected,
                                 ErrorCode::EndpointWrong,
                                 ErrorCode::AnswerIncomplete,
                                 ErrorCode::AnswerNotJson,
                                 ErrorCode::AnswerUnusable,
                                 ErrorCode::AnswerTooLarge,
                                 ErrorCode::AnswerCompressed})
        QTest::newRow(qPrintable(errorName(code))) << code;
}

void ExplanationTest::subject_isNamed()
{
    QFETCH(ErrorCode, code);
    const Explanation explanation = explain({code, {}, u"subject.example"_s, {}});
    QVERIFY((explanation.cause + explanation.nextStep).contains("subject.example"_L1));
}

void ExplanationTest::outsideText_isMadeVisible_data()
{
    everyCode_hasCauseAndNextStep_data();
}

void ExplanationTest::outsideText_isMadeVisible()
{
    QFETCH(ErrorCode, code);
    const QString hostile = u"a\u202Eb\u001b[31m\nc\u200B"_s;
    Error error{code, hostile, hostile, {400, hostile, hostile, hostile}};
    error.proxy = hostile;
    const Explanation explanation = explain(error);
    for (const QString &text : {explanation.cause, explanation.nextStep, explanation.details})
        QCOMPARE(visibleText(text), text);
    QVERIFY(explanation.details.contains("a\\u{202E}b\\u{001B}[31m"_L1));
}

void ExplanationTest::placeholdersFromOutside_stayAsTheyAre()
{
    const QString hostile = u"%1 %2 %n %L1 %%"_s;
    const Explanation untrusted = explain({ErrorCode::CertificateUntrusted, hostile, hostile, {}});
    QVERIFY(untrusted.cause.contains(hostile));
    const Explanation refused =
        explain({ErrorCode::Refused, {}, {}, {400, hostile, hostile, hostile}});
    QVERIFY(refused.cause.contains(hostile));
    QCOMPARE(refused.details,
             u"Refused · HTTP 400 · %1 · transaction %1"_s.replace(u"%1"_s, hostile));
}

void ExplanationTest::failedAssuming_saysThatTheKeyWorks_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("iamCode");
    QTest::addColumn<QString>("advice");
    QTest::newRow("refused") << ErrorCode::Refused << u"BXNIM0102E"_s << u"its conditions"_s;
    QTest::newRow("CRN") << ErrorCode::Refused << u"BXNIM0113E"_s << u"profile's CRN"_s;
    QTest::newRow("MFA") << ErrorCode::Refused << u"BXNIM0400E"_s << u"Log in to the"_s;
    QTest::newRow("time-out") << ErrorCode::TimedOut << QString() << u"VPN"_s;
    QTest::newRow("IBM down") << ErrorCode::ServerFault << QString() << u"status page"_s;
}

void ExplanationTest::failedAssuming_saysThatTheKeyWorks()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, iamCode);
    QFETCH(QString, advice);
    Error error{code, {}, u"iam.example"_s, {400, iamCode, u"own words"_s, {}}};
    const QString causeOfTheKey = explain(error).cause;
    QVERIFY(!explain(error).details.contains("assume"_L1));
    error.step = RequestStep::Assume;
    const Explanation explanation = explain(error);
    QVERIFY(explanation.cause.startsWith("The key works, but its trusted profile"_L1));
    QVERIFY(explanation.cause.endsWith(causeOfTheKey));
    QVERIFY2(explanation.nextStep.contains(advice), qPrintable(explanation.nextStep));
    QVERIFY(explanation.details.contains(u" · assume grant"_s));
    error.code = ErrorCode::Cancelled;
    QCOMPARE(explain(error).cause, u"Cancelled."_s);
}

void ExplanationTest::expiredKey_isNamedWithItsDay()
{
    const Explanation explanation = explain({ErrorCode::KeyExpired,
                                             {},
                                             u"2026-06-15T12:00:00Z"_s,
                                             {400, u"BXNIM0415E"_s, u"not found"_s, u"tx"_s}});
    QCOMPARE(explanation.cause, u"The key expired on 2026-06-15."_s);
    QVERIFY(explanation.nextStep.contains("new API key"_L1));
    QVERIFY(explanation.details.contains(u"BXNIM0415E · transaction tx"_s));
}

void ExplanationTest::keyInDoubt_isSaid()
{
    for (const ErrorCode code :
         {ErrorCode::KeychainLocked, ErrorCode::KeychainSilent, ErrorCode::KeychainMissing}) {
        Error error{code, {}, {}};
        QVERIFY(!explain(error).nextStep.contains("all the same"_L1));
        error.isKeyInDoubt = true;
        QVERIFY(explain(error).nextStep.contains("may have been stored all the same"_L1));
        QVERIFY(!explain(error).nextStep.contains("nothing in it was changed"_L1));
    }
}

// What a server says may be as long as an answer.
void ExplanationTest::longOutsideText_isCut()
{
    const QString endless = QString(200'000, u'x');
    const Explanation explanation =
        explain({ErrorCode::Refused, endless, endless, {400, endless, endless, endless}});
    for (const QString &text : {explanation.cause, explanation.nextStep, explanation.details}) {
        QVERIFY2(text.size() < 5000, qPrintable(QString::number(text.size())));
        QVERIFY(!text.isEmpty());
    }
    QVERIFY(explanation.cause.contains(u'\u2026'));
}

void ExplanationTest::serversOwnWords_areShown_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code :
         {ErrorCode::Refused, ErrorCode::RateLimited, ErrorCode::ServerFault})
        QTest::newRow(qPrintable(errorName(code))) << code;
}

void ExplanationTest::serversOwnWords_areShown()
{
    QFETCH(ErrorCode, code);
    const QString message = u"Der API-Schlüssel wurde nicht gefunden."_s;
    const Explanation with = explain({code, {}, {}, {400, {}, message, {}}});
    const Explanation without = explain({code, {}, {}, {400, {}, {}, {}}});
    QCOMPARE(with.cause, without.cause + u" It says: "_s + message);
}

void ExplanationTest::advice_existsForCodesWithAGoodSource_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("expected");
    for (const char *graded :
         {"BXNIM0060E", "BXNIM0106E", "BXNIM0109E", "BXNIM0113E", "BXNIM0151E", "BXNIM0308E",
          "BXNIM0400E", "BXNIM0407E", "BXNIM0408E", "BXNIM0410E", "BXNIM0415E", "BXNIM0430E",
          "BXNIM0439E", "BXNIM0462E", "BXNIM0602E", "BXNIM0608E"})
        QTest::newRow(graded) << QString::fromLatin1(graded) << true;
    // Nothing is claimed of codes that are weakly known or not at all.
    for (const char *other : {"BXNIM0050E", "BXNIM0110E", "BXNIM0137E", "BXNIM0425E", "BXNIM9999E",
                              "bxnim0415e", "0415E", " BXNIM0415E", ""})
        QTest::newRow(qPrintable(u"other: "_s + QLatin1StringView(other)))
            << QString::fromLatin1(other) << false;
}

void ExplanationTest::advice_existsForCodesWithAGoodSource()
{
    QFETCH(QString, code);
    QFETCH(bool, expected);
    QCOMPARE(!adviceFor(code).isEmpty(), expected);
}

void ExplanationTest::advice_standsInForTheGeneralOne()
{
    const Explanation known = explain({ErrorCode::Refused, {}, {}, {400, u"BXNIM0462E"_s, {}, {}}});
    QCOMPARE(known.nextStep, adviceFor(u"BXNIM0462E"_s));
    const Explanation other = explain({ErrorCode::Refused, {}, {}, {400, u"BXNIM9999E"_s, {}, {}}});
    QVERIFY(other.nextStep.contains("transaction id"_L1));
    QVERIFY(other.details.contains("BXNIM9999E"_L1)); // can be searched for
}

void ExplanationTest::details_areOneLineForSupport()
{
    const Explanation explanation =
        explain({ErrorCode::Refused,
                 u"technical"_s,
                 u"iam.cloud.ibm.com"_s,
                 {400, u"BXNIM0415E"_s, u"not found"_s, u"transaction-1"_s}});
    QCOMPARE(explanation.details,
             u"Refused · HTTP 400 · BXNIM0415E · transaction transaction-1 · iam.cloud.ibm.com · "
             "technical"_s);
    QCOMPARE(explain({ErrorCode::TimedOut, {}, {}, {}}).details, u"TimedOut"_s);
}

void ExplanationTest::keyWarning_hasWords_data()
{
    QTest::addColumn<KeyWarning>("warning");
    QTest::newRow("id") << KeyWarning::LooksLikeId;
    QTest::newRow("token") << KeyWarning::LooksLikeToken;
    QTest::newRow("braces") << KeyWarning::HasBraces;
    QTest::newRow("length") << KeyWarning::UnusualLength;
    QTest::newRow("characters") << KeyWarning::UnusualCharacters;
}

void ExplanationTest::keyWarning_hasWords()
{
    QFETCH(KeyWarning, warning);
    static QSet<QString> seen;
    const QString text = keyWarningText(warning);
    QVERIFY(text.endsWith(u'.'));
    QVERIFY(!seen.contains(text));
    seen.insert(text);
}

HOURPASS_TEST(ExplanationTest, QCoreApplication)

} // namespace tst_explanation

#include "tst_explanation.moc"
