// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace hourpass {

/// The client's end of a local socket, on which nothing waits. Closed with the object.
class BusSocket final
{
public:
    enum class Opening {
        Done,
        Later, ///< so many wait to be let in that it has to be tried again
        Refused,
    };

    BusSocket() = default;
    ~BusSocket();
    BusSocket(const BusSocket &) = delete;
    BusSocket &operator=(const BusSocket &) = delete;

    /// By a name of socketNames().
    Opening open(const QByteArray &name);
    int descriptor() const { return m_fd; }
    /// All of it, or not at all: what is said here is short, and the first that is said.
    bool send(const QByteArray &bytes) const;
    /// What is there, which may be empty; nothing where the other end has hung up.
    std::optional<QByteArray> receive() const;

private:
    void close();

    int m_fd = -1;
};

} // namespace hourpass
