// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include <QTest>

namespace hourpass::test {

Scenario answered(const QByteArray &bytes, const QStringList &outcomes, const QStringList &says)
{
    return treated(WireServer::answering(bytes), outcomes, says);
}

Scenario treated(const WireServer::Behaviour &behaviour, const QStringList &outcomes,
                 const QStringList &says)
{
    Scenario scenario;
    scenario.arrange = [behaviour](FaultBench &bench) { bench.serve(behaviour); };
    scenario.outcomes = outcomes;
    scenario.says = says;
    // Each try is one request, and no request is repeated behind the engine's back.
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), bench.tries());
    };
    return scenario;
}

} // namespace hourpass::test
