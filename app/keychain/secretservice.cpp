// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/secretservice.h"

#include "dbus/busvalues.h"
#include "keychain/keychainlog.h"
#include "keychain/libsecretsession.h"
#include "keychain/secretprompt.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QTimer>

#include <limits>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr auto busName = "org.freedesktop.secrets"_L1;
constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
constexpr auto defaultPath = "/org/freedesktop/secrets/aliases/default"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;

QDBusMessage serviceCall(const QString &method)
{
    return QDBusMessage::createMethodCall(busName, servicePath, serviceInterface, method);
}

QDBusMessage isLockedQuestion()
{
    auto question = QDBusMessage::createMethodCall(busName, defaultPath,
                                                   u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << collectionInterface << u"Locked"_s;
    return question;
}

ErrorCode codeOf(const QDBusError &error, ErrorCode noSuchObject)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
        return ErrorCode::KeychainMissing;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return ErrorCode::KeychainSilent;
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
        return noSuchObject;
    default:
        break;
    }
    if (error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1))
        return ErrorCode::KeychainMissing;
    return error.name() == "org.freedesktop.Secret.Error.NoSuchObject"_L1
        ? noSuchObject
        : ErrorCode::KeychainFailed;
}

QStringList textsOf(const Paths &paths)
{
    QStringList texts;
    for (const QDBusObjectPath &path : paths)
        texts.append(path.path());
    return texts;
}

// Both methods that may need the user answer with what is done already, one path or several, and
// with a prompt or "/".
std::optional<QString> promptIn(const QDBusMessage &answer)
{
    if (const auto unlocked = busArguments<Paths, QDBusObjectPath>(answer))
        return std::get<1>(*unlocked).path();
    if (const auto created = busArguments<QDBusObjectPath, QDBusObjectPath>(answer))
        return std::get<1>(*created).path();
    return {};
}

Failure unexpectedAnswer()
{
    return failure(ErrorCode::KeychainFailed, u"the keychain's answer has another form"_s);
}

} // namespace

std::unique_ptr<SecretService> SecretService::create(const KeychainLimits &limits,
                                                     const std::optional<Error> &busFault)
{
    return std::unique_ptr<SecretService>(new SecretService(limits, busFault));
}

SecretService::SecretService(const KeychainLimits &limits, const std::optional<Error> &busFault)
    : m_limits(limits)
    , m_whyNoBus(
          busFault.value_or(Error{ErrorCode::KeychainMissing, u"there is no session bus"_s, {}}))
{
    qDBusRegisterMetaType<Attributes>();
}

SecretService::~SecretService() = default;

Future<SecretService::Places> SecretService::find(const QString &service, const QString &key)
{
    const auto done = std::make_shared<Reporter<Places>>();
    auto question = serviceCall(u"SearchItems"_s);
    question << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, key}});
    ask(question).then(this, [this, done](const Result<QDBusMessage> &answer) {
        const auto found = answer ? busArguments<Paths, Paths>(*answer) : std::nullopt;
        if (!found) {
            done->report(answer ? unexpectedAnswer() : Failure(answer.error()));
            return;
        }
        const Places places{textsOf(std::get<0>(*found)), textsOf(std::get<1>(*found))};
        if (!places.open.isEmpty() || !places.locked.isEmpty()) {
            done->report(places);
            return;
        }
        defaultCollection().then(this, [done](const Result<Places> &collection) {
            if (collection)
                done->report(Places{{}, collection->locked});
            else
                done->report(Failure(collection.error()));
        });
    });
    return done->future();
}

Future<SecretService::Places> SecretService::defaultCollection()
{
    const auto done = std::make_shared<Reporter<Places>>();
    ask(isLockedQuestion(), ErrorCode::NotFound)
        .then(this, [done](const Result<QDBusMessage> &answer) {
            if (!answer) {
                if (answer.error().code == ErrorCode::NotFound)
                    done->report(Places{});
                else
                    done->report(Failure(answer.error()));
                return;
            }
            const auto isLocked = busProperty<bool>(*answer);
            if (!isLocked)
                done->report(unexpectedAnswer());
            else if (*isLocked)
                done->report(Places{{}, {defaultPath}});
            else
                done->report(Places{{defaultPath}, {}});
        });
    return done->future();
}

Future<QList<SecretEntry>> SecretService::list(const QString &service)
{
    return SecretListing::start(
        service,
        [this](const QDBusMessage &question) { return ask(question, ErrorCode::NotFound); }, this);
}

Future<void> SecretService::unlock(const QStringList &places)
{
    Paths paths;
    for (const QString &place : places)
        paths.append(QDBusObjectPath(place));
    auto question = serviceCall(u"Unlock"_s);
    question << QVariant::fromValue(paths);
    return askWithPrompt(question);
}

Future<void> SecretService::createDefaultCollection()
{
    auto question = serviceCall(u"CreateCollection"_s);
    question << QVariantMap{{collectionInterface + ".Label"_L1, u"Default keyring"_s}}
             << u"default"_s;
    return askWithPrompt(question);
}

Future<void> SecretService::askWithPrompt(const QDBusMessage &question)
{
    if (m_prompt && m_prompt->isOpen())
        return m_prompt->answer(m_limits.prompt);
    const auto done = std::make_shared<Reporter<void>>();
    const int generation = ++m_promptGeneration;
    ask(question).then(this, [this, done, generation](const Result<QDBusMessage> &answer) {
        const auto prompt = answer ? promptIn(*answer) : std::nullopt;
        if (generation != m_promptGeneration)
            done->report(failure(ErrorCode::Cancelled));
        else if (!prompt)
            done->report(answer ? unexpectedAnswer() : Failure(answer.error()));
        else
            runPrompt(*prompt, done);
    });
    return done->future();
}

void SecretService::runPrompt(const QString &path, const std::shared_ptr<Reporter<void>> &done)
{
    if (path == "/"_L1) {
        done->report({});
        return;
    }
    m_prompt = std::make_unique<SecretPrompt>(path);
    connect(m_prompt.get(), &SecretPrompt::answeredLate, this, &SecretService::answeredLate);
    m_prompt->show();
    m_prompt->answer(m_limits.prompt).then(this, [done](const Result<void> &answered) {
        done->report(answered);
    });
}

void SecretService::stopWaiting()
{
    ++m_promptGeneration;
    if (m_prompt)
        m_prompt->stopWaiting(failure(ErrorCode::Cancelled));
}

// One question without an end, so that nobody has to ask again and again.
void SecretService::awaitAnswer()
{
    auto bus = QDBusConnection::sessionBus();
    if (m_isAwaited || !bus.isConnected())
        return;
    m_isAwaited = true;
    auto *watcher = new QDBusPendingCallWatcher(
        bus.asyncCall(isLockedQuestion(), std::numeric_limits<int>::max()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isAwaited = false;
        // That it answers is enough; what it says is asked anew.
        Q_EMIT answersAgain();
    });
}

Future<QDBusMessage> SecretService::ask(const QDBusMessage &question, ErrorCode noSuchObject)
{
    const auto done = std::make_shared<Reporter<QDBusMessage>>();
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        // Later, as every other answer.
        QTimer::singleShot(0, this, [done, why = m_whyNoBus] { done->report(Failure(why)); });
        return done->future();
    }
    startWatching();
    auto *watcher =
        new QDBusPendingCallWatcher(bus.asyncCall(question, int(m_limits.answer.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, done, noSuchObject] {
        watcher->deleteLater();
        if (watcher->isError())
            done->report(
                failure(codeOf(watcher->error(), noSuchObject), busErrorText(watcher->error())));
        else
            done->report(watcher->reply());
    });
    return done->future();
}

void SecretService::startWatching()
{
    if (m_watcher)
        return;
    m_watcher = std::make_unique<QDBusServiceWatcher>(busName, QDBusConnection::sessionBus());
    connect(m_watcher.get(), &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString & /*name*/, const QString & /*oldOwner*/,
                   const QString &newOwner) { ownerChanged(newOwner); });
}

void SecretService::ownerChanged(const QString &newOwner)
{
    forgetLibsecretSession();
    if (const auto prompt = std::exchange(m_prompt, nullptr))
        prompt->stopWaiting(failure(ErrorCode::KeychainFailed, u"the keychain has ended"_s));
    if (!newOwner.isEmpty()) {
        qCDebug(keychainLog) << "The Secret Service has started.";
        Q_EMIT appeared();
        return;
    }
    qCDebug(keychainLog) << "The Secret Service has ended.";
    const auto question =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"ListActivatableNames"_s);
    ask(question).then(this, [this](const Result<QDBusMessage> &answer) {
        const auto names = answer ? busArgument<QStringList>(*answer) : std::nullopt;
        Q_EMIT disappeared(names && names->contains(busName));
    });
}

} // namespace hourpass
