// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/apikey.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_apikey {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

using Warnings = QList<KeyWarning>;

// Of the usual length and characters.
const QByteArray usual = "0123456789_abcdefghijklmnopqrstuvwxyzABCDE-F"_ba;

class ApiKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blanksAndQuotes_areTakenOff_data();
    void blanksAndQuotes_areTakenOff();
    void emptyKey_isTheOnlyOneRefused_data();
    void emptyKey_isTheOnlyOneRefused();
    void oddKey_earnsAWarning_data();
    void oddKey_earnsAWarning();
};

void ApiKeyTest::blanksAndQuotes_areTakenOff_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing to take off") << usual;
    QTest::newRow("blanks") << " \t" + usual + "  ";
    QTest::newRow("line end") << usual + "\n";
    QTest::newRow("Windows line end") << usual + "\r\n";
    QTest::newRow("double quotes") << '"' + usual + '"';
    QTest::newRow("single quotes") << '\'' + usual + '\'';
    QTest::newRow("blanks in quotes in blanks") << " \" " + usual + "\t\" \n";
    QTest::newRow("quotes in quotes") << "'\"" + usual + "\"'";
}

void ApiKeyTest::blanksAndQuotes_areTakenOff()
{
    QFETCH(QByteArray, input);
    const auto checked = checkKey(Secret(QByteArrayView(input)));
    QCOMPARE(outcome(checked), u"ok"_s);
    QCOMPARE(checked->key.reveal().toByteArray(), usual);
    QCOMPARE(checked->warnings, Warnings());
}

void ApiKeyTest::emptyKey_isTheOnlyOneRefused_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("blanks") << " \t\r\n"_ba;
    QTest::newRow("empty quotes") << "\"\""_ba;
    QTest::newRow("blank quotes") << " ' ' "_ba;
    QTest::newRow("quotes in quotes") << "'\"\"'"_ba;
}

void ApiKeyTest::emptyKey_isTheOnlyOneRefused()
{
    QFETCH(QByteArray, input);
    QCOMPARE(outcome(checkKey(Secret(QByteArrayView(input)))), u"KeyEmpty"_s);
}

void ApiKeyTest::oddKey_earnsAWarning_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Warnings>("expected");
    const auto row = [](const char *name, const QByteArray &key, const Warnings &expected) {
        QTest::newRow(name) << key << expected;
    };
    row("its id", "ApiKey-cccccccc-0000-4000-8000-000000000004", {KeyWarning::LooksLikeId});
    row("id of the usual length", "ApiKey-" + usual.left(37), {KeyWarning::LooksLikeId});
    row("a token", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", {KeyWarning::LooksLikeToken});
    row("opening brace", "{" + usual.left(43), {KeyWarning::HasBraces});
    row("closing brace", usual.left(43) + "}", {KeyWarning::HasBraces});
    row("unmatched quote", "\"" + usual, {KeyWarning::HasBraces});
    row("one quote alone", "\"", {KeyWarning::HasBraces});
    row("too short", usual.left(43), {KeyWarning::UnusualLength});
    row("too long", usual + "x", {KeyWarning::UnusualLength});
    row("classic infrastructure", QByteArray(64, 'a'), {KeyWarning::UnusualLength});
    row("special characters", usual.left(39) + "+/=&%", {KeyWarning::UnusualCharacters});
    row("a blank inside", usual.left(20) + " " + usual.left(23), {KeyWarning::UnusualCharacters});
    row("umlaut", usual.left(42) + "ä", {KeyWarning::UnusualCharacters});
    row("NUL inside", usual.left(20) + QByteArray(1, '\0') + usual.left(23),
        {KeyWarning::UnusualCharacters});
    row("begins with a dash", "-" + usual.left(43), {});
}

void ApiKeyTest::oddKey_earnsAWarning()
{
    QFETCH(QByteArray, key);
    QFETCH(Warnings, expected);
    const auto checked = checkKey(Secret(QByteArrayView(key)));
    QCOMPARE(outcome(checked), u"ok"_s);
    QCOMPARE(checked->warnings, expected);
    QCOMPARE(checked->key.reveal().toByteArray(), key);
}

HOURPASS_TEST(ApiKeyTest, QCoreApplication)

} // namespace tst_apikey

#include "tst_apikey.moc"
