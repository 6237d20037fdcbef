// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

// From Qt 6.5 on the macros of QTRY_… put a number of milliseconds into an int.
#if defined(__GNUC__) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#pragma GCC diagnostic ignored "-Wconversion"
#endif
