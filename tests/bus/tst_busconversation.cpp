// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/busconversation.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_busconversation {

using namespace hourpass;
using Phase = BusConversation::Phase;

// Recorded from dbus-daemon 1.14, which answers in the order of this computer's bytes.
const QByteArray ready = "OK 7f27df3bd32bd10c3d8bd5c565a1b2c3\r\n";

QByteArray number(quint32 value, bool isLittle = true)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[isLittle ? i : 3 - i] = char(value >> (8 * i) & 0xff);
    return bytes;
}

QByteArray padded(QByteArray bytes, int to = 8)
{
    while (bytes.size() % to != 0)
        bytes.append('\0');
    return bytes;
}

/// An answer: type 2, or 3 for an error.
QByteArray answer(char type, quint32 to, const QByteArray &signature, const QByteArray &body,
                  bool isLittle = true)
{
    QByteArray fields = QByteArray("\x05\x01u\0", 4) + number(to, isLittle);
    if (!signature.isEmpty())
        fields += QByteArray("\x08\x01g\0", 4) + char(signature.size()) + signature + '\0';
    QByteArray start(isLittle ? "l" : "B");
    start += type + QByteArray("\0\x01", 2);
    return padded(start + number(quint32(body.size()), isLittle) + number(99, isLittle)
                  + number(quint32(fields.size()), isLittle) + fields)
        + body;
}

QByteArray text(const QByteArray &value, bool isLittle = true)
{
    return number(quint32(value.size()), isLittle) + value + '\0';
}

QByteArray greeting(bool isLittle = true)
{
    return answer(2, 1, "s", text(":1.7", isLittle), isLittle)
        + answer(2, 2, "s", text("7f27", isLittle), isLittle);
}

class BusConversationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bus_isOpenOnceItHasAnsweredBoth_data();
    void bus_isOpenOnceItHasAnsweredBoth();
    void pieces_areAsGoodAsTheWhole();
    void whatIsNoBus_fails_data();
    void whatIsNoBus_fails();
    void halfAnAnswer_isWaitedFor_data();
    void halfAnAnswer_isWaitedFor();
    void answers_areRead_data();
    void answers_areRead();
    void nothingMade_breaksIt();
};

void BusConversationTest::bus_isOpenOnceItHasAnsweredBoth_data()
{
    QTest::addColumn<bool>("isLittle");
    QTest::newRow("little-endian") << true;
    QTest::newRow("big-endian") << false;
}

void BusConversationTest::bus_isOpenOnceItHasAnsweredBoth()
{
    QFETCH(const bool, isLittle);
    BusConversation talk;
    QVERIFY(BusConversation::beginning().startsWith(QByteArray("\0AUTH EXTERNAL 3", 15)));
    const QByteArray next = talk.take(ready);
    QVERIFY(next.startsWith("BEGIN\r\n"));
    QVERIFY(next.contains("Hello") && next.contains("GetId"));
    QCOMPARE(talk.phase(), Phase::Greeting);
    QCOMPARE(talk.take(greeting(isLittle)), "");
    QCOMPARE(talk.phase(), Phase::Open);
}

void BusConversationTest::pieces_areAsGoodAsTheWhole()
{
    BusConversation talk;
    QByteArray said;
    for (const char byte : ready + greeting())
        said += talk.take(QByteArray(1, byte));
    QCOMPARE(talk.phase(), Phase::Open);
    QCOMPARE(said.count("BEGIN"), 1);
}

void BusConversationTest::whatIsNoBus_fails_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("refused") << QByteArray("REJECTED EXTERNAL\r\n");
    QTest::newRow("an error") << QByteArray("ERROR\r\n");
    QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("a line without an end") << QByteArray(3000, 'O');
    QTest::newRow("no message after it") << ready + QByteArray(40, 'x');
    QTest::newRow("an endless message")
        << ready + "l\x02" + QByteArray("\0\x01", 2) + QByteArray(12, '\xff');
    QTest::newRow("no name for us") << ready + answer(3, 1, {}, {});
    QTest::newRow("fields that are cut off") << ready + [] {
        QByteArray message = answer(2, 1, "s", text(":1.7"));
        message[12] = 3; // of the fields' length
        return message;
    }();
}

void BusConversationTest::whatIsNoBus_fails()
{
    QFETCH(const QByteArray, said);
    BusConversation talk;
    talk.take(said);
    talk.take({}); // what came behind the login in one piece
    QCOMPARE(talk.phase(), Phase::Failed);
}

void BusConversationTest::halfAnAnswer_isWaitedFor_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << QByteArray("OK 7f");
    QTest::newRow("the login alone") << ready;
    QTest::newRow("the name alone") << ready + answer(2, 1, "s", text(":1.7"));
    QTest::newRow("half a message") << ready + greeting().chopped(1);
}

void BusConversationTest::halfAnAnswer_isWaitedFor()
{
    QFETCH(const QByteArray, said);
    BusConversation talk;
    talk.take(said);
    talk.take({});
    QVERIFY(talk.phase() == Phase::LoggingIn || talk.phase() == Phase::Greeting);
}

void BusConversationTest::answers_areRead_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<bool>("isTrue");
    QTest::addColumn<QByteArray>("words");
    const QByteArray variant = QByteArray("\x01"
                                          "b\0\0",
                                          4);
    QTest::newRow("text") << answer(2, 5, "s", text("unix:path=/a")) << false << false
                          << QByteArray("unix:path=/a");
    QTest::newRow("true") << answer(2, 5, "v", variant + number(1)) << false << true
                          << QByteArray();
    QTest::newRow("false") << answer(2, 5, "v", variant + number(0)) << false << false
                           << QByteArray();
    QTest::newRow("an error") << answer(3, 5, "s", text("no")) << true << false << QByteArray();
    QTest::newRow("nothing") << answer(2, 5, {}, {}) << false << false << QByteArray();
    QTest::newRow("a text that is longer than the message")
        << answer(2, 5, "s", number(1'000'000) + "x") << false << false << QByteArray();
    QTest::newRow("another type") << answer(2, 5, "a(oo)", number(0)) << false << false
                                  << QByteArray();
}

void BusConversationTest::answers_areRead()
{
    QFETCH(const QByteArray, message);
    QFETCH(const bool, isError);
    QFETCH(const bool, isTrue);
    QFETCH(const QByteArray, words);
    BusConversation talk;
    talk.take(ready);
    talk.take(greeting());
    QVERIFY(!talk.replyTo(5));
    talk.take(message);
    const auto reply = talk.replyTo(5);
    QVERIFY(reply);
    QCOMPARE(reply->isError, isError);
    QCOMPARE(reply->isTrue, isTrue);
    QCOMPARE(reply->text, words);
}

// Each byte of a conversation replaced by each of a few others: it ends somewhere, and well.
void BusConversationTest::nothingMade_breaksIt()
{
    const QByteArray whole = ready + greeting() + answer(2, 5, "s", text("unix:path=/a"));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char byte : {'\0', '\x01', '\x7f', '\x80', '\xff', 'v'}) {
            QByteArray changed = whole;
            changed[at] = byte;
            BusConversation talk;
            talk.take(changed);
            talk.take(changed);
            QVERIFY(talk.phase() >= Phase::LoggingIn);
        }
    }
}

HOURPASS_TEST(BusConversationTest, hourpass::test::NoApplication)

} // namespace tst_busconversation

#include "tst_busconversation.moc"
