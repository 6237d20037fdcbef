// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace hourpass {

/// A question to a program on the bus, which is not started for it.
struct BusCall {
    QByteArray service;
    QByteArray path;
    QByteArray interface;
    QByteArray member;
    QList<QByteArray> texts{};       ///< its arguments
    std::optional<quint32> number{}; ///< its argument, where it has no texts
};

QByteArray marshalled(const BusCall &call, quint32 serial);

/// As much of an answer as is looked at.
struct BusReply {
    quint32 to = 0; ///< the question's serial number; 0: this is no answer
    bool isError = false;
    bool isTrue = false; ///< a boolean, or a variant that holds one
    QByteArray text;     ///< the first argument, where it is a string
};

/// Takes the first whole message off the buffer, which comes from outside. Nothing where more has
/// to come; then `isBroken` says whether what is there is no message at all.
std::optional<BusReply> takeMessage(QByteArray &buffer, bool &isBroken);

} // namespace hourpass
