// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
//
// inspecthar KEYS FILE: finds every token of a file and judges each with a key set, as the
// inspector does, and says how long each of the two took.
#include "files/files.h"
#include "jwt/inspection.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace hourpass;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const auto keys = readSmallFile(QString::fromLocal8Bit(argv[1]), keySetLimit);
    const auto text = readSmallFile(QString::fromLocal8Bit(argv[2]), searchLimit);
    const auto set = importKeys(keys.value_or(QByteArray()));
    if (!text || !set)
        return 1;
    VerifyOptions options;
    options.now = Seconds(1767225600);
    QElapsedTimer timer;
    timer.start();
    const FoundTokens found = tokensToInspect(*text);
    const qint64 finding = timer.restart();
    qsizetype checked = 0;
    for (const FoundToken &token : found.tokens) {
        const Inspection inspection = inspectToken(token, {KeyRules::Published, *set, {}}, options);
        checked += inspection.verification.signature.key.has_value() ? 1 : 0;
    }
    std::printf("%lld tokens, %lld signatures checked: found in %lld ms, judged in %lld ms\n",
                static_cast<long long>(found.tokens.size()), static_cast<long long>(checked),
                static_cast<long long>(finding), static_cast<long long>(timer.elapsed()));
    return 0;
}
