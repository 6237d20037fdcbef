// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace hourpass {

/// A warning in place, beside what it is about. Hidden while there is none.
class WarningLine final : public QWidget
{
    Q_OBJECT

public:
    explicit WarningLine(QWidget *parent = nullptr);

    /// An empty text takes the warning away.
    void showWarning(const QString &text);

private:
    QLabel *m_text;
};

} // namespace hourpass
