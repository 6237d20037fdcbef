// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/shortcutsportal.h"

#include "desktop/portalrequest.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto interface = "org.freedesktop.portal.GlobalShortcuts"_L1;
constexpr auto sessionInterface = "org.freedesktop.portal.Session"_L1;
constexpr Milliseconds patience{25'000};       // the bus may have to start it
constexpr Milliseconds usersPatience{600'000}; // for a dialog, in which keys are tried

/// As the portal has them: an id, and what there is to say.
struct Entry {
    QString id;
    QVariantMap details;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Entry &entry)
{
    argument.beginStructure();
    argument << entry.id << entry.details;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Entry &entry)
{
    argument.beginStructure();
    argument >> entry.id >> entry.details;
    argument.endStructure();
    return argument;
}

QVariant toEntries(const QList<GlobalShortcut> &shortcuts)
{
    QList<Entry> entries;
    for (const GlobalShortcut &shortcut : shortcuts)
        entries.append({shortcut.id, {{u"description"_s, shortcut.description}}});
    return QVariant::fromValue(entries);
}

QStringList keysIn(const QVariantMap &answer)
{
    const QVariant said = answer.value(u"shortcuts"_s);
    if (said.metaType() != QMetaType::fromType<QDBusArgument>()
        || said.value<QDBusArgument>().currentSignature() != "a(sa{sv})"_L1)
        return {};
    QStringList keys;
    for (const Entry &entry : qdbus_cast<QList<Entry>>(said)) {
        if (const QString text = entry.details.value(u"trigger_description"_s).toString();
            !text.isEmpty())
            keys.append(text);
    }
    return keys;
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
} // namespace hourpass

Q_DECLARE_METATYPE(hourpass::Entry)

namespace hourpass {

ShortcutsPortal::ShortcutsPortal()
{
    qDBusRegisterMetaType<Entry>();
    qDBusRegisterMetaType<QList<Entry>>();
}

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
                const QDBusPendingReply<QDBusVariant> reply = *done;
                answer->report(reply.isValid() && reply.value().variant().toUInt() >= 1);
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
            const QString session = said ? said->value(u"session_handle"_s).toString() : QString();
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
    const QVariantList said = message.arguments();
    if (m_session.isEmpty() || said.value(0).value<QDBusObjectPath>().path() != m_session)
        return;
    const auto options = qdbus_cast<QVariantMap>(said.value(3));
    Q_EMIT activated(said.value(1).toString(),
                     options.value(u"activation_token"_s).toString().toUtf8());
}

void ShortcutsPortal::onClosed(const QDBusMessage & /*message*/)
{
    if (!std::exchange(m_session, {}).isEmpty())
        Q_EMIT ended();
}

} // namespace hourpass
