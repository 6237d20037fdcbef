// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/iamemulator/tokensigner.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace tst_clifetchkeys {

using namespace hourpass::test;
using namespace Qt::StringLiterals;
using hourpass::emulator::EmulatorOptions;
using hourpass::emulator::IamEmulator;
using hourpass::emulator::TokenSigner;

/// `inspect --fetch-keys`, without a bus; and that nothing is asked without it.
class CliFetchKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<const TokenSigner>(); }
    void init()
    {
        m_bench = std::make_unique<CliBench>(m_signer);
        QVERIFY(m_bench->isReady());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void genuineToken_isValid();
    void manyTokens_areOneRequest();
    void nextRun_takesTheKeptKeys();
    void unknownKey_isNamedAndLookedForOnce();
    void otherIssuer_isNotTrusted();
    void noToken_fetchesNothing();
    void whatATokenNames_isNeverAsked();
    void serviceDown_theTokenIsToldOfAndNotVerified();
    void serviceDown_theKeptKeysServeAndTheirAgeIsTold();
    void untrustedServer_isNotBelieved();
    void damagedSettings_stopTheRequest();
    void interrupt_endsTheFetching();
    void wrongArguments_areUsageErrors_data();
    void wrongArguments_areUsageErrors();
    void notAsked_opensNoSocket_data();
    void notAsked_opensNoSocket();

private:
    QString issuer() const { return m_bench->iam().url().toString() + u"/identity"_s; }
    QByteArray token(const QJsonObject &more = {}) const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QJsonObject claims{{u"iss"_s, issuer()},
                           {u"iam_id"_s, u"IBMid-1"_s},
                           {u"name"_s, u"Ada"_s},
                           {u"iat"_s, now},
                           {u"exp"_s, now + 3600}};
        for (auto it = more.begin(); it != more.end(); ++it)
            claims[it.key()] = it.value();
        return m_signer->sign(claims);
    }
    QStringList fetching() const
    {
        return {u"--fetch-keys"_s, u"--issuer"_s, issuer(), u"--ca-file"_s,
                m_bench->path(u"ca.pem"_s)};
    }
    CliRun inspect(const QStringList &arguments, const QByteArray &input) const
    {
        return m_bench->run(QStringList{u"inspect"_s} + arguments, input);
    }
    CliRun json(const QStringList &arguments, const QByteArray &input) const
    {
        return m_bench->run(QStringList{u"--json"_s, u"inspect"_s} + arguments, input);
    }
    static QStringList verdicts(const CliRun &run)
    {
        QStringList all;
        for (const QJsonObject &line : jsonLines(run.out))
            all += line["verdict"_L1].toString();
        return all;
    }
    // No part of a token may be in what the service was sent.
    bool sawAnyOf(const QByteArray &token) const
    {
        for (const auto &request : m_bench->iam().requests()) {
            const QByteArray all = QJsonDocument(request.toJson()).toJson();
            for (const QByteArray &part : token.split('.')) {
                if (all.contains(part))
                    return true;
            }
        }
        return false;
    }

    std::shared_ptr<const TokenSigner> m_signer;
    std::unique_ptr<CliBench> m_bench;
};

void CliFetchKeysTest::genuineToken_isValid()
{
    const QByteArray good = token();
    const CliRun run = inspect(fetching(), good);
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY2(run.out.contains("Genuine, by RS256"), run.out.constData());
    const QByteArray origin = m_bench->iam().url().toEncoded();
    QCOMPARE(run.err, "Keys of " + origin + ", fetched just now.\n");
    QCOMPARE(m_bench->iam().requests().size(), 1);
    QCOMPARE(m_bench->iam().requests().first().method, "GET"_ba);
    QCOMPARE(m_bench->iam().requests().first().target, "/identity/keys"_ba);
    QVERIFY(!sawAnyOf(good));
    QCOMPARE(m_bench->filesWith(good.split('.').last()), QStringList());
    const QFileInfoList kept = QDir(m_bench->path(u"cache/hourpass"_s)).entryInfoList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void CliFetchKeysTest::manyTokens_areOneRequest()
{
    QByteArray text;
    for (int i = 0; i < 100; ++i)
        text += token({{u"jti"_s, QString::number(i)}}) + '\n';
    const CliRun run = json(fetching(), text);
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(verdicts(run).count(u"valid"_s), 100);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(m_bench->iam().requests().size(), 1);
}

void CliFetchKeysTest::nextRun_takesTheKeptKeys()
{
    QCOMPARE(json(fetching(), token()).status, 0);
    m_bench->iam().stop();
    const CliRun run = inspect(fetching(), token());
    QVERIFY2(run.status == 0, run.story().constData());
    QVERIFY2(run.err.startsWith("Keys of https://127.0.0.1:") && run.err.count('\n') == 1,
             run.err.constData());
    QCOMPARE(m_bench->iam().requests().size(), 1);
}

void CliFetchKeysTest::unknownKey_isNamedAndLookedForOnce()
{
    const TokenSigner other;
    QByteArray foreign = token();
    foreign.replace(0, foreign.indexOf('.'),
                    QByteArray(R"({"alg":"RS256","kid":"gone"})")
                        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    for (int i = 0; i < 3; ++i) {
        const CliRun run = json(fetching(), foreign + '\n' + foreign);
        QVERIFY2(run.status == 8, run.story().constData());
        QCOMPARE(verdicts(run), (QStringList{u"unknown_key"_s, u"unknown_key"_s}));
        QCOMPARE(run.error()["code"_L1].toString(), u"NotValid"_s);
    }
    QCOMPARE(m_bench->iam().requests().size(), 1);
}

void CliFetchKeysTest::otherIssuer_isNotTrusted()
{
    const CliRun run =
        json(fetching(), token({{u"iss"_s, u"https://iam.cloud.ibm.com/identity"_s}}));
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(verdicts(run), QStringList{u"untrusted_issuer"_s});
}

void CliFetchKeysTest::noToken_fetchesNothing()
{
    const CliRun run = json(fetching(), "nothing of the kind");
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(m_bench->iam().connectionCount(), 0);
}

void CliFetchKeysTest::whatATokenNames_isNeverAsked()
{
    EmulatorOptions options;
    options.signer = m_signer;
    IamEmulator named(options);
    QVERIFY(named.listen());
    const QString there = named.url().toString();
    const QByteArray header = QJsonDocument(QJsonObject{{u"alg"_s, u"RS256"_s},
                                                        {u"kid"_s, m_signer->keyId()},
                                                        {u"jku"_s, there + u"/identity/keys"_s},
                                                        {u"x5u"_s, there + u"/identity/keys"_s}})
                                  .toJson(QJsonDocument::Compact);
    QByteArray naming = token({{u"iss"_s, there + u"/identity"_s}});
    naming.replace(0, naming.indexOf('.'),
                   header.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const CliRun run = json(fetching(), naming);
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(verdicts(run), QStringList{u"bad_signature"_s});
    QCOMPARE(named.connectionCount(), 0);
    QCOMPARE(m_bench->iam().requests().size(), 1);
}

void CliFetchKeysTest::serviceDown_theTokenIsToldOfAndNotVerified()
{
    const QByteArray good = token();
    const QStringList arguments = fetching();
    m_bench->iam().stop();
    const CliRun run = json(arguments, good);
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(verdicts(run), QStringList{u"unverified"_s});
    QVERIFY(run.out.contains(R"("name":"Ada")"));
    QCOMPARE(run.error()["code"_L1].toString(), u"Unverified"_s);
    QVERIFY2(run.error()["message"_L1].toString().contains("127.0.0.1 refused the connection."_L1),
             run.err.constData());
    QVERIFY(!run.error()["advice"_L1].toString().isEmpty());

    const CliRun text = inspect(arguments, good);
    QVERIFY2(text.status == 8, text.story().constData());
    QVERIFY2(text.out.contains("Unknown  Not checked:") && !text.out.contains("genuine and"),
             text.out.constData());
    QCOMPARE(text.err.count("Trying again in "), 2);
}

void CliFetchKeysTest::serviceDown_theKeptKeysServeAndTheirAgeIsTold()
{
    const QStringList arguments = fetching();
    QCOMPARE(json(arguments, token()).status, 0);
    m_bench->iam().stop();
    // As if three hours had gone by since.
    const QDir folder(m_bench->path(u"cache/hourpass"_s));
    const QString file = folder.filePath(folder.entryList(QDir::Files).value(0));
    QJsonObject content = QJsonDocument::fromJson(readFile(file)).object();
    constexpr qint64 threeHours = 3LL * 3600 * 1000;
    for (const QString &name : {u"fetchedAt"_s, u"goodUntil"_s})
        content[name] = content[name].toInteger() - threeHours;
    QVERIFY(writeFile(file, QJsonDocument(content).toJson()));
    const CliRun run = inspect(arguments, token());
    QVERIFY2(run.status == 0, run.story().constData());
    const QByteArray last = run.err.trimmed().split('\n').last();
    QVERIFY2(last.startsWith("Keys of https://127.0.0.1:") && last.contains(", fetched 3 hour")
                 && last.endsWith("fetched anew: 127.0.0.1 refused the connection."),
             run.err.constData());
}

void CliFetchKeysTest::untrustedServer_isNotBelieved()
{
    const CliRun run = json(fetching().first(3), token());
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(verdicts(run), QStringList{u"unverified"_s});
    QVERIFY2(run.error()["message"_L1].toString().contains("does not trust"_L1),
             run.err.constData());
    QVERIFY2(run.error()["advice"_L1].toString().contains("--ca-file"_L1), run.err.constData());
    QCOMPARE(m_bench->iam().requests().size(), 0);
}

void CliFetchKeysTest::damagedSettings_stopTheRequest()
{
    QVERIFY(QDir().mkpath(m_bench->path(u"config/hourpass"_s)));
    QVERIFY(writeFile(m_bench->path(u"config/hourpass/settings.json"_s), "{"));
    const CliRun run = json(fetching(), token());
    QVERIFY2(run.status == 8, run.story().constData());
    QCOMPARE(verdicts(run), QStringList{u"unverified"_s});
    QVERIFY2(run.error()["message"_L1].toString().contains("settings"_L1), run.err.constData());
    QCOMPARE(m_bench->iam().connectionCount(), 0);
}

void CliFetchKeysTest::interrupt_endsTheFetching()
{
    const auto cli = m_bench->process(QStringList{u"inspect"_s} + fetching());
    m_bench->iam().stop();
    cli->setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    cli->start();
    cli->write(token());
    cli->closeWriteChannel();
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += cli->readAllStandardError()).contains("Trying again in "),
                             15'000);
    QCOMPARE(::kill(pid_t(cli->processId()), SIGINT), 0);
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 130, run.story().constData());
    QVERIFY2(run.out.isEmpty(), run.out.constData());
}

void CliFetchKeysTest::wrongArguments_areUsageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("a file too", {u"--fetch-keys"_s, u"--jwks"_s, u"a"_s}, "--jwks and --fetch-keys exclude");
    row("a key too", {u"--fetch-keys"_s, u"--key"_s, u"a"_s}, "--key and --fetch-keys exclude");
    row("trust alone", {u"--ca-file"_s, u"a"_s}, "--ca-file needs --fetch-keys");
    const QString issuer = u"--issuer"_s;
    row("not https", {u"--fetch-keys"_s, issuer, u"http://127.0.0.1/identity"_s}, "https://");
    row("another path", {u"--fetch-keys"_s, issuer, u"https://127.0.0.1/keys"_s}, "/identity");
    row("a login", {u"--fetch-keys"_s, issuer, u"https://a:b@127.0.0.1/identity"_s}, "https://");
    row("a query", {u"--fetch-keys"_s, issuer, u"https://127.0.0.1/?/identity"_s}, "https://");
    row("no file", {u"--fetch-keys"_s, u"--ca-file"_s, u"missing"_s}, "missing cannot be read");
}

void CliFetchKeysTest::wrongArguments_areUsageErrors()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const CliRun run = inspect(arguments, token());
    QVERIFY2(run.status == 2, run.story().constData());
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(says), run.err.constData());
}

void CliFetchKeysTest::notAsked_opensNoSocket_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("no keys") << QStringList{} << false;
    QTest::newRow("an issuer") << QStringList{u"--issuer"_s, issuer()} << false;
    QTest::newRow("keys of a file") << QStringList{u"--jwks"_s, u"jwks.json"_s} << false;
    QTest::newRow("asked") << QStringList{u"--fetch-keys"_s} << true;
}

// By what the system saw, and not by what the program says.
void CliFetchKeysTest::notAsked_opensNoSocket()
{
    QFETCH(QStringList, arguments);
    QFETCH(const bool, isAsked);
    const QString tracer = QStandardPaths::findExecutable(u"strace"_s);
    QVERIFY2(!tracer.isEmpty(), "strace is not there");
    QVERIFY(writeFile(m_bench->path(u"jwks.json"_s), QJsonDocument(m_signer->keySet()).toJson()));
    if (isAsked)
        arguments = fetching();
    const QString trace = m_bench->path(u"trace"_s);
    const CliRun run =
        m_bench->run(QStringList{u"inspect"_s} + arguments, token(), [&](QProcess &process) {
            process.setWorkingDirectory(m_bench->path({}));
            process.setArguments(
                QStringList{u"-f"_s, u"-e"_s, u"trace=network"_s, u"-o"_s, trace, process.program()}
                + process.arguments());
            process.setProgram(tracer);
        });
    QVERIFY2(run.status == (isAsked ? 0 : 8), run.story().constData());
    const QByteArray seen = readFile(trace);
    QVERIFY2(seen.contains("+++ exited with "), seen.constData());
    QVERIFY2(seen.contains("socket(") == isAsked, seen.constData());
    QCOMPARE(m_bench->iam().requests().size(), isAsked ? 1 : 0);
}

HOURPASS_TEST(CliFetchKeysTest, QCoreApplication)

} // namespace tst_clifetchkeys

#include "tst_clifetchkeys.moc"
