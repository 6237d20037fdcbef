// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keyfetchwords.h"

#include "support/testprogram.h"

#include <QMetaEnum>
#include <QTest>

namespace tst_keyfetchwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Milliseconds now{1'767'225'600'000};

PublishedKeySet fetchedBefore(Milliseconds age)
{
    PublishedKeySet set;
    set.fetchedAt = now - age;
    return set;
}

Error fetchFault(ErrorCode code)
{
    Error error{code, {}, u"iam.example"_s};
    error.step = RequestStep::PublishedKeys;
    return error;
}

class KeyFetchWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void origin_tellsTheAge_data();
    void origin_tellsTheAge();
    void origin_tellsWhyItIsNotNewer();
    void fault_speaksOfNoKeyOfTheUsers_data();
    void fault_speaksOfNoKeyOfTheUsers();
    void fault_isOfPublishedKeys();
    void hostileText_isMadeVisible();
};

// Without a catalogue the plural's mark stays in the text.
void KeyFetchWordsTest::origin_tellsTheAge_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("when");
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("under a minute") << qint64(59) << u"just now"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 minute(s) ago"_s;
    QTest::newRow("minutes") << qint64(3599) << u"59 minute(s) ago"_s;
    QTest::newRow("an hour") << qint64(3600) << u"60 minute(s) ago"_s;
    QTest::newRow("hours") << qint64(24 * 3600 - 1) << u"23 hour(s) ago"_s;
    QTest::newRow("days") << qint64(6 * 24 * 3600) << u"6 day(s) ago"_s;
    QTest::newRow("to come") << qint64(-5)
                             << u"at a time that is yet to come by this computer's clock"_s;
}

void KeyFetchWordsTest::origin_tellsTheAge()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, when);
    QCOMPARE(keyOriginText(fetchedBefore(Seconds(seconds)), now),
             u"Keys of https://iam.cloud.ibm.com, fetched %1."_s.arg(when));
}

void KeyFetchWordsTest::origin_tellsWhyItIsNotNewer()
{
    PublishedKeySet set = fetchedBefore(0s);
    set.whyNotNewer = fetchFault(ErrorCode::TimedOut);
    QCOMPARE(
        keyOriginText(set, now),
        u"Keys of https://iam.cloud.ibm.com, fetched just now. They could not be fetched anew: "
        "iam.example did not answer in time."_s);
}

void KeyFetchWordsTest::fault_speaksOfNoKeyOfTheUsers_data()
{
    QTest::addColumn<ErrorCode>("code");
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i) {
        const auto code = ErrorCode(codes.value(i));
        if (code >= ErrorCode::Offline && code != ErrorCode::KeyExpired
            && code != ErrorCode::Internal)
            QTest::newRow(codes.key(i)) << code;
    }
}

void KeyFetchWordsTest::fault_speaksOfNoKeyOfTheUsers()
{
    QFETCH(const ErrorCode, code);
    const Explanation words = explain(fetchFault(code));
    QVERIFY(!words.cause.isEmpty() && !words.nextStep.isEmpty());
    const QString all = words.cause + words.nextStep;
    for (const char *wrong :
         {"key was not", "the key", "The key", "profile", "token service", "a token"})
        QVERIFY2(!all.contains(QLatin1StringView(wrong)), qPrintable(all));
}

void KeyFetchWordsTest::fault_isOfPublishedKeys()
{
    QVERIFY(explain(fetchFault(ErrorCode::TimedOut)).details.contains("published keys"_L1));
    QCOMPARE(explain(fetchFault(ErrorCode::Cancelled)).cause, u"Cancelled."_s);
}

void KeyFetchWordsTest::hostileText_isMadeVisible()
{
    Error error = fetchFault(ErrorCode::Redirected);
    error.subject = u"a\u202Eb"_s;
    error.server.redirectHost = u"c\u001bd%1"_s;
    const QString cause = explain(error).cause;
    QVERIFY2(cause.contains("a\\u{202E}b"_L1) && cause.contains("c\\u{001B}d%1"_L1),
             qPrintable(cause));
}

HOURPASS_TEST(KeyFetchWordsTest, QCoreApplication)

} // namespace tst_keyfetchwords

#include "tst_keyfetchwords.moc"
