// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/startarguments.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_startarguments {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Answer = StartArguments::Answer;

class StartArgumentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightArguments_areUnderstood_data();
    void rightArguments_areUnderstood();
    void wrongArguments_areRefused_data();
    void wrongArguments_areRefused();
};

void StartArgumentsTest::rightArguments_areUnderstood_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<StartArguments>("expected");
    const auto start = [](Verb verb, const QString &name = {}) {
        return StartArguments{Answer::Start, verb, name};
    };
    QTest::newRow("none") << QStringList{} << start(Verb::Activate);
    QTest::newRow("hidden") << QStringList{u"--hidden"_s} << start(Verb::StayHidden);
    QTest::newRow("inspect") << QStringList{u"--inspect-clipboard"_s}
                             << start(Verb::InspectClipboard);
    QTest::newRow("quit") << QStringList{u"--quit"_s} << start(Verb::Quit);
    QTest::newRow("copy") << QStringList{u"--copy"_s, u"prod admin"_s}
                          << start(Verb::Copy, u"prod admin"_s);
    QTest::newRow("copy, one word")
        << QStringList{u"--copy=prod"_s} << start(Verb::Copy, u"prod"_s);
    QTest::newRow("copy, a name with =")
        << QStringList{u"--copy=a=b"_s} << start(Verb::Copy, u"a=b"_s);
    QTest::newRow("copy, a name like an option")
        << QStringList{u"--copy"_s, u"--quit"_s} << start(Verb::Copy, u"--quit"_s);
    QTest::newRow("copy, a name like one of Qt's")
        << QStringList{u"--copy"_s, u"-style"_s} << start(Verb::Copy, u"-style"_s);
    QTest::newRow("version") << QStringList{u"--version"_s}
                             << StartArguments{Answer::Version, Verb::Activate, {}};
    QTest::newRow("help") << QStringList{u"--help"_s}
                          << StartArguments{Answer::Help, Verb::Activate, {}};
    QTest::newRow("help, short") << QStringList{u"-h"_s}
                                 << StartArguments{Answer::Help, Verb::Activate, {}};
    QTest::newRow("Qt's") << QStringList{u"-platform"_s, u"offscreen"_s, u"-style=fusion"_s,
                                         u"-reverse"_s}
                          << start(Verb::Activate);
    QTest::newRow("Qt's around ours")
        << QStringList{u"-style"_s, u"fusion"_s, u"--hidden"_s, u"-session"_s, u"1_2"_s}
        << start(Verb::StayHidden);
    QTest::newRow("Qt's, its value like one of ours")
        << QStringList{u"-title"_s, u"--quit"_s} << start(Verb::Activate);
}

void StartArgumentsTest::rightArguments_areUnderstood()
{
    QFETCH(const QStringList, words);
    const auto read = parseStartArguments(QStringList{u"hourpass"_s} + words);
    QVERIFY(read);
    // `verb` of an answer means nothing.
    QFETCH(StartArguments, expected);
    if (expected.answer != Answer::Start)
        expected.verb = read->verb;
    QCOMPARE(*read, expected);
}

void StartArgumentsTest::wrongArguments_areRefused_data()
{
    using Kind = StartMisuse::Kind;
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<StartMisuse>("expected");
    QTest::newRow("unknown") << QStringList{u"--bogus"_s}
                             << StartMisuse{Kind::UnknownOption, u"bogus"_s};
    QTest::newRow("unknown, one dash")
        << QStringList{u"-bogus"_s} << StartMisuse{Kind::UnknownOption, u"bogus"_s};
    QTest::newRow("a word") << QStringList{u"prod"_s} << StartMisuse{Kind::NotAnOption};
    QTest::newRow("empty") << QStringList{QString()} << StartMisuse{Kind::NotAnOption};
    QTest::newRow("a dash") << QStringList{u"-"_s} << StartMisuse{Kind::NotAnOption};
    QTest::newRow("two dashes") << QStringList{u"--"_s} << StartMisuse{Kind::NotAnOption};
    QTest::newRow("two at once") << QStringList{u"--hidden"_s, u"--quit"_s}
                                 << StartMisuse{Kind::TooMany};
    QTest::newRow("the same twice")
        << QStringList{u"--quit"_s, u"--quit"_s} << StartMisuse{Kind::TooMany};
    QTest::newRow("a value where none belongs")
        << QStringList{u"--hidden=yes"_s} << StartMisuse{Kind::UnknownOption, u"hidden"_s};
    QTest::newRow("copy without a name")
        << QStringList{u"--copy"_s} << StartMisuse{Kind::NameMissing};
    QTest::newRow("copy, empty name")
        << QStringList{u"--copy"_s, QString()} << StartMisuse{Kind::NameMissing};
    QTest::newRow("copy, blank name")
        << QStringList{u"--copy= "_s} << StartMisuse{Kind::NameMissing};
    QTest::newRow("copy, two names")
        << QStringList{u"--copy"_s, u"a"_s, u"b"_s} << StartMisuse{Kind::TooMany};
    QTest::newRow("copy and more")
        << QStringList{u"--copy=a"_s, u"--hidden"_s} << StartMisuse{Kind::TooMany};
    QTest::newRow("Qt's without its value")
        << QStringList{u"-platform"_s} << StartMisuse{Kind::UnknownOption, u"platform"_s};
    QTest::newRow("help and more")
        << QStringList{u"--help"_s, u"--bogus"_s} << StartMisuse{Kind::UnknownOption, u"bogus"_s};
}

void StartArgumentsTest::wrongArguments_areRefused()
{
    QFETCH(const QStringList, words);
    QFETCH(const StartMisuse, expected);
    const auto read = parseStartArguments(QStringList{u"hourpass"_s} + words);
    QVERIFY(!read);
    QVERIFY(read.error() == expected);
}

HOURPASS_TEST(StartArgumentsTest, hourpass::test::NoApplication)

} // namespace tst_startarguments

#include "tst_startarguments.moc"
