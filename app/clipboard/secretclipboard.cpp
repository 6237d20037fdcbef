// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secretclipboard.h"

namespace hourpass {

namespace {

// A desktop answers within milliseconds, or not at all; where the computer has much to do, in a
// second.
constexpr auto patience = std::chrono::milliseconds(2000);
// Managers that put back what was cleared look every half second (measured with parcellite).
constexpr auto watchFor = std::chrono::milliseconds(1000);
// Takes the secret's place in such a manager. Not empty, and no space: those they do not keep.
constexpr QByteArrayView coveringText = "-";

} // namespace

SecretClipboard::SecretClipboard(QClipboard &clipboard, Clock clock, Milliseconds life,
                                 QObject *parent)
    : SecretClipboard(clipboardRoutes(clipboard), std::move(clock), life, parent)
{
}

SecretClipboard::SecretClipboard(ClipboardRoutes routes, Clock clock, Milliseconds life,
                                 QObject *parent)
    : QObject(parent)
    , m_routes(std::move(routes))
    , m_route(m_routes.front().get())
    , m_clock(std::move(clock))
    , m_life(life)
    , m_deadline(m_clock)
{
    m_patience.setSingleShot(true);
    m_watch.setSingleShot(true);
    connect(&m_deadline, &DeadlineTimer::timeout, this, &SecretClipboard::onDeadline);
    connect(&m_patience, &QTimer::timeout, this, [this] { hear({}); });
    connect(&m_watch, &QTimer::timeout, this, [this] { look(); });
    for (const auto &route : m_routes)
        connect(route.get(), &ClipboardRoute::changed, this,
                [this, own = route.get()] { onRouteChanged(own); });
}

void SecretClipboard::ask(const Question &question, std::function<void(Answer)> then)
{
    stopAsking(); // first: a new question makes a route give up the one before
    m_then = std::move(then);
    m_patience.start(patience);
    question().then(&m_listener, [this, number = m_question](const Result<bool> &answer) {
        if (number == m_question)
            hear(answer ? Answer(*answer) : Answer());
    });
}

void SecretClipboard::hear(Answer answer)
{
    const auto then = std::exchange(m_then, {});
    stopAsking();
    if (then)
        then(answer);
}

void SecretClipboard::stopAsking()
{
    ++m_question; // an answer that still comes is nobody's
    m_then = {};
    m_patience.stop();
}

Future<bool> SecretClipboard::copy(const Secret &secret, const QString &owner,
                                   std::optional<Milliseconds> usableFor)
{
    ++m_copyNumber;
    m_copy = std::make_unique<Reporter<bool>>();
    const Future<bool> outcome = m_copy->future();
    m_usableUntil.reset();
    if (usableFor)
        m_usableUntil = m_clock().boot + *usableFor;
    m_owner = owner;
    m_pending = secret;
    m_fingerprint = Fingerprint(secret);
    m_watch.stop();
    m_deadline.start(m_life);
    setState(State::Copying);
    tryRoute(0);
    return outcome;
}

void SecretClipboard::reportCopy(bool isThere)
{
    setState(isThere ? State::Holding : State::NotCopied);
    if (const auto copy = std::move(m_copy))
        copy->report(isThere);
    else if (isThere)
        Q_EMIT copiedAtLast();
}

void SecretClipboard::retry()
{
    if (!canRetry())
        return;
    m_deadline.start(m_life);
    setState(State::Copying);
    tryRoute(0);
}

void SecretClipboard::tryRoute(std::size_t index)
{
    if (index == m_routes.size()) {
        reportCopy(false);
        return;
    }
    m_route = m_routes[index].get();
    ask([this] { return m_route->put(m_pending); },
        [this, index](Answer isThere) {
            if (isThere == true) {
                m_pending = {};
                reportCopy(true);
                return;
            }
            m_route->withdraw();
            tryRoute(index + 1);
        });
}

void SecretClipboard::clear()
{
    switch (m_state) {
    case State::Copying:
        stopAsking();
        m_route->withdraw();
        m_copy.reset();
        [[fallthrough]];
    case State::NotCopied:
        m_pending = {};
        finish(State::NotCopied);
        return;
    case State::Holding:
        // It was just lost, and is being looked at. A program whose answer is given up in the
        // middle may end over it, as xclip does.
        if (m_then && !m_route->owns()) {
            m_deadline.stop();
            setState(State::Clearing);
            return;
        }
        [[fallthrough]];
    case State::NotCleared:
        startClearing();
        return;
    case State::Replaced:
        // What is there was another text, or nobody said which one in time. It is looked at for as
        // long as ours would have been there: managers put back what they took.
        if (!m_fingerprint.isEmpty())
            startClearing();
        return;
    default:
        return;
    }
}

void SecretClipboard::startClearing()
{
    m_deadline.stop();
    if (m_route->owns()) {
        empty();
        return;
    }
    if (!m_route->canSee()) {
        setState(m_state == State::Replaced ? State::Replaced : State::NotCleared);
        return;
    }
    // A clipboard manager that took the text over is the one case in which what is there is ours
    // although somebody else serves it.
    const State otherwise = m_state == State::NotCleared ? State::Cleared : State::Replaced;
    setState(State::Clearing);
    ask([this] { return m_route->holds(m_fingerprint); },
        [this, otherwise](Answer isSame) {
            if (isSame == true)
                empty();
            else
                finish(isSame ? otherwise : State::NotCleared);
        });
}

void SecretClipboard::empty()
{
    setState(State::Clearing);
    m_isCovered = false;
    m_route->clear();
    // Compositors and managers may have kept a copy, so that it is not gone with us.
    if (m_route->canSee())
        m_watch.start(watchFor);
    else
        setState(State::NotCleared);
}

void SecretClipboard::look()
{
    ask([this] { return m_route->holds(m_fingerprint); },
        [this](Answer isBack) {
            if (isBack == true && !m_isCovered)
                cover();
            else if (isBack == true || !m_watch.isActive())
                finish(isBack == false ? (m_isCovered ? State::Kept : State::Cleared)
                                       : State::NotCleared);
        });
}

// What is put back once is put back each time, but not over something else. Watched as well: the
// manager needs its time to take that in place of the secret, lest it put that back once we end.
void SecretClipboard::cover()
{
    m_isCovered = true;
    m_watch.stop(); // what changes now is by us
    ask([this] { return m_route->put(Secret(coveringText)); },
        [this](Answer isThere) {
            if (isThere == true)
                m_watch.start(watchFor);
            else
                finish(State::NotCleared);
        });
}

void SecretClipboard::finish(State state)
{
    m_deadline.stop();
    m_watch.stop();
    if (state != State::NotCleared)
        m_fingerprint = {};
    setState(state);
}

void SecretClipboard::onRouteChanged(const ClipboardRoute *route)
{
    if (route != m_route)
        return;
    if (m_state == State::Holding && !m_route->owns())
        onLost();
    else if (m_state == State::Clearing && m_watch.isActive())
        look();
    else if (m_state == State::NotCleared && !m_fingerprint.isEmpty() && m_route->canSee())
        startClearing();
}

// A manager that only takes the same text over is told apart at once where looking costs nothing;
// else at the deadline.
void SecretClipboard::onLost()
{
    if (!m_route->readsAside()) {
        setState(State::Replaced);
        return;
    }
    ask([this] { return m_route->holds(m_fingerprint); },
        [this](Answer isSame) {
            const bool isToBeCleared = m_state == State::Clearing;
            if (isToBeCleared && isSame == true)
                empty();
            else if (isToBeCleared)
                finish(isSame ? State::Replaced : State::NotCleared);
            else if (isSame != true)
                setState(State::Replaced);
        });
}

void SecretClipboard::onDeadline()
{
    // A timer may fire a little early.
    if (const Milliseconds left = m_deadline.deadline() - m_clock().boot;
        left > Milliseconds::zero()) {
        m_deadline.start(left);
        return;
    }
    if (m_state == State::Holding || m_state == State::Replaced)
        startClearing();
    else if (m_state == State::NotCopied || m_state == State::Copying)
        clear();
}

std::optional<Milliseconds> SecretClipboard::usableFor() const
{
    if (!m_usableUntil)
        return {};
    return std::max(Milliseconds::zero(), *m_usableUntil - m_clock().boot);
}

Milliseconds SecretClipboard::timeLeft() const
{
    if (m_state != State::Holding)
        return Milliseconds::zero();
    return std::max(Milliseconds::zero(), m_deadline.deadline() - m_clock().boot);
}

void SecretClipboard::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace hourpass
