// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace hourpass {

void hardenProcess()
{
    qunsetenv("QDBUS_DEBUG");
    // Where other tools look for a key; no child process of ours needs it.
    for (const char *name : {"IBMCLOUD_API_KEY", "IC_API_KEY", "BLUEMIX_API_KEY"})
        qunsetenv(name);
#ifdef Q_OS_UNIX
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A file that may not grow is a fault to tell, not the end. A child process is not to inherit
    // that, as it would SIG_IGN.
    std::signal(SIGXFSZ, [](int) {});
#endif
#ifdef Q_OS_LINUX
    // Not in a Snap, whose portals look at the program through /proc.
    if (!qEnvironmentVariableIsSet("SNAP"))
        prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace hourpass
