// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/faults.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

Answer undelivered(Delivery delivery)
{
    Answer answer;
    answer.response.status = 0;
    answer.delivery = delivery;
    return answer;
}

Answer page(const Transaction &transaction, int status, const QByteArray &title)
{
    return {transaction.html(status,
                             "<!DOCTYPE html><html><head><title>" + title
                                 + "</title></head><body><h1>" + title + "</h1></body></html>\n")};
}

Answer rateLimited(const Behaviour &behaviour, const Transaction &transaction)
{
    Answer answer{transaction.json(429, {{u"message"_s, u"Too Many Requests"_s}})};
    HttpResponse &response = answer.response;
    switch (behaviour.retryAfter) {
    case RetryAfter::None:
        break;
    case RetryAfter::Seconds:
        response.setHeader("Retry-After"_ba, QByteArray::number(behaviour.retryAfterDelay.count()));
        break;
    case RetryAfter::Date:
        response.setHeader(
            "Retry-After"_ba,
            toHttpDate(transaction.start().addSecs(behaviour.retryAfterDelay.count())));
        break;
    case RetryAfter::Garbage:
        response.setHeader("Retry-After"_ba, "soon; -1"_ba);
        break;
    }
    return answer;
}

Answer redirect(const Behaviour &behaviour, const Transaction &transaction, const QUrl &serviceUrl)
{
    QUrl otherName = serviceUrl;
    otherName.setHost(u"localhost"_s);
    otherName.setPath(u"/identity/token"_s);
    Answer answer{transaction.empty(behaviour.redirectStatus)};
    answer.response.setHeader("Location"_ba,
                              behaviour.redirectUrl.isEmpty() ? otherName.toEncoded()
                                                              : behaviour.redirectUrl);
    return answer;
}

/// Texts that would turn a line around, ring, colour a terminal, forge a line or mark up a label.
Answer hostileText(const Transaction &transaction)
{
    IamError error;
    error.code = u"BXNIM0415E"_s;
    error.message =
        u"\u202Edilav si yek eht\u202C <b>bold</b> <a href=\"https://evil.example\">log "
        u"in</a>\u0007\u001B[31mred\u001B[0m"_s;
    error.details = u"first line\r\nTransaction-Id: forged\u0000end\u2066isolate\u2069"
                    u"\u200Bzero\uFEFFwidth\u0085next"_s;
    return {transaction.error(error)};
}

/// Pads the JSON in front of its last brace, so that it stays valid and is not read early.
QByteArray padded(const QByteArray &json, qsizetype size)
{
    const QByteArray head = json.first(json.size() - 1) + R"(,"padding":")";
    const QByteArray tail = R"("})"_ba;
    return head + QByteArray(qMax(qsizetype(1), size - head.size() - tail.size()), 'x') + tail;
}

void adjustDate(const Behaviour &behaviour, const Transaction &transaction, HttpResponse &response)
{
    if (!behaviour.dateHeader)
        response.removeHeader("Date");
    else if (behaviour.dateOffset.count() != 0)
        response.setHeader("Date"_ba,
                           toHttpDate(transaction.start().addSecs(behaviour.dateOffset.count())));
}

} // namespace

std::optional<Answer> replacedAnswer(const Behaviour &behaviour, const Transaction &transaction,
                                     const QUrl &serviceUrl)
{
    switch (behaviour.fault) {
    case Fault::Silent:
        return undelivered(Delivery::Never);
    case Fault::CloseWithoutAnswer:
        return undelivered(Delivery::CloseWithoutAnswer);
    case Fault::CaptivePortal:
        return page(transaction, 200, "Welcome to the guest network"_ba);
    case Fault::BadGateway:
        return page(transaction, 502, "502 Bad Gateway"_ba);
    case Fault::EmptyUnavailable:
        return Answer{transaction.empty(503)};
    case Fault::RateLimited:
        return rateLimited(behaviour, transaction);
    case Fault::Redirect:
        return redirect(behaviour, transaction, serviceUrl);
    case Fault::HostileText:
        return hostileText(transaction);
    default:
        if (behaviour.error)
            return Answer{transaction.error(*behaviour.error)};
        return {};
    }
}

Answer spoiledAnswer(const Behaviour &behaviour, Answer honest, const Transaction &transaction)
{
    QByteArray &body = honest.response.body;
    switch (behaviour.fault) {
    case Fault::TruncatedJson:
        body.truncate(body.size() / 2);
        break;
    case Fault::ShortBody:
        honest.delivery = Delivery::HalfBody;
        break;
    case Fault::OversizedBody:
        body = padded(body, behaviour.oversizedBytes);
        honest.delivery = behaviour.declareLength ? Delivery::Complete : Delivery::UntilClose;
        break;
    default:
        break;
    }
    adjustDate(behaviour, transaction, honest.response);
    honest.delay = behaviour.delay;
    return honest;
}

} // namespace hourpass::emulator
