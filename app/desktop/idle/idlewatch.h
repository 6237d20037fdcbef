// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QObject>

#include <memory>
#include <vector>

namespace hourpass {

class IdleSource;

/// Tells when the user has touched nothing for a while, by the first way of telling that is found
/// here: the Wayland compositor, the X server, GNOME's compositor on the session's bus. Nothing is
/// told on Windows and macOS: there one can only ask, again and again.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    using Sources = std::vector<std::unique_ptr<IdleSource>>;

    IdleWatch();
    /// The ways, the best first.
    explicit IdleWatch(Sources sources);
    ~IdleWatch() override;

    /// Looks for a way. Once.
    void start();
    /// Zero: never.
    void setSpan(Milliseconds span);
    /// Not before the search has ended.
    bool isAvailable() const { return m_found; }

Q_SIGNALS:
    void availableChanged();
    void idle();

private:
    void tryNext();
    void use(IdleSource *source);

    Sources m_sources;
    std::size_t m_next = 0;
    IdleSource *m_found = nullptr;
    Milliseconds m_span{};
};

} // namespace hourpass
