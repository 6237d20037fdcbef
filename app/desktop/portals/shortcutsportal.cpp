// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/shortcutsportal.h"

#include "dbus/busvalues.h"
#include "desktop/portals/portalrequest.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QGuiApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto interface = "org.freedesktop.portal.GlobalShortcuts"_L1;
constexpr auto sessionInterface = "org.freedesktop.portal.Session"_L1;
constexpr Milliseconds patience{25'000};       // the bus may have to start it
constexpr Milliseconds usersPatience{600'000}; // for a dialog, in which keys are tried

QVariant toEntries(const QList<GlobalShortcut> &shortcuts)
{
    QList<BusDetails> entries;
    for (const GlobalShortcut &shortcut : shortcuts)
        entries.append({shortcut.id, {{u"description"_s, shortcut.description}}});
    return toBus(entries);
}

QStringList keysIn(const QVariantMap &answer)
{
    const auto entries = busValue<QList<BusDetails>>(answer.value(u"shortcuts"_s));
    QStringList keys;
    for (const BusDetails &entry : entries.value_or(QList<BusDetails>())) {
        const auto text = busValue<QString>(entry.details.value(u"trigger_description"_s));
        if (text && !text->isEmpty())
            keys.append(*text);
    }
    return keys;
}

// Its path, which the portal gives as a text; empty where it is none.
QString sessionIn(const QVariantMap &answer)
{
    const auto path = busValue<QString>(answer.value(u"session_handle"_s)).value_or(QString());
    return path.startsWith(portalPath + "/session/"_L1) ? path : QString();
}

// By which the desktop puts its dialog in front of ours; on Wayland there is no such name without
// a protocol of its own.
QString nameOf(quintptr window)
{
    if (window == 0 || QGuiApplication::platformName() != "xcb"_L1)
        return {};
    return u"x11:%1"_s.arg(window, 0, 16);
}

} // namespace

Future<bool> ShortcutsPortal::find()
{
    if (!m_bus.isConnected())
        return readyFuture<bool>(false);
    auto question = QDBusMessage::createMethodCall(portalService, portalPath,
                                                   u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << QString(interface) << u"version"_s;
    auto answer = std::make_shared<Reporter<bool>>();
    const auto *call =
        new QDBusPendingCallWatcher(m_bus.asyncCall(question, int(patience.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [answer](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                answer->report(busProperty<quint32>(done->reply()).value_or(0) >= 1);
            });
    return answer->future();
}

Future<QVariantMap> ShortcutsPortal::request(const QString &method, const QVariantList &arguments,
                                             const QVariantMap &options, Milliseconds atMost)
{
    auto *request = new PortalRequest(m_bus, this);
    auto answer = std::make_shared<Reporter<QVariantMap>>();
    request->send(interface, method, arguments, options, atMost)
        .then(this, [request, answer](const Result<QVariantMap> &said) {
            request->deleteLater();
            answer->report(said);
        });
    return answer->future();
}

// A session's shortcuts can be set once, so that each time begins a new one.
Future<QStringList> ShortcutsPortal::bind(const QList<GlobalShortcut> &shortcuts, quintptr window)
{
    closeSession();
    auto done = std::make_shared<Reporter<QStringList>>();
    request(u"CreateSession"_s, {}, {{u"session_handle_token"_s, PortalRequest::newToken()}},
            patience)
        .then(this, [this, shortcuts, window, done](const Result<QVariantMap> &said) {
            const QString session = said ? sessionIn(*said) : QString();
            if (session.isEmpty())
                done->report(said ? failure(ErrorCode::NotFound) : Failure(said.error()));
            else
                bindIn(session, shortcuts, window, done);
        });
    return done->future();
}

void ShortcutsPortal::bindIn(const QString &session, const QList<GlobalShortcut> &shortcuts,
                             quintptr window, const std::shared_ptr<Reporter<QStringList>> &done)
{
    m_session = session;
    // Of whatever sender: Qt would wait for the bus to say who has the name. The session's path is
    // known to the portal and to us.
    m_bus.connect({}, portalPath, interface, u"Activated"_s, this, SLOT(onActivated(QDBusMessage)));
    m_bus.connect({}, session, sessionInterface, u"Closed"_s, this, SLOT(onClosed(QDBusMessage)));
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchedServices({portalService});
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        if (!std::exchange(m_session, {}).isEmpty())
            Q_EMIT ended();
    });
    const QVariantList arguments{QVariant::fromValue(QDBusObjectPath(session)),
                                 toEntries(shortcuts), nameOf(window)};
    request(u"BindShortcuts"_s, arguments, {}, usersPatience)
        .then(this, [this, done](const Result<QVariantMap> &said) {
            if (!said) {
                closeSession();
                done->report(Failure(said.error()));
            } else {
                done->report(keysIn(*said));
            }
        });
}

void ShortcutsPortal::closeSession()
{
    if (m_session.isEmpty())
        return;
    m_bus.disconnect({}, m_session, sessionInterface, u"Closed"_s, this,
                     SLOT(onClosed(QDBusMessage)));
    m_watcher.disconnect(this);
    m_bus.send(QDBusMessage::createMethodCall(portalService, std::exchange(m_session, {}),
                                              sessionInterface, u"Close"_s));
}

void ShortcutsPortal::onActivated(const QDBusMessage &message)
{
    const auto said = busArguments<QDBusObjectPath, QString, quint64, QVariantMap>(message);
    if (!said || m_session.isEmpty() || std::get<0>(*said).path() != m_session)
        return;
    const auto token = busValue<QString>(std::get<3>(*said).value(u"activation_token"_s));
    Q_EMIT activated(std::get<1>(*said), token.value_or(QString()).toUtf8());
}

void ShortcutsPortal::onClosed(const QDBusMessage & /*message*/)
{
    if (!std::exchange(m_session, {}).isEmpty())
        Q_EMIT ended();
}

} // namespace hourpass
