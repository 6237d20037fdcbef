// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/secret.h"

#include <QClipboard>
#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace hourpass {

/// The one way for secrets to the clipboard: marked so that clipboard managers leave them alone,
/// cleared at a deadline, and only if they are still ours. Tells what really happened.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< nothing of ours since the start
        Holding,
        Cleared,
        Replaced,   ///< something else was copied since
        NotCopied,  ///< the desktop did not take it
        NotCleared, ///< it is still there although we tried
    };
    Q_ENUM(State)

    SecretClipboard(QClipboard &clipboard, Clock clock, Milliseconds life = Seconds(60),
                    QObject *parent = nullptr);
    /// Does not clear: call clear() while the event loop runs, for the desktop to notice.
    ~SecretClipboard() override = default;

    /// For status texts: `owner` is what the secret belongs to, a profile's name; `usableFor` how
    /// long it can be used, where that is known.
    void copy(const Secret &secret, const QString &owner,
              std::optional<Milliseconds> usableFor = {});
    /// Now rather than at the deadline. Leaves alone what is not ours.
    void clear();

    State state() const { return m_state; }
    QString owner() const { return m_owner; }
    /// Until it is cleared; zero unless Holding.
    Milliseconds timeLeft() const;
    /// How long what was copied can still be used, where that is known.
    std::optional<Milliseconds> usableFor() const;

Q_SIGNALS:
    void changed();

private:
    bool isOurs() const;
    bool holdsSameText() const;
    QByteArray digest(QByteArrayView text) const;
    void onDataChanged();
    void onDeadline();
    void setState(State state);

    QClipboard &m_clipboard;
    Clock m_clock;
    Milliseconds m_life;
    Milliseconds m_deadline{};  ///< on the boot clock
    QPointer<QMimeData> m_data; ///< the clipboard's; gone once it was replaced
    QByteArray m_salt;
    QByteArray m_digest; ///< the copied text itself is not kept
    QString m_owner;
    std::optional<Milliseconds> m_usableUntil; ///< on the boot clock
    State m_state = State::Idle;
    QTimer m_timer;
};

} // namespace hourpass
