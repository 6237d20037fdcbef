// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/trayhosts.h"

#include "support/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <xcb/xcb.h>

#include <cstdlib>

namespace tst_trayhosts {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QString service = u"org.kde.StatusNotifierWatcher"_s;
const QString path = u"/StatusNotifierWatcher"_s;

/// The desktop's list of tray icons, on a connection of its own.
class Watcher : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered MEMBER hasHost)

public:
    explicit Watcher(bool withHost)
        : hasHost(withHost)
    {
        if (!bus.registerObject(path, this, QDBusConnection::ExportAllProperties)
            || !bus.registerService(service))
            qFatal("the service cannot be registered");
    }
    ~Watcher() override
    {
        bus.unregisterService(service);
        bus.unregisterObject(path);
    }
    void setHost(bool has)
    {
        hasHost = has;
        bus.send(QDBusMessage::createSignal(path, service,
                                            has ? u"StatusNotifierHostRegistered"_s
                                                : u"StatusNotifierHostUnregistered"_s));
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desk"_s);
    bool hasHost;
};

/// A tray that takes windows in, as far as it announces itself.
class Embedder final
{
public:
    Embedder()
    {
        const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_x)).data;
        const xcb_window_t window = xcb_generate_id(m_x);
        xcb_create_window(m_x, XCB_COPY_FROM_PARENT, window, screen->root, 0, 0, 1, 1, 0,
                          XCB_WINDOW_CLASS_INPUT_ONLY, screen->root_visual, 0, nullptr);
        xcb_set_selection_owner(m_x, window, atom("_NET_SYSTEM_TRAY_S0"), XCB_CURRENT_TIME);
        xcb_client_message_event_t said{};
        said.response_type = XCB_CLIENT_MESSAGE;
        said.format = 32;
        said.window = screen->root;
        said.type = atom("MANAGER");
        said.data.data32[1] = atom("_NET_SYSTEM_TRAY_S0");
        said.data.data32[2] = window;
        xcb_send_event(m_x, 0, screen->root, XCB_EVENT_MASK_STRUCTURE_NOTIFY,
                       reinterpret_cast<const char *>(&said));
        atom("MANAGER"); // its answer comes after all of that was done
    }
    ~Embedder() { xcb_disconnect(m_x); }
    Q_DISABLE_COPY_MOVE(Embedder)

private:
    xcb_atom_t atom(const char *name)
    {
        auto *reply = xcb_intern_atom_reply(
            m_x, xcb_intern_atom(m_x, 0, quint16(qstrlen(name)), name), nullptr);
        const xcb_atom_t found = reply->atom;
        std::free(reply);
        return found;
    }
    xcb_connection_t *m_x = xcb_connect(nullptr, nullptr);
};

class TrayHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void desktopWithoutATray_isKnownToHaveNone()
    {
        TrayHosts hosts;
        QSignalSpy changes(&hosts, &TrayHosts::changed);
        hosts.start();
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(!hosts.hasBusHost() && !hosts.hasEmbedder());
    }

    void hostOnTheBus_isFoundAtOnce()
    {
        const Watcher watcher(true);
        TrayHosts hosts;
        hosts.start();
        QTRY_VERIFY(hosts.hasBusHost());
    }

    // As at login, where programs are quicker than the panel.
    void hostThatComesLater_isNoticed_andThatItGoes()
    {
        TrayHosts hosts;
        QSignalSpy changes(&hosts, &TrayHosts::changed);
        hosts.start();
        QTRY_COMPARE(changes.size(), 1);
        {
            Watcher watcher(false);
            watcher.setHost(true);
            QTRY_VERIFY(hosts.hasBusHost());
            watcher.setHost(false);
            QTRY_VERIFY(!hosts.hasBusHost());
            watcher.setHost(true);
            QTRY_VERIFY(hosts.hasBusHost());
        }
        QTRY_VERIFY(!hosts.hasBusHost());
        const Watcher next(true);
        QTRY_VERIFY(hosts.hasBusHost());
    }

    void embedder_isNoticedWheneverItComesAndGoes()
    {
        TrayHosts hosts;
        hosts.start();
        for (int i = 0; i < 2; ++i) {
            {
                const Embedder embedder;
                QTRY_VERIFY(hosts.hasEmbedder());
                QVERIFY(!hosts.hasBusHost());
            }
            QTRY_VERIFY(!hosts.hasEmbedder());
        }
    }

    // Qt takes the first tray that it finds for ever, and the bus is the better one.
    void embedder_isNotOfferedBeforeTheBusHasAnswered()
    {
        const Embedder embedder;
        const Watcher watcher(true);
        TrayHosts hosts;
        bool wasOfferedFirst = false;
        connect(&hosts, &TrayHosts::changed, this, [&] {
            wasOfferedFirst = wasOfferedFirst || (hosts.hasEmbedder() && !hosts.hasBusHost());
        });
        hosts.start();
        QTRY_VERIFY(hosts.hasBusHost() && hosts.hasEmbedder());
        QVERIFY(!wasOfferedFirst);
    }
};

HOURPASS_TEST(TrayHostsTest, QGuiApplication)

} // namespace tst_trayhosts

#include "tst_trayhosts.moc"
