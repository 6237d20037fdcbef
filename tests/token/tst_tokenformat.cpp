// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenformat.h"

#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace tst_tokenformat {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TokenSet someToken()
{
    TokenSet token;
    token.accessToken = Secret("eyJh.e30.A-_~+/="_ba);
    token.tokenType = u"Bearer"_s;
    token.expiresIn = 3600s;
    token.expiration = 1'767'229'200s;
    token.scope = u"ibm openid"_s;
    token.transactionId = u"transaction-1"_s;
    token.deadline = 4'000s;
    return token;
}

constexpr Instant now{1'000'500ms, {}};

QByteArray formatted(TokenFormat format, const TokenSet &token = someToken(),
                     const QString &profile = u"prod"_s)
{
    return formatToken(token, format, profile, now).reveal().toByteArray();
}

class TokenFormatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textForms_data();
    void textForms();
    void shell_readsTheTokenBack();
    void json_holdsAllThatTheContractNames();
    void json_leavesOutWhatThereIsNot();
    void json_isAscii_data();
    void json_isAscii();
};

void TokenFormatTest::textForms_data()
{
    QTest::addColumn<TokenFormat>("format");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, TokenFormat format, const QByteArray &expected) {
        QTest::newRow(name) << format << expected;
    };
    row("raw", TokenFormat::Raw, "eyJh.e30.A-_~+/=");
    row("bearer", TokenFormat::Bearer, "Bearer eyJh.e30.A-_~+/=");
    row("header", TokenFormat::Header, "Authorization: Bearer eyJh.e30.A-_~+/=");
    row("sh", TokenFormat::EnvSh, "export IAM_TOKEN='eyJh.e30.A-_~+/='");
    row("fish", TokenFormat::EnvFish, "set -gx IAM_TOKEN 'eyJh.e30.A-_~+/='");
    row("PowerShell", TokenFormat::EnvPowerShell, "$env:IAM_TOKEN = 'eyJh.e30.A-_~+/='");
    row("cmd", TokenFormat::EnvCmd, "set \"IAM_TOKEN=eyJh.e30.A-_~+/=\"");
    row("curl", TokenFormat::Curl,
        "curl --header 'Authorization: Bearer eyJh.e30.A-_~+/=' \"$URL\"");
}

void TokenFormatTest::textForms()
{
    QFETCH(TokenFormat, format);
    QFETCH(QByteArray, expected);
    QCOMPARE(formatted(format), expected);
}

void TokenFormatTest::shell_readsTheTokenBack()
{
    QProcess shell;
    shell.start(
        u"/bin/sh"_s,
        {u"-c"_s,
         QString::fromLatin1(formatted(TokenFormat::EnvSh)) + u"; printf %s \"$IAM_TOKEN\""_s});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), "eyJh.e30.A-_~+/="_ba);
}

void TokenFormatTest::json_holdsAllThatTheContractNames()
{
    TokenSet token = someToken();
    token.refreshToken = Secret("refresh"_ba);
    const QJsonObject expected{{u"access_token"_s, u"eyJh.e30.A-_~+/="_s},
                               {u"refresh_token"_s, u"refresh"_s},
                               {u"token_type"_s, u"Bearer"_s},
                               {u"expires_in"_s, 3600},
                               {u"expiration"_s, 1'767'229'200},
                               {u"scope"_s, u"ibm openid"_s},
                               {u"profile"_s, u"prod"_s},
                               {u"seconds_left"_s, 2999},
                               {u"transaction_id"_s, u"transaction-1"_s}};
    const QByteArray json = formatted(TokenFormat::Json, token);
    QCOMPARE(QJsonDocument::fromJson(json).object(), expected);
    QVERIFY(!json.contains('\n'));
}

void TokenFormatTest::json_leavesOutWhatThereIsNot()
{
    TokenSet token = someToken();
    token.expiration.reset();
    token.scope.clear();
    token.transactionId.clear();
    const QJsonObject object =
        QJsonDocument::fromJson(formatted(TokenFormat::Json, token)).object();
    QCOMPARE(object.keys(),
             QStringList({u"access_token"_s, u"expires_in"_s, u"profile"_s, u"seconds_left"_s,
                          u"token_type"_s}));
}

void TokenFormatTest::json_isAscii_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("umlauts") << u"Größe"_s;
    QTest::newRow("emoji") << u"😀 prod"_s;
    QTest::newRow("quotes and slashes") << u"a\"b\\c/d"_s;
    QTest::newRow("delete") << u"a\u007fb"_s;
    QTest::newRow("controls") << u"a\u0001\n\tb\u0085"_s;
    QTest::newRow("already escaped") << u"\\u00e4"_s;
}

void TokenFormatTest::json_isAscii()
{
    QFETCH(QString, profile);
    const QByteArray json = formatted(TokenFormat::Json, someToken(), profile);
    for (const char c : json)
        QVERIFY(c >= 0x20 && c < 0x7F);
    QCOMPARE(QJsonDocument::fromJson(json).object()["profile"_L1].toString(), profile);
}

HOURPASS_TEST(TokenFormatTest, QCoreApplication)

} // namespace tst_tokenformat

#include "tst_tokenformat.moc"
