// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QDBusServiceWatcher;

namespace hourpass {

/// Whether org.kde.StatusNotifierWatcher on the session bus knows of a panel.
class BusTrayWatch final : public QObject
{
    Q_OBJECT

public:
    BusTrayWatch();
    ~BusTrayWatch() override;

    void start();
    bool hasHost() const { return m_hasHost; }
    /// The bus has answered, or there is none.
    bool isKnown() const { return m_isKnown; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void ask();

private:
    void ownerChanged(const QString &owner);
    void answer(bool hasHost);

    std::unique_ptr<QDBusServiceWatcher> m_watcher;
    int m_generation = 0; ///< of the latest question
    bool m_hasHost = false;
    bool m_isKnown = false;
};

} // namespace hourpass
