// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultbench.h"

#include <QMap>

namespace hourpass::test {

/// One way to play a row of the catalogue. What of it stands in the catalogue (how often it is
/// tried, which token is kept) is compared with that; the rest is said here.
struct Scenario {
    /// What it needs beside this machine's loopback.
    enum class Needs {
        Nothing,
        OwnNetwork, ///< ownnetwork.sh
        NoKeychain, ///< session.sh --keyring none
    };

    QString name; ///< where the row has more than one
    Needs needs = Needs::Nothing;
    FaultBench::Options options{};

    std::function<void(FaultBench &)> arrange;
    /// Empty: the bench's renewed().
    std::function<Result<TokenSet>(FaultBench &)> play{};
    /// What may come out of it: "ok" or names of ErrorCode.
    QStringList outcomes;
    /// The row leaves the choice between refusing an answer, which is what it has the rest for, and
    /// taking it as it is: then the new token is kept, without another try.
    bool mayBeTaken = false;
    /// Each is somewhere in what the user is told, in any case of letters.
    QStringList says{};
    /// None is.
    QStringList saysNot{};
    /// All is well again before the last try. The row's word for the token that is kept is for the
    /// time until then, and play() sees to it; in the end there is the new one.
    bool recovers = false;
    /// By how much the program may grow; a sanitizer's heap keeps for a while what was freed.
    std::optional<qint64> memoryKiB{};
    /// What more there is to see, with QVERIFY and its kin.
    std::function<void(FaultBench &, const Result<TokenSet> &)> also{};
};

/// By the ids of the rows.
using Scenarios = QMap<QString, QList<Scenario>>;

Scenarios connectScenarios();
Scenarios tlsScenarios();
Scenarios timingScenarios();
Scenarios framingScenarios();
Scenarios encodingScenarios();
Scenarios bodyScenarios();
Scenarios redirectScenarios();
Scenarios statusScenarios();
Scenarios proxyScenarios();
Scenarios clockScenarios();
Scenarios storeScenarios();
Scenarios keySetScenarios();

/// The server answers each request with these bytes.
Scenario answered(const QByteArray &bytes, const QStringList &outcomes, const QStringList &says);
/// The server treats each request like this.
Scenario treated(const WireServer::Behaviour &behaviour, const QStringList &outcomes,
                 const QStringList &says);

} // namespace hourpass::test
