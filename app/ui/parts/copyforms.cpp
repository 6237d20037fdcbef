// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/copyforms.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::CopyForms)
};

} // namespace

QList<CopyForm> copyForms()
{
    return {
        {TokenFormat::Raw, Words::tr("Token alone")},
        {TokenFormat::Bearer, Words::tr("Bearer …")},
        {TokenFormat::Header, Words::tr("Authorization header")},
        {TokenFormat::EnvSh, Words::tr("Environment line for sh")},
        {TokenFormat::EnvFish, Words::tr("Environment line for fish")},
        {TokenFormat::EnvPowerShell, Words::tr("Environment line for PowerShell")},
        {TokenFormat::EnvCmd, Words::tr("Environment line for cmd")},
        {TokenFormat::Curl, Words::tr("curl command")},
        {TokenFormat::Json, Words::tr("JSON reply")},
    };
}

} // namespace hourpass
