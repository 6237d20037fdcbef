// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/backgroundportal.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QTest>

namespace tst_backgroundportal {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// As much of the portal as is asked, a program of its own on the bus; the user has made up their
/// mind already.
class Portal final : public QDBusVirtualObject
{
public:
    explicit Portal(uint response, bool grants)
        : m_response(response)
        , m_grants(grants)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
    {
        if (!m_bus.registerVirtualObject(u"/org/freedesktop/portal/desktop"_s, this)
            || !m_bus.registerService(u"org.freedesktop.portal.Desktop"_s))
            qFatal("the service cannot be registered");
    }
    ~Portal() override { QDBusConnection::disconnectFromBus(u"portal"_s); }
    Q_DISABLE_COPY_MOVE(Portal)

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() != "org.freedesktop.portal.Background"_L1
            || message.member() != "RequestBackground"_L1 || message.signature() != "sa{sv}"_L1)
            return false;
        asked = qdbus_cast<QVariantMap>(message.arguments().at(1));
        const QString path = u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(
            message.service().mid(1).replace(u'.', u'_'), asked[u"handle_token"_s].toString());
        connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(path))));
        auto signal =
            QDBusMessage::createSignal(path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        signal << m_response << QVariantMap{{u"background"_s, true}, {u"autostart"_s, m_grants}};
        return connection.send(signal);
    }

    QVariantMap asked;

private:
    uint m_response;
    bool m_grants;
    QDBusConnection m_bus;
};

QString outcomeOf(const Future<void> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
        return u"nothing was reported in time"_s;
    return test::outcome(future.result());
}

class BackgroundPortalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void granted_isDone()
    {
        Portal portal(0, true);
        BackgroundPortal background;
        QCOMPARE(outcomeOf(background.setAutostart(true)), u"ok"_s);
        QCOMPARE(portal.asked[u"autostart"_s].toBool(), true);
        QCOMPARE(portal.asked[u"commandline"_s].toStringList(),
                 (QStringList{u"hourpass"_s, u"--hidden"_s}));
    }

    void takenBack_isDone()
    {
        Portal portal(0, false);
        BackgroundPortal background;
        QCOMPARE(outcomeOf(background.setAutostart(false)), u"ok"_s);
        QCOMPARE(portal.asked[u"autostart"_s].toBool(), false);
    }

    void refused_isAFailure_data()
    {
        QTest::addColumn<uint>("response");
        QTest::addColumn<bool>("grants");
        QTest::newRow("in the dialog") << 1U << false;
        QTest::newRow("by a rule") << 0U << false;
        QTest::newRow("by a fault") << 2U << true;
    }

    void refused_isAFailure()
    {
        QFETCH(uint, response);
        QFETCH(bool, grants);
        Portal portal(response, grants);
        BackgroundPortal background;
        QCOMPARE(outcomeOf(background.setAutostart(true)), u"WriteFailed"_s);
    }

    void noPortal_isAFailure()
    {
        BackgroundPortal background;
        QCOMPARE(outcomeOf(background.setAutostart(true)), u"WriteFailed"_s);
    }
};

HOURPASS_TEST(BackgroundPortalTest, QCoreApplication)

} // namespace tst_backgroundportal

#include "tst_backgroundportal.moc"
