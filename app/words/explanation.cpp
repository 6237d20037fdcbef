// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/explanation.h"

#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/keyfetchwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ExplanationWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Explanation)
};

// Safe to show, and of bearable length however much a server said.
QString shownSubject(const QString &text)
{
    return shortenedMiddle(visibleText(text), 1000);
}

QString serverWords(const Error &error)
{
    const QString message = shownSubject(error.server.message);
    return message.isEmpty() ? QString() : ExplanationWords::tr("It says: %1").arg(message);
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + u' ' + second;
}

Explanation inputExplanation(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameEmpty:
        return {ExplanationWords::tr("There is no name."),
                ExplanationWords::tr("Give a name of 1 to 100 visible characters."),
                {}};
    case ErrorCode::NameTooLong:
        return {ExplanationWords::tr("This name is too long."),
                ExplanationWords::tr("Give a name of at most 100 characters."),
                {}};
    case ErrorCode::NameInvalid:
        return {ExplanationWords::tr("This name has characters that cannot be seen."),
                ExplanationWords::tr("Type it anew, without control characters and line ends."),
                {}};
    case ErrorCode::NameTaken:
        return {ExplanationWords::tr("There is already a profile with this name."),
                ExplanationWords::tr("Choose another name."),
                {}};
    case ErrorCode::EndpointInvalid:
        return {
            ExplanationWords::tr("This endpoint cannot be used."),
            ExplanationWords::tr("Give the base URL of an IAM service. It begins with https:// and "
                                 "has no user name, query or fragment."),
            {}};
    case ErrorCode::TrustedProfileInvalid:
        return {ExplanationWords::tr("This trusted profile cannot be used."),
                ExplanationWords::tr(
                    "Give its id, which is Profile- and a UUID, or its CRN. The IBM Cloud "
                    "console shows both under Manage, Access (IAM), Trusted profiles."),
                {}};
    case ErrorCode::KeyEmpty:
        return {ExplanationWords::tr("There is no API key."),
                ExplanationWords::tr("Paste or type the key."),
                {}};
    case ErrorCode::KeyFileWithoutKey:
        return {ExplanationWords::tr("There is no API key in this file."),
                ExplanationWords::tr(
                    "Use a key file of the IBM Cloud console, the IBM Cloud CLI or "
                    "Terraform, service credentials, an .env file, or a file that holds "
                    "the key alone."),
                {}};
    case ErrorCode::ProxyInvalid:
        return {error.subject.isEmpty() ? ExplanationWords::tr("This proxy cannot be used.")
                                        : ExplanationWords::tr("The proxy in %1 cannot be used.")
                                              .arg(shownSubject(error.subject)),
                ExplanationWords::tr(
                    "Give its address as host:port, or as a URL that begins with http:// "
                    "or socks5://."),
                {}};
    default:
        return {ExplanationWords::tr("There is no certificate in the CA file %1.")
                    .arg(shownSubject(error.subject)),
                ExplanationWords::tr("Choose a file in PEM format, which begins with "
                                     "-----BEGIN CERTIFICATE-----."),
                {}};
    }
}

// Where others have to do with a file of ours.
Explanation sharedFileExplanation(const Error &error)
{
    const QString file = shownSubject(error.subject);
    switch (error.code) {
    case ErrorCode::FileOfAnotherUser:
        return {ExplanationWords::tr("%1 belongs to another user of this computer.").arg(file),
                ExplanationWords::tr(
                    "It was not used: it may send your keys elsewhere. Check what is in it, "
                    "then make it yours with chown, or move it away. If you run Hourpass as "
                    "another user than usual, run it as yourself."),
                {}};
    case ErrorCode::FileWritableByOthers:
        return {ExplanationWords::tr("Other users of this computer may have changed %1.").arg(file),
                ExplanationWords::tr(
                    "It was not used: it may send your keys elsewhere. Check what is in it, "
                    "then keep it to yourself with chmod go-w, and try again."),
                {}};
    default:
        return {ExplanationWords::tr("%1 is in use: another Hourpass is saving.").arg(file),
                ExplanationWords::tr(
                    "Nothing was changed. Try again; if it stays, look for a Hourpass that "
                    "hangs."),
                {}};
    }
}

// A table. NOLINTNEXTLINE(readability-function-size)
Explanation fileExplanation(const Error &error)
{
    const QString file = shownSubject(error.subject);
    switch (error.code) {
    case ErrorCode::FileUnreadable:
        return {ExplanationWords::tr("The file %1 cannot be read.").arg(file),
                ExplanationWords::tr("Check that it exists and that you may read it."),
                {}};
    case ErrorCode::FileNotRegular:
        return {ExplanationWords::tr("%1 is not an ordinary file.").arg(file),
                ExplanationWords::tr("Choose a file, not a folder or a device."),
                {}};
    case ErrorCode::FileTooLarge:
        return {
            ExplanationWords::tr("The file %1 is too large.").arg(file),
            ExplanationWords::tr("Choose a smaller file: key and CA files have a few kilobytes."),
            {}};
    case ErrorCode::OwnFileNotRegular:
        return {
            ExplanationWords::tr("%1 should be a file that Hourpass keeps, and is something else.")
                .arg(file),
            ExplanationWords::tr("Move it away. Nothing is changed until then."),
            {}};
    case ErrorCode::OwnFileTooLarge:
        return {
            ExplanationWords::tr("%1, which Hourpass keeps, is larger than it can be.").arg(file),
            ExplanationWords::tr(
                "Make it smaller, or move it away. Nothing is changed until then."),
            {}};
    case ErrorCode::FileDamaged:
        return {ExplanationWords::tr("The list of profiles was damaged and has been set aside."),
                ExplanationWords::tr(
                    "It is kept as %1. Your keys are still in the keychain. The window "
                    "offers to restore what can be read of it; or repair the file and move "
                    "it back.")
                    .arg(file),
                {}};
    case ErrorCode::FileFromNewerVersion:
        return {
            ExplanationWords::tr(
                "The list of profiles was written by a newer version of Hourpass."),
            ExplanationWords::tr("Use that version, or move %1 away to start with an empty list. "
                                 "Nothing is changed until then.")
                .arg(file),
            {}};
    case ErrorCode::SettingsDamaged:
        return {ExplanationWords::tr("The settings in %1 are damaged.").arg(file),
                ExplanationWords::tr(
                    "Until they can be read, nothing is sent: they may name a proxy. Open "
                    "the network settings and save them, or repair the file."),
                {}};
    case ErrorCode::SettingsFromNewerVersion:
        return {ExplanationWords::tr("The settings were written by a newer version of Hourpass."),
                ExplanationWords::tr(
                    "Until they can be read, nothing is sent: they may name a proxy. Use "
                    "that version, or move %1 away.")
                    .arg(file),
                {}};
    case ErrorCode::FileOfAnotherUser:
    case ErrorCode::FileWritableByOthers:
    case ErrorCode::FileInUse:
        return sharedFileExplanation(error);
    default:
        return {
            ExplanationWords::tr("The change could not be saved to %1.").arg(file),
            ExplanationWords::tr("Check that the folder can be written to and that the disk is not "
                                 "full. Nothing was changed."),
            {}};
    }
}

// A table. NOLINTNEXTLINE(readability-function-size)
Explanation keychainExplanation(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainMissing:
        return {ExplanationWords::tr("There is no keychain in this session."),
                ExplanationWords::tr(
                    "Start a keychain such as GNOME Keyring, KWallet or KeePassXC. Until "
                    "then a key can be used for this run only; it is not stored."),
                {}};
    case ErrorCode::KeychainLocked:
        return {ExplanationWords::tr("The keychain is locked."),
                error.isKeyInDoubt
                    ? ExplanationWords::tr("Unlock it and try again.")
                    : ExplanationWords::tr("Unlock it and try again; nothing in it was "
                                           "changed."),
                {}};
    case ErrorCode::KeychainSilent:
        return {
            ExplanationWords::tr("The keychain does not answer."),
            ExplanationWords::tr("Look for a window that asks for its password, then try again."),
            {}};
    case ErrorCode::SessionBusSilent:
        return {ExplanationWords::tr("The session bus does not answer."),
                ExplanationWords::tr(
                    "Keychains are reached by it, and so is much of the desktop. Log out "
                    "and in again, then start Hourpass anew. Until then a key can be used "
                    "for this run only; it is not stored."),
                {}};
    case ErrorCode::KeychainNotSearchable:
        return {
            ExplanationWords::tr("This keychain cannot be searched for keys without a profile."),
            ExplanationWords::tr(
                "Look into it with its own program: keys of Hourpass are in the folder "
                "or under the name \"hourpass\"."),
            {}};
    case ErrorCode::KeyHasProfile:
        return {ExplanationWords::tr("This key belongs to a profile."),
                ExplanationWords::tr("Remove the profile if the key is to go."),
                {}};
    case ErrorCode::KeyTooNew:
        return {
            ExplanationWords::tr("This key was stored a moment ago."),
            ExplanationWords::tr("Its profile may just be being added. Try again in five minutes."),
            {}};
    case ErrorCode::KeychainNotKept:
        return {ExplanationWords::tr("The keychain said that it stored the key, but did not."),
                ExplanationWords::tr(
                    "Check that it is unlocked and has room, then save the key again."),
                {}};
    case ErrorCode::KeychainNotDeleted:
        return {
            ExplanationWords::tr("The key is still in the keychain."),
            ExplanationWords::tr("Unlock the keychain and try again, or delete the entry with your "
                                 "keychain's own program."),
            {}};
    case ErrorCode::NotFound:
        return {ExplanationWords::tr("The keychain has no key for this profile."),
                ExplanationWords::tr("Edit the profile and paste the API key again."),
                {}};
    default:
        return {ExplanationWords::tr("The keychain reported a fault."),
                ExplanationWords::tr("Try again. If it happens again, restart the keychain."),
                {}};
    }
}

Explanation networkExplanation(const Error &error)
{
    const QString host = shownSubject(error.subject);
    const QString proxy = shownSubject(error.proxy);
    switch (error.code) {
    case ErrorCode::Offline:
        return {ExplanationWords::tr("This computer is not connected to a network."),
                ExplanationWords::tr("Connect to a network and try again."),
                {}};
    case ErrorCode::HostNotFound:
        return {ExplanationWords::tr("The name %1 could not be found.").arg(host),
                ExplanationWords::tr(
                    "Check your network connection and the profile's endpoint. Private "
                    "endpoints exist only inside IBM Cloud networks."),
                {}};
    case ErrorCode::ConnectionRefused:
        return {ExplanationWords::tr("%1 refused the connection.").arg(host),
                ExplanationWords::tr("Check the profile's endpoint, or try again later."),
                {}};
    case ErrorCode::ConnectionClosed:
        return {ExplanationWords::tr("%1 closed the connection before the answer was complete.")
                    .arg(host),
                ExplanationWords::tr("Nothing of it was used. Try again."),
                {}};
    case ErrorCode::TimedOut:
        return {ExplanationWords::tr("%1 did not answer in time.").arg(host),
                ExplanationWords::tr("Check your network connection or VPN and try again."),
                {}};
    case ErrorCode::ProxyUnreachable:
        return {ExplanationWords::tr("The proxy %1 on the way to %2 cannot be reached.")
                    .arg(proxy, host),
                ExplanationWords::tr(
                    "Check the proxy in the network settings. Nothing was sent around it."),
                {}};
    case ErrorCode::ProxyLoginNeeded:
        return {ExplanationWords::tr("The proxy %1 on the way to %2 asks for a login.")
                    .arg(proxy, host),
                ExplanationWords::tr(
                    "Give the proxy's user name and password in the network settings."),
                {}};
    case ErrorCode::ProxyRefused:
        return {ExplanationWords::tr("The proxy %1 cannot reach %2, or may not.").arg(proxy, host),
                error.isLoginInDoubt
                    ? ExplanationWords::tr(
                        "Check the proxy's user name and password in the network settings, "
                        "or ask who runs it to let connections to this host through. "
                        "Nothing was sent around it.")
                    : ExplanationWords::tr(
                        "Ask who runs the proxy to let connections to this host through. "
                        "Nothing was sent around it."),
                {}};
    default:
        return {ExplanationWords::tr("The connection to %1 failed.").arg(host),
                ExplanationWords::tr("Check your network connection and try again."),
                {}};
    }
}

QString dayText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : u"?"_s;
}

// All three of the certificate's faults in time have the same next step: most often it is the
// computer's clock that is wrong.
QString clockAdvice(const CertificateEvidence &certificate)
{
    return ExplanationWords::tr(
               "The key was not sent. First check this computer's clock: it says %1.")
        .arg(dayText(certificate.checkedAt));
}

Explanation untrustedExplanation(const Error &error)
{
    const QString host = shownSubject(error.subject);
    const QString issuer = shownSubject(error.certificate.issuer);
    if (issuer.isEmpty())
        return {
            ExplanationWords::tr("The certificate of %1 comes from an authority that this computer "
                                 "does not trust.")
                .arg(host),
            ExplanationWords::tr(
                "The key was not sent. If your company inspects its traffic, choose "
                "its CA file in the profile; otherwise do not use this network."),
            {}};
    const QString nextStep = error.certificate.isAlone
        ? ExplanationWords::tr(
            "The key was not sent. Either the server leaves out a certificate between its "
            "own and a known authority, or your company inspects its traffic: then choose "
            "the company's CA file in the profile. Otherwise do not use this network.")
        : ExplanationWords::tr(
            "The key was not sent. If your company inspects its traffic, choose its CA "
            "file in the profile; otherwise do not use this network.");
    return {ExplanationWords::tr(
                "The certificate of %1 comes from \"%2\", which this computer does not trust.")
                .arg(host, issuer),
            nextStep,
            {}};
}

Explanation tlsExplanation(const Error &error)
{
    const QString host = shownSubject(error.subject);
    const CertificateEvidence &certificate = error.certificate;
    switch (error.code) {
    case ErrorCode::CertificateUntrusted:
        return untrustedExplanation(error);
    case ErrorCode::CertificateWeak:
        return {
            ExplanationWords::tr("The certificate of %1 is too weak to be trusted.").arg(host),
            ExplanationWords::tr("The key was not sent. Whoever runs the server has to renew its "
                                 "certificate with a stronger key and signature."),
            {}};
    case ErrorCode::CertificateExpired:
        return {
            ExplanationWords::tr("The certificate of %1 has expired: it was valid from %2 to %3.")
                .arg(host, dayText(certificate.validFrom), dayText(certificate.validTo)),
            clockAdvice(certificate),
            {}};
    case ErrorCode::CertificateNotYetValid:
        return {ExplanationWords::tr(
                    "The certificate of %1 is not valid yet: it will be from %2 to %3.")
                    .arg(host, dayText(certificate.validFrom), dayText(certificate.validTo)),
                clockAdvice(certificate),
                {}};
    case ErrorCode::CertificateForOtherHost:
        return {certificate.names.isEmpty()
                    ? ExplanationWords::tr("The server's certificate is not for %1.").arg(host)
                    : ExplanationWords::tr("The server's certificate is for %1, not for %2.")
                          .arg(shownSubject(certificate.names.join(u", "_s)), host),
                ExplanationWords::tr("The key was not sent. Check the profile's endpoint."),
                {}};
    case ErrorCode::TlsOutdated:
        return {ExplanationWords::tr("%1 offers only outdated encryption.").arg(host),
                ExplanationWords::tr(
                    "The key was not sent. The server must speak TLS 1.2 or later; check "
                    "the profile's endpoint."),
                {}};
    case ErrorCode::TlsRefused:
        return {
            ExplanationWords::tr("%1 refused to make a secure connection.").arg(host),
            ExplanationWords::tr("The key was not sent. Check the profile's endpoint, or try again "
                                 "later."),
            {}};
    default:
        return {ExplanationWords::tr("No secure connection to %1 could be made.").arg(host),
                ExplanationWords::tr(
                    "The key was not sent. Check the profile's endpoint; the server must "
                    "speak TLS 1.2 or later."),
                {}};
    }
}

QString refusalAdvice(const Error &error)
{
    const QString advice = adviceFor(error.server.code);
    if (!advice.isEmpty())
        return advice;
    return error.step == RequestStep::Assume
        ? ExplanationWords::tr(
            "Check the trusted profile's id or CRN in the profile, and its conditions in "
            "the IBM Cloud console: they have to let the key's owner in.")
        : ExplanationWords::tr(
            "Check the key and the endpoint. IBM's support can look the transaction id "
            "up.");
}

Explanation expiredKeyExplanation(const Error &error)
{
    const auto end = parseIsoTime(error.subject);
    const QString day = end ? QDateTime::fromSecsSinceEpoch(end->count()).toString(u"yyyy-MM-dd"_s)
                            : shownSubject(error.subject);
    return {ExplanationWords::tr("The key expired on %1.").arg(day),
            ExplanationWords::tr(
                "Make a new API key in the IBM Cloud console and paste it into the profile."),
            {}};
}

// A table. NOLINTNEXTLINE(readability-function-size)
Explanation serverExplanation(const Error &error)
{
    const QString host = shownSubject(error.subject);
    const QString says = serverWords(error);
    switch (error.code) {
    case ErrorCode::KeyExpired:
        return expiredKeyExplanation(error);
    case ErrorCode::Refused:
        return {joined(ExplanationWords::tr("IAM refused the request."), says),
                refusalAdvice(error),
                {}};
    case ErrorCode::RateLimited:
        return {joined(ExplanationWords::tr("IAM has had too many requests from here."), says),
                ExplanationWords::tr("Wait a minute, then try again."),
                {}};
    case ErrorCode::ServerFault:
        return {joined(ExplanationWords::tr("IAM has a fault of its own."), says),
                ExplanationWords::tr("Try again in a few minutes; see IBM Cloud's status page."),
                {}};
    case ErrorCode::EndpointWrong:
        return {ExplanationWords::tr("%1 has no token service at this address.").arg(host),
                ExplanationWords::tr("Check the profile's endpoint."),
                {}};
    case ErrorCode::Redirected:
        return {error.server.redirectHost.isEmpty()
                    ? ExplanationWords::tr("%1 sent us elsewhere; the key was not sent there.")
                          .arg(host)
                    : ExplanationWords::tr("%1 sent us to %2; the key was not sent there.")
                          .arg(host, shownSubject(error.server.redirectHost)),
                ExplanationWords::tr(
                    "Check the profile's endpoint. If you are on a guest network, log in "
                    "to it first."),
                {}};
    case ErrorCode::AnswerNotJson:
        return {ExplanationWords::tr("Something between here and %1 answered with a web page.")
                    .arg(host),
                ExplanationWords::tr(
                    "If you are on a guest network, log in to it with a browser first. "
                    "Otherwise check the endpoint and the proxy."),
                {}};
    case ErrorCode::AnswerIncomplete:
        return {ExplanationWords::tr("The answer of %1 was empty or incomplete.").arg(host),
                ExplanationWords::tr("Nothing of it was used. Try again; if it stays, check the "
                                     "profile's endpoint and the proxy."),
                {}};
    case ErrorCode::AnswerTooLarge:
        if (!error.proxy.isEmpty() && error.subject == error.proxy)
            return {ExplanationWords::tr(
                        "The proxy %1 says more than a proxy has to say, and lets nothing "
                        "through.")
                        .arg(host),
                    ExplanationWords::tr(
                        "Ask who runs the proxy, or check the proxy in the network settings. "
                        "Nothing was sent around it."),
                    {}};
        return {ExplanationWords::tr("The answer of %1 was too large to be a token.").arg(host),
                ExplanationWords::tr("Nothing of it was used. Check the profile's endpoint."),
                {}};
    case ErrorCode::AnswerCompressed:
        return {ExplanationWords::tr("The answer of %1 was compressed, which nobody asked for.")
                    .arg(host),
                ExplanationWords::tr(
                    "Nothing of it was used. Something on the way may compress what it "
                    "passes on: check the proxy and the profile's endpoint."),
                {}};
    default:
        return {ExplanationWords::tr("The answer of %1 could not be used.").arg(host),
                ExplanationWords::tr("Nothing of it was used. Try again; if it stays, check the "
                                     "profile's endpoint."),
                {}};
    }
}

Explanation wordsFor(const Error &error)
{
    const ErrorCode code = error.code;
    if (code == ErrorCode::Cancelled)
        return {ExplanationWords::tr("Cancelled."), {}, {}};
    if (code == ErrorCode::Internal)
        return {ExplanationWords::tr("Something went wrong inside Hourpass."),
                ExplanationWords::tr("Please report it with the details."),
                {}};
    if (code == ErrorCode::NotFound)
        return keychainExplanation(error);
    if (code <= ErrorCode::CaFileInvalid)
        return inputExplanation(error);
    if (code <= ErrorCode::WriteFailed)
        return fileExplanation(error);
    if (code <= ErrorCode::KeyTooNew)
        return keychainExplanation(error);
    if (code <= ErrorCode::ProxyRefused)
        return networkExplanation(error);
    return code <= ErrorCode::TlsFailed ? tlsExplanation(error) : serverExplanation(error);
}

// English on purpose: it is read by support staff, and searched for.
QString detailLine(const Error &error)
{
    QStringList parts{errorName(error.code)};
    if (error.server.httpStatus != 0)
        parts += u"HTTP %1"_s.arg(error.server.httpStatus);
    if (!error.server.code.isEmpty())
        parts += shownSubject(error.server.code);
    if (!error.server.transactionId.isEmpty())
        parts += "transaction "_L1 + shownSubject(error.server.transactionId);
    if (!error.certificate.issuer.isEmpty())
        parts += u"issuer %1, valid from %2 to %3"_s.arg(
            shownSubject(error.certificate.issuer),
            error.certificate.validFrom.toString(Qt::ISODate),
            error.certificate.validTo.toString(Qt::ISODate));
    if (!error.proxy.isEmpty())
        parts += "through "_L1 + shownSubject(error.proxy);
    if (error.step == RequestStep::Assume)
        parts += u"assume grant"_s;
    if (error.step == RequestStep::PublishedKeys)
        parts += u"published keys"_s;
    if (error.tries > 1)
        parts += u"%1 tries"_s.arg(error.tries);
    if (!error.subject.isEmpty())
        parts += shownSubject(error.subject);
    if (!error.detail.isEmpty())
        parts += shownSubject(error.detail);
    return parts.join(u" · "_s);
}

} // namespace

Explanation explain(const Error &error)
{
    Explanation explanation = wordsFor(error);
    if (error.step == RequestStep::Assume && error.code != ErrorCode::Cancelled)
        explanation.cause = joined(
            ExplanationWords::tr("The key works, but its trusted profile could not be assumed."),
            explanation.cause);
    if (error.step == RequestStep::PublishedKeys)
        fitToKeyFetch(explanation, error);
    if (error.isKeyInDoubt)
        explanation.nextStep =
            joined(explanation.nextStep,
                   ExplanationWords::tr(
                       "The key may have been stored all the same; if no profile uses it, "
                       "the connection doctor finds it."));
    explanation.details = detailLine(error);
    return explanation;
}

QString adviceFor(const QString &iamCode)
{
    const struct {
        QLatin1StringView code;
        QString advice;
    } table[]{
        {"BXNIM0060E"_L1,
         ExplanationWords::tr("Check the profile's endpoint: this is not a token service.")},
        {"BXNIM0106E"_L1, ExplanationWords::tr("This is a fault of Hourpass; please report it.")},
        {"BXNIM0109E"_L1,
         ExplanationWords::tr("The key is empty. Edit the profile and paste it again.")},
        {"BXNIM0113E"_L1,
         ExplanationWords::tr(
             "Correct the trusted profile's CRN: edit the profile, and copy the CRN from the "
             "IBM Cloud console.")},
        {"BXNIM0151E"_L1, ExplanationWords::tr("Delete API keys that you no longer use.")},
        {"BXNIM0308E"_L1, ExplanationWords::tr("This is a fault of Hourpass; please report it.")},
        {"BXNIM0400E"_L1,
         ExplanationWords::tr("Log in to the IBM Cloud console and follow what it asks for.")},
        {"BXNIM0407E"_L1, ExplanationWords::tr("The session has ended. Try again.")},
        {"BXNIM0408E"_L1, ExplanationWords::tr("The session has ended. Try again.")},
        {"BXNIM0410E"_L1,
         ExplanationWords::tr(
             "The key's owner is no longer in the account. Ask the account's owner for an "
             "invitation, or use another key.")},
        {"BXNIM0415E"_L1,
         ExplanationWords::tr(
             "Paste the key again, all of it, and not its id (ApiKey-…). Check that the "
             "endpoint is the key's own: production and test keys differ. If it was deleted, "
             "create a new one.")},
        {"BXNIM0430E"_L1,
         ExplanationWords::tr(
             "Your address is not on the allow list. Change the network or VPN, or ask an "
             "administrator of the account to add the address.")},
        {"BXNIM0439E"_L1, ExplanationWords::tr("The session has ended. Try again.")},
        {"BXNIM0462E"_L1,
         ExplanationWords::tr(
             "The key is disabled, perhaps after a leak report. Enable it in the IBM Cloud "
             "console, or create a new one.")},
        {"BXNIM0602E"_L1, ExplanationWords::tr("Use an API key instead of a password.")},
        {"BXNIM0608E"_L1,
         ExplanationWords::tr("Use an API key: a federated user has no password here.")},
    };
    for (const auto &[code, advice] : table) {
        if (iamCode == code)
            return advice;
    }
    return {};
}

QString keyWarningText(KeyWarning warning)
{
    switch (warning) {
    case KeyWarning::LooksLikeId:
        return ExplanationWords::tr(
            "This looks like a key's id. The API key itself has 44 characters and is "
            "shown once, when it is created.");
    case KeyWarning::LooksLikeToken:
        return ExplanationWords::tr("This looks like a token, not like an API key.");
    case KeyWarning::HasBraces:
        return ExplanationWords::tr(
            "The key begins or ends with a brace or quote: perhaps more than the key "
            "was copied.");
    case KeyWarning::UnusualLength:
        return ExplanationWords::tr("IBM Cloud's keys have 44 characters; this one does not.");
    case KeyWarning::UnusualCharacters:
        return ExplanationWords::tr(
            "The key has characters that IBM Cloud's own keys do not have.");
    }
    return {};
}

} // namespace hourpass
