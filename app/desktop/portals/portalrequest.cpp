// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/portals/portalrequest.h"

#include "dbus/busvalues.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QUuid>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// The place of the answer, as the portal makes it of the caller's name on the bus.
QString requestPath(const QDBusConnection &bus, const QString &token)
{
    const QString caller = bus.baseService().mid(1).replace(u'.', u'_');
    return u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(caller, token);
}

} // namespace

PortalRequest::PortalRequest(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_deadline(systemNow)
{
    connect(&m_deadline, &DeadlineTimer::timeout, this,
            [this] { m_done.report(failure(ErrorCode::TimedOut)); });
}

QString PortalRequest::newToken()
{
    return u"hourpass"_s + QUuid::createUuid().toString(QUuid::Id128);
}

Future<QVariantMap> PortalRequest::send(const QString &interface, const QString &method,
                                        QVariantList arguments, QVariantMap options,
                                        Milliseconds patience)
{
    const QString token = newToken();
    options.insert(u"handle_token"_s, token);
    arguments.append(options);
    // Before the question: the answer may come before we have heard that it was understood.
    m_bus.connect({}, requestPath(m_bus, token), u"org.freedesktop.portal.Request"_s, u"Response"_s,
                  this, SLOT(onResponse(QDBusMessage)));
    auto question = QDBusMessage::createMethodCall(portalService, portalPath, interface, method);
    question.setArguments(arguments);
    const auto *call =
        new QDBusPendingCallWatcher(m_bus.asyncCall(question, int(patience.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        if (done->isError())
            m_done.report(failure(ErrorCode::NotFound, done->error().name()));
    });
    m_deadline.start(patience);
    return m_done.future();
}

void PortalRequest::onResponse(const QDBusMessage &message)
{
    m_deadline.stop();
    const auto said = busArguments<quint32, QVariantMap>(message);
    if (said && std::get<0>(*said) == 0)
        m_done.report(std::get<1>(*said));
    else if (said && std::get<0>(*said) == 1)
        m_done.report(failure(ErrorCode::Cancelled));
    else
        m_done.report(failure(ErrorCode::NotFound));
}

} // namespace hourpass
