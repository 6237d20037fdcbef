// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profileid.h"

#include <QByteArray>
#include <QByteArrayView>

#include <tl/expected.hpp>

namespace hourpass {

/// What a start of the program asks of the instance that runs, or does itself if it is the first
/// (contracts, section 3). The numbers go over the socket.
enum class Verb : quint8 {
    Activate = 1, ///< show the window
    Copy,         ///< the token of InstanceMessage::profile
    InspectClipboard,
    StayHidden, ///< nothing: it is enough that one runs
    Quit,
};

/// What goes over the socket: a verb and at most a profile's id, in 64 bytes at most; no name, path
/// or secret. Beside these, in a field of its own with a limit of its own, the token with which the
/// desktop lets a window come to the front: such tokens are longer than what is left of 64 bytes,
/// and without it a second start could not raise the window on Wayland.
struct InstanceMessage {
    Verb verb = Verb::Activate;
    ProfileId profile;          ///< of Copy; null for all else
    QByteArray activationToken; ///< see usableActivationToken(); may be empty

    bool operator==(const InstanceMessage &) const = default;
};

constexpr qsizetype longestActivationToken = 128;
constexpr qsizetype longestMessage = 64 + 1 + longestActivationToken;

/// The desktop's token as it may be sent: visible ASCII, not too long; else nothing. A token that
/// is cut is worth nothing.
QByteArray usableActivationToken(const QByteArray &token);

enum class MessageFault {
    Incomplete, ///< right as far as it goes
    OtherVersion,
    Damaged,
};

QByteArray encode(const InstanceMessage &message);
tl::expected<InstanceMessage, MessageFault> decode(QByteArrayView bytes);

/// What the instance that runs says to a message.
enum class InstanceAnswer : quint8 {
    Accepted = 1,
    NotUnderstood, ///< it is of another version, most likely
};

constexpr qsizetype answerSize = 2;
QByteArray encode(InstanceAnswer answer);
/// NotUnderstood for anything that is no answer.
InstanceAnswer decodeAnswer(QByteArrayView bytes);

} // namespace hourpass
