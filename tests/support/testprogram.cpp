// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testprogram.h"

#include <cstdio>
#include <map>
#include <string>

namespace hourpass::test {

namespace {

std::map<std::string, Main> &mains()
{
    static std::map<std::string, Main> all;
    return all;
}

} // namespace

// tests/core/tst_json.cpp is "json".
Registered::Registered(const char *file, Main main)
{
    std::string name(file);
    name.erase(0, name.rfind('/') + 1);
    name.erase(0, name.find('_') + 1);
    mains()[name.substr(0, name.rfind('.'))] = main;
}

} // namespace hourpass::test

int main(int argc, char **argv)
{
    const auto &mains = hourpass::test::mains();
    const auto found = argc > 1 ? mains.find(argv[1]) : mains.end();
    if (found == mains.end()) {
        std::fprintf(stderr, "%s NAME [ARGUMENT...], NAME one of:\n", argv[0]);
        for (const auto &[name, main] : mains)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0]; // the rest is as if the tests were a program of their own
    return found->second(argc - 1, argv + 1);
}
