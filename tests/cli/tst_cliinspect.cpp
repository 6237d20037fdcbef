// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/clibench.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_cliinspect {

using namespace hourpass::test;
using namespace Qt::StringLiterals;

// Of the form of a key, and of nobody.
const QByteArray apiKey = "Xq3kfB-7TgLm0_ZpV9hWc2RsYd8uJnEa5oKi1CtNxHvQ"_ba;

QJsonObject vector(QLatin1StringView name)
{
    for (const QJsonObject &row : jsonLines(ownVectors(u"jwt/adversarial.jsonl"_s))) {
        if (row["name"_L1] == name)
            return row;
    }
    return {};
}

QList<QJsonObject> lines(const QByteArray &out)
{
    return jsonLines(out);
}

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// `inspect`, without a bus, a keychain or a profile.
class CliInspectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }

    void everyVector_hasItsVerdict_data();
    void everyVector_hasItsVerdict();
    void json_isExactlyTheContract();
    void text_isExactlyThis();
    void report_isInPlaceOfTheText();
    void reportOfEveryVector_hasNoneOfItsValues_data();
    void reportOfEveryVector_hasNoneOfItsValues();
    void reportOfSeveralTokens_isOne();
    void severalTokens_areOneLineEach();
    void fileAndStandardInput_areTheSame();
    void strict_takesNothingAway();
    void ownKeys_haveNoIssuerRuleUnlessAskedFor();
    void otherAccount_isRejected();
    void noKeys_isUnverified();
    void noToken_isStatusEightAndNoLine();
    void anApiKey_isNotInTheOutput_data();
    void anApiKey_isNotInTheOutput();
    void hostileClaims_doNotReachTheTerminal();
    void wrongArguments_areUsageErrors_data();
    void wrongArguments_areUsageErrors();
    void unusableInput_isAUsageError_data();
    void unusableInput_isAUsageError();
    void tooMuchOnStandardInput_isRefused();
    void fullDisk_isAFailure();
    void interrupt_endsTheWaiting();

private:
    CliRun json(const QStringList &arguments, const QByteArray &input) const
    {
        return m_bench->run(QStringList{u"--json"_s, u"inspect"_s} + arguments, input);
    }
    QString keySet() const { return m_bench->path(u"jwks.json"_s); }
    QByteArray good() const { return inputOf(vector("good_key1"_L1)); }
    QStringList withKeys() const { return {u"--jwks"_s, keySet(), u"--now"_s, u"1767225600"_s}; }

    std::unique_ptr<CliBench> m_bench;
};

void CliInspectTest::initTestCase()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->isReady());
    QVERIFY(writeFile(keySet(), ownVectors(u"jwt/jwks.json"_s)));
}

void CliInspectTest::everyVector_hasItsVerdict_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonObject &row : jsonLines(ownVectors(u"jwt/adversarial.jsonl"_s)))
        QTest::newRow(qPrintable(row["name"_L1].toString())) << row;
}

void CliInspectTest::everyVector_hasItsVerdict()
{
    QFETCH(const QJsonObject, row);
    QString keys = keySet();
    if (row.contains("jwks"_L1)) {
        keys = m_bench->path(u"keys"_s);
        QVERIFY(writeFile(keys, row["jwks"_L1].toString().toUtf8()));
    }
    QStringList arguments{u"--jwks"_s, keys, u"--now"_s,
                          QString::number(row["now"_L1].toInteger())};
    if (row["kind"_L1] == "jwt"_L1)
        arguments += u"--strict"_s;
    const CliRun run = json(arguments, inputOf(row));
    QCOMPARE(lines(run.out).size(), 1);
    const QString verdict = lines(run.out).first()["verdict"_L1].toString();
    QVERIFY2(row["expect"_L1]["verdict"_L1].toArray().contains(verdict), qPrintable(verdict));
    QCOMPARE(run.status, verdict == "valid"_L1 ? 0 : 8);
}

void CliInspectTest::json_isExactlyTheContract()
{
    const QByteArray token = encoded(R"({"alg":"none"})") + '.'
        + encoded("{\"name\":\"\xC3\x84\xE2\x80\xAE\",\"n\":1.50,\"exp\":2000}") + '.';
    const CliRun run = json({u"--now"_s, u"1970"_s}, "t=" + token + "\n");
    QCOMPARE(run.status, 8);
    const QByteArray expected = R"({"index":0,"offset":2,"length":)"
        + QByteArray::number(token.size())
        + R"(,"fingerprint":"0044-3ffd-9879-c76c","verdict":"alg_rejected","checks":{)"
          R"("well_formed":{"result":"pass","detail":"Three parts, each as it should be."},)"
          R"("signature":{"result":"fail","detail":"The token says that it is not signed."},)"
          R"("time":{"result":"pass","detail":"30 seconds left, until 1970-01-01T00:33:20Z."},)"
          R"("addressee":{"result":"fail","detail":"It does not say who issued it (\"iss\")."}},)"
          R"("identity":{"kind":"unknown","name":"\u00c4\u202e","iam_id":"","account":"",)"
          R"("obtained_by":""},"header":{"alg":"none"},)"
          R"("claims":{"name":"\u00c4\u202e","n":1.50,"exp":2000},"problems":[],)"
          R"("summary":"\u00c4\\u{202E} (unknown kind); 30 seconds left. )"
          R"(It is not signed in a way that IAM signs: do not trust it."})"
          "\n";
    QCOMPARE(run.out, expected);
}

void CliInspectTest::text_isExactlyThis()
{
    const QByteArray token = encoded(R"({"alg":"RS256"})") + '.'
        + encoded(R"({"iam_id":"IBMid-1","name":"Ada","exp":2000,"x":["y"]})") + '.'
        + QByteArray(342, 'A');
    const CliRun run = m_bench->run({u"inspect"_s, u"--now"_s, u"1970"_s}, token);
    QCOMPARE(run.status, 8);
    const QByteArray expected = "Token 1 of 1, from byte 0, " + QByteArray::number(token.size())
        + " bytes\n"
          "  Ada (user); 30 seconds left. Whether it is genuine was not checked.\n"
          "  Well-formed: Pass     Three parts, each as it should be.\n"
          "  Signature:   Unknown  Not checked: there are no keys to check it with.\n"
          "  In time:     Pass     30 seconds left, until 1970-01-01T00:33:20Z.\n"
          "  Addressee:   Fail     It does not say who issued it (\"iss\").\n"
          "  Fingerprint: 27a9-da60-5d31-1b57\n"
          "  Header\n"
          "    alg  RS256   (how it is signed)\n"
          "  Claims\n"
          "    iam_id  IBMid-1   (whose token it is: a person with an IBMid)\n"
          "    name    Ada   (the identity's name)\n"
          "    exp     2000   (expires at: 00:33:20 (UTC+0) · 00:33:20 UTC, in 30 seconds)\n"
          "    x[0]    y\n";
    QCOMPARE(run.out, expected);
    QVERIFY2(run.err.contains("--jwks"), run.err.constData());
}

void CliInspectTest::report_isInPlaceOfTheText()
{
    const QStringList arguments = QStringList{u"inspect"_s, u"--report"_s} + withKeys();
    const CliRun run = m_bench->run(arguments, good());
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.err, QByteArray());
    QVERIFY2(run.out.startsWith("# Token report\n"), run.out.constData());
    QVERIFY2(run.out.contains("| `account.bss` | `account-1` |"), run.out.constData());
    QVERIFY2(
        run.out.contains("| Signature | Pass | Genuine, by `RS256` with the key `key-id-1`. |"),
        run.out.constData());
    QVERIFY2(run.out.contains("\n## What was taken out\n"), run.out.constData());
    QVERIFY(run.out.endsWith('\n') && !run.out.endsWith("\n\n"));
    QVERIFY(run.out.contains("with Hourpass 0.") || run.out.contains("with Hourpass 1."));
    const CliRun unverified = m_bench->run({u"inspect"_s, u"--report"_s}, good());
    QCOMPARE(unverified.status, 8);
    QVERIFY(unverified.err.contains("--jwks"));
    const CliRun nothing = m_bench->run({u"inspect"_s, u"--report"_s}, apiKey);
    QCOMPARE(nothing.status, 8);
    QCOMPARE(nothing.out, QByteArray());
}

void CliInspectTest::reportOfEveryVector_hasNoneOfItsValues_data()
{
    everyVector_hasItsVerdict_data();
}

void CliInspectTest::reportOfEveryVector_hasNoneOfItsValues()
{
    QFETCH(const QJsonObject, row);
    QStringList arguments{u"inspect"_s, u"--report"_s, u"--jwks"_s,
                          keySet(),     u"--now"_s,    QString::number(row["now"_L1].toInteger())};
    if (row["kind"_L1] == "jwt"_L1)
        arguments += u"--strict"_s;
    const QByteArray input = inputOf(row);
    const CliRun run = m_bench->run(arguments, input);
    QVERIFY2(run.out.startsWith("# Token report\n"), run.story().constData());
    for (const QByteArray &value :
         {"0123456789abcdef0123456789abcdef"_ba, "00000000-0000"_ba, "IBMid-0"_ba, "example.com"_ba,
          "20251201-0830"_ba, "Test"_ba, "attacker"_ba, "?"_ba})
        QVERIFY2(!run.out.contains(value), (value + "\n\n" + run.out).constData());
    constexpr qsizetype part = 24;
    for (qsizetype i = 0; i + part <= qMin<qsizetype>(input.size(), 2000); ++i)
        QVERIFY2(!run.out.contains(input.sliced(i, part)), run.out.constData());
}

void CliInspectTest::reportOfSeveralTokens_isOne()
{
    const CliRun run = m_bench->run(QStringList{u"inspect"_s, u"--report"_s} + withKeys(),
                                    "a: " + good() + "\nb: " + good() + '\n');
    QVERIFY2(run.status == 0, run.story().constData());
    QCOMPARE(run.out.count("# Token report\n"), 1);
    QCOMPARE(run.out.count("| `account.bss` | `account-1` |"), 2);
    QCOMPARE(run.out.count("## What was taken out\n"), 1);
    const CliRun many = m_bench->run(QStringList{u"inspect"_s, u"--report"_s} + withKeys(),
                                     (good() + '\n').repeated(60));
    QVERIFY2(many.status == 0, many.story().constData());
    QCOMPARE(many.out.count("\n## Token "), 50);
    QVERIFY(many.out.contains("Not in this report: 10 "));
}

void CliInspectTest::severalTokens_areOneLineEach()
{
    const QByteArray other = inputOf(vector("one_bit_flipped"_L1));
    const QByteArray text = "a: " + good() + "\nb: " + other + "\nc: " + good() + '\n';
    const CliRun run = json(withKeys(), text);
    QCOMPARE(run.status, 8);
    const auto found = lines(run.out);
    QCOMPARE(found.size(), 3);
    QCOMPARE(run.out.count('\n'), 3);
    const QStringList verdicts{u"valid"_s, u"bad_signature"_s, u"valid"_s};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(found.at(i)["index"_L1].toInt(), i);
        QCOMPARE(found.at(i)["verdict"_L1].toString(), verdicts.at(i));
        const qsizetype offset = found.at(i)["offset"_L1].toInt();
        QCOMPARE(text.mid(offset, found.at(i)["length"_L1].toInt()), i == 1 ? other : good());
    }
    QVERIFY(!run.out.contains(good()));
}

void CliInspectTest::fileAndStandardInput_areTheSame()
{
    const QString file = m_bench->path(u"input"_s);
    QVERIFY(writeFile(file, "Bearer " + good() + '\n'));
    const CliRun ofFile = json(withKeys() + QStringList{file}, {});
    QVERIFY2(ofFile.status == 0, ofFile.story().constData());
    QCOMPARE(ofFile.err, QByteArray());
    QCOMPARE(json(withKeys(), readFile(file)).out, ofFile.out);
    QCOMPARE(json(withKeys() + QStringList{u"-"_s}, readFile(file)).out, ofFile.out);
    QCOMPARE(lines(ofFile.out).first()["offset"_L1].toInt(), 7);
}

void CliInspectTest::strict_takesNothingAway()
{
    const auto verdict = [this](const QByteArray &input) {
        const CliRun run = json(withKeys() + QStringList{u"--strict"_s}, input);
        return lines(run.out).value(0)["verdict"_L1].toString();
    };
    QCOMPARE(verdict(good()), u"valid"_s);
    QCOMPARE(verdict(good() + '\n'), u"valid"_s);
    QCOMPARE(verdict(good() + "\n\n"), u"malformed"_s);
    QCOMPARE(verdict(' ' + good()), u"malformed"_s);
    QCOMPARE(verdict("Bearer " + good()), u"malformed"_s);
    QCOMPARE(verdict({}), u"malformed"_s);
}

void CliInspectTest::ownKeys_haveNoIssuerRuleUnlessAskedFor()
{
    const QJsonObject row = vector("iss_other_issuer"_L1);
    const QString issuer = QString::fromUtf8(
        QByteArray::fromBase64(inputOf(row).split('.').at(1), QByteArray::Base64UrlEncoding));
    const QString iss = QJsonDocument::fromJson(issuer.toUtf8())["iss"_L1].toString();
    QVERIFY(!iss.isEmpty());
    const QStringList now{u"--now"_s, QString::number(row["now"_L1].toInteger())};
    const QStringList own = now + QStringList{u"--key"_s, keySet()};
    const QStringList published = now + QStringList{u"--jwks"_s, keySet()};
    const QStringList asked{u"--issuer"_s, iss};
    const QStringList other{u"--issuer"_s, u"https://other.example"_s};
    const auto verdict = [this, &row](const QStringList &arguments) {
        return lines(json(arguments, inputOf(row)).out).value(0)["verdict"_L1].toString();
    };
    QCOMPARE(verdict(own), u"valid"_s);
    QCOMPARE(verdict(own + asked), u"valid"_s);
    QCOMPARE(verdict(own + other), u"untrusted_issuer"_s);
    QCOMPARE(verdict(published), u"untrusted_issuer"_s);
    QCOMPARE(verdict(published + asked), u"valid"_s);
}

void CliInspectTest::otherAccount_isRejected()
{
    const auto withAccount = [this](const QString &account) {
        const QStringList arguments = withKeys() + QStringList{u"--account"_s, account};
        return lines(json(arguments, good()).out).value(0)["verdict"_L1].toString();
    };
    QCOMPARE(withAccount(u"0123456789abcdef0123456789abcdef"_s), u"valid"_s);
    QCOMPARE(withAccount(u"ffffffffffffffffffffffffffffffff"_s), u"claims_rejected"_s);
}

void CliInspectTest::noKeys_isUnverified()
{
    const CliRun run = json({}, good());
    QCOMPARE(run.status, 8);
    QCOMPARE(lines(run.out).value(0)["verdict"_L1].toString(), u"unverified"_s);
    QCOMPARE(run.error()["kind"_L1].toString(), u"check"_s);
    QCOMPARE(run.error()["code"_L1].toString(), u"Unverified"_s);
}

void CliInspectTest::noToken_isStatusEightAndNoLine()
{
    for (const QByteArray &input : {QByteArray(), "hello world\n"_ba, QByteArray(100'000, '.')}) {
        const CliRun run = json(withKeys(), input);
        QVERIFY2(run.status == 8, run.story().constData());
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.error()["code"_L1].toString(), u"NoToken"_s);
    }
}

void CliInspectTest::anApiKey_isNotInTheOutput_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("isWarnedOf");
    const QByteArray token = "Bearer " + good() + '\n';
    QTest::newRow("alone") << QByteArray() << QStringList() << true;
    QTest::newRow("alone, JSON") << QByteArray() << QStringList{u"--json"_s} << true;
    QTest::newRow("named") << "apikey="_ba << QStringList() << true;
    QTest::newRow("beside a token") << token + "apikey=" << QStringList() << true;
    QTest::newRow("beside a token, JSON") << token + "apikey=" << QStringList{u"--json"_s} << false;
    QTest::newRow("strict") << QByteArray() << QStringList{u"--strict"_s} << false;
    QTest::newRow("strict, JSON") << QByteArray() << QStringList{u"--strict"_s, u"--json"_s}
                                  << false;
}

void CliInspectTest::anApiKey_isNotInTheOutput()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QStringList, options);
    QFETCH(const bool, isWarnedOf);
    const CliRun run = m_bench->run(QStringList{u"inspect"_s} + options, before + apiKey + '\n');
    QCOMPARE(run.status, 8);
    for (const QByteArray &output : {run.out, run.err})
        QVERIFY(!output.contains(apiKey.first(6)) && !output.contains(apiKey.last(6)));
    QCOMPARE(run.err.contains("an API key"), isWarnedOf);
    QCOMPARE(m_bench->filesWith(apiKey), QStringList());
}

void CliInspectTest::hostileClaims_doNotReachTheTerminal()
{
    const QByteArray token = encoded(R"({"alg":"none","\u001b[2J":"\u202e"})") + '.'
        + encoded(R"({"name":"\u001b[31m\u202ex\u200b\n%1","\u0007":["\u009b"],"iss":"\u2066"})")
        + '.';
    static const QRegularExpression hidden(
        u"[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}"
        "\\x{2066}-\\x{2069}]"_s);
    for (const QString &form : {QString(), u"--json"_s}) {
        const CliRun run =
            m_bench->run(QStringList{u"inspect"_s, form}.filter(QRegularExpression(u"."_s)), token);
        QCOMPARE(run.status, 8);
        const QString text = QString::fromUtf8(run.out + run.err);
        QVERIFY2(!text.contains(hidden), run.out.constData());
        QVERIFY2(text.contains("%1"_L1), run.out.constData());
        QVERIFY2(form.isEmpty() ? text.contains("\\u{202E}"_L1) : text.contains("\\u202e"_L1),
                 run.out.constData());
    }
}

void CliInspectTest::wrongArguments_areUsageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s} << "too many"_ba;
    QTest::newRow("empty file") << QStringList{u""_s} << "empty"_ba;
    QTest::newRow("both keys") << QStringList{u"--jwks"_s, u"a"_s, u"--key"_s, u"b"_s}
                               << "exclude"_ba;
    QTest::newRow("no time") << QStringList{u"--now"_s, u"today"_s} << "--now takes"_ba;
    QTest::newRow("time before 1970") << QStringList{u"--now=-1"_s} << "--now takes"_ba;
    QTest::newRow("time too late")
        << QStringList{u"--now"_s, u"253402300800"_s} << "--now takes"_ba;
    QTest::newRow("empty account") << QStringList{u"--account="_s} << "--account needs"_ba;
    QTest::newRow("a report as JSON")
        << QStringList{u"--report"_s, u"--json"_s} << "--json and --report exclude"_ba;
    QTest::newRow("a report with a value")
        << QStringList{u"--report=plain"_s} << "Unexpected value after '--report'"_ba;
    QTest::newRow("option of another command")
        << QStringList{u"--format"_s, u"raw"_s} << "no option --format"_ba;
    QTest::newRow("a token as the file")
        << QStringList{QString::fromLatin1(good())} << "never an argument"_ba;
    QTest::newRow("a key as the file")
        << QStringList{QString::fromLatin1(apiKey)} << "never an argument"_ba;
}

void CliInspectTest::wrongArguments_areUsageErrors()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const CliRun run = m_bench->run(QStringList{u"inspect"_s} + arguments, good());
    QVERIFY2(run.status == 2, run.story().constData());
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(says), run.err.constData());
    QVERIFY(!run.err.contains(good().first(20)) && !run.err.contains(apiKey.first(6)));
}

void CliInspectTest::unusableInput_isAUsageError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << u"missing"_s << u"FileUnreadable"_s;
    QTest::newRow("folder") << u"home"_s << u"FileNotRegular"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"FileNotRegular"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"FileNotRegular"_s;
    QTest::newRow("too large") << u"large"_s << u"FileTooLarge"_s;
}

void CliInspectTest::unusableInput_isAUsageError()
{
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const QByteArray pipe = QFile::encodeName(m_bench->path(u"pipe"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    QFile large(m_bench->path(u"large"_s));
    QVERIFY(large.open(QFile::WriteOnly) && large.resize(64 * 1024 * 1024 + 1));
    // Whoever looks through the bench's files later would wait on it for ever.
    const auto removal = qScopeGuard([pipe] { ::unlink(pipe.constData()); });
    const QString path = name.startsWith(u'/') ? name : m_bench->path(name);
    for (const QStringList &arguments :
         {QStringList{path}, QStringList{u"--jwks"_s, path}, QStringList{u"--key"_s, path}}) {
        const CliRun run = json(arguments, good());
        QVERIFY2(run.status == 2, run.story().constData());
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.error()["code"_L1].toString(), code);
    }
}

void CliInspectTest::tooMuchOnStandardInput_isRefused()
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    const auto runWith = [this](qsizetype size) {
        const QString file = m_bench->path(u"input"_s);
        // By a file, since QProcess takes its time with a pipe.
        return writeFile(file, good() + QByteArray(size - good().size(), '\n'))
            ? m_bench->run({u"--json"_s, u"inspect"_s}, {},
                           [&file](QProcess &process) { process.setStandardInputFile(file); })
            : CliRun();
    };
    const CliRun most = runWith(limit);
    QVERIFY2(most.status == 8, most.story().constData());
    QCOMPARE(lines(most.out).size(), 1);
    const CliRun more = runWith(limit + 1);
    QVERIFY2(more.status == 2, more.story().constData());
    QCOMPARE(more.error()["code"_L1].toString(), u"FileTooLarge"_s);
    QCOMPARE(more.out, QByteArray());
}

void CliInspectTest::fullDisk_isAFailure()
{
    const CliRun run =
        m_bench->run(QStringList{u"inspect"_s} + withKeys(), good(),
                     [](QProcess &process) { process.setStandardOutputFile(u"/dev/full"_s); });
    QVERIFY2(run.status == 1, run.story().constData());
    QVERIFY2(run.err.startsWith("hourpass-cli: Standard output cannot be written to."),
             run.err.constData());
}

void CliInspectTest::interrupt_endsTheWaiting()
{
    const auto cli = m_bench->process({u"--json"_s, u"inspect"_s});
    cli->setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    cli->start();
    QVERIFY(cli->waitForStarted());
    // From when on the signal is caught, the system tells.
    const QString caught = u"/proc/%1/status"_s.arg(cli->processId());
    QTRY_VERIFY_WITH_TIMEOUT(
        [&caught] {
            const QByteArray status = readFile(caught);
            const qsizetype at = status.indexOf("SigCgt:");
            return at >= 0 && (status.mid(at + 7, 17).trimmed().toULongLong(nullptr, 16) & 2) != 0;
        }(),
        15'000);
    QCOMPARE(::kill(pid_t(cli->processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(cli->state(), QProcess::NotRunning, 15'000);
    const CliRun run = CliBench::finish(*cli);
    QVERIFY2(run.status == 130, run.story().constData());
    QCOMPARE(run.error()["code"_L1].toString(), u"Cancelled"_s);
    QVERIFY(run.out.isEmpty());
}

HOURPASS_TEST(CliInspectTest, QCoreApplication)

} // namespace tst_cliinspect

#include "tst_cliinspect.moc"
