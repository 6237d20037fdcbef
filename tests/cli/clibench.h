// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/iamemulator.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace hourpass::test {

/// How one run of the program ended.
struct CliRun {
    int status = -1; ///< -1: it crashed or did not end in time
    QByteArray out;
    QByteArray err;

    /// The object of a JSON error; empty where standard error holds anything else than just that.
    QJsonObject error() const;
    /// For a failed check.
    QByteArray story() const;
};

/// The real program in a home of its own, with an emulator of IAM to talk to.
class CliBench final
{
public:
    using Prepare = std::function<void(QProcess &)>;

    explicit CliBench(const std::shared_ptr<const emulator::TokenSigner> &signer = {},
                      emulator::CertificateFault fault = emulator::CertificateFault::None);

    bool isReady() const { return m_isReady; }
    emulator::IamEmulator &iam() { return m_iam; }
    QByteArray key(QStringView label) const { return m_iam.key(label).secret; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString profileFile() const { return path(QStringLiteral("config/hourpass/profiles.json")); }
    QStringList withEndpoint() const;

    /// The program with the bench's environment, not started.
    std::unique_ptr<QProcess> process(const QStringList &arguments) const;
    /// Runs it to its end, with the event loop running meanwhile.
    CliRun run(const QStringList &arguments, const QByteArray &input = {},
               const Prepare &prepare = {}) const;
    /// What comes of a program that was started, at its end.
    static CliRun finish(QProcess &process);
    /// Adds a profile for the emulator, the key on standard input.
    CliRun add(const QString &name, const QByteArray &key) const;

    /// From now on every token request meets it.
    void tell(emulator::Fault fault);
    /// The last token that the emulator made; empty if there is none.
    QByteArray issued() const;
    /// What `token` writes.
    QByteArray printedToken() const { return run({QStringLiteral("token")}).out; }

    /// Files below the home that hold the text.
    QStringList filesWith(const QByteArray &text) const;

private:
    QTemporaryDir m_folder;
    emulator::IamEmulator m_iam;
    bool m_isReady = false;
};

/// Empty also where it cannot be read.
QByteArray readFile(const QString &name);
bool writeFile(const QString &name, const QByteArray &content);

/// The names of our entries in the keychain of this session, without what all begin with.
QStringList idsInKeychain();
/// How many keys of ours the keychain of this session holds; -1 if it does not answer.
int keysInKeychain();
/// Deletes all of them, as another program would.
bool emptyKeychain();
/// Locks the keychain of this session, for good.
bool lockKeychain();

} // namespace hourpass::test
