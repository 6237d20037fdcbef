// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/secretlabel.h"

#include "core/visibletext.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>

namespace hourpass {

namespace {

constexpr qsizetype maskedLength = 12;
constexpr auto shownFor = std::chrono::seconds(30);

// The header's first letters and the end of the signature: enough to tell two tokens apart.
QString masked(const Secret &secret)
{
    if (secret.isEmpty())
        return {};
    if (secret.size() < 3 * maskedLength)
        return QString(maskedLength, u'\u2022');
    const QByteArrayView bytes = secret.reveal();
    return QString::fromUtf8(bytes.first(6)) + QString(6, u'\u2022')
        + QString::fromUtf8(bytes.last(4));
}

} // namespace

SecretLabel::SecretLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_hideTimer.setSingleShot(true);
    connect(&m_hideTimer, &QTimer::timeout, this, [this] { setRevealed(false); });
}

void SecretLabel::setSecret(const Secret &secret)
{
    if (secret == m_secret)
        return;
    m_secret = secret;
    setText(masked(secret));
    setRevealed(false);
}

void SecretLabel::setRevealed(bool revealed)
{
    if (revealed)
        m_hideTimer.start(shownFor);
    else
        m_hideTimer.stop();
    if (revealed == m_isRevealed)
        return;
    m_isRevealed = revealed;
    updateGeometry();
    update();
    Q_EMIT revealedChanged(revealed);
}

int SecretLabel::layoutText(int width, QPainter *painter) const
{
    QTextLayout layout(QString::fromUtf8(m_secret.reveal()), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, {0, 0});
    return qCeil(height);
}

QSize SecretLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return m_isRevealed ? QSize(hint.width(), heightForWidth(width())) : hint;
}

int SecretLabel::heightForWidth(int width) const
{
    return m_isRevealed ? layoutText(width, nullptr) : QLabel::sizeHint().height();
}

void SecretLabel::paintEvent(QPaintEvent *event)
{
    if (!m_isRevealed) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layoutText(width(), &painter);
}

void SecretLabel::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QLabel::hideEvent(event);
}

} // namespace hourpass
