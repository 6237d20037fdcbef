// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hourpass::test {

/// The keyring of the private session, looked at and changed from outside of the program: by D-Bus
/// and by secret-tool. What cannot be done ends the test program and says why.
class Keyring final
{
public:
    /// Where the program stores a key for that id.
    static QString nameOf(const QString &id) { return QStringLiteral("hourpass/") + id; }

    /// The D-Bus paths of all entries of the program, locked or not.
    QStringList entries() const;
    /// As entries(), of one name.
    QStringList entries(const QString &name) const;
    /// What is stored, in the form in which it is stored; null where there is none.
    QByteArray storedText(const QString &name) const;
    /// Makes an entry as another program would.
    void store(const QString &name, const QByteArray &text, const QString &type);
    /// As store(), in the collection that is never locked and ends with the session.
    void storeForThisSession(const QString &name, const QByteArray &text, const QString &type);

    /// Deletes all entries of the program.
    void clear();

    void lock();
    void unlock();
    bool isLocked() const;
    bool isThere() const;

    /// Of the daemon that the session started.
    static qint64 sessionPid();
    static QByteArray password();
};

/// The files below the session's folders, or below HOME where there is no session, that hold the
/// bytes as they are or in base64.
QStringList filesHolding(const QByteArray &bytes);

/// Ends the test program with the Debian package's name where the program is not installed.
void needTool(const QString &program, const QString &package);

} // namespace hourpass::test
