// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QDBusMessage;

namespace hourpass {

/// The session's screen savers.
class ScreenSaverWatch final : public QObject
{
    Q_OBJECT

public:
    ScreenSaverWatch() = default;
    ~ScreenSaverWatch() override;

    /// An empty address: the session's bus.
    void start(const QString &address);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void onActiveChanged(const QDBusMessage &message);

private:
    QString m_connection; ///< the name of one of our own, or empty
};

} // namespace hourpass
