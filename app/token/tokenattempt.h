// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlinetimer.h"
#include "core/secretstore.h"
#include "profiles/profile.h"
#include "token/exchange.h"

#include <memory>
#include <optional>

namespace hourpass {

/// One way from the key to the token, in as many tries as it takes. Whoever asks meanwhile gets
/// the same future.
struct TokenAttempt {
    /// No life: a new token in any case.
    TokenAttempt(const Clock &clock, SecretStore::Prompt whetherToAsk,
                 std::optional<Milliseconds> wantedLife)
        : prompt(whetherToAsk)
        , minimumLife(wantedLife)
        , waiting(clock)
    {
    }
    // A try ends in what its exchange reports, so the exchange may not go at once.
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    SecretStore::Prompt prompt;
    std::optional<Milliseconds> minimumLife;
    bool isForKeyTokenAlone = false;                 ///< nobody has asked for the trusted profile's
    std::unique_ptr<Exchange, DeleteLater> exchange; ///< of the current try
    DeadlineTimer waiting;
    Reporter<TokenSet> reporter;

    void newExchange(const Profile &profile, const NetworkTools &network)
    {
        exchange.reset(new Exchange({profile.endpoint, {profile.caFile}}, network));
    }
};

} // namespace hourpass
