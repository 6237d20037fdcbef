// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/report/report.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace hourpass {

/// A report for a ticket as it will be: what is taken out can be chosen and is listed in it.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(const QList<Inspection> &tokens, const ReportOptions &options,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void copyTextRequested(const QString &text);

private:
    QLayout *createSwitches();
    QLayout *createButtons();
    void showReport();
    void save();
    void write(const QString &path);

    const QList<Inspection> m_tokens;
    ReportOptions m_options;
    QComboBox *m_format;
    QList<QCheckBox *> m_switches;
    QPlainTextEdit *m_text;
    QLabel *m_outcome;
};

} // namespace hourpass
