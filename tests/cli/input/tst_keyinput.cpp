// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/keyinput.h"

#include "cli/replacedstream.h"
#include "cli/terminal.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

#include <memory>

namespace tst_keyinput {

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;

class KeyInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLine_isRead_data();
    void aLine_isRead();
    void whatFollowsTheLine_isLeft();
    void aLineThatComesInPieces_isWaitedFor();
    void aLineWithoutEnd_isRefused();
    void cancel_endsTheWaiting();
    void onATerminal_nothingIsShown();
    void aTerminal_isPutBackAfterCancel();
    void aTerminal_isPutBackWhenDestroyed();
};

QByteArray bytes(const Result<Secret> &secret)
{
    return secret ? secret->reveal().toByteArray() : QByteArray();
}

void KeyInputTest::aLine_isRead_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("ended") << "KEY-1\n"_ba
                           << "KEY-1"_ba;
    QTest::newRow("not ended") << "KEY-1"_ba
                               << "KEY-1"_ba;
    QTest::newRow("two lines") << "KEY-1\nKEY-2\n"_ba
                               << "KEY-1"_ba;
    QTest::newRow("empty line") << "\nKEY-2\n"_ba << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("zero byte") << QByteArray("K\0Y\n", 4) << QByteArray("K\0Y", 3);
    QTest::newRow("the longest") << QByteArray(16 * 1024, 'k') + '\n' << QByteArray(16 * 1024, 'k');
}

void KeyInputTest::aLine_isRead()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, line);
    Pipe pipe;
    QVERIFY(pipe.isOpen() && pipe.write(input));
    pipe.close();
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    KeyInput keyInput;
    const auto read = await(keyInput.readLine(u"? "_s));
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(bytes(read), line);
}

void KeyInputTest::whatFollowsTheLine_isLeft()
{
    Pipe pipe;
    QVERIFY(pipe.isOpen() && pipe.write("KEY-1\nKEY-2\n"));
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    KeyInput first;
    QCOMPARE(bytes(await(first.readLine(u"? "_s))), "KEY-1"_ba);
    KeyInput second;
    QCOMPARE(bytes(await(second.readLine(u"? "_s))), "KEY-2"_ba);
}

void KeyInputTest::aLineThatComesInPieces_isWaitedFor()
{
    Pipe pipe;
    QVERIFY(pipe.isOpen() && pipe.write("KEY"));
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    KeyInput keyInput;
    const auto read = keyInput.readLine(u"? "_s);
    QCoreApplication::processEvents();
    QVERIFY(!read.isFinished());
    QVERIFY(pipe.write("-1\n"));
    QCOMPARE(bytes(await(read)), "KEY-1"_ba);
}

void KeyInputTest::aLineWithoutEnd_isRefused()
{
    Pipe pipe;
    QVERIFY(pipe.isOpen() && pipe.write(QByteArray(16 * 1024 + 1, 'k')));
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    KeyInput keyInput;
    QCOMPARE(outcome(await(keyInput.readLine(u"? "_s))), u"KeyFileWithoutKey"_s);
}

void KeyInputTest::cancel_endsTheWaiting()
{
    Pipe pipe;
    const ReplacedStream replaced(STDIN_FILENO, pipe.readEnd());
    KeyInput keyInput;
    const auto read = keyInput.readLine(u"? "_s);
    keyInput.cancel();
    QVERIFY(read.isFinished());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
}

void KeyInputTest::onATerminal_nothingIsShown()
{
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const ReplacedStream replaced(STDIN_FILENO, terminal.userEnd());
    KeyInput keyInput;
    QVERIFY(terminal.showsTyping());
    const auto read = keyInput.readLine(u"(a test asks for a key) "_s);
    QVERIFY(!terminal.showsTyping());
    QVERIFY(terminal.type("KEY-1\n"));
    QCOMPARE(bytes(await(read)), "KEY-1"_ba);
    QVERIFY(terminal.showsTyping());
    QVERIFY(!terminal.screen().contains("KEY"));
}

void KeyInputTest::aTerminal_isPutBackAfterCancel()
{
    Terminal terminal;
    const ReplacedStream replaced(STDIN_FILENO, terminal.userEnd());
    KeyInput keyInput;
    const auto read = keyInput.readLine(u"(a test asks for a key) "_s);
    QVERIFY(!terminal.showsTyping());
    keyInput.cancel();
    QVERIFY(terminal.showsTyping());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
}

void KeyInputTest::aTerminal_isPutBackWhenDestroyed()
{
    Terminal terminal;
    const ReplacedStream replaced(STDIN_FILENO, terminal.userEnd());
    auto keyInput = std::make_unique<KeyInput>();
    const auto read = keyInput->readLine(u"(a test asks for a key) "_s);
    QVERIFY(!terminal.showsTyping());
    keyInput.reset();
    QVERIFY(terminal.showsTyping());
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
}

HOURPASS_TEST(KeyInputTest, QCoreApplication)

} // namespace tst_keyinput

#include "tst_keyinput.moc"
