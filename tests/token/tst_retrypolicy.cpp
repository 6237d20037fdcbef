// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/retrypolicy.h"

#include "support/testprogram.h"

#include <QMetaEnum>
#include <QTest>

namespace tst_retrypolicy {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RetryPolicy policyWith(double jitter)
{
    RetryPolicy policy;
    policy.jitter = [jitter] { return jitter; };
    return policy;
}

Error errorWith(ErrorCode code, int status = 0, std::optional<Seconds> retryAfter = {})
{
    Error error;
    error.code = code;
    error.server.httpStatus = status;
    error.server.retryAfter = retryAfter;
    return error;
}

class RetryPolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void whatIsNotNamed_isNeverTriedAgain();
    void waits_double();
    void waits_areSpread();
    void waits_areCapped();
    void garbledAnswer_isTriedOnceMore();
    void retryAfter_isObeyed_data();
    void retryAfter_isObeyed();
    void longWait_isNotWaitedForByTheImpatient();
    void randomWaits_stayInBounds();
};

void RetryPolicyTest::rule_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<RetryRule>("expected");
    const auto row = [](ErrorCode code, int status, RetryRule expected) {
        QTest::addRow("%s %d", QMetaEnum::fromType<ErrorCode>().valueToKey(int(code)), status)
            << code << status << expected;
    };
    for (const ErrorCode code :
         {ErrorCode::Offline, ErrorCode::HostNotFound, ErrorCode::ConnectionRefused,
          ErrorCode::ConnectionClosed, ErrorCode::TimedOut, ErrorCode::NetworkFailed,
          ErrorCode::ProxyUnreachable, ErrorCode::ProxyRefused})
        row(code, 0, RetryRule::Several);
    row(ErrorCode::RateLimited, 429, RetryRule::Several);
    for (const int status : {408, 500, 502, 503, 504})
        row(ErrorCode::ServerFault, status, RetryRule::Several);
    row(ErrorCode::ServerFault, 501, RetryRule::Never);
    row(ErrorCode::AnswerIncomplete, 200, RetryRule::Once);
    row(ErrorCode::ProxyLoginNeeded, 0, RetryRule::Never);
}

void RetryPolicyTest::rule()
{
    QFETCH(ErrorCode, code);
    QFETCH(int, status);
    QTEST(retryRule(errorWith(code, status)), "expected");
}

// Above all not what a key, a user or a certificate is the reason of.
void RetryPolicyTest::whatIsNotNamed_isNeverTriedAgain()
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    int tried = 0;
    for (int i = 0; i < codes.keyCount(); ++i)
        tried += retryRule(errorWith(ErrorCode(codes.value(i)))) == RetryRule::Never ? 0 : 1;
    QCOMPARE(tried, 11);
}

void RetryPolicyTest::waits_double()
{
    RetryPolicy policy = policyWith(0.5);
    policy.tries = 4;
    const Error error = errorWith(ErrorCode::TimedOut);
    QCOMPARE(waitAfterTry(1, error, policy), Milliseconds(1s));
    QCOMPARE(waitAfterTry(2, error, policy), Milliseconds(2s));
    QCOMPARE(waitAfterTry(3, error, policy), Milliseconds(4s));
    QCOMPARE(waitAfterTry(4, error, policy), std::nullopt);
}

void RetryPolicyTest::waits_areSpread()
{
    const Error error = errorWith(ErrorCode::TimedOut);
    QCOMPARE(waitAfterTry(1, error, policyWith(0)), Milliseconds(500));
    QCOMPARE(waitAfterTry(1, error, policyWith(0.999)), Milliseconds(1499));
}

void RetryPolicyTest::waits_areCapped()
{
    RetryPolicy policy = policyWith(0.999);
    policy.tries = 1000;
    for (const int number : {10, 63, 64, 999})
        QCOMPARE(waitAfterTry(number, errorWith(ErrorCode::TimedOut), policy), Milliseconds(5min));
}

void RetryPolicyTest::garbledAnswer_isTriedOnceMore()
{
    const Error error = errorWith(ErrorCode::AnswerIncomplete, 200);
    QVERIFY(waitAfterTry(1, error, policyWith(0.5)));
    QVERIFY(!waitAfterTry(2, error, policyWith(0.5)));
}

void RetryPolicyTest::retryAfter_isObeyed_data()
{
    QTest::addColumn<Seconds>("asked");
    QTest::addColumn<Milliseconds>("least");
    QTest::addColumn<Milliseconds>("most");
    QTest::newRow("5 s") << Seconds(5s) << Milliseconds(5s) << Milliseconds(5'500);
    QTest::newRow("4 min") << Seconds(4min) << Milliseconds(4min) << Milliseconds(4min + 1s);
    QTest::newRow("5 min") << Seconds(5min) << Milliseconds(5min) << Milliseconds(5min);
    QTest::newRow("a day") << Seconds(24h) << Milliseconds(5min) << Milliseconds(5min);
    QTest::newRow("a year") << Seconds(8760h) << Milliseconds(5min) << Milliseconds(5min);
    QTest::newRow("zero") << Seconds(0) << Milliseconds(500) << Milliseconds(1'500);
    QTest::newRow("less than zero") << Seconds(-60) << Milliseconds(500) << Milliseconds(1'500);
}

void RetryPolicyTest::retryAfter_isObeyed()
{
    QFETCH(Seconds, asked);
    QFETCH(Milliseconds, least);
    QFETCH(Milliseconds, most);
    for (const double jitter : {0.0, 0.999}) {
        const auto wait =
            waitAfterTry(1, errorWith(ErrorCode::RateLimited, 429, asked), policyWith(jitter));
        QVERIFY(wait && *wait >= least && *wait <= most);
    }
}

void RetryPolicyTest::longWait_isNotWaitedForByTheImpatient()
{
    RetryPolicy policy = policyWith(0.5);
    policy.patience = 30s;
    const auto waitFor = [&policy](Seconds asked) {
        return waitAfterTry(1, errorWith(ErrorCode::RateLimited, 429, asked), policy);
    };
    QVERIFY(waitFor(30s));
    QVERIFY(!waitFor(31s));
}

void RetryPolicyTest::randomWaits_stayInBounds()
{
    for (int i = 0; i < 1000; ++i) {
        const auto wait = waitAfterTry(1, errorWith(ErrorCode::TimedOut), RetryPolicy());
        QVERIFY(wait && *wait >= 500ms && *wait < 1500ms);
    }
}

HOURPASS_TEST(RetryPolicyTest, QCoreApplication)

} // namespace tst_retrypolicy

#include "tst_retrypolicy.moc"
