// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include "support/faultserver/weaktlsserver.h"

#include <QLocale>
#include <QSslConfiguration>
#include <QTest>

namespace hourpass::test {

using namespace Qt::StringLiterals;
using emulator::CertificateFault;
using Versions = WeakTlsServer::Versions;
using When = WireServer::When;

namespace {

const auto notSent = u"The key was not sent"_s;

Scenario withCertificate(CertificateFault fault, const QString &outcome, QStringList says)
{
    Scenario scenario;
    scenario.arrange = [fault](FaultBench &bench) {
        const auto &server = bench.add(
            std::make_unique<WireServer>(bench.authority.issue(fault), When::RequestComplete,
                                         WireServer::answering(goodAnswer())),
            Key::DoesNotBelong);
        bench.setEndpoint(server.url());
    };
    scenario.outcomes = QStringList{outcome};
    scenario.says = std::move(says) << notSent;
    scenario.saysNot = QStringList{u"anyway"_s, u"ignore"_s, u"continue"_s};
    return scenario;
}

Scenario withWeakTls(CertificateFault fault, Versions versions, const QString &outcome,
                     QStringList says)
{
    Scenario scenario = withCertificate(fault, outcome, std::move(says));
    scenario.arrange = [fault, versions](FaultBench &bench) {
        const auto server = std::make_shared<WeakTlsServer>(bench.authority.issue(fault), versions);
        bench.watch([server] { return server->record(); });
        bench.setEndpoint(server->url());
    };
    return scenario;
}

Scenario alert()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) {
        // A fatal alert (2), handshake_failure (40), in a record of TLS 1.2.
        const QByteArray bytes("\x15\x03\x03\0\x02\x02\x28", 7);
        const auto &server = bench.add(
            std::make_unique<WireServer>(nullptr, When::Connected, WireServer::answering(bytes)),
            Key::DoesNotBelong);
        bench.setEndpoint(server.url());
    };
    scenario.outcomes = QStringList{u"TlsRefused"_s};
    scenario.says = QStringList{u"127.0.0.1 refused to make a secure connection"_s, notSent};
    return scenario;
}

// The system's store is what Qt's default configuration holds.
Scenario inspected()
{
    Scenario scenario;
    scenario.arrange = [](FaultBench &bench) {
        bench.trust({});
        QSslConfiguration system = QSslConfiguration::defaultConfiguration();
        system.addCaCertificate(QSslCertificate(bench.authority.pem(), QSsl::Pem));
        QSslConfiguration::setDefaultConfiguration(system);
        bench.serve(goodAnswer());
    };
    scenario.outcomes = QStringList{u"ok"_s};
    scenario.also = [](FaultBench &bench, const Result<TokenSet> &) {
        QCOMPARE(bench.networkLog.entries().last().issuer, u"Hourpass emulator CA"_s);
        QSslConfiguration::setDefaultConfiguration(QSslConfiguration());
    };
    return scenario;
}

QString day(int days)
{
    const QDateTime time = QDateTime::currentDateTime().addDays(days);
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace

Scenarios tlsScenarios()
{
    Scenario weakKey = withWeakTls(CertificateFault::WeakKey, Versions::Current,
                                   u"CertificateWeak"_s, {u"too weak"_s});
    weakKey.name = u"RSA with 1024 bits"_s;
    Scenario weakSignature = withWeakTls(CertificateFault::WeakSignature, Versions::Current,
                                         u"CertificateWeak"_s, {u"too weak"_s});
    weakSignature.name = u"SHA-1"_s;
    Scenario rude = treated(WireServer::closingRudelyAfter(goodAnswer()), QStringList{u"ok"_s}, {});

    return {
        {u"F013"_s,
         {withCertificate(CertificateFault::UnknownAuthority, u"CertificateUntrusted"_s,
                          {u"127.0.0.1"_s, u"Hourpass emulator CA"_s, u"does not trust"_s})}},
        {u"F015"_s,
         {withCertificate(CertificateFault::Expired, u"CertificateExpired"_s,
                          {u"has expired"_s, day(-2), day(-1), u"this computer's clock"_s})}},
        {u"F017"_s,
         {withCertificate(CertificateFault::OtherHost, u"CertificateForOtherHost"_s,
                          {u"other.example"_s, u"127.0.0.1"_s})}},
        {u"F019"_s,
         {withWeakTls(CertificateFault::None, Versions::Outdated, u"TlsOutdated"_s,
                      {u"127.0.0.1 offers only outdated encryption"_s})}},
        {u"F021"_s,
         {withCertificate(CertificateFault::IncompleteChain, u"CertificateUntrusted"_s,
                          {u"Hourpass emulator intermediate CA"_s, u"does not trust"_s,
                           u"leaves out a certificate"_s})}},
        {u"F023"_s, {alert()}},
        {u"F025"_s, {inspected()}},
        {u"F027"_s, {rude}},
        {u"F029"_s, {weakKey, weakSignature}},
    };
}

} // namespace hourpass::test
