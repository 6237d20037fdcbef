// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "instance/instancemessage.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_instancemessage {

using namespace hourpass;
using namespace Qt::StringLiterals;

const auto someId = ProfileId::fromString(u"0f9b2d5e-31a4-4c53-9a7b-2f8f3c1f7a10"_s);

QString faultOf(QByteArrayView bytes)
{
    const auto message = decode(bytes);
    if (message)
        return u"none"_s;
    switch (message.error()) {
    case MessageFault::Incomplete:
        return u"incomplete"_s;
    case MessageFault::OtherVersion:
        return u"version"_s;
    case MessageFault::Damaged:
        return u"damaged"_s;
    }
    return {};
}

class InstanceMessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_survivesTheWay_data();
    void message_survivesTheWay();
    void everyBeginning_isIncomplete();
    void anotherByteBehind_isDamaged();
    void anyChangedByte_isNeverAnotherProfile();
    void wrongBytes_areTold_data();
    void wrongBytes_areTold();
    void longestMessage_staysWithinItsLimit();
    void activationToken_isVisibleAsciiOrNothing_data();
    void activationToken_isVisibleAsciiOrNothing();
    void answer_survivesTheWay();
    void whatIsNoAnswer_isNotUnderstood();
};

void InstanceMessageTest::message_survivesTheWay_data()
{
    QTest::addColumn<InstanceMessage>("message");
    QTest::newRow("activate") << InstanceMessage{};
    QTest::newRow("copy") << InstanceMessage{Verb::Copy, someId, {}};
    QTest::newRow("inspect") << InstanceMessage{Verb::InspectClipboard, {}, "x-1_TIME42"_ba};
    QTest::newRow("hidden") << InstanceMessage{Verb::StayHidden, {}, {}};
    QTest::newRow("quit") << InstanceMessage{Verb::Quit, {}, {}};
    QTest::newRow("all of it") << InstanceMessage{Verb::Copy, someId, QByteArray(128, 'a')};
}

void InstanceMessageTest::message_survivesTheWay()
{
    QFETCH(const InstanceMessage, message);
    const auto read = decode(encode(message));
    QVERIFY(read);
    QCOMPARE(*read, message);
}

void InstanceMessageTest::everyBeginning_isIncomplete()
{
    const QByteArray bytes = encode({Verb::Copy, someId, "token"_ba});
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QCOMPARE(faultOf(QByteArrayView(bytes).first(size)), u"incomplete"_s);
}

void InstanceMessageTest::anotherByteBehind_isDamaged()
{
    QCOMPARE(faultOf(encode({Verb::Activate, {}, {}}) + '\0'), u"damaged"_s);
    QCOMPARE(faultOf(encode({Verb::Copy, someId, "t"_ba}) + 'x'), u"damaged"_s);
}

void InstanceMessageTest::anyChangedByte_isNeverAnotherProfile()
{
    const QByteArray bytes = encode({Verb::Copy, someId, "token"_ba});
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (int value = 0; value < 256; ++value) {
            QByteArray changed = bytes;
            changed[at] = char(value);
            const auto read = decode(changed);
            // What is accepted is exactly what such a message is written as.
            QVERIFY(!read || encode(*read) == changed);
        }
    }
}

void InstanceMessageTest::wrongBytes_areTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault");
    const QByteArray id = someId.toString().toLatin1();
    QTest::newRow("version 0") << "\0"_ba.append(1, '\0') << u"version"_s;
    QTest::newRow("version 2") << "\x02"_ba << u"version"_s;
    QTest::newRow("text") << "GET / HTTP/1.1\r\n"_ba << u"version"_s;
    QTest::newRow("verb 0") << QByteArray("\x01\x00\x00\x00", 4) << u"damaged"_s;
    QTest::newRow("verb 6") << QByteArray("\x01\x06\x00\x00", 4) << u"damaged"_s;
    QTest::newRow("verb 255") << QByteArray("\x01\xff\x00\x00", 4) << u"damaged"_s;
    QTest::newRow("verb alone") << QByteArray("\x01\xff", 2) << u"damaged"_s;
    QTest::newRow("copy without id") << QByteArray("\x01\x02\x00\x00", 4) << u"damaged"_s;
    QTest::newRow("quit with id") << QByteArray("\x01\x05\x24") + id + QByteArray(1, '\0')
                                  << u"damaged"_s;
    QTest::newRow("id too long") << QByteArray("\x01\x02\x25") << u"damaged"_s;
    QTest::newRow("id in capitals")
        << QByteArray("\x01\x02\x24") + id.toUpper() + QByteArray(1, '\0') << u"damaged"_s;
    QTest::newRow("id in braces") << QByteArray("\x01\x02\x24{") + id.first(34) + '}'
            + QByteArray(1, '\0') << u"damaged"_s;
    QTest::newRow("token too long") << QByteArray("\x01\x01\x00\x81", 4) << u"damaged"_s;
    QTest::newRow("token with a line end") << QByteArray("\x01\x01\x00\x02x\n", 6) << u"damaged"_s;
}

void InstanceMessageTest::wrongBytes_areTold()
{
    QFETCH(const QByteArray, bytes);
    QTEST(faultOf(bytes), "fault");
}

void InstanceMessageTest::longestMessage_staysWithinItsLimit()
{
    const QByteArray longest = encode({Verb::Copy, someId, QByteArray(128, 'a')});
    QVERIFY(longest.size() <= longestMessage);
    QVERIFY(longest.size() - 1 - 128 <= 64);
}

void InstanceMessageTest::activationToken_isVisibleAsciiOrNothing_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isUsable");
    QTest::newRow("none") << ""_ba << true;
    QTest::newRow("KWin") << "0f9b2d5e-31a4-4c53-9a7b-2f8f3c1f7a10"_ba << true;
    QTest::newRow("GNOME") << "gnome-shell/Hourpass/1234-3-host.example_TIME5678"_ba << true;
    QTest::newRow("as long as can be") << QByteArray(128, '~') << true;
    QTest::newRow("too long") << QByteArray(129, 'a') << false;
    QTest::newRow("blank") << "a b"_ba << false;
    QTest::newRow("line end") << "a\n"_ba << false;
    QTest::newRow("DEL") << "a\x7f"_ba << false;
    QTest::newRow("not ASCII") << "\xc3\xa4"_ba << false;
    QTest::newRow("zero") << QByteArray("a\0b", 3) << false;
}

void InstanceMessageTest::activationToken_isVisibleAsciiOrNothing()
{
    QFETCH(const QByteArray, token);
    QFETCH(const bool, isUsable);
    QCOMPARE(usableActivationToken(token), isUsable ? token : QByteArray());
    const auto sent = decode(encode({Verb::Activate, {}, token}));
    QVERIFY(sent);
    QCOMPARE(sent->activationToken, isUsable ? token : QByteArray());
}

void InstanceMessageTest::answer_survivesTheWay()
{
    for (const auto answer : {InstanceAnswer::Accepted, InstanceAnswer::NotUnderstood}) {
        QCOMPARE(encode(answer).size(), answerSize);
        QVERIFY(decodeAnswer(encode(answer)) == answer);
    }
}

void InstanceMessageTest::whatIsNoAnswer_isNotUnderstood()
{
    for (const QByteArray &bytes : {""_ba, "\x01"_ba, "\x01\x00"_ba, "\x02\x01"_ba, "xx"_ba})
        QVERIFY(decodeAnswer(bytes) == InstanceAnswer::NotUnderstood);
}

HOURPASS_TEST(InstanceMessageTest, hourpass::test::NoApplication)

} // namespace tst_instancemessage

#include "tst_instancemessage.moc"
