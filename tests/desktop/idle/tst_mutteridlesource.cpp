// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/idle/mutteridlesource.h"

#include "support/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

namespace tst_mutteridlesource {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QString service = u"org.gnome.Mutter.IdleMonitor"_s;
const QString path = u"/org/gnome/Mutter/IdleMonitor/Core"_s;

/// As much of GNOME's compositor as is asked, a program of its own on the bus.
class Mutter final : public QDBusVirtualObject
{
public:
    Mutter()
        : m_name(u"mutter-%1"_s.arg(++s_count))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {
        if (!m_bus.registerVirtualObject(path, this) || !m_bus.registerService(service))
            qFatal("the service cannot be registered");
    }
    ~Mutter() override { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(Mutter)

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QVariant argument = message.arguments().value(0);
        QVariantList answer;
        if (message.member() == "AddIdleWatch"_L1 && message.signature() == "t"_L1) {
            watches.insert(++s_watch, argument.toULongLong());
            answer.append(s_watch);
        } else if (message.member() == "RemoveWatch"_L1 && message.signature() == "u"_L1) {
            watches.remove(argument.toUInt());
        } else {
            return false;
        }
        return connection.send(message.createReply(answer));
    }
    void fire(uint watch)
    {
        auto signal = QDBusMessage::createSignal(path, service, u"WatchFired"_s);
        signal << watch;
        m_bus.send(signal);
    }
    void fireAll()
    {
        for (auto each = watches.keyBegin(); each != watches.keyEnd(); ++each)
            fire(*each);
    }

    QMap<uint, quint64> watches;

private:
    inline static int s_count = 0;
    inline static uint s_watch = 0;
    QString m_name;
    QDBusConnection m_bus;
};

bool isFound(IdleSource &source)
{
    const Future<bool> found = source.find();
    if (!QTest::qWaitFor([&found] { return found.isFinished(); }, 10'000))
        qFatal("the search does not end");
    return found.result().value_or(false);
}

class MutterIdleSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firedWatch_isTold();
    void otherWatches_areNotOurs();
    void otherSpan_takesThePlaceOfTheFormer();
    void spanChangedBeforeTheAnswer_leavesOneWatch();
    void restartedCompositor_isAskedAgain();
    void absentCompositor_isNoWay();
};

void MutterIdleSourceTest::firedWatch_isTold()
{
    Mutter mutter;
    MutterIdleSource source;
    QSignalSpy idle(&source, &IdleSource::idle);
    QVERIFY(isFound(source));
    source.watch(Milliseconds(60'000));
    QTRY_COMPARE(mutter.watches.values(), QList<quint64>{60'000});
    mutter.fireAll();
    QTRY_COMPARE(idle.count(), 1);
    mutter.fireAll();
    QTRY_COMPARE(idle.count(), 2);
}

void MutterIdleSourceTest::otherWatches_areNotOurs()
{
    Mutter mutter;
    MutterIdleSource source;
    QSignalSpy idle(&source, &IdleSource::idle);
    QVERIFY(isFound(source));
    source.watch(Milliseconds(60'000));
    QTRY_COMPARE(mutter.watches.size(), 1);
    const uint ours = mutter.watches.firstKey();
    mutter.fire(ours);
    QTRY_COMPARE(idle.count(), 1);
    mutter.fire(ours + 7); // another program's
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stranger"_s);
    auto signal = QDBusMessage::createSignal(path, service, u"WatchFired"_s);
    signal << ours;
    bus.send(signal);
    QVERIFY(!idle.wait(300));
    QDBusConnection::disconnectFromBus(u"stranger"_s);
}

void MutterIdleSourceTest::otherSpan_takesThePlaceOfTheFormer()
{
    Mutter mutter;
    MutterIdleSource source;
    QVERIFY(isFound(source));
    source.watch(Milliseconds(60'000));
    QTRY_COMPARE(mutter.watches.values(), QList<quint64>{60'000});
    source.watch(Milliseconds(120'000));
    QTRY_COMPARE(mutter.watches.values(), QList<quint64>{120'000});
    source.watch({});
    QTRY_VERIFY(mutter.watches.isEmpty());
}

void MutterIdleSourceTest::spanChangedBeforeTheAnswer_leavesOneWatch()
{
    Mutter mutter;
    MutterIdleSource source;
    QVERIFY(isFound(source));
    source.watch(Milliseconds(60'000));
    source.watch(Milliseconds(120'000));
    QTRY_COMPARE(mutter.watches.values(), QList<quint64>{120'000});
}

void MutterIdleSourceTest::restartedCompositor_isAskedAgain()
{
    auto mutter = std::make_unique<Mutter>();
    MutterIdleSource source;
    QSignalSpy idle(&source, &IdleSource::idle);
    QVERIFY(isFound(source));
    source.watch(Milliseconds(60'000));
    QTRY_COMPARE(mutter->watches.size(), 1);
    mutter.reset();
    Mutter next;
    QTRY_COMPARE(next.watches.values(), QList<quint64>{60'000});
    next.fireAll();
    QTRY_COMPARE(idle.count(), 1);
}

void MutterIdleSourceTest::absentCompositor_isNoWay()
{
    MutterIdleSource source;
    QVERIFY(!isFound(source));
}

HOURPASS_TEST(MutterIdleSourceTest, QCoreApplication)

} // namespace tst_mutteridlesource

#include "tst_mutteridlesource.moc"
