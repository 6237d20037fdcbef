// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/hardening.h"

#include "support/testprogram.h"

#include <QTest>

#include <cerrno>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_hardening {

using namespace hourpass;

// What hardenProcess() does lasts, so each look at it is a child process's.
class HardeningTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coreDumps_areOff();
    void memory_isClosedToOthers();
    void memory_staysOpenInASnap();
    void files_areTheOwnersAlone();
    void busTraffic_isNotLogged();
    void keysInTheEnvironment_areGone();
    void fileThatMayNotGrow_isAnError();
};

bool holdsInHardenedChild(bool (*condition)())
{
    const pid_t child = ::fork();
    if (child == 0) {
        hardenProcess();
        ::_exit(condition() ? 0 : 1);
    }
    int status = -1;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status)
        && WEXITSTATUS(status) == 0;
}

void HardeningTest::coreDumps_areOff()
{
    QVERIFY(holdsInHardenedChild([] {
        rlimit core{1, 1};
        return ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
    }));
}

void HardeningTest::memory_isClosedToOthers()
{
    QCOMPARE(::prctl(PR_GET_DUMPABLE), 1); // else the next line shows nothing
    QVERIFY(holdsInHardenedChild([] { return ::prctl(PR_GET_DUMPABLE) == 0; }));
}

void HardeningTest::memory_staysOpenInASnap()
{
    qputenv("SNAP", "/snap/hourpass/1");
    const bool open = holdsInHardenedChild([] { return ::prctl(PR_GET_DUMPABLE) == 1; });
    qunsetenv("SNAP");
    QVERIFY(open);
}

void HardeningTest::files_areTheOwnersAlone()
{
    const mode_t before = ::umask(0);
    const bool strict = holdsInHardenedChild([] { return ::umask(0) == 077; });
    ::umask(before);
    QVERIFY(strict);
}

void HardeningTest::busTraffic_isNotLogged()
{
    qputenv("QDBUS_DEBUG", "1");
    const bool gone =
        holdsInHardenedChild([] { return !qEnvironmentVariableIsSet("QDBUS_DEBUG"); });
    qunsetenv("QDBUS_DEBUG");
    QVERIFY(gone);
}

void HardeningTest::keysInTheEnvironment_areGone()
{
    for (const char *name : {"IBMCLOUD_API_KEY", "IC_API_KEY", "BLUEMIX_API_KEY"})
        qputenv(name, "canary");
    const bool gone = holdsInHardenedChild([] {
        return !qEnvironmentVariableIsSet("IBMCLOUD_API_KEY")
            && !qEnvironmentVariableIsSet("IC_API_KEY")
            && !qEnvironmentVariableIsSet("BLUEMIX_API_KEY");
    });
    for (const char *name : {"IBMCLOUD_API_KEY", "IC_API_KEY", "BLUEMIX_API_KEY"})
        qunsetenv(name);
    QVERIFY(gone);
}

// The signal that comes with it would end the program.
void HardeningTest::fileThatMayNotGrow_isAnError()
{
    QVERIFY(holdsInHardenedChild([] {
        const rlimit none{0, 0};
        std::FILE *file = std::tmpfile();
        return file && ::setrlimit(RLIMIT_FSIZE, &none) == 0
            && ::write(::fileno(file), "x", 1) == -1 && errno == EFBIG;
    }));
}

HOURPASS_TEST(HardeningTest, QCoreApplication)

} // namespace tst_hardening

#include "tst_hardening.moc"
