// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/find/tokensearch.h"

#include "support/outcome.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_tokensearch {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Verdict = Verification::Verdict;

KeyChoice publishedKeys()
{
    return {KeyRules::Published, *importKeys(test::ownVectors(u"jwt/jwks.json"_s)), {}};
}

VerifyOptions atIssue()
{
    VerifyOptions options;
    options.now = Seconds(1767225700);
    return options;
}

class TokenSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isSearchedAndJudged();
    void namedKey_hasNoVerdictAndNoText();
    void file_isSearched();
    void missingFile_isAnError();
    void otherKeys_changeTheVerdict();
    void cancel_reportsAtOnce();
    void nextSearch_cancelsTheFirst();
    void destroyedSearch_reportsCancelled();
};

void TokenSearchTest::text_isSearchedAndJudged()
{
    TokenSearch search;
    const QByteArray text = "a " + test::adversarialToken(u"good_key1"_s) + "\nb "
        + test::adversarialToken(u"one_bit_flipped"_s) + "\n";
    const auto found = await(search.searchText(text, publishedKeys(), atIssue()));
    QVERIFY(found);
    QCOMPARE(found->entries.size(), 2);
    QCOMPARE(found->entries.at(0).verdict, Verdict::Valid);
    QCOMPARE(found->entries.at(0).found.offset, 2);
    QCOMPARE(found->entries.at(0).identity.name, u"Test User"_s);
    QCOMPARE(found->entries.at(1).verdict, Verdict::BadSignature);
    QVERIFY(!search.isRunning());
}

void TokenSearchTest::namedKey_hasNoVerdictAndNoText()
{
    TokenSearch search;
    const auto found =
        await(search.searchText("apikey=aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_aBcDeF"_ba, {}, {}));
    QVERIFY(found);
    QCOMPARE(found->entries.size(), 1);
    QVERIFY(!found->entries.first().verdict);
    QVERIFY(found->entries.first().found.text.isEmpty());
}

void TokenSearchTest::file_isSearched()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Authorization: Bearer " + test::adversarialToken(u"good_key1"_s));
    file.close();
    TokenSearch search;
    const auto found = await(search.searchFile(file.fileName(), publishedKeys(), atIssue()));
    QVERIFY(found);
    QCOMPARE(found->entries.size(), 1);
    QCOMPARE(found->entries.first().verdict, Verdict::Valid);
}

void TokenSearchTest::missingFile_isAnError()
{
    TokenSearch search;
    QCOMPARE(outcome(await(search.searchFile(u"/nowhere/at/all"_s, {}, {}))), u"NotFound"_s);
}

void TokenSearchTest::otherKeys_changeTheVerdict()
{
    TokenSearch search;
    const auto found =
        await(search.searchText(test::adversarialToken(u"good_key1"_s), {}, atIssue()));
    QVERIFY(found);
    QCOMPARE(found->entries.first().verdict, Verdict::Unverified);
    const auto judged = await(search.judge(*found, publishedKeys(), atIssue()));
    QVERIFY(judged);
    QCOMPARE(judged->entries.first().verdict, Verdict::Valid);
}

void TokenSearchTest::cancel_reportsAtOnce()
{
    TokenSearch search;
    const auto running = search.searchText(QByteArray(searchLimit, 'e'), {}, {});
    QVERIFY(search.isRunning());
    search.cancel();
    QVERIFY(running.isFinished());
    QCOMPARE(outcome(running.result()), u"Cancelled"_s);
    QVERIFY(!search.isRunning());
}

void TokenSearchTest::nextSearch_cancelsTheFirst()
{
    TokenSearch search;
    const auto first = search.searchText(QByteArray(searchLimit, 'e'), {}, {});
    const auto second = search.searchText(test::adversarialToken(u"good_key1"_s), {}, {});
    QCOMPARE(outcome(first.result()), u"Cancelled"_s);
    const auto found = await(second);
    QVERIFY(found);
    QCOMPARE(found->entries.size(), 1);
}

void TokenSearchTest::destroyedSearch_reportsCancelled()
{
    auto search = std::make_unique<TokenSearch>();
    const auto running = search->searchText(QByteArray(searchLimit, 'e'), {}, {});
    search.reset();
    QCOMPARE(outcome(running.result()), u"Cancelled"_s);
}

HOURPASS_TEST(TokenSearchTest, QCoreApplication)

} // namespace tst_tokensearch

#include "tst_tokensearch.moc"
