// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/keydetails.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace hourpass {

class FaultPanel;
class WarningLine;

/// What IAM tells of a profile's key, or why it does not. Shows one of: the question under way, the
/// details, a failure.
class KeyDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KeyDialog(const QString &profileName, QWidget *parent = nullptr);

    void showAsking(const QString &host);
    void showCheck(const KeyCheck &check, const Instant &now);
    void showFault(const Error &error);

Q_SIGNALS:
    void retryRequested();

private:
    void showText(const QString &text);
    void clearDetails();

    QLabel *m_text;
    WarningLine *m_warning;
    QProgressBar *m_progress;
    QWidget *m_details;
    QFormLayout *m_form;
    FaultPanel *m_fault;
    QPushButton *m_copy; ///< for the details: they can be selected with the mouse alone
    QString m_copied;
};

} // namespace hourpass
