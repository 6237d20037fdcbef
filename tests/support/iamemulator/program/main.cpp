// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/program/programend.h"
#include "support/iamemulator/program/programoptions.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

int fail(const QString &problem)
{
    QTextStream(stderr) << "hourpass-iam-emulator: " << problem << Qt::endl;
    return 1;
}

QJsonObject readyDocument(const IamEmulator &emulator, const QString &caFile)
{
    QJsonObject keys;
    for (const EmulatedKey &key : emulator.keys().keys())
        keys.insert(key.label, QString::fromUtf8(key.secret));
    QJsonObject profiles;
    for (const EmulatedProfile &profile : emulator.profiles())
        profiles.insert(profile.label, profile.id);
    return {{u"url"_s, emulator.url().toString()},
            {u"ca_file"_s, caFile},
            {u"keys"_s, keys},
            {u"profiles"_s, profiles}};
}

bool writeReadyFile(const QString &fileName, const QJsonObject &document)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return false;
    file.write(QJsonDocument(document).toJson());
    return file.commit();
}

/// Appends each request to the file, which is to live as long as the emulator.
bool startRecording(IamEmulator &emulator, QFile &file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly))
        return false;
    QObject::connect(
        &emulator, &IamEmulator::requestRecorded, &file, [&file](const RequestRecord &record) {
            file.write(QJsonDocument(record.toJson()).toJson(QJsonDocument::Compact) + '\n');
            file.flush();
        });
    return true;
}

int run(const ProgramOptions &options)
{
    IamEmulator emulator(options.emulator);
    emulator.setBehaviour(options.behaviour);

    QFile recordFile(options.recordFile);
    if (!options.recordFile.isEmpty() && !startRecording(emulator, recordFile))
        return fail(u"the record file cannot be written"_s);

    const QTemporaryDir temporary;
    const QDir folder(options.folder.isEmpty() ? temporary.path() : options.folder);
    const QString caFile = folder.absoluteFilePath(u"ca.pem"_s);
    if (!folder.mkpath(u"."_s) || !emulator.writeAuthority(caFile))
        return fail(u"the folder cannot be written"_s);
    if (!emulator.listen(options.port))
        return fail(u"the port is taken"_s);

    if (!options.readyFile.isEmpty()
        && !writeReadyFile(options.readyFile, readyDocument(emulator, caFile)))
        return fail(u"the ready file cannot be written"_s);
    QTextStream(stdout) << emulator.url().toString() << ' ' << caFile << Qt::endl;
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const SignalWatch signalWatch;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hourpass-iam-emulator"_s);
    const ProgramOptions options = readOptions(application);
    if (!options.problem.isEmpty())
        return fail(options.problem);

    QObject::connect(&signalWatch, &SignalWatch::endRequested, &application,
                     &QCoreApplication::quit, Qt::QueuedConnection);
    std::unique_ptr<StdinWatch> stdinWatch;
    if (options.untilStdinCloses) {
        stdinWatch = std::make_unique<StdinWatch>();
        QObject::connect(stdinWatch.get(), &StdinWatch::endRequested, &application,
                         &QCoreApplication::quit);
    }
    return run(options);
}
