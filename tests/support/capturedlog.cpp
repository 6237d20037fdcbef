// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/capturedlog.h"

namespace hourpass::test {

CapturedLog *CapturedLog::s_current = nullptr;

CapturedLog::CapturedLog()
    : m_previous(qInstallMessageHandler(handle))
{
    Q_ASSERT(!s_current);
    s_current = this;
}

CapturedLog::~CapturedLog()
{
    s_current = nullptr;
    qInstallMessageHandler(m_previous);
}

void CapturedLog::handle(QtMsgType /*type*/, const QMessageLogContext & /*context*/,
                         const QString &message)
{
    if (s_current)
        s_current->m_text += message + u'\n';
}

} // namespace hourpass::test
