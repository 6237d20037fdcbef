// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokensessions.h"

#include <QWidget>

class QLabel;

namespace hourpass {

class CountdownRing;

/// How long the token lasts, for eyes and for a screen reader, which is told by itself only at 10,
/// 5 and 1 minute and at the end.
class CountdownPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownPanel(QWidget *parent = nullptr);

    void showSession(const TokenSession &session, const Instant &now);

private:
    void createLayout();
    void announce(Seconds left);

    CountdownRing *m_ring;
    QLabel *m_timeLeft;
    QLabel *m_expiresAt;
    Seconds m_lastLeft{};
};

} // namespace hourpass
