// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace hourpass {

/// A failure in place, next to what failed: cause, next step, and a foldable line with code and
/// transaction id that one button copies. Hidden while there is none.
class FaultPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FaultPanel(QWidget *parent = nullptr);

    void showFault(const Error &error);
    void clearFault();

Q_SIGNALS:
    void retryRequested();
    void doctorRequested();

private:
    void createLayout();
    void copyDetails();

    QLabel *m_icon;
    QLabel *m_caption;
    QLabel *m_cause;
    QLabel *m_nextStep;
    QLabel *m_details;
    QToolButton *m_fold;
    QPushButton *m_retry;
    QPushButton *m_copy;
    QPushButton *m_doctor;
};

} // namespace hourpass
