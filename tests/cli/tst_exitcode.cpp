// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

#include "support/testprogram.h"

#include <QMetaEnum>
#include <QTest>

namespace tst_exitcode {

using namespace hourpass;

class ExitCodeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyError_hasItsExitStatus_data();
    void everyError_hasItsExitStatus();
    void theTable_holdsEveryError();

private:
    static QList<std::pair<const char *, int>> contract();
};

QList<std::pair<const char *, int>> ExitCodeTest::contract()
{
    return {
        {"Cancelled", 130},
        {"NotFound", 4},
        {"NameEmpty", 2},
        {"NameTooLong", 2},
        {"NameInvalid", 2},
        {"NameTaken", 2},
        {"EndpointInvalid", 2},
        {"TrustedProfileInvalid", 2},
        {"KeyEmpty", 2},
        {"KeyFileWithoutKey", 2},
        {"CaFileInvalid", 5},
        {"ProxyInvalid", 5},
        {"FileUnreadable", 1},
        {"FileNotRegular", 1},
        {"FileTooLarge", 1},
        {"OwnFileNotRegular", 1},
        {"OwnFileTooLarge", 1},
        {"FileDamaged", 1},
        {"FileFromNewerVersion", 1},
        {"SettingsDamaged", 1},
        {"SettingsFromNewerVersion", 1},
        {"FileOfAnotherUser", 1},
        {"FileWritableByOthers", 1},
        {"FileInUse", 7},
        {"WriteFailed", 1},
        {"KeychainMissing", 4},
        {"KeychainLocked", 4},
        {"KeychainSilent", 4},
        {"SessionBusSilent", 4},
        {"KeychainFailed", 4},
        {"KeychainNotKept", 4},
        {"KeychainNotDeleted", 4},
        {"KeychainNotSearchable", 4},
        {"KeyHasProfile", 2},
        {"KeyTooNew", 7},
        {"HostNotFound", 5},
        {"ConnectionRefused", 5},
        {"ConnectionClosed", 5},
        {"TimedOut", 5},
        {"NetworkFailed", 5},
        {"Offline", 5},
        {"ProxyUnreachable", 5},
        {"ProxyLoginNeeded", 5},
        {"ProxyRefused", 5},
        {"CertificateUntrusted", 5},
        {"CertificateExpired", 5},
        {"CertificateNotYetValid", 5},
        {"CertificateForOtherHost", 5},
        {"TlsOutdated", 5},
        {"TlsRefused", 5},
        {"TlsFailed", 5},
        {"CertificateWeak", 5},
        {"EndpointWrong", 9},
        {"AnswerIncomplete", 9},
        {"Redirected", 9},
        {"KeyExpired", 6},
        {"Refused", 6},
        {"RateLimited", 7},
        {"ServerFault", 7},
        {"AnswerNotJson", 9},
        {"AnswerUnusable", 9},
        {"AnswerTooLarge", 9},
        {"AnswerCompressed", 9},
        {"Internal", 1},
    };
}

void ExitCodeTest::everyError_hasItsExitStatus_data()
{
    QTest::addColumn<int>("status");
    for (const auto &[name, status] : contract())
        QTest::newRow(name) << status;
}

void ExitCodeTest::everyError_hasItsExitStatus()
{
    QFETCH(const int, status);
    bool exists = false;
    const int code = QMetaEnum::fromType<ErrorCode>().keyToValue(QTest::currentDataTag(), &exists);
    QVERIFY2(exists, "there is no such error code any more");
    QCOMPARE(int(exitCodeFor(ErrorCode(code))), status);
}

void ExitCodeTest::theTable_holdsEveryError()
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    QStringList wanted;
    for (int i = 0; i < codes.keyCount(); ++i)
        wanted.append(QString::fromLatin1(codes.key(i)));
    QStringList have;
    for (const auto &[name, status] : contract())
        have.append(QString::fromLatin1(name));
    wanted.sort();
    have.sort();
    QCOMPARE(have, wanted);
}

HOURPASS_TEST(ExitCodeTest, QCoreApplication)

} // namespace tst_exitcode

#include "tst_exitcode.moc"
