// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>

#include <functional>

namespace hourpass::test {

/// The person in front of the screen: sees the keyring's prompt and answers it, by xdotool.
class Prompter final
{
public:
    Prompter();

    /// The prompt's window is there.
    bool asks() const;
    /// Waits until it is, with the event loop running.
    bool waitForPrompt() const;
    bool waitForNoPrompt() const;
    /// Presses keys and types, again and again if need be (a window that has just come may miss
    /// some of it), until `settled` or the patience ends.
    bool typePassword(const QByteArray &password, const std::function<bool()> &settled) const;
    bool typeNewPassword(const QByteArray &password, const std::function<bool()> &settled) const;
    bool refuse(const std::function<bool()> &settled) const;
    /// A prompter has ever been started in this session and still runs.
    bool wasStarted() const;

private:
    static QByteArrayList windows();
    static bool listens();
    bool repeat(const QList<QStringList> &commands, const std::function<bool()> &settled) const;
};

} // namespace hourpass::test
