// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

namespace {

using Attributes = QMap<QString, QString>;

constexpr int patienceMs = 60'000;

QDBusMessage askKeychain(const QString &method, const QVariant &argument)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, method);
    question << argument;
    return QDBusConnection::sessionBus().call(question);
}

// The paths of our entries; nothing where the keychain does not answer.
std::optional<QStringList> entries()
{
    qDBusRegisterMetaType<Attributes>();
    const QDBusMessage reply = askKeychain(
        u"SearchItems"_s, QVariant::fromValue(Attributes{{u"server"_s, u"hourpass"_s}}));
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    QStringList paths;
    for (const QVariant &list : reply.arguments()) {
        for (const QDBusObjectPath &path : qdbus_cast<QList<QDBusObjectPath>>(list))
            paths += path.path();
    }
    return paths;
}

} // namespace

QJsonObject CliRun::error() const
{
    // Each warning before it has a line of its own.
    QByteArrayList lines = err.split('\n');
    if (lines.takeLast() != "")
        return {};
    while (lines.size() > 1 && lines.first().startsWith("{\"warning\":"))
        lines.removeFirst();
    if (lines.size() != 1)
        return {};
    const QJsonObject outer = QJsonDocument::fromJson(lines.first()).object();
    return outer.size() == 1 ? outer["error"_L1].toObject() : QJsonObject();
}

QByteArray CliRun::story() const
{
    return "status " + QByteArray::number(status) + ", " + QByteArray::number(out.size())
        + " bytes of output, messages: " + err;
}

CliBench::CliBench(const std::shared_ptr<const TokenSigner> &signer, CertificateFault fault)
    : m_iam({.certificateFault = fault, .signer = signer})
{
    bool hasFolders = m_folder.isValid();
    for (const QString &name :
         {u"home"_s, u"config"_s, u"state"_s, u"data"_s, u"cache"_s, u"tmp"_s})
        hasFolders = hasFolders && QDir().mkpath(path(name));
    m_isReady = hasFolders && m_iam.listen() && m_iam.writeAuthority(path(u"ca.pem"_s));
}

QStringList CliBench::withEndpoint() const
{
    return {u"--endpoint"_s, m_iam.url().toString(), u"--ca-file"_s, path(u"ca.pem"_s)};
}

std::unique_ptr<QProcess> CliBench::process(const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    environment.insert(u"LC_ALL"_s, u"C"_s);
    auto process = std::make_unique<QProcess>();
    process->setProgram(QStringLiteral(HOURPASS_CLI));
    process->setArguments(arguments);
    process->setProcessEnvironment(environment);
    return process;
}

CliRun CliBench::run(const QStringList &arguments, const QByteArray &input,
                     const Prepare &prepare) const
{
    const auto cli = process(arguments);
    if (prepare)
        prepare(*cli);
    cli->start();
    if (!input.isEmpty())
        cli->write(input);
    cli->closeWriteChannel();
    return finish(*cli);
}

CliRun CliBench::finish(QProcess &process)
{
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patienceMs);
    if (!ended)
        process.kill();
    CliRun run;
    run.status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

CliRun CliBench::add(const QString &name, const QByteArray &key) const
{
    return run(QStringList{u"profile"_s, u"add"_s, name} + withEndpoint(), key + '\n');
}

void CliBench::tell(Fault fault)
{
    Behaviour behaviour;
    behaviour.fault = fault;
    m_iam.setBehaviour(behaviour);
}

QByteArray CliBench::issued() const
{
    const auto &tokens = m_iam.issuedTokens();
    return tokens.isEmpty() ? QByteArray() : tokens.last().token;
}

QStringList CliBench::filesWith(const QByteArray &text) const
{
    QStringList found;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly) && file.readAll().contains(text))
            found.append(file.fileName());
    }
    return found;
}

QByteArray readFile(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // under any umask
}

QStringList idsInKeychain()
{
    QStringList ids;
    for (const QString &path : entries().value_or(QStringList())) {
        QDBusMessage question = QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        question << u"org.freedesktop.Secret.Item"_s << u"Attributes"_s;
        const QVariantList reply = QDBusConnection::sessionBus().call(question).arguments();
        const QVariant attributes = reply.value(0).value<QDBusVariant>().variant();
        ids += qdbus_cast<Attributes>(attributes).value(u"user"_s).section(u'/', 1);
    }
    ids.sort();
    return ids;
}

int keysInKeychain()
{
    const auto paths = entries();
    return paths ? int(paths->size()) : -1;
}

bool emptyKeychain()
{
    for (const QString &path : entries().value_or(QStringList()))
        QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, path, u"org.freedesktop.Secret.Item"_s, u"Delete"_s));
    return keysInKeychain() == 0;
}

bool lockKeychain()
{
    const QList<QDBusObjectPath> collections{
        QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)};
    return askKeychain(u"Lock"_s, QVariant::fromValue(collections)).type()
        == QDBusMessage::ReplyMessage;
}

} // namespace hourpass::test
