// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

#include <QLabel>
#include <QTimer>

namespace hourpass {

/// Shows a secret masked, and in full for a short time when asked. Its text, which is what screen
/// readers and other programs can read, stays the masked form: the full one is only painted.
class SecretLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SecretLabel(QWidget *parent = nullptr);

    void setSecret(const Secret &secret);
    bool isRevealed() const { return m_isRevealed; }
    void setRevealed(bool revealed);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void revealedChanged(bool revealed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int layoutText(int width, QPainter *painter) const;

    Secret m_secret;
    bool m_isRevealed = false;
    QTimer m_hideTimer;
};

} // namespace hourpass
