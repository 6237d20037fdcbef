// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// Reads the program's clock once for each line of standard input: boot and UTC, in milliseconds.
#include "core/clock.h"

#include <iostream>
#include <string>

int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        const hourpass::Instant now = hourpass::systemNow();
        std::cout << now.boot.count() << ' ' << now.utc.count() << std::endl;
    }
}
