// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// Prints the table "fault → words shown → next step", made by the code that shows them.
#include "core/error.h"
#include "token/retrypolicy.h"
#include "words/explanation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMetaEnum>

#include <cstdio>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

Error example(ErrorCode code)
{
    Error error;
    error.code = code;
    const bool isAboutAFile = code >= ErrorCode::CaFileInvalid && code <= ErrorCode::WriteFailed;
    error.subject = isAboutAFile ? u"FILE"_s : u"HOST"_s;
    if (code == ErrorCode::KeyExpired)
        error.subject = u"DAY"_s;
    if (code == ErrorCode::ProxyInvalid)
        error.subject = u"VARIABLE"_s;
    error.proxy = u"PROXY"_s;
    error.server.redirectHost = u"OTHER-HOST"_s;
    error.certificate.issuer = u"ISSUER"_s;
    error.certificate.names = {u"NAME"_s};
    error.certificate.validFrom = QDateTime({2026, 1, 1}, {});
    error.certificate.validTo = QDateTime({2026, 4, 1}, {});
    error.certificate.checkedAt = QDateTime({2026, 5, 1}, {12, 0});
    return error;
}

QString triedText(const Error &error)
{
    switch (retryRule(error)) {
    case RetryRule::Never:
        return u"no"_s;
    case RetryRule::Once:
        return u"once"_s;
    case RetryRule::Several:
        return u"three tries"_s;
    }
    return {};
}

void printRow(const QString &name, const Error &error)
{
    const Explanation words = explain(error);
    std::puts(qUtf8Printable(
        u"| %1 | %2 | %3 | %4 |"_s.arg(name, words.cause, words.nextStep, triedText(error))));
}

void printCodes()
{
    std::puts("| fault | what is said | next step | tried again |\n|---|---|---|---|");
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i) {
        const auto code = ErrorCode(codes.value(i));
        printRow(u'`' + errorName(code) + u'`', example(code));
    }
    Error refused = example(ErrorCode::ProxyRefused);
    refused.isLoginInDoubt = true;
    printRow(u"`ProxyRefused`, after a login"_s, refused);
    Error chatter = example(ErrorCode::AnswerTooLarge);
    chatter.subject = chatter.proxy;
    printRow(u"`AnswerTooLarge`, of a proxy"_s, chatter);
    Error assuming = example(ErrorCode::Refused);
    assuming.step = RequestStep::Assume;
    printRow(u"`Refused`, assuming a trusted profile"_s, assuming);
}

void printIamCodes()
{
    std::puts("\n| IAM's code | next step |\n|---|---|");
    for (int number = 0; number < 1000; ++number) {
        const QString code = u"BXNIM%1E"_s.arg(number, 4, 10, QLatin1Char('0'));
        if (const QString advice = adviceFor(code); !advice.isEmpty())
            std::puts(qUtf8Printable(u"| `%1` | %2 |"_s.arg(code, advice)));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    std::puts(
        "# What is said of each fault\n\nMade from the code (target `update_fault_table`); a test "
        "keeps it "
        "true. Words in capitals stand for\nwhat the fault is about. Codes of IAM that are not "
        "listed are shown with IAM's own message.\n");
    printCodes();
    printIamCodes();
}
