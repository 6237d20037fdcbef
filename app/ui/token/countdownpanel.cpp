// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/token/countdownpanel.h"

#include "ui/parts/captions.h"
#include "ui/token/countdownring.h"
#include "words/tokenwords.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>

namespace hourpass {

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;

CountdownPanel::CountdownPanel(QWidget *parent)
    : QWidget(parent)
    , m_ring(new CountdownRing(this))
    , m_timeLeft(new QLabel(this))
    , m_expiresAt(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    createLayout();
}

void CountdownPanel::createLayout()
{
    QFont large = m_timeLeft->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    m_timeLeft->setFont(large);
    // Room for the longest text, so that nothing beside it moves.
    m_timeLeft->setMinimumWidth(QFontMetrics(large).horizontalAdvance(u"00:00:00"_s));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(captionFor(m_timeLeft, tr("Time left")));
    texts->addWidget(m_timeLeft);
    texts->addWidget(captionFor(m_expiresAt, tr("Expires at")));
    texts->addWidget(m_expiresAt);
    texts->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_ring);
    layout->addLayout(texts, 1);
}

void CountdownPanel::showSession(const TokenSession &session, const Instant &now)
{
    if (!session.token) {
        m_ring->setFraction(0);
        m_timeLeft->setText(u"\u2013"_s);
        m_timeLeft->setAccessibleDescription(tr("no token yet"));
        m_expiresAt->setText(u"\u2013"_s);
        m_lastLeft = {};
        return;
    }
    const TokenSet &token = *session.token;
    const Milliseconds exactLeft = timeLeft(token, now);
    const auto left = std::chrono::ceil<Seconds>(exactLeft);
    m_ring->setFraction(double(exactLeft.count())
                        / double(duration_cast<Milliseconds>(token.expiresIn).count()));
    m_timeLeft->setText(left > Seconds::zero() ? countdownText(left) : tr("expired"));
    m_timeLeft->setAccessibleDescription(timeLeftWords(left));
    const QString end = endTimeText(endOfLife(token), now.utc);
    m_expiresAt->setText(end);
    m_expiresAt->setAccessibleDescription(end);
    announce(left);
}

void CountdownPanel::announce(Seconds left)
{
    using namespace std::chrono_literals;
    const Seconds before = std::exchange(m_lastLeft, left);
    for (const Seconds mark : {Seconds(10min), Seconds(5min), Seconds(1min), Seconds(0)}) {
        if (before > mark && left <= mark) {
            QAccessibleEvent alert(m_timeLeft, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
        }
    }
}

} // namespace hourpass
