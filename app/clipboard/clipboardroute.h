// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/fingerprint.h"
#include "core/future.h"

#include <QObject>

namespace hourpass {

/// One way to the clipboard of this desktop. Says what is so, not what it asked for. Nothing here
/// has a deadline of its own: whoever asks stops waiting, and asks anew when they like.
class ClipboardRoute : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// True once it is certain that the secret is on the clipboard, marked as one; false where the
    /// desktop does not let us.
    virtual Future<bool> put(const Secret &secret) = 0;
    /// Takes back what was put, if it is still there or might be. Leaves alone what others copied.
    virtual void withdraw() = 0;
    /// Empties the clipboard, whoever's its content is. The desktop may refuse: look afterwards.
    virtual void clear() = 0;
    /// What is on the clipboard is served by us.
    virtual bool owns() const = 0;

    /// Whether the text of the fingerprint is there, served by somebody else. Reads the clipboard:
    /// some managers store what is read.
    virtual Future<bool> holds(const Fingerprint &text) = 0;
    /// Whether holds() can answer now.
    virtual bool canSee() const = 0;
    /// Whether holds() keeps nobody waiting, however slow the other program is.
    virtual bool readsAside() const = 0;

Q_SIGNALS:
    /// Something else is on the clipboard, or it can be seen again.
    void changed();
};

} // namespace hourpass
