// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <QString>

namespace hourpass::test {

/// Collects every message of the program while it lives. One at a time.
class CapturedLog final
{
public:
    CapturedLog();
    ~CapturedLog();
    Q_DISABLE_COPY_MOVE(CapturedLog)

    QString text() const { return m_text; }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);

    static CapturedLog *s_current; ///< a message handler has no other way to its object
    QtMessageHandler m_previous;
    QString m_text;
};

} // namespace hourpass::test
