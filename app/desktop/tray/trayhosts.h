// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace hourpass {

class BusTrayWatch;
class EmbeddingTrayWatch;

/// What the desktop has for the icons of programs, now and as it comes and goes. Qt tells neither:
/// it asks once in a process for a StatusNotifier host, and never again. So ask here first, and
/// make no QSystemTrayIcon before there is something.
class TrayHosts final : public QObject
{
    Q_OBJECT

public:
    explicit TrayHosts(QObject *parent = nullptr);
    ~TrayHosts() override;

    /// From now on. Waits for nothing: what there is comes with changed(), at least once.
    void start();

    /// A panel that shows what it is told on the session bus (StatusNotifierItem).
    bool hasBusHost() const;
    /// A panel that takes windows in (XEmbed); the platform's own on Windows and macOS.
    bool hasEmbedder() const;

Q_SIGNALS:
    void changed();

private:
    std::unique_ptr<BusTrayWatch> m_bus;
    std::unique_ptr<EmbeddingTrayWatch> m_embedding;
};

} // namespace hourpass
