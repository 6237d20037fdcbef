// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// Writing an entry: what cannot be read back afterwards is taken away again.
#include "keychain/keychainsteps.h"

namespace hourpass {

Future<void> KeychainAccess::write(const QString &key, const Secret &secret)
{
    const auto done = begin<void>();
    if (!m_service) {
        writeEntry(key, secret, Before::NotKnown, done);
        return done->future();
    }
    follow(lookAndUnlock(lookForDefault(), Prompt::Allowed),
           [this, key, secret, done](const Result<Places> &found) {
               if (!found) {
                   done->report(Failure(found.error()));
               } else if (!found->open.isEmpty()) {
                   writeNewOrOld(key, secret, done);
               } else {
                   // The very first entry of this user: the keychain asks for a new password.
                   Q_EMIT userIsAsked();
                   follow(m_service->createDefaultCollection(),
                          [this, key, secret, done](const Result<void> &created) {
                              if (created)
                                  writeEntry(key, secret, Before::Nothing, done);
                              else
                                  done->report(created);
                          });
               }
           });
    return done->future();
}

// What is undone where the write fails may only be what it has made.
void KeychainAccess::writeNewOrOld(const QString &key, const Secret &secret, const Done<void> &done)
{
    follow(m_service->find(serviceName, key), [this, key, secret, done](const auto &found) {
        if (!found)
            done->report(Failure(found.error()));
        else
            writeEntry(key, secret,
                       found->open.isEmpty() && found->locked.isEmpty() ? Before::Nothing
                                                                        : Before::AnEntry,
                       done);
    });
}

void KeychainAccess::writeEntry(const QString &key, const Secret &secret, Before before,
                                const Done<void> &done)
{
    follow(m_jobs.write(serviceName, key, secret, jobLimit(Prompt::Allowed)),
           [this, key, secret, before, done](const Result<void> &written) {
               if (written) {
                   readBack(key, secret, before, done);
                   return;
               }
               const auto truth = std::make_shared<Reporter<void>>();
               follow(truth->future(), [this, key, before, done](const Result<void> &result) {
                   const bool isSilent = result.error().code == ErrorCode::KeychainSilent;
                   if (isSilent || before == Before::Nothing)
                       takeBack(key, before, result.error(), done);
                   else
                       done->report(result);
               });
               reportTruth(lookForDefault(), written.error(), truth);
           });
}

// KWallet reports success without having written; an older entry as text hides a newer binary one.
void KeychainAccess::readBack(const QString &key, const Secret &secret, Before before,
                              const Done<void> &done)
{
    follow(m_jobs.read(serviceName, key, jobLimit(Prompt::Allowed)),
           [this, key, secret, before, done](const Result<Secret> &kept) {
               if (kept && *kept == secret)
                   done->report({});
               else if (kept || kept.error().code == ErrorCode::NotFound)
                   takeBack(key, before, {ErrorCode::KeychainNotKept, {}, {}}, done);
               else
                   takeBack(key, before, kept.error(), done);
           });
}

// Nobody would find an entry again that is there although it was said not to be.
void KeychainAccess::takeBack(const QString &key, Before before, const Error &why,
                              const Done<void> &done)
{
    Error told = why;
    // What keeps silent may still do what it was told, and would not do more.
    if (before != Before::Nothing || why.code == ErrorCode::KeychainSilent) {
        told.isKeyInDoubt = why.code != ErrorCode::KeychainNotKept;
        done->report(Failure(told));
        return;
    }
    const auto undone = std::make_shared<Reporter<void>>();
    follow(undone->future(), [told, done](const Result<void> &gone) {
        Error error = told;
        error.isKeyInDoubt = !gone;
        done->report(Failure(error));
    });
    removeEntry(key, undone);
}

} // namespace hourpass
