// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hourpass::test {

/// A secret as it goes over the bus in a session without encryption.
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace hourpass::test

Q_DECLARE_METATYPE(hourpass::test::PlainSecret)

namespace hourpass::test {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto defaultPath = "/org/freedesktop/secrets/aliases/default"_L1;

QVariantList call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<PlainSecret>();
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    const auto reply = QDBusConnection::sessionBus().call(message, QDBus::Block, 10'000);
    if (reply.type() != QDBusMessage::ReplyMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(reply.errorMessage()));
    return reply.arguments();
}

QStringList search(const Attributes &attributes)
{
    QStringList found;
    for (const QVariant &list :
         call(servicePath, serviceInterface, u"SearchItems"_s, {QVariant::fromValue(attributes)}))
        for (const QDBusObjectPath &path : qdbus_cast<Paths>(list))
            found.append(path.path());
    return found;
}

struct Output {
    int status = 0;
    QByteArray text;
};
Output run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(10'000))
        qFatal("%s: %s", qPrintable(program), qPrintable(process.errorString()));
    return {process.exitCode(), process.readAllStandardOutput()};
}

void storeIn(const QString &collection, const QString &name, const QByteArray &text,
             const QString &type)
{
    const Output output = run(u"secret-tool"_s,
                              {u"store"_s, u"--label=hourpass"_s, "--collection="_L1 + collection,
                               u"server"_s, u"hourpass"_s, u"user"_s, name, u"type"_s, type,
                               u"xdg:schema"_s, u"org.qt.keychain"_s},
                              text);
    if (output.status != 0)
        qFatal("secret-tool store failed");
}

QStringList ownFolders()
{
    const QString session = qEnvironmentVariable("SESSION_DIR");
    if (!session.isEmpty())
        return {session};
    return {qEnvironmentVariable("HOME"), qEnvironmentVariable("XDG_CONFIG_HOME")};
}

} // namespace

QStringList Keyring::entries() const
{
    return search({{u"server"_s, u"hourpass"_s}});
}

QStringList Keyring::entries(const QString &name) const
{
    return search({{u"server"_s, u"hourpass"_s}, {u"user"_s, name}});
}

QByteArray Keyring::storedText(const QString &name) const
{
    const Output output =
        run(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"hourpass"_s, u"user"_s, name});
    return output.status == 0 ? output.text : QByteArray();
}

void Keyring::store(const QString &name, const QByteArray &text, const QString &type)
{
    storeIn(u"default"_s, name, text, type);
}

void Keyring::storeForThisSession(const QString &name, const QByteArray &text, const QString &type)
{
    storeIn(u"session"_s, name, text, type);
}

void Keyring::clear()
{
    for (const QString &path : entries())
        call(path, u"org.freedesktop.Secret.Item"_s, u"Delete"_s, {});
}

void Keyring::lock()
{
    call(servicePath, serviceInterface, u"Lock"_s,
         {QVariant::fromValue(Paths{QDBusObjectPath(defaultPath)})});
    if (!isLocked())
        qFatal("the keyring does not lock");
}

// gnome-keyring's own door, since nobody can be asked without a window.
void Keyring::unlock()
{
    const QVariantList opened = call(servicePath, serviceInterface, u"OpenSession"_s,
                                     {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const auto collection = call(servicePath, serviceInterface, u"ReadAlias"_s, {u"default"_s});
    const PlainSecret secret{
        opened.at(1).value<QDBusObjectPath>(), {}, password(), u"text/plain"_s};
    call(servicePath, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
         u"UnlockWithMasterPassword"_s, {collection.at(0), QVariant::fromValue(secret)});
    if (isLocked())
        qFatal("the keyring does not unlock");
}

bool Keyring::isLocked() const
{
    return call(defaultPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s})
        .at(0)
        .value<QDBusVariant>()
        .variant()
        .toBool();
}

bool Keyring::isThere() const
{
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    message << u"org.freedesktop.secrets"_s;
    const auto reply = QDBusConnection::sessionBus().call(message, QDBus::Block, 10'000);
    return reply.arguments().value(0).toBool();
}

qint64 Keyring::sessionPid()
{
    bool ok = false;
    const qint64 pid = qEnvironmentVariable("SESSION_KEYRING_PID").toLongLong(&ok);
    if (!ok || pid <= 1)
        qFatal("run this in tests/support/session.sh: it starts the keyring");
    return pid;
}

QByteArray Keyring::password()
{
    return qgetenv("SESSION_KEYRING_PASSWORD");
}

QStringList filesHolding(const QByteArray &bytes)
{
    QStringList holding;
    for (const QString &folder : ownFolders()) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QFile::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            if (content.contains(bytes) || content.contains(bytes.toBase64()))
                holding.append(file.fileName());
        }
    }
    return holding;
}

void needTool(const QString &program, const QString &package)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        qFatal("%s is missing: install the package %s", qPrintable(program), qPrintable(package));
}

} // namespace hourpass::test
