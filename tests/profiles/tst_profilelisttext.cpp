// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilelisttext.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_profilelisttext {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ProfileListTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isCutIntoItsEntries_data();
    void text_isCutIntoItsEntries();
    void end_isWhereTheListEnds();
};

void ProfileListTextTest::text_isCutIntoItsEntries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("entries"); // with | between
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &frame,
                        const QByteArray &entries) {
        QTest::newRow(name) << text << frame << entries;
    };
    row("nothing", "", "", "");
    row("no list", R"({"a":[1],"b":"profiles"})", R"({"a":[1],"b":"profiles"})", "");
    row("an empty list", R"({"profiles":[ ]})", R"({"profiles":[]})", "");
    row("one", R"({"v":1,"profiles":[{"a":[1,2]}]})", R"({"v":1,"profiles":[]})", R"({"a":[1,2]})");
    row("several, of all kinds", "{\"profiles\" : [1, {} ,\n[[2,3]],\"x\" ] , \"v\":1}",
        R"({"profiles" : [] , "v":1})", R"(1|{}|[[2,3]]|"x")");
    row("a comma at the end", R"({"profiles":[1,2,]})", R"({"profiles":[]})", "1|2");
    row("brackets in strings", R"({"]":"\"[","profiles":["],{", "\\", "\"]"]})",
        R"({"]":"\"[","profiles":[]})", R"("],{"|"\\"|"\"]")");
    row("a name spelled otherwise", R"({"pro\u0066iles":[1,2]})", R"({"pro\u0066iles":[]})", "1|2");
    row("a list deeper inside", R"({"a":{"profiles":[1]}})", R"({"a":{"profiles":[1]}})", "");
    row("twice", R"({"profiles":[1],"profiles":[2]})", R"({"profiles":[],"profiles":[]})", "1|2");
    row("no list of that name", R"({"profiles":{"a":[1]}})", R"({"profiles":{"a":[1]}})", "");
    row("a value of that name", R"({"a":"profiles","b":[1]})", R"({"a":"profiles","b":[1]})", "");
    row("brackets of two kinds", R"({"profiles":[{"a":1],2]})", R"({"profiles":[]})",
        R"({"a":1]|2)");
    row("a brace too many", R"({"profiles":[{}},2]})", R"({"profiles":[]})", "{}}|2");
    row("a byte order mark", "\xEF\xBB\xBF{\"profiles\":[1]}", "\xEF\xBB\xBF{\"profiles\":[]}",
        "1");
    row("cut off in the list", R"({"profiles":[{"a":1}, {"b)", R"({"profiles":[)",
        R"({"a":1}|{"b)");
    row("cut off behind a backslash", R"({"profiles":["a\)", R"({"profiles":[)", R"("a\)");
}

void ProfileListTextTest::text_isCutIntoItsEntries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, entries);
    const ProfileListText cut = cutProfileList(text);
    QCOMPARE(cut.frame, frame);
    QCOMPARE(cut.entries.join('|'), entries);
}

void ProfileListTextTest::end_isWhereTheListEnds()
{
    const QByteArray text = R"({"profiles":[1,[2]],"v":1})";
    QCOMPARE(text.mid(cutProfileList(text).end), R"(],"v":1})"_ba);
    QCOMPARE(cutProfileList(R"({"profiles":[1)").end, -1);
}

HOURPASS_TEST(ProfileListTextTest, QCoreApplication)

} // namespace tst_profilelisttext

#include "tst_profilelisttext.moc"
