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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Explanation)
};

// Safe to show, and of bearable length however much a server said.
QString shown(const QString &text)
{
    return shortenedMiddle(visibleText(text), 1000);
}

QString serverWords(const Error &error)
{
    const QString message = shown(error.server.message);
    return message.isEmpty() ? QString() : Words::tr("It says: %1").arg(message);
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + u' ' + second;
}

Explanation inputExplanation(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameEmpty:
        return {Words::tr("There is no name."),
                Words::tr("Give a name of 1 to 100 visible characters."),
                {}};
    case ErrorCode::NameTooLong:
        return {Words::tr("This name is too long."),
                Words::tr("Give a name of at most 100 characters."),
                {}};
    case ErrorCode::NameInvalid:
        return {Words::tr("This name has characters that cannot be seen."),
                Words::tr("Type it anew, without control characters and line ends."),
                {}};
    case ErrorCode::NameTaken:
        return {Words::tr("There is already a profile with this name."),
                Words::tr("Choose another name."),
                {}};
    case ErrorCode::EndpointInvalid:
        return {Words::tr("This endpoint cannot be used."),
                Words::tr("Give the base URL of an IAM service. It begins with https:// and "
                          "has no user name, query or fragment."),
                {}};
    case ErrorCode::TrustedProfileInvalid:
        return {Words::tr("This trusted profile cannot be used."),
                Words::tr("Give its id, which is Profile- and a UUID, or its CRN. The IBM Cloud "
                          "console shows both under Manage, Access (IAM), Trusted profiles."),
                {}};
    case ErrorCode::KeyEmpty:
        return {Words::tr("There is no API key."), Words::tr("Paste or type the key."), {}};
    case ErrorCode::KeyFileWithoutKey:
        return {Words::tr("There is no API key in this file."),
                Words::tr("Use a key file of the IBM Cloud console, the IBM Cloud CLI or "
                          "Terraform, service credentials, an .env file, or a file that holds "
                          "the key alone."),
                {}};
    case ErrorCode::ProxyInvalid:
        return {error.subject.isEmpty()
                    ? Words::tr("This proxy cannot be used.")
                    : Words::tr("The proxy in %1 cannot be used.").arg(shown(error.subject)),
                Words::tr("Give its address as host:port, or as a URL that begins with http:// "
                          "or socks5://."),
                {}};
    default:
        return {Words::tr("There is no certificate in the CA file %1.").arg(shown(error.subject)),
                Words::tr("Choose a file in PEM format, which begins with "
                          "-----BEGIN CERTIFICATE-----."),
                {}};
    }
}

// Where others have to do with a file of ours.
Explanation sharedFileExplanation(const Error &error)
{
    const QString file = shown(error.subject);
    switch (error.code) {
    case ErrorCode::FileOfAnotherUser:
        return {Words::tr("%1 belongs to another user of this computer.").arg(file),
                Words::tr("It was not used: it may send your keys elsewhere. Check what is in it, "
                          "then make it yours with chown, or move it away. If you run Hourpass as "
                          "another user than usual, run it as yourself."),
                {}};
    case ErrorCode::FileWritableByOthers:
        return {Words::tr("Other users of this computer may have changed %1.").arg(file),
                Words::tr("It was not used: it may send your keys elsewhere. Check what is in it, "
                          "then keep it to yourself with chmod go-w, and try again."),
                {}};
    default:
        return {Words::tr("%1 is in use: another Hourpass is saving.").arg(file),
                Words::tr("Nothing was changed. Try again; if it stays, look for a Hourpass that "
                          "hangs."),
                {}};
    }
}

Explanation fileExplanation(const Error &error)
{
    const QString file = shown(error.subject);
    switch (error.code) {
    case ErrorCode::FileUnreadable:
        return {Words::tr("The file %1 cannot be read.").arg(file),
                Words::tr("Check that it exists and that you may read it."),
                {}};
    case ErrorCode::FileNotRegular:
        return {Words::tr("%1 is not an ordinary file.").arg(file),
                Words::tr("Choose a file, not a folder or a device."),
                {}};
    case ErrorCode::FileTooLarge:
        return {Words::tr("The file %1 is too large.").arg(file),
                Words::tr("Choose a smaller file: key and CA files have a few kilobytes."),
                {}};
    case ErrorCode::OwnFileNotRegular:
        return {
            Words::tr("%1 should be a file that Hourpass keeps, and is something else.").arg(file),
            Words::tr("Move it away. Nothing is changed until then."),
            {}};
    case ErrorCode::OwnFileTooLarge:
        return {Words::tr("%1, which Hourpass keeps, is larger than it can be.").arg(file),
                Words::tr("Make it smaller, or move it away. Nothing is changed until then."),
                {}};
    case ErrorCode::FileDamaged:
        return {Words::tr("The list of profiles was damaged and has been set aside."),
                Words::tr("It is kept as %1. Your keys are still in the keychain. The window "
                          "offers to restore what can be read of it; or repair the file and move "
                          "it back.")
                    .arg(file),
                {}};
    case ErrorCode::FileFromNewerVersion:
        return {Words::tr("The list of profiles was written by a newer version of Hourpass."),
                Words::tr("Use that version, or move %1 away to start with an empty list. "
                          "Nothing is changed until then.")
                    .arg(file),
                {}};
    case ErrorCode::SettingsDamaged:
        return {Words::tr("The settings in %1 are damaged.").arg(file),
                Words::tr("Until they can be read, nothing is sent: they may name a proxy. Open "
                          "the network settings and save them, or repair the file."),
                {}};
    case ErrorCode::SettingsFromNewerVersion:
        return {Words::tr("The settings were written by a newer version of Hourpass."),
                Words::tr("Until they can be read, nothing is sent: they may name a proxy. Use "
                          "that version, or move %1 away.")
                    .arg(file),
                {}};
    case ErrorCode::FileOfAnotherUser:
    case ErrorCode::FileWritableByOthers:
    case ErrorCode::FileInUse:
        return sharedFileExplanation(error);
    default:
        return {Words::tr("The change could not be saved to %1.").arg(file),
                Words::tr("Check that the folder can be written to and that the disk is not "
                          "full. Nothing was changed."),
                {}};
    }
}

Explanation keychainExplanation(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainMissing:
        return {Words::tr("There is no keychain in this session."),
                Words::tr("Start a keychain such as GNOME Keyring, KWallet or KeePassXC. Until "
                          "then a key can be used for this run only; it is not stored."),
                {}};
    case ErrorCode::KeychainLocked:
        return {Words::tr("The keychain is locked."),
                error.isKeyInDoubt ? Words::tr("Unlock it and try again.")
                                   : Words::tr("Unlock it and try again; nothing in it was "
                                               "changed."),
                {}};
    case ErrorCode::KeychainSilent:
        return {Words::tr("The keychain does not answer."),
                Words::tr("Look for a window that asks for its password, then try again."),
                {}};
    case ErrorCode::SessionBusSilent:
        return {Words::tr("The session bus does not answer."),
                Words::tr("Keychains are reached by it, and so is much of the desktop. Log out "
                          "and in again, then start Hourpass anew. Until then a key can be used "
                          "for this run only; it is not stored."),
                {}};
    case ErrorCode::KeychainNotSearchable:
        return {Words::tr("This keychain cannot be searched for keys without a profile."),
                Words::tr("Look into it with its own program: keys of Hourpass are in the folder "
                          "or under the name \"hourpass\"."),
                {}};
    case ErrorCode::KeyHasProfile:
        return {Words::tr("This key belongs to a profile."),
                Words::tr("Remove the profile if the key is to go."),
                {}};
    case ErrorCode::KeyTooNew:
        return {Words::tr("This key was stored a moment ago."),
                Words::tr("Its profile may just be being added. Try again in five minutes."),
                {}};
    case ErrorCode::KeychainNotKept:
        return {Words::tr("The keychain said that it stored the key, but did not."),
                Words::tr("Check that it is unlocked and has room, then save the key again."),
                {}};
    case ErrorCode::KeychainNotDeleted:
        return {Words::tr("The key is still in the keychain."),
                Words::tr("Unlock the keychain and try again, or delete the entry with your "
                          "keychain's own program."),
                {}};
    case ErrorCode::NotFound:
        return {Words::tr("The keychain has no key for this profile."),
                Words::tr("Edit the profile and paste the API key again."),
                {}};
    default:
        return {Words::tr("The keychain reported a fault."),
                Words::tr("Try again. If it happens again, restart the keychain."),
                {}};
    }
}

Explanation networkExplanation(const Error &error)
{
    const QString host = shown(error.subject);
    const QString proxy = shown(error.proxy);
    switch (error.code) {
    case ErrorCode::Offline:
        return {Words::tr("This computer is not connected to a network."),
                Words::tr("Connect to a network and try again."),
                {}};
    case ErrorCode::HostNotFound:
        return {Words::tr("The name %1 could not be found.").arg(host),
                Words::tr("Check your network connection and the profile's endpoint. Private "
                          "endpoints exist only inside IBM Cloud networks."),
                {}};
    case ErrorCode::ConnectionRefused:
        return {Words::tr("%1 refused the connection.").arg(host),
                Words::tr("Check the profile's endpoint, or try again later."),
                {}};
    case ErrorCode::ConnectionClosed:
        return {Words::tr("%1 closed the connection before the answer was complete.").arg(host),
                Words::tr("Nothing of it was used. Try again."),
                {}};
    case ErrorCode::TimedOut:
        return {Words::tr("%1 did not answer in time.").arg(host),
                Words::tr("Check your network connection or VPN and try again."),
                {}};
    case ErrorCode::ProxyUnreachable:
        return {Words::tr("The proxy %1 on the way to %2 cannot be reached.").arg(proxy, host),
                Words::tr("Check the proxy in the network settings. Nothing was sent around it."),
                {}};
    case ErrorCode::ProxyLoginNeeded:
        return {Words::tr("The proxy %1 on the way to %2 asks for a login.").arg(proxy, host),
                Words::tr("Give the proxy's user name and password in the network settings."),
                {}};
    case ErrorCode::ProxyRefused:
        return {Words::tr("The proxy %1 cannot reach %2, or may not.").arg(proxy, host),
                error.isLoginInDoubt
                    ? Words::tr("Check the proxy's user name and password in the network settings, "
                                "or ask who runs it to let connections to this host through. "
                                "Nothing was sent around it.")
                    : Words::tr("Ask who runs the proxy to let connections to this host through. "
                                "Nothing was sent around it."),
                {}};
    default:
        return {Words::tr("The connection to %1 failed.").arg(host),
                Words::tr("Check your network connection and try again."),
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
    return Words::tr("The key was not sent. First check this computer's clock: it says %1.")
        .arg(dayText(certificate.checkedAt));
}

Explanation untrustedExplanation(const Error &error)
{
    const QString host = shown(error.subject);
    const QString issuer = shown(error.certificate.issuer);
    if (issuer.isEmpty())
        return {Words::tr("The certificate of %1 comes from an authority that this computer "
                          "does not trust.")
                    .arg(host),
                Words::tr("The key was not sent. If your company inspects its traffic, choose "
                          "its CA file in the profile; otherwise do not use this network."),
                {}};
    const QString nextStep = error.certificate.isAlone
        ? Words::tr("The key was not sent. Either the server leaves out a certificate between its "
                    "own and a known authority, or your company inspects its traffic: then choose "
                    "the company's CA file in the profile. Otherwise do not use this network.")
        : Words::tr("The key was not sent. If your company inspects its traffic, choose its CA "
                    "file in the profile; otherwise do not use this network.");
    return {
        Words::tr("The certificate of %1 comes from \"%2\", which this computer does not trust.")
            .arg(host, issuer),
        nextStep,
        {}};
}

Explanation tlsExplanation(const Error &error)
{
    const QString host = shown(error.subject);
    const CertificateEvidence &certificate = error.certificate;
    switch (error.code) {
    case ErrorCode::CertificateUntrusted:
        return untrustedExplanation(error);
    case ErrorCode::CertificateWeak:
        return {Words::tr("The certificate of %1 is too weak to be trusted.").arg(host),
                Words::tr("The key was not sent. Whoever runs the server has to renew its "
                          "certificate with a stronger key and signature."),
                {}};
    case ErrorCode::CertificateExpired:
        return {Words::tr("The certificate of %1 has expired: it was valid from %2 to %3.")
                    .arg(host, dayText(certificate.validFrom), dayText(certificate.validTo)),
                clockAdvice(certificate),
                {}};
    case ErrorCode::CertificateNotYetValid:
        return {Words::tr("The certificate of %1 is not valid yet: it will be from %2 to %3.")
                    .arg(host, dayText(certificate.validFrom), dayText(certificate.validTo)),
                clockAdvice(certificate),
                {}};
    case ErrorCode::CertificateForOtherHost:
        return {certificate.names.isEmpty()
                    ? Words::tr("The server's certificate is not for %1.").arg(host)
                    : Words::tr("The server's certificate is for %1, not for %2.")
                          .arg(shown(certificate.names.join(u", "_s)), host),
                Words::tr("The key was not sent. Check the profile's endpoint."),
                {}};
    case ErrorCode::TlsOutdated:
        return {Words::tr("%1 offers only outdated encryption.").arg(host),
                Words::tr("The key was not sent. The server must speak TLS 1.2 or later; check "
                          "the profile's endpoint."),
                {}};
    case ErrorCode::TlsRefused:
        return {Words::tr("%1 refused to make a secure connection.").arg(host),
                Words::tr("The key was not sent. Check the profile's endpoint, or try again "
                          "later."),
                {}};
    default:
        return {Words::tr("No secure connection to %1 could be made.").arg(host),
                Words::tr("The key was not sent. Check the profile's endpoint; the server must "
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
        ? Words::tr("Check the trusted profile's id or CRN in the profile, and its conditions in "
                    "the IBM Cloud console: they have to let the key's owner in.")
        : Words::tr("Check the key and the endpoint. IBM's support can look the transaction id "
                    "up.");
}

Explanation expiredKeyExplanation(const Error &error)
{
    const auto end = parseIsoTime(error.subject);
    const QString day = end ? QDateTime::fromSecsSinceEpoch(end->count()).toString(u"yyyy-MM-dd"_s)
                            : shown(error.subject);
    return {Words::tr("The key expired on %1.").arg(day),
            Words::tr("Make a new API key in the IBM Cloud console and paste it into the profile."),
            {}};
}

Explanation serverExplanation(const Error &error)
{
    const QString host = shown(error.subject);
    const QString says = serverWords(error);
    switch (error.code) {
    case ErrorCode::KeyExpired:
        return expiredKeyExplanation(error);
    case ErrorCode::Refused:
        return {joined(Words::tr("IAM refused the request."), says), refusalAdvice(error), {}};
    case ErrorCode::RateLimited:
        return {joined(Words::tr("IAM has had too many requests from here."), says),
                Words::tr("Wait a minute, then try again."),
                {}};
    case ErrorCode::ServerFault:
        return {joined(Words::tr("IAM has a fault of its own."), says),
                Words::tr("Try again in a few minutes; see IBM Cloud's status page."),
                {}};
    case ErrorCode::EndpointWrong:
        return {Words::tr("%1 has no token service at this address.").arg(host),
                Words::tr("Check the profile's endpoint."),
                {}};
    case ErrorCode::Redirected:
        return {error.server.redirectHost.isEmpty()
                    ? Words::tr("%1 sent us elsewhere; the key was not sent there.").arg(host)
                    : Words::tr("%1 sent us to %2; the key was not sent there.")
                          .arg(host, shown(error.server.redirectHost)),
                Words::tr("Check the profile's endpoint. If you are on a guest network, log in "
                          "to it first."),
                {}};
    case ErrorCode::AnswerNotJson:
        return {Words::tr("Something between here and %1 answered with a web page.").arg(host),
                Words::tr("If you are on a guest network, log in to it with a browser first. "
                          "Otherwise check the endpoint and the proxy."),
                {}};
    case ErrorCode::AnswerIncomplete:
        return {Words::tr("The answer of %1 was empty or incomplete.").arg(host),
                Words::tr("Nothing of it was used. Try again; if it stays, check the "
                          "profile's endpoint and the proxy."),
                {}};
    case ErrorCode::AnswerTooLarge:
        if (!error.proxy.isEmpty() && error.subject == error.proxy)
            return {Words::tr("The proxy %1 says more than a proxy has to say, and lets nothing "
                              "through.")
                        .arg(host),
                    Words::tr("Ask who runs the proxy, or check the proxy in the network settings. "
                              "Nothing was sent around it."),
                    {}};
        return {Words::tr("The answer of %1 was too large to be a token.").arg(host),
                Words::tr("Nothing of it was used. Check the profile's endpoint."),
                {}};
    case ErrorCode::AnswerCompressed:
        return {Words::tr("The answer of %1 was compressed, which nobody asked for.").arg(host),
                Words::tr("Nothing of it was used. Something on the way may compress what it "
                          "passes on: check the proxy and the profile's endpoint."),
                {}};
    default:
        return {Words::tr("The answer of %1 could not be used.").arg(host),
                Words::tr("Nothing of it was used. Try again; if it stays, check the "
                          "profile's endpoint."),
                {}};
    }
}

Explanation wordsFor(const Error &error)
{
    const ErrorCode code = error.code;
    if (code == ErrorCode::Cancelled)
        return {Words::tr("Cancelled."), {}, {}};
    if (code == ErrorCode::Internal)
        return {Words::tr("Something went wrong inside Hourpass."),
                Words::tr("Please report it with the details."),
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
        parts += shown(error.server.code);
    if (!error.server.transactionId.isEmpty())
        parts += "transaction "_L1 + shown(error.server.transactionId);
    if (!error.certificate.issuer.isEmpty())
        parts += u"issuer %1, valid from %2 to %3"_s.arg(
            shown(error.certificate.issuer), error.certificate.validFrom.toString(Qt::ISODate),
            error.certificate.validTo.toString(Qt::ISODate));
    if (!error.proxy.isEmpty())
        parts += "through "_L1 + shown(error.proxy);
    if (error.step == RequestStep::Assume)
        parts += u"assume grant"_s;
    if (error.step == RequestStep::PublishedKeys)
        parts += u"published keys"_s;
    if (error.tries > 1)
        parts += u"%1 tries"_s.arg(error.tries);
    if (!error.subject.isEmpty())
        parts += shown(error.subject);
    if (!error.detail.isEmpty())
        parts += shown(error.detail);
    return parts.join(u" · "_s);
}

} // namespace

Explanation explain(const Error &error)
{
    Explanation explanation = wordsFor(error);
    if (error.step == RequestStep::Assume && error.code != ErrorCode::Cancelled)
        explanation.cause =
            joined(Words::tr("The key works, but its trusted profile could not be assumed."),
                   explanation.cause);
    if (error.step == RequestStep::PublishedKeys)
        fitToKeyFetch(explanation, error);
    if (error.isKeyInDoubt)
        explanation.nextStep =
            joined(explanation.nextStep,
                   Words::tr("The key may have been stored all the same; if no profile uses it, "
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
        {"BXNIM0060E"_L1, Words::tr("Check the profile's endpoint: this is not a token service.")},
        {"BXNIM0106E"_L1, Words::tr("This is a fault of Hourpass; please report it.")},
        {"BXNIM0109E"_L1, Words::tr("The key is empty. Edit the profile and paste it again.")},
        {"BXNIM0113E"_L1,
         Words::tr("Correct the trusted profile's CRN: edit the profile, and copy the CRN from the "
                   "IBM Cloud console.")},
        {"BXNIM0151E"_L1, Words::tr("Delete API keys that you no longer use.")},
        {"BXNIM0308E"_L1, Words::tr("This is a fault of Hourpass; please report it.")},
        {"BXNIM0400E"_L1,
         Words::tr("Log in to the IBM Cloud console and follow what it asks for.")},
        {"BXNIM0407E"_L1, Words::tr("The session has ended. Try again.")},
        {"BXNIM0408E"_L1, Words::tr("The session has ended. Try again.")},
        {"BXNIM0410E"_L1,
         Words::tr("The key's owner is no longer in the account. Ask the account's owner for an "
                   "invitation, or use another key.")},
        {"BXNIM0415E"_L1,
         Words::tr("Paste the key again, all of it, and not its id (ApiKey-…). Check that the "
                   "endpoint is the key's own: production and test keys differ. If it was deleted, "
                   "create a new one.")},
        {"BXNIM0430E"_L1,
         Words::tr("Your address is not on the allow list. Change the network or VPN, or ask an "
                   "administrator of the account to add the address.")},
        {"BXNIM0439E"_L1, Words::tr("The session has ended. Try again.")},
        {"BXNIM0462E"_L1,
         Words::tr("The key is disabled, perhaps after a leak report. Enable it in the IBM Cloud "
                   "console, or create a new one.")},
        {"BXNIM0602E"_L1, Words::tr("Use an API key instead of a password.")},
        {"BXNIM0608E"_L1, Words::tr("Use an API key: a federated user has no password here.")},
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
        return Words::tr("This looks like a key's id. The API key itself has 44 characters and is "
                         "shown once, when it is created.");
    case KeyWarning::LooksLikeToken:
        return Words::tr("This looks like a token, not like an API key.");
    case KeyWarning::HasBraces:
        return Words::tr("The key begins or ends with a brace or quote: perhaps more than the key "
                         "was copied.");
    case KeyWarning::UnusualLength:
        return Words::tr("IBM Cloud's keys have 44 characters; this one does not.");
    case KeyWarning::UnusualCharacters:
        return Words::tr("The key has characters that IBM Cloud's own keys do not have.");
    }
    return {};
}

} // namespace hourpass
