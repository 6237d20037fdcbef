// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTest>

namespace hourpass::test {

/// Another program that owns an X selection and treats whoever asks as its behaviour says: see
/// selectionowner.cpp. Ends with this object.
class SelectionOwner final
{
public:
    /// Returns once it owns the selection.
    explicit SelectionOwner(const QString &behaviour, const QByteArray &text = {},
                            const QString &selection = QStringLiteral("CLIPBOARD"),
                            const QString &format = QStringLiteral("UTF8_STRING"))
    {
        m_process.start(QStringLiteral(HOURPASS_SELECTION_OWNER), {behaviour, selection, format});
        m_process.write(text);
        m_process.closeWriteChannel();
        if (!QTest::qWaitFor([this] { return said("ready"); }, 10'000))
            qFatal("the owner of the selection does not start");
    }
    ~SelectionOwner()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SelectionOwner)

    /// Whether somebody asked for what it has.
    bool wasAsked() { return said("asked"); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    bool said(const char *word)
    {
        m_said += m_process.readAllStandardOutput();
        return m_said.contains(word);
    }

    QProcess m_process;
    QByteArray m_said;
};

} // namespace hourpass::test
