// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/behaviour.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

struct FaultName {
    Fault fault;
    QLatin1StringView name;
};

constexpr FaultName names[] = {
    {Fault::None, "none"_L1},
    {Fault::Silent, "silent"_L1},
    {Fault::CloseWithoutAnswer, "close"_L1},
    {Fault::CaptivePortal, "captive-portal"_L1},
    {Fault::BadGateway, "bad-gateway"_L1},
    {Fault::EmptyUnavailable, "empty-503"_L1},
    {Fault::RateLimited, "rate-limited"_L1},
    {Fault::TruncatedJson, "truncated-json"_L1},
    {Fault::ShortBody, "short-body"_L1},
    {Fault::OversizedBody, "oversized-body"_L1},
    {Fault::Redirect, "redirect"_L1},
    {Fault::HostileText, "hostile-text"_L1},
};

} // namespace

QStringList faultNames()
{
    QStringList list;
    for (const FaultName &entry : names)
        list.append(entry.name);
    return list;
}

std::optional<Fault> faultFromName(QStringView name)
{
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [name](const FaultName &entry) { return entry.name == name; });
    return found == std::end(names) ? std::nullopt : std::optional(found->fault);
}

void BehaviourPlan::setStanding(const Behaviour &behaviour)
{
    m_standing = behaviour;
    m_next.clear();
}

void BehaviourPlan::addNext(int count, const Behaviour &behaviour)
{
    for (int i = 0; i < count; ++i)
        m_next.append(behaviour);
}

Behaviour BehaviourPlan::take()
{
    return m_next.isEmpty() ? m_standing : m_next.takeFirst();
}

} // namespace hourpass::emulator
