// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/iamemulator/transaction.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace hourpass::emulator {

/// What goes wrong with a token request that is in order. A new fault needs a value here, its name
/// in behaviour.cpp and its answer in faults.cpp.
enum class Fault {
    None,
    Silent, ///< the connection stays open, nothing comes
    CloseWithoutAnswer,
    CaptivePortal,    ///< 200 with a page
    BadGateway,       ///< 502 with a page
    EmptyUnavailable, ///< 503 without a body
    RateLimited,      ///< 429
    TruncatedJson,    ///< a complete reply whose JSON ends in the middle
    ShortBody,        ///< fewer bytes than Content-Length says
    OversizedBody,    ///< valid JSON, padded
    Redirect,
    HostileText, ///< an error whose texts hold bidirectional, control and markup characters
};

enum class RetryAfter { None, Seconds, Date, Garbage };

/// How the token endpoint behaves. All members are independent of each other.
struct Behaviour {
    Fault fault = Fault::None;
    /// Answered in place of a token; any code, status and text.
    std::optional<IamError> error = {};
    /// Time from the arrival of the request to the first byte of the answer.
    std::chrono::milliseconds delay{0};

    std::chrono::seconds lifetime{3600};
    /// Shifts the service's clock: iat, exp, expiration, Date and the times of errors.
    std::chrono::seconds clockOffset{0};
    /// Shifts the Date header alone.
    std::chrono::seconds dateOffset{0};
    bool dateHeader = true;
    /// Members of the success body to set or replace, and members to leave out.
    QJsonObject set = {};
    QStringList drop = {};

    RetryAfter retryAfter = RetryAfter::None;
    std::chrono::seconds retryAfterDelay{2};
    int redirectStatus = 307;
    /// Empty: the token endpoint again, by the server's other name.
    QByteArray redirectUrl = {};
    qsizetype oversizedBytes = 2 * 1024 * 1024;
    /// Whether an oversized body is announced by its length.
    bool declareLength = true;
};

/// Names such as "silent" or "rate-limited", as the program and the control endpoint take them.
QStringList faultNames();
std::optional<Fault> faultFromName(QStringView name);

/// Which behaviour a request meets: those put first for the next ones, else the standing one.
class BehaviourPlan final
{
public:
    const Behaviour &standing() const { return m_standing; }
    /// Also forgets what was planned for the next requests.
    void setStanding(const Behaviour &behaviour);
    void addNext(int count, const Behaviour &behaviour);
    Behaviour take();

private:
    Behaviour m_standing;
    QList<Behaviour> m_next;
};

} // namespace hourpass::emulator
