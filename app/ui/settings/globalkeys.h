// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

namespace hourpass {

/// Shortcuts that work while another program has the focus, as far as the window shows them and
/// asks for them. Knows no desktop: the composition root tells it.
class GlobalKeys final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, NotThere, NotSet, Asking, Set };

    State state() const { return m_state; }
    /// As the desktop describes them. From outside.
    const QStringList &keys() const { return m_keys; }

    void tell(State state, const QStringList &keys)
    {
        m_state = state;
        m_keys = keys;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    /// Whether the desktop has such a thing.
    void lookWanted();
    /// The desktop's dialog is to belong to the window.
    void setWanted(quintptr window);

private:
    State m_state = State::Unknown;
    QStringList m_keys;
};

} // namespace hourpass
