// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/machinecode.h"
#include "jwt/verification.h"

#include "support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

KeyChoice published(QByteArrayView keySet)
{
    KeyChoice choice{KeyRules::Published, {}, {}};
    if (auto imported = importKeys(keySet))
        choice.keys = *imported;
    else
        choice.fault = imported.error();
    return choice;
}

VerifyOptions at(qint64 now)
{
    VerifyOptions options;
    options.now = Seconds(now);
    return options;
}

} // namespace

class VerificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adversarialTokens_data();
    void adversarialTokens();
};

void VerificationTest::adversarialTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("keySet");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QStringList>("verdicts");
    const auto vectors = test::jsonLines(test::ownVectors(u"jwt/adversarial.jsonl"_s));
    QCOMPARE(vectors.size(), 49);
    for (const QJsonObject &vector : vectors) {
        QByteArray token = test::inputOf(vector);
        // Stands for the paste box, which is not here.
        if (vector["kind"_L1] == "paste"_L1)
            token = token.replace("Bearer ", "").replace("\n", "").replace("\r", "").trimmed();
        const QString reference = vector["jwks_ref"_L1].toString();
        QTest::newRow(qPrintable(vector["name"_L1].toString()))
            << token
            << (reference.isEmpty() ? vector["jwks"_L1].toString().toUtf8()
                                    : test::ownVectors(u"jwt/"_s + reference))
            << vector["now"_L1].toInteger()
            << vector["expect"_L1]["verdict"_L1].toVariant().toStringList();
    }
}

void VerificationTest::adversarialTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, keySet);
    QFETCH(qint64, now);
    QFETCH(QStringList, verdicts);
    const Verification checks = verify(decodeToken(token), published(keySet), at(now));
    const QString verdict = machineCode(checks.verdict);
    QVERIFY2(verdicts.contains(verdict), qPrintable(verdict));
}

QTEST_GUILESS_MAIN(VerificationTest)
#include "tst_verification.moc"
