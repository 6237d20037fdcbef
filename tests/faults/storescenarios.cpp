// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "keychain/keychainsecretstore.h"
#include "support/outcome.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using Operation = ScriptedSecretStore::Operation;
using Phase = TokenSession::Phase;

namespace {

bool isInAFileBelow(const QString &folder, const QByteArray &bytes)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

// The real keychain is asked, and what it says is what the engine is told.
Scenario missing()
{
    Scenario scenario;
    scenario.needs = Scenario::Needs::NoKeychain;
    scenario.arrange = [](FaultBench &bench) {
        KeychainSecretStore keychain;
        const auto written = await(keychain.write(bench.id(), Secret(QByteArrayView(canaryKey))));
        QCOMPARE(outcome(written), u"KeychainMissing"_s);
        const auto read = await(keychain.read(bench.id(), SecretStore::Prompt::Allowed));
        QCOMPARE(outcome(read), u"KeychainMissing"_s);
        QVERIFY(!isInAFileBelow(qEnvironmentVariable("SESSION_DIR"), canaryKey));
        bench.serve(goodAnswer());
        bench.keys.failNext(Operation::Read, read.error().code);
    };
    scenario.outcomes = QStringList{u"KeychainMissing"_s};
    scenario.says =
        QStringList{u"no keychain in this session"_s, u"GNOME Keyring"_s, u"it is not stored"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), 0);
        QCOMPARE(outcome(bench.renewed()), u"ok"_s); // the user's own try, with a keychain
    };
    return scenario;
}

Scenario answersTooLate()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) { bench.serve(goodAnswer()); };
    scenario.play = [](FaultBench &bench) {
        bench.keys.hold();
        const auto token = bench.renew();
        if (bench.session().phase != Phase::ReadingKey)
            return Result<TokenSet>(failure(ErrorCode::Internal, u"the key was not waited for"_s));
        bench.sessions().cancel(bench.id());
        const bool isOver = token.isFinished();
        bench.keys.release();
        QCoreApplication::processEvents();
        return isOver ? token.result() : failure(ErrorCode::Internal, u"it went on"_s);
    };
    scenario.outcomes = QStringList{u"Cancelled"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.requestCount(), 0);
        QCOMPARE(bench.session().phase, Phase::Idle);
        QVERIFY(!bench.session().fault);
    };
    return scenario;
}

} // namespace

Scenarios storeScenarios()
{
    return {{u"F141"_s, {missing()}}, {u"F143"_s, {answersTooLate()}}};
}

} // namespace hourpass::test
