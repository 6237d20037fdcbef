// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/secretclipboard.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Security rules, section 4.
void addHints(QMimeData &data)
{
#if defined(Q_OS_WIN)
    const QByteArray no(4, '\0');
    const auto type = [](const char *name) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(QLatin1StringView(name));
    };
    data.setData(type("ExcludeClipboardContentFromMonitorProcessing"), no);
    data.setData(type("CanIncludeInClipboardHistory"), no);
    data.setData(type("CanUploadToCloudClipboard"), no);
    data.setData(type("Clipboard Viewer Ignore"), no);
#elif defined(Q_OS_MACOS)
    data.setData(u"application/x-nspasteboard-concealed-type"_s, "1");
#else
    data.setData(u"x-kde-passwordManagerHint"_s, "secret");
#endif
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard &clipboard, Clock clock, Milliseconds life,
                                 QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(std::move(clock))
    , m_life(life)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::onDeadline);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &SecretClipboard::onDataChanged);
}

void SecretClipboard::copy(const Secret &secret, const QString &owner,
                           std::optional<Milliseconds> usableFor)
{
    m_usableUntil.reset();
    if (usableFor)
        m_usableUntil = m_clock().boot + *usableFor;
    m_salt.resize(16);
    QRandomGenerator::system()->generate(m_salt.begin(), m_salt.end());
    m_digest = digest(secret.reveal());
    m_owner = owner;
    auto *data = new QMimeData; // the clipboard takes it over
    data->setText(QString::fromUtf8(secret.reveal()));
    addHints(*data);
    m_data = data;
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    if (!isOurs()) {
        setState(State::NotCopied);
        return;
    }
    m_deadline = m_clock().boot + m_life;
    m_timer.start(m_life);
    setState(State::Holding);
}

bool SecretClipboard::isOurs() const
{
    return m_data && m_clipboard.ownsClipboard();
}

// A clipboard manager that took the text over is the one case in which what is there is ours
// although we do not own the clipboard. Reading is kept for that: some managers store what is read.
bool SecretClipboard::holdsSameText() const
{
    return !m_digest.isEmpty() && digest(m_clipboard.text().toUtf8()) == m_digest;
}

QByteArray SecretClipboard::digest(QByteArrayView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    hash.addData(text);
    return hash.result();
}

void SecretClipboard::clear()
{
    if (m_state != State::Holding && m_state != State::NotCleared)
        return;
    m_timer.stop();
    const bool owned = isOurs();
    if (!owned && !holdsSameText()) {
        setState(State::Replaced);
        return;
    }
    m_digest.clear();
    m_data.clear();
    m_clipboard.clear(QClipboard::Clipboard);
    const bool isGone = m_clipboard.mimeData()->formats().isEmpty() || !owned;
    setState(isGone ? State::Cleared : State::NotCleared);
}

void SecretClipboard::onDataChanged()
{
    // Also comes of our own copy, and of a manager that only takes the same text over; the latter
    // is found out at the deadline.
    if (m_state == State::Holding && !isOurs())
        setState(State::Replaced);
}

void SecretClipboard::onDeadline()
{
    // The timer counts awake time; the deadline counts all of it, so look again after a suspend.
    if (const Milliseconds left = m_deadline - m_clock().boot; left > Milliseconds::zero()) {
        m_timer.start(left);
        return;
    }
    if (m_state == State::Replaced && holdsSameText())
        m_state = State::Holding;
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
    return std::max(Milliseconds::zero(), m_deadline - m_clock().boot);
}

void SecretClipboard::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace hourpass
