// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "dbus/busvalues.h"

#include "support/testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusSignature>
#include <QDBusVariant>
#include <QTest>

#include <unistd.h>

namespace tst_busvalues {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Paths = QList<QDBusObjectPath>;
using Texts = QMap<QString, QString>;

QVariant boxed(const QVariant &value)
{
    return QVariant::fromValue(QDBusVariant(value));
}

QVariant paths(qsizetype count)
{
    return QVariant::fromValue(Paths(count, QDBusObjectPath(u"/a"_s)));
}

QVariant numbers()
{
    return QVariant::fromValue(QList<int>{1, 2, 3});
}

QVariantMap mapOf(qsizetype count)
{
    QVariantMap map;
    for (qsizetype i = 0; i < count; ++i)
        map.insert(QString::number(i), true);
    return map;
}

class BusValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void arguments_areReadWhereTheyAreWhatIsExpected();
    void otherArguments_areNotRead_data();
    void otherArguments_areNotRead();
    void property_isReadWhereItsTypeIsRight();
    void valuesInAMap_areReadByTheirTypes();
    void moreThanTheLimit_isNotRead();
    void details_goThereAndBack();
    void errorsText_isNoAnswer();
    void errorText_isShort();

    void take(const QDBusMessage &message) { m_taken = message; }

private:
    QDBusMessage sent(const QVariantList &arguments);

    QDBusConnection m_sender{u"sender"_s};
    QDBusMessage m_taken;
};

void BusValuesTest::initTestCase()
{
    qDBusRegisterMetaType<QList<int>>();
    qDBusRegisterMetaType<Texts>();
    m_sender = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"sender"_s);
    QVERIFY(m_sender.isConnected());
    QVERIFY(QDBusConnection::sessionBus().connect({}, u"/x"_s, u"x.y"_s, u"Z"_s, this,
                                                  SLOT(take(QDBusMessage))));
}

QDBusMessage BusValuesTest::sent(const QVariantList &arguments)
{
    m_taken = {};
    auto message = QDBusMessage::createSignal(u"/x"_s, u"x.y"_s, u"Z"_s);
    message.setArguments(arguments);
    const bool hasCome = m_sender.send(message)
        && QTest::qWaitFor([this] { return m_taken.type() == QDBusMessage::SignalMessage; });
    return hasCome ? m_taken : QDBusMessage();
}

void BusValuesTest::arguments_areReadWhereTheyAreWhatIsExpected()
{
    QCOMPARE(busArgument<bool>(sent({true})), std::optional(true));
    QCOMPARE(busArgument<quint32>(sent({7U})), std::optional(7U));
    QCOMPARE(busArgument<quint64>(sent({quint64(7)})), std::optional(quint64(7)));
    QCOMPARE(busArgument<QString>(sent({u"x"_s})), std::optional(u"x"_s));
    QCOMPARE(busArgument<QStringList>(sent({QStringList{u"x"_s}})),
             std::optional(QStringList{u"x"_s}));
    QCOMPARE(busArgument<Paths>(sent({paths(3)})).value().size(), 3);
    QCOMPARE(busArgument<QVariantMap>(sent({mapOf(3)})).value(), mapOf(3));
    const Texts texts{{u"a"_s, u"b"_s}};
    QCOMPARE(busArgument<Texts>(sent({QVariant::fromValue(texts)})), std::optional(texts));
    QVERIFY(busArgument<QDBusUnixFileDescriptor>(
                sent({QVariant::fromValue(QDBusUnixFileDescriptor(STDIN_FILENO))}))
                .value()
                .isValid());
    const auto two = busArguments<quint32, QString>(sent({7U, u"x"_s}));
    QCOMPARE(two, std::optional(std::tuple(7U, u"x"_s)));
    QVERIFY(busArguments<>(sent({})));
}

void BusValuesTest::otherArguments_areNotRead_data()
{
    QTest::addColumn<QVariantList>("arguments");
    QTest::newRow("none") << QVariantList{};
    QTest::newRow("a number") << QVariantList{1};
    QTest::newRow("a text") << QVariantList{u"true"_s};
    QTest::newRow("a byte") << QVariantList{QVariant::fromValue(uchar(1))};
    QTest::newRow("numbers") << QVariantList{numbers()};
    QTest::newRow("bytes") << QVariantList{"abc"_ba};
    QTest::newRow("texts by texts") << QVariantList{QVariant::fromValue(Texts{{u"a"_s, u"b"_s}})};
    QTest::newRow("a signature") << QVariantList{QVariant::fromValue(QDBusSignature(u"b"_s))};
    QTest::newRow("a variant") << QVariantList{boxed(true)};
    QTest::newRow("a variant of a list") << QVariantList{boxed(numbers())};
    QTest::newRow("two") << QVariantList{true, true};
    QTest::newRow("two lists") << QVariantList{numbers(), numbers()};
}

// It must come to an end, too.
void BusValuesTest::otherArguments_areNotRead()
{
    QFETCH(QVariantList, arguments);
    const QDBusMessage message = sent(arguments);
    QCOMPARE(message.type(), QDBusMessage::SignalMessage);
    QVERIFY(!busArgument<bool>(message));
    QVERIFY(!busArgument<quint32>(message));
    QVERIFY(!busArgument<quint64>(message));
    QVERIFY(!busArgument<QStringList>(message));
    QVERIFY(!busArgument<QDBusObjectPath>(message));
    QVERIFY(!busArgument<Paths>(message));
    QVERIFY(!busArgument<QVariantMap>(message));
    QCOMPARE(bool(busArgument<Texts>(message)), message.signature() == "a{ss}"_L1);
    QVERIFY(!busArgument<QList<BusDetails>>(message));
    QVERIFY(!busArgument<QDBusUnixFileDescriptor>(message));
    QVERIFY(!busArgument<BusNumberOfPath>(message));
    QVERIFY(!busProperty<bool>(message) || message.signature() == "v"_L1);
    QVERIFY(!busProperty<quint32>(message));
    QVERIFY(!busProperty<Paths>(message));
    QVERIFY(!busProperty<QVariantMap>(message));
    QVERIFY(!busProperty<QList<BusDetails>>(message));
    QVERIFY(!busProperty<BusNumberOfPath>(message));
    const auto both = busArguments<Paths, Paths>(message);
    QVERIFY(!both);
    const auto boolAndMore = busArguments<bool, QVariant>(message);
    QVERIFY(!boolAndMore);
}

void BusValuesTest::property_isReadWhereItsTypeIsRight()
{
    QCOMPARE(busProperty<bool>(sent({boxed(true)})), std::optional(true));
    QVERIFY(!busProperty<bool>(sent({boxed(1)})));
    QVERIFY(!busProperty<bool>(sent({boxed(u"true"_s)})));
    QVERIFY(!busProperty<bool>(sent({boxed(boxed(true))})));
    QVERIFY(!busProperty<bool>(sent({true})));
    QCOMPARE(busProperty<Paths>(sent({boxed(paths(2))})).value().size(), 2);
    QVERIFY(!busProperty<bool>(QDBusMessage()));
    QVERIFY(!busProperty<bool>(QDBusMessage::createError(u"a.b"_s, u"no"_s)));
}

void BusValuesTest::valuesInAMap_areReadByTheirTypes()
{
    const QVariantMap sentMap{{u"text"_s, u"x"_s},
                              {u"list"_s, numbers()},
                              {u"map"_s, QVariant::fromValue(Texts{{u"a"_s, u"b"_s}})}};
    const auto map = busArgument<QVariantMap>(sent({sentMap})).value();
    QCOMPARE(busValue<QString>(map.value(u"text"_s)), std::optional(u"x"_s));
    QVERIFY(!busValue<QString>(map.value(u"list"_s)));
    QVERIFY(!busValue<QList<BusDetails>>(map.value(u"list"_s)));
    QVERIFY(!busValue<QVariantMap>(map.value(u"map"_s)));
    QVERIFY(!busValue<QString>(map.value(u"missing"_s)));
}

void BusValuesTest::moreThanTheLimit_isNotRead()
{
    QVERIFY(busArgument<Paths>(sent({paths(mostBusItems)})));
    QVERIFY(!busArgument<Paths>(sent({paths(mostBusItems + 1)})));
    QVERIFY(busArgument<QStringList>(sent({QStringList(mostBusItems, u"x"_s)})));
    QVERIFY(!busArgument<QStringList>(sent({QStringList(mostBusItems + 1, u"x"_s)})));
    QVERIFY(busArgument<QVariantMap>(sent({mapOf(mostBusItems)})));
    QVERIFY(!busArgument<QVariantMap>(sent({mapOf(mostBusItems + 1)})));
    QList<BusDetails> many(mostBusItems, BusDetails{u"x"_s, {}});
    QVERIFY(busArgument<QList<BusDetails>>(sent({toBus(many)})));
    many.append(BusDetails{u"x"_s, {}});
    QVERIFY(!busArgument<QList<BusDetails>>(sent({toBus(many)})));

    const QString longest(longestBusText, u'x');
    QVERIFY(busArgument<QString>(sent({longest})));
    QVERIFY(!busArgument<QString>(sent({longest + u'x'})));
    QVERIFY(!busArgument<QStringList>(sent({QStringList{longest + u'x'}})));
    QVERIFY(!busArgument<QVariantMap>(sent({QVariantMap{{longest + u'x', 1}}})));
    QVERIFY(!busArgument<QList<BusDetails>>(sent({toBus({{longest + u'x', {}}})})));
    for (const Texts &texts : {Texts{{longest + u'x', {}}}, Texts{{u"x"_s, longest + u'x'}}})
        QVERIFY(!busArgument<Texts>(sent({QVariant::fromValue(texts)})));
    const QDBusObjectPath path(u'/' + longest);
    QVERIFY(!busArgument<Paths>(sent({QVariant::fromValue(Paths{path})})));
}

void BusValuesTest::details_goThereAndBack()
{
    const QList<BusDetails> out{{u"a"_s, {{u"b"_s, u"c"_s}}}, {u"d"_s, {}}};
    const auto back = busArgument<QList<BusDetails>>(sent({toBus(out)})).value();
    QCOMPARE(back.size(), 2);
    QCOMPARE(back.at(0).name, u"a"_s);
    QCOMPARE(busValue<QString>(back.at(0).details.value(u"b"_s)), std::optional(u"c"_s));
    QVERIFY(back.at(1).details.isEmpty());
}

void BusValuesTest::errorsText_isNoAnswer()
{
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                                   u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    question << u"a.b"_s;
    const QDBusMessage error = m_sender.call(question);
    QCOMPARE(error.signature(), u"s"_s);
    QVERIFY(!busArgument<QString>(error));
    question.setArguments({m_sender.baseService()});
    QCOMPARE(busArgument<QString>(m_sender.call(question)), m_sender.baseService());
}

void BusValuesTest::errorText_isShort()
{
    const QDBusError error(QDBusMessage::createError(u"a.b"_s, QString(100'000, u'x')));
    QCOMPARE(busErrorText(error), QString(500, u'x'));
}

HOURPASS_TEST(BusValuesTest, QCoreApplication)

} // namespace tst_busvalues

#include "tst_busvalues.moc"
