// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/endpoint.h"
#include "core/finding.h"
#include "core/profileid.h"
#include "core/proxy.h"
#include "core/secretstore.h"
#include "doctor/doctorsources.h"
#include "network/networktools.h"

#include <QObject>

#include <memory>

namespace hourpass {

class HttpCall;
struct DiscoveryOutcome;
struct Profile;

/// What the doctor looks at.
struct DoctorTarget {
    Endpoint endpoint;
    Route route;
    ProfileId key;    ///< whose key the keychain should hold; null: none is looked for
    QString keyStore; ///< Profile::keyStore

    static DoctorTarget forProfile(const Profile &profile);
};

/// Checks one by one all that stands between a key and a token, and stops where nothing more can
/// be tried. Sends no key and makes no exchange, since each one is an event in the account's audit
/// log: one GET of what the service tells everybody. Asks the user nothing.
///
/// Each check has a deadline and each is found once, the skipped ones too; then it is finished.
/// Not to be destroyed within one of its signals.
class Doctor final : public QObject
{
    Q_OBJECT

public:
    /// Everything referred to must outlive this.
    Doctor(DoctorTarget target, SecretStore &keys, const NetworkTools &tools,
           DoctorSources sources = DoctorSources::ofThisProcess(), QObject *parent = nullptr);
    ~Doctor() override;

    /// Once for each object.
    void start();
    /// Finishes at once; nothing more is found.
    void cancel();

Q_SIGNALS:
    void began(hourpass::Finding::Check check);
    void found(const hourpass::Finding &finding);
    void finished();

private:
    void begin(Finding::Check check);
    bool isAt(Finding::Check check) const;
    void report(const Finding &finding);
    void skip(Finding::Check check, Finding::WhySkipped why = Finding::WhySkipped::EarlierFailed);
    void skipFrom(Finding::Check check);
    void finish();

    void checkKeychain();
    void probed(const Result<SecretStore::State> &state);
    void endKeychain(Finding finding);
    void checkStoredKeys();
    void storedKeysFound(const Result<Orphans> &orphans);
    void checkProxy();
    void proxyFound(const Result<Proxy> &proxy);
    void checkName();
    void nameFound(const Result<QStringList> &addresses);
    void discover();
    void discovered(const DiscoveryOutcome &outcome);
    void endProxy(const DiscoveryOutcome &outcome);

    DoctorTarget m_target;
    SecretStore &m_keys;
    NetworkTools m_tools;
    DoctorSources m_sources;
    DeadlineTimer m_keychainTimer;
    NetworkLog m_log; ///< of our request alone
    std::unique_ptr<HttpCall> m_call;
    Finding::Check m_current = Finding::Check::Keychain;
    QString m_proxy; ///< toString() of the one in use
    bool m_isOver = false;
};

} // namespace hourpass
