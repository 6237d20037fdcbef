// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/complaint.h"

#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace tst_complaint {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ComplaintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_hasTheMembersOfTheContract();
    void json_isOneLineOfAscii();
    void json_leavesOutWhatIsNotKnown();
    void kinds_tellFailuresApart_data();
    void kinds_tellFailuresApart();
    void aFileThatIsMissing_isNotTakenForAKey();
    void text_hasCauseAdviceAndDetails();
    void text_showsNoControlCharacters();
};

Error refusal()
{
    return {ErrorCode::Refused,
            {},
            u"iam.example"_s,
            {400, u"BXNIM0415E"_s, u"Provided API key could not be found."_s, u"tx-1"_s}};
}

QJsonObject inner(const Complaint &complaint)
{
    const QJsonObject outer = QJsonDocument::fromJson(asJson(complaint)).object();
    return outer.keys() == QStringList{u"error"_s} ? outer["error"_L1].toObject() : QJsonObject();
}

void ComplaintTest::json_hasTheMembersOfTheContract()
{
    const QJsonObject error = inner(complaintAbout(refusal()));
    QCOMPARE(error.keys(),
             QStringList({u"advice"_s, u"code"_s, u"kind"_s, u"message"_s, u"transactionId"_s}));
    QCOMPARE(error["code"_L1].toString(), u"BXNIM0415E"_s);
    QCOMPARE(error["kind"_L1].toString(), u"refused"_s);
    QVERIFY(error["message"_L1].toString().contains("Provided API key could not be found."_L1));
    QVERIFY(error["advice"_L1].toString().contains("Paste the key again"_L1));
    QCOMPARE(error["transactionId"_L1].toString(), u"tx-1"_s);
}

void ComplaintTest::json_isOneLineOfAscii()
{
    Error error = refusal();
    error.server.message = u"Schlüssel \u202E fehlt\n\U0001F511 \u2028 \x1b[31m"_s;
    const QByteArray json = asJson(complaintAbout(error));
    QVERIFY(json.endsWith("}\n"));
    QVERIFY2(std::all_of(json.begin(), json.end() - 1, [](char c) { return c >= ' ' && c < 0x7F; }),
             json.constData());
    // Letters survive, what hides does not.
    const QString message = inner(complaintAbout(error))["message"_L1].toString();
    QVERIFY(message.contains(u"Schlüssel"_s));
    QVERIFY(message.contains(u"\U0001F511"_s));
    QVERIFY(!message.contains(QChar(0x202E)));
}

void ComplaintTest::json_leavesOutWhatIsNotKnown()
{
    const Complaint cancelled = complaintAbout({ErrorCode::Cancelled, {}, {}, {}});
    QCOMPARE(inner(cancelled).keys(), QStringList({u"code"_s, u"kind"_s, u"message"_s}));
    QCOMPARE(inner(cancelled)["code"_L1].toString(), u"Cancelled"_s);
}

void ComplaintTest::kinds_tellFailuresApart_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("kind");
    QTest::newRow("cancelled") << ErrorCode::Cancelled << u"cancelled"_s;
    QTest::newRow("no key") << ErrorCode::NotFound << u"keychain"_s;
    QTest::newRow("name taken") << ErrorCode::NameTaken << u"usage"_s;
    QTest::newRow("damaged file") << ErrorCode::FileDamaged << u"file"_s;
    QTest::newRow("another user's file") << ErrorCode::FileOfAnotherUser << u"file"_s;
    QTest::newRow("open to others") << ErrorCode::FileWritableByOthers << u"file"_s;
    QTest::newRow("in use") << ErrorCode::FileInUse << u"try_later"_s;
    QTest::newRow("not saved") << ErrorCode::WriteFailed << u"file"_s;
    QTest::newRow("locked") << ErrorCode::KeychainLocked << u"keychain"_s;
    QTest::newRow("no such host") << ErrorCode::HostNotFound << u"network"_s;
    QTest::newRow("proxy") << ErrorCode::ProxyRefused << u"network"_s;
    QTest::newRow("certificate") << ErrorCode::CertificateUntrusted << u"tls"_s;
    QTest::newRow("TLS") << ErrorCode::TlsFailed << u"tls"_s;
    QTest::newRow("CA file") << ErrorCode::CaFileInvalid << u"tls"_s;
    QTest::newRow("refused") << ErrorCode::Refused << u"refused"_s;
    QTest::newRow("429") << ErrorCode::RateLimited << u"try_later"_s;
    QTest::newRow("redirect") << ErrorCode::Redirected << u"answer"_s;
    QTest::newRow("page") << ErrorCode::AnswerNotJson << u"answer"_s;
    QTest::newRow("our fault") << ErrorCode::Internal << u"internal"_s;
}

void ComplaintTest::kinds_tellFailuresApart()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, kind);
    QCOMPARE(complaintAbout({code, {}, {}, {}}).kind, kind);
}

void ComplaintTest::aFileThatIsMissing_isNotTakenForAKey()
{
    const Complaint complaint =
        complaintAboutArgument({ErrorCode::NotFound, {}, u"/no/such.pem"_s, {}});
    QCOMPARE(complaint.exitCode, ExitCode::Usage);
    QCOMPARE(complaint.kind, u"usage"_s);
    QVERIFY2(complaint.message.contains("/no/such.pem"_L1), qPrintable(complaint.message));
}

void ComplaintTest::text_hasCauseAdviceAndDetails()
{
    const QStringList lines = asText(complaintAbout(refusal())).split(u'\n');
    QCOMPARE(lines.size(), 4); // the last one is what follows the last line end
    QVERIFY(lines[0].startsWith("hourpass-cli: IAM refused"_L1));
    QVERIFY(lines[1].startsWith("Paste the key again"_L1));
    QVERIFY(lines[2].contains("BXNIM0415E"_L1) && lines[2].contains("tx-1"_L1));
    QVERIFY(lines[3].isEmpty());
}

void ComplaintTest::text_showsNoControlCharacters()
{
    Error error = refusal();
    error.server.message = u"a\x1b[2Jb\nc\u202E"_s;
    error.server.transactionId = u"\x07\x1b]0;x"_s;
    const QString text = asText(complaintAbout(error));
    QVERIFY2(std::none_of(text.begin(), text.end(),
                          [](QChar c) { return (c < u' ' && c != u'\n') || c == QChar(0x202E); }),
             qPrintable(text));
    QCOMPARE(text.count(u'\n'), 3);
}

HOURPASS_TEST(ComplaintTest, QCoreApplication)

} // namespace tst_complaint

#include "tst_complaint.moc"
