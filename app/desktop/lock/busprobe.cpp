// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/lock/busprobe.h"

#include "bus/busaddress.h"

#include <QFile>

namespace hourpass {

namespace {

constexpr Milliseconds betweenTries{50};

} // namespace

BusProbe::BusProbe(Milliseconds patience)
    : m_patience(patience)
    , m_deadline(systemNow)
{
    m_again.setSingleShot(true);
    m_again.setInterval(betweenTries);
    connect(&m_again, &QTimer::timeout, this, &BusProbe::open);
    connect(&m_deadline, &DeadlineTimer::timeout, this,
            [this] { end(failure(ErrorCode::TimedOut)); });
}

// The notifier goes before the socket that it watches.
BusProbe::~BusProbe()
{
    m_notifier.reset();
}

Future<void> BusProbe::ask(const QString &address)
{
    m_names = socketNames(QFile::encodeName(address));
    m_deadline.start(m_patience);
    open();
    return m_done.future();
}

void BusProbe::open()
{
    while (!m_names.isEmpty()) {
        const auto opening = m_socket.open(m_names.first());
        if (opening == BusSocket::Opening::Done)
            return listen();
        if (opening == BusSocket::Opening::Later)
            return m_again.start();
        m_names.removeFirst();
    }
    end(failure(ErrorCode::NotFound));
}

void BusProbe::listen()
{
    if (!m_socket.send(BusConversation::beginning()))
        return end(failure(ErrorCode::NotFound));
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.descriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &BusProbe::onAnswer);
}

void BusProbe::onAnswer()
{
    const auto heard = m_socket.receive();
    const QByteArray next = heard ? m_talk.take(*heard) : QByteArray();
    const bool goesOn = heard && m_talk.phase() != BusConversation::Phase::Failed
        && (next.isEmpty() || m_socket.send(next));
    if (!goesOn)
        end(failure(ErrorCode::NotFound));
    else if (m_talk.phase() == BusConversation::Phase::Open)
        end({});
}

void BusProbe::end(const Result<void> &result)
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    m_again.stop();
    m_deadline.stop();
    m_done.report(result);
}

} // namespace hourpass
