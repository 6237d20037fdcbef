// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/qtry.h"

#include <QCoreApplication>
#include <QTest>

/// The tests of a folder are one program, which compiles and links once what they share:
/// `tst_core json [ARGUMENT…]` runs those of tst_json.cpp, and CTest each source in a process of
/// its own. Everything in such a source is in the namespace tst_json, so that helpers may have the
/// same names.

namespace hourpass::test {

using Main = int (*)(int argc, char **argv);

/// That the tests in the source `file` are run by `main`.
class Registered final
{
public:
    Registered(const char *file, Main main);
};

/// For what does without.
struct NoApplication {
    NoApplication(int & /*argc*/, char ** /*argv*/) { }
};

template <typename Test, typename Application>
int runTest(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace hourpass::test

/// In place of QTEST_MAIN(Class) and its kind.
#define HOURPASS_TEST(Class, Application)                                                          \
    HOURPASS_TEST_MAIN((hourpass::test::runTest<Class, Application>))
/// For a test that has to do something first.
#define HOURPASS_TEST_MAIN(main) static const hourpass::test::Registered registered(__FILE__, main);
