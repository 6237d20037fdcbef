// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "faultrow.h"
#include "scenario.h"

#include "support/outcome.h"
#include "words/explanation.h"

#include <QTest>

#include <sys/resource.h>

using namespace hourpass;
using namespace hourpass::test;
using namespace Qt::StringLiterals;
using Needs = Scenario::Needs;

namespace {

Scenarios allScenarios()
{
    Scenarios all;
    for (const auto &some : {connectScenarios, tlsScenarios, timingScenarios, framingScenarios,
                             encodingScenarios, bodyScenarios, redirectScenarios, statusScenarios,
                             proxyScenarios, clockScenarios, storeScenarios, keySetScenarios})
        all.insert(some());
    return all;
}

qint64 peakMemoryKiB()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// Empty where it is there.
QString whatIsMissing(Needs needs)
{
    if (needs == Needs::OwnNetwork && qEnvironmentVariable("HOURPASS_OWN_NETWORK") != "inside"_L1)
        return u"it needs tests/faults/ownnetwork.sh"_s;
    if (needs == Needs::NoKeychain && qEnvironmentVariableIsEmpty("SESSION_DIR"))
        return u"it needs tests/support/session.sh --keyring none"_s;
    return {};
}

} // namespace

/// Each row of tests/vectors/faults.json. `tst_faults fault:F001` plays one of them.
class FaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRow_isTriedOrNamed();
    void fault_data();
    void fault();

private:
    void play(const FaultRow &row, const Scenario &scenario);
    void checkTries(const FaultRow &row, const Scenario &scenario, const FaultBench &bench,
                    bool succeeded);
    void checkToken(const FaultRow &row, const Scenario &scenario, FaultBench &bench,
                    bool succeeded);
    void checkWords(const Scenario &scenario, const Error &error);

    const QList<FaultRow> m_rows = faultRows();
    const RowNotes m_notes = rowNotes();
    const Scenarios m_scenarios = allScenarios();
};

void FaultsTest::everyRow_isTriedOrNamed()
{
    QStringList inCatalogue;
    for (const FaultRow &row : m_rows) {
        inCatalogue += row.id;
        QVERIFY2(m_scenarios.contains(row.id) != m_notes.untried.contains(row.id),
                 qPrintable(row.id));
        QVERIFY2(!row.keyLeaked, qPrintable(row.id));
    }
    QCOMPARE(inCatalogue.size(), 72);
    for (auto note = m_notes.untried.begin(); note != m_notes.untried.end(); ++note)
        qInfo("NOT TRIED %s: %s", qPrintable(note.key()), qPrintable(note.value()));
    for (const QString &id :
         m_scenarios.keys() + m_notes.untried.keys() + m_notes.differentTries.keys())
        QVERIFY2(inCatalogue.contains(id), qPrintable(id));
}

void FaultsTest::fault_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows.at(i).id)) << i;
}

void FaultsTest::fault()
{
    QFETCH(qsizetype, index);
    const FaultRow &row = m_rows.at(index);
    if (m_notes.untried.contains(row.id))
        QSKIP(qPrintable(m_notes.untried.value(row.id)));
    for (const Scenario &scenario : m_scenarios.value(row.id)) {
        if (const QString missing = whatIsMissing(scenario.needs); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        play(row, scenario);
        if (QTest::currentTestFailed()) {
            qInfo("%s %s: %s; the user sees: %s", qPrintable(row.id), qPrintable(scenario.name),
                  qPrintable(row.what), qPrintable(row.userSees));
            return;
        }
    }
}

void FaultsTest::play(const FaultRow &row, const Scenario &scenario)
{
    FaultBench bench(scenario.options);
    scenario.arrange(bench);
    if (QTest::currentTestFailed())
        return;
    const qint64 before = peakMemoryKiB();
    const auto result = scenario.play ? scenario.play(bench) : bench.renewed();
    const qint64 grown = peakMemoryKiB() - before;
    QVERIFY2(scenario.outcomes.contains(outcome(result)),
             qPrintable(outcome(result)
                        + (result ? QString() : u": "_s + explain(result.error()).details)));
    if (scenario.memoryKiB)
        QVERIFY2(grown < *scenario.memoryKiB, qPrintable(u"%1 KiB"_s.arg(grown)));
    checkTries(row, scenario, bench, result.has_value());
    checkToken(row, scenario, bench, result.has_value());
    if (!result)
        checkWords(scenario, result.error());
    if (scenario.also && !QTest::currentTestFailed())
        scenario.also(bench, result);
    const QStringList leaks = bench.leaks();
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(u'\n')));
}

void FaultsTest::checkTries(const FaultRow &row, const Scenario &scenario, const FaultBench &bench,
                            bool succeeded)
{
    const bool wasTaken = scenario.mayBeTaken && succeeded;
    const QString word = wasTaken ? u"no"_s : m_notes.differentTries.value(row.id, row.retried);
    const RetryPolicy &policy = bench.retries();
    const QString fault = faultOfWaits(word, bench.waits(), policy.firstWait, policy.longestWait,
                                       succeeded ? int(bench.waits().size()) + 1 : policy.tries);
    QVERIFY2(fault.isEmpty(), qPrintable(word + u": "_s + fault));
}

void FaultsTest::checkToken(const FaultRow &row, const Scenario &scenario, FaultBench &bench,
                            bool succeeded)
{
    const bool wasTaken = scenario.mayBeTaken && succeeded;
    const QString kept = wasTaken || scenario.recovers ? u"new"_s : row.tokenKept;
    QVERIFY(kept == "old"_L1 || kept == "new"_L1);
    const TokenSession session = bench.session();
    QVERIFY(session.token);
    const QByteArray token = session.token->accessToken.reveal().toByteArray();
    if (kept == "old"_L1)
        QCOMPARE(token, oldToken);
    else
        QVERIFY(token != oldToken && token.startsWith("canary-new"));
    QCOMPARE(bench.tokenInMemory(), token);
    QCOMPARE(session.phase, TokenSession::Phase::Idle);
}

void FaultsTest::checkWords(const Scenario &scenario, const Error &error)
{
    const Explanation words = explain(error);
    const QString all = QStringList{words.cause, words.nextStep, words.details}.join(u'\n');
    for (const QString &text : scenario.says)
        QVERIFY2(all.contains(text, Qt::CaseInsensitive), qPrintable(text + u" | "_s + all));
    for (const QString &text : scenario.saysNot)
        QVERIFY2(!all.contains(text, Qt::CaseInsensitive), qPrintable(text + u" | "_s + all));
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
