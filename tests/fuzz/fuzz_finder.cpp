// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/trial.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto breach = hourpass::test::tryFinder(QByteArrayView(data, qsizetype(size)));
    if (!breach.isEmpty())
        qFatal("%s", qPrintable(breach));
    return 0;
}
