// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace hourpass {

/// A ring that shows what part of a token's life is left. Says nothing that the texts beside it
/// do not say.
class CountdownRing final : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownRing(QWidget *parent = nullptr);

    /// From 0 (or less) to 1.
    void setFraction(double fraction);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_fraction = 0;
};

} // namespace hourpass
