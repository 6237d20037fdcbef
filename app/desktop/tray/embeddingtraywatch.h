// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace hourpass {

/// Whether the X screen has a tray that takes windows in: the owner of a selection, found again by
/// the events that Qt gets anyway. Elsewhere, whether the platform has a tray of its own.
class EmbeddingTrayWatch final : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    EmbeddingTrayWatch();
    ~EmbeddingTrayWatch() override;

    void start();
    bool hasHost() const { return m_owner != 0; }

Q_SIGNALS:
    void changed();

private:
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;
    void look();

    quint32 m_selection = 0; ///< an X atom, as the next one
    quint32 m_manager = 0;
    quint32 m_owner = 0; ///< the tray's window, or 0
};

} // namespace hourpass
