// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardroutes.h"
#include "core/clock.h"
#include "core/deadlinetimer.h"

#include <functional>
#include <optional>

namespace hourpass {

/// The one way for secrets to the clipboard: marked so that clipboard managers leave them alone,
/// cleared at a deadline, and only if they are still ours. Tells what really happened, which takes
/// the desktop a moment.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< nothing of ours since the start
        Copying,
        Holding,
        NotCopied, ///< the desktop did not take it; canRetry() says whether a press may help
        Clearing,  ///< being taken off, or looked at whether it stays so
        Cleared,
        Kept,       ///< taken off, but a clipboard manager has a copy that it had put back
        Replaced,   ///< something else was copied since
        NotCleared, ///< it may still be there although we tried
    };
    Q_ENUM(State)

    SecretClipboard(QClipboard &clipboard, Clock clock, Milliseconds life = Seconds(60),
                    QObject *parent = nullptr);
    /// The routes are tried in their order; at least one.
    SecretClipboard(ClipboardRoutes routes, Clock clock, Milliseconds life,
                    QObject *parent = nullptr);
    /// Does not clear: call clear() and wait while isBusy(), for the desktop to notice.
    ~SecretClipboard() override = default;

    /// For what is copied from now on.
    void setLife(Milliseconds life) { m_life = life; }

    /// For status texts: `owner` is what the secret belongs to, a profile's name; `usableFor` how
    /// long it can be used, where that is known.
    /// True once it is on the clipboard, false where it was not copied; Cancelled where the next
    /// copy or clear() came first.
    Future<bool> copy(const Secret &secret, const QString &owner,
                      std::optional<Milliseconds> usableFor = {});
    /// Copies again what was not copied. To be called while the user presses something in a window
    /// of ours: that is what desktops ask for who refused before.
    void retry();
    /// Which one copy() was called for last, counted from one: to know what a retry() was of.
    quint64 copyNumber() const { return m_copyNumber; }
    bool canRetry() const { return m_state == State::NotCopied && !m_pending.isEmpty(); }
    /// Now rather than at the deadline. Leaves alone what is not ours.
    void clear();

    State state() const { return m_state; }
    /// Waits for the desktop, two seconds or three at most.
    bool isBusy() const { return m_state == State::Copying || m_state == State::Clearing; }
    QString owner() const { return m_owner; }
    /// Until it is cleared; zero unless Holding.
    Milliseconds timeLeft() const;
    /// How long what was copied can still be used, where that is known.
    std::optional<Milliseconds> usableFor() const;

Q_SIGNALS:
    void changed();
    /// A retry() brought there what copy() could not.
    void copiedAtLast();

private:
    /// Empty where the desktop did not answer in time.
    using Answer = std::optional<bool>;

    using Question = std::function<Future<bool>()>;

    void ask(const Question &question, std::function<void(Answer)> then);
    void hear(Answer answer);
    void stopAsking();
    void tryRoute(std::size_t index);
    void reportCopy(bool isThere);
    void startClearing();
    void empty();
    void look();
    void cover();
    void finish(State state);
    void onRouteChanged(const ClipboardRoute *route);
    void onLost();
    void onDeadline();
    void setState(State state);

    ClipboardRoutes m_routes;
    ClipboardRoute *m_route; ///< the one that was used last
    Clock m_clock;
    Milliseconds m_life;
    DeadlineTimer m_deadline;
    QTimer m_patience; ///< how long an answer may take
    QTimer m_watch;    ///< how long it must stay cleared
    quint64 m_question = 0;
    quint64 m_copyNumber = 0;
    std::function<void(Answer)> m_then;     ///< while an answer is awaited
    std::unique_ptr<Reporter<bool>> m_copy; ///< while it is awaited
    Secret m_pending;                       ///< until it is copied, or its life is over
    Fingerprint m_fingerprint;              ///< the copied text itself is not kept
    QString m_owner;
    std::optional<Milliseconds> m_usableUntil; ///< on the boot clock
    bool m_isCovered = false;                  ///< while clearing: it came back once
    State m_state = State::Idle;
    QObject m_listener; ///< to the routes
};

} // namespace hourpass
