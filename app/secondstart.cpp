// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "secondstart.h"

#include "instance/instancecall.h"
#include "profiles/profilestore.h"
#include "words/explanation.h"
#include "words/startwords.h"
#include "words/translation.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

// Who does not get the text is not told that all went well.
int print(std::FILE *where, const QString &text, StartStatus status)
{
    const bool isPrinted =
        std::fputs(text.toLocal8Bit().constData(), where) >= 0 && std::fflush(where) == 0;
    return int(isPrinted ? status : StartStatus::InternalFault);
}

// Without a display: a second start needs none.
Result<InstanceCall::Outcome> outcomeOf(InstanceCall &call)
{
    Result<InstanceCall::Outcome> outcome = failure(ErrorCode::Cancelled);
    call.start().then(QCoreApplication::instance(),
                      [&outcome](const Result<InstanceCall::Outcome> &reported) {
                          outcome = reported;
                          // The loop may not even have begun.
                          QMetaObject::invokeMethod(QCoreApplication::instance(),
                                                    &QCoreApplication::quit, Qt::QueuedConnection);
                      });
    QCoreApplication::exec();
    return outcome;
}

QString textOf(const StartMisuse &misuse)
{
    switch (misuse.kind) {
    case StartMisuse::Kind::UnknownOption:
        return unknownOptionText(misuse.option);
    case StartMisuse::Kind::NotAnOption:
        return notAnOptionText();
    case StartMisuse::Kind::NameMissing:
        return nameMissingText();
    case StartMisuse::Kind::TooMany:
        break;
    }
    return tooManyOptionsText();
}

} // namespace

int say(const MainArguments &arguments, std::FILE *where, QString (*text)(), StartStatus status)
{
    QCoreApplication application(arguments.count, arguments.words);
    installTranslation(application);
    return print(where, text(), status);
}

int refuse(const MainArguments &arguments, const StartMisuse &misuse)
{
    QCoreApplication application(arguments.count, arguments.words);
    installTranslation(application);
    return print(stderr, textOf(misuse) + u'\n' + startUsageText(), StartStatus::Usage);
}

int complain(const MainArguments &arguments, const Error &error)
{
    QCoreApplication application(arguments.count, arguments.words);
    installTranslation(application);
    const Explanation words = explain(error);
    return print(stderr, words.cause + u' ' + words.nextStep + u'\n', StartStatus::InternalFault);
}

Result<InstanceMessage> messageFor(const StartArguments &start, const QString &profilesFile)
{
    InstanceMessage message{start.verb, {}, {}};
    message.activationToken = usableActivationToken(qgetenv("XDG_ACTIVATION_TOKEN"));
    if (start.verb != Verb::Copy)
        return message;
    const auto document = readProfiles(profilesFile);
    if (!document)
        return Failure(document.error());
    const Profile *profile = findByName(document->profiles, start.profileName);
    if (!profile)
        return failure(ErrorCode::NotFound);
    message.profile = profile->id;
    return message;
}

std::optional<int> askFirst(const MainArguments &arguments, InstanceLock &lock,
                            const QString &socketName, const InstanceMessage &message)
{
    const auto isFirst = lock.tryLock();
    // Without a lock file there is nobody to ask: better a window than none.
    if (!isFirst || *isFirst)
        return {};
    Result<InstanceCall::Outcome> outcome = failure(ErrorCode::Cancelled);
    {
        QCoreApplication application(arguments.count, arguments.words);
        InstanceCall request(lock, socketName, message, systemNow);
        outcome = outcomeOf(request);
    }
    if (!outcome)
        return say(arguments, stderr, instanceSilentText, StartStatus::NoAnswer);
    if (*outcome == InstanceCall::Outcome::BecameFirst)
        return {};
    if (*outcome == InstanceCall::Outcome::NotUnderstood)
        return say(arguments, stderr, instanceOtherVersionText, StartStatus::NoAnswer);
    return int(StartStatus::Done);
}

} // namespace hourpass
