// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "bus/sessionbus.h"

#include "bus/busaddress.h"
#include "bus/busconversation.h"
#include "bus/bussocket.h"

#include <poll.h>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What no library takes for a bus, so that each gives up at once.
constexpr char noBus[] = "disabled:";
constexpr Milliseconds betweenTries{20};

enum class Contact { None, Silent, Answers };

/// One bus, and the time that there is for it.
class Inquiry final
{
public:
    Contact connect(const QByteArray &address, Milliseconds patience);
    /// Those that have been answered in time, in the order of the questions.
    QList<std::optional<BusReply>> ask(const QList<BusCall> &calls, Milliseconds patience);

private:
    void startTime(Milliseconds patience) { m_end = systemNow().boot + patience; }
    int msLeft() const;
    BusSocket::Opening open(const QByteArray &name);
    bool listen();
    bool isAnswered(quint32 from, quint32 to) const;

    BusSocket m_socket;
    BusConversation m_talk;
    quint32 m_nextSerial = firstFreeSerial;
    Milliseconds m_end{};
};

int Inquiry::msLeft() const
{
    return int(std::max(m_end - systemNow().boot, Milliseconds(0)).count());
}

BusSocket::Opening Inquiry::open(const QByteArray &name)
{
    auto opening = m_socket.open(name);
    while (opening == BusSocket::Opening::Later && msLeft() > 0) {
        ::poll(nullptr, 0, int(betweenTries.count()));
        opening = m_socket.open(name);
    }
    return opening;
}

// False where nothing more is to be expected.
bool Inquiry::listen()
{
    pollfd readable{m_socket.descriptor(), POLLIN, 0};
    const int left = msLeft();
    if (left == 0 || ::poll(&readable, 1, left) == 0)
        return false;
    const auto heard = m_socket.receive();
    if (!heard)
        return false;
    const QByteArray next = m_talk.take(*heard);
    return m_talk.phase() != BusConversation::Phase::Failed
        && (next.isEmpty() || m_socket.send(next));
}

Contact Inquiry::connect(const QByteArray &address, Milliseconds patience)
{
    startTime(patience);
    auto opening = BusSocket::Opening::Refused;
    const QList<QByteArray> names = socketNames(address);
    for (const QByteArray &name : names) {
        opening = open(name);
        if (opening != BusSocket::Opening::Refused)
            break;
    }
    if (opening == BusSocket::Opening::Refused)
        return Contact::None;
    if (opening == BusSocket::Opening::Later || !m_socket.send(BusConversation::beginning()))
        return Contact::Silent;
    while (m_talk.phase() != BusConversation::Phase::Open) {
        if (!listen())
            return Contact::Silent;
    }
    return Contact::Answers;
}

bool Inquiry::isAnswered(quint32 from, quint32 to) const
{
    for (quint32 serial = from; serial < to; ++serial) {
        if (!m_talk.replyTo(serial))
            return false;
    }
    return true;
}

QList<std::optional<BusReply>> Inquiry::ask(const QList<BusCall> &calls, Milliseconds patience)
{
    startTime(patience);
    const quint32 first = m_nextSerial;
    QByteArray questions;
    for (const BusCall &call : calls)
        questions += marshalled(call, m_nextSerial++);
    if (m_socket.send(questions)) {
        while (!isAnswered(first, m_nextSerial) && listen()) { }
    }
    QList<std::optional<BusReply>> answers;
    for (quint32 serial = first; serial < m_nextSerial; ++serial)
        answers.append(m_talk.replyTo(serial));
    return answers;
}

BusCall accessibilityProperty(const QByteArray &name)
{
    return {"org.a11y.Bus",
            "/org/a11y/bus",
            "org.freedesktop.DBus.Properties",
            "Get",
            {"org.a11y.Status", name}};
}

// A question without effect, which every one of them knows or refuses.
BusCall menuQuestion()
{
    BusCall call{"com.canonical.AppMenu.Registrar", "/com/canonical/AppMenu/Registrar",
                 "com.canonical.AppMenu.Registrar", "GetMenuForWindow"};
    call.number = 0;
    return call;
}

bool isSilent(const QByteArray &address, Milliseconds patience)
{
    return Inquiry().connect(address, patience) == Contact::Silent;
}

// Accessibility has a bus of its own. It is started by the question for it, so that this is asked
// only where Qt would ask it, too.
bool isAccessibilityBusSilent(Inquiry &inquiry, Milliseconds patience)
{
    const auto answers =
        inquiry.ask({{"org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"}}, patience);
    return !answers.first() || isSilent(answers.first()->text, patience);
}

bool isWanted(const std::optional<BusReply> &property)
{
    return property && property->isTrue;
}

} // namespace

SessionBusHealth askSessionBus(const BusPatience &patience)
{
    return {isSilent(sessionBusAddress(), patience.bus), false, false};
}

SessionBusHealth askDesktop(const BusPatience &patience)
{
    Inquiry inquiry;
    const QByteArray ownAddress = qgetenv("AT_SPI_BUS_ADDRESS"); // overrides everything in Qt
    const Contact contact = inquiry.connect(sessionBusAddress(), patience.bus);
    SessionBusHealth health{contact == Contact::Silent, false, false};
    if (!ownAddress.isEmpty())
        health.isAccessibilitySilent = isSilent(ownAddress, patience.service);
    if (contact != Contact::Answers) {
        // Its address would come from this bus, or from an X server that knows no more of it.
        health.isAccessibilitySilent |= health.isBusSilent && ownAddress.isEmpty();
        return health;
    }
    const auto answers = inquiry.ask({menuQuestion(), accessibilityProperty("IsEnabled"),
                                      accessibilityProperty("ScreenReaderEnabled")},
                                     patience.service);
    health.isGlobalMenuSilent = !answers.at(0);
    if (!ownAddress.isEmpty())
        return health;
    health.isAccessibilitySilent = !answers.at(1) || !answers.at(2);
    if (isWanted(answers.at(1)) || isWanted(answers.at(2)))
        health.isAccessibilitySilent |= isAccessibilityBusSilent(inquiry, patience.service);
    return health;
}

Result<void> leaveOutWhatIsSilent(const SessionBusHealth &health)
{
    if (health.isAccessibilitySilent)
        qputenv("AT_SPI_BUS_ADDRESS", noBus);
    if (!health.isBusSilent)
        return {};
    const QByteArray address = sessionBusAddress();
    qputenv("DBUS_SESSION_BUS_ADDRESS", noBus);
    return failure(ErrorCode::SessionBusSilent, QString::fromLocal8Bit(address));
}

} // namespace hourpass
