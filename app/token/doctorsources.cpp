// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/doctorsources.h"

#include "token/networkerror.h"

#include <QHostInfo>
#include <QNetworkProxyFactory>
#include <QThread>
#include <QTimer>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> addressesOf(const QString &host)
{
    // Qt would look up the name of an address.
    if (const QHostAddress address(host); !address.isNull())
        return QStringList{address.toString()};
    const QHostInfo info = QHostInfo::fromName(host);
    QStringList addresses;
    for (const QHostAddress &address : info.addresses())
        addresses += address.toString();
    if (addresses.isEmpty())
        return failure(codeForUnknownName(), info.errorString(), host);
    return addresses;
}

Result<QString> systemProxy(const QUrl &target)
{
    const auto offered = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(target));
    if (offered.isEmpty() || offered.first().hostName().isEmpty())
        return QString();
    const QNetworkProxy &proxy = offered.first();
    QUrl url;
    url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s);
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

DoctorSources DoctorSources::ofThisProcess()
{
    return {addressesOf, systemProxy, Milliseconds(10'000)};
}

template <typename T>
Future<T> askInThread(std::function<Result<T>()> question, Milliseconds patience,
                      const Error &silence)
{
    const auto done = std::make_shared<Reporter<T>>();
    const auto answer = std::make_shared<Result<T>>(Failure(silence));
    // It has no parent, since a parent would wait for it.
    auto *thread = QThread::create([answer, question] { *answer = question(); });
    auto *timer = new QTimer(thread);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer,
                     [done, silence] { done->report(Failure(silence)); });
    QObject::connect(thread, &QThread::finished, timer, [done, answer] { done->report(*answer); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    timer->start(patience);
    thread->start();
    return done->future();
}

template Future<QString> askInThread(std::function<Result<QString>()>, Milliseconds, const Error &);
template Future<QStringList> askInThread(std::function<Result<QStringList>()>, Milliseconds,
                                         const Error &);

} // namespace hourpass
