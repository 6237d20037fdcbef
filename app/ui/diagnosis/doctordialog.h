// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "doctor/doctor.h"

#include <QDialog>
#include <QList>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hourpass {

/// Shows the doctor at work: a row for each check, with its state as a word and a mark, what was
/// found and what to do. Begins by itself; can be cancelled and begun again.
class DoctorDialog final : public QDialog
{
    Q_OBJECT

public:
    using MakeDoctor = std::function<std::unique_ptr<Doctor>()>;

    /// `subject` says what is checked: a profile's name, or the endpoint.
    DoctorDialog(MakeDoctor makeDoctor, const QString &subject, QWidget *parent = nullptr);
    ~DoctorDialog() override;

Q_SIGNALS:
    /// To show the keys that no profile names.
    void orphansRequested();

private:
    struct Row {
        QLabel *mark;
        QLabel *value;
        QLabel *nextStep;
    };

    QLayout *createRows();
    QLayout *createButtons();
    Row &row(Finding::Check check) { return m_rows[int(check)]; }
    void start();
    void cancel();
    void showBegun(Finding::Check check);
    void showFinding(const Finding &finding);
    void showEnd();
    void setRunning(bool running);
    QString summary() const;
    void copyReport();

    MakeDoctor m_makeDoctor;
    QString m_subject;
    std::unique_ptr<Doctor> m_doctor;
    QList<Finding> m_findings;
    QList<Row> m_rows;
    QProgressBar *m_progress;
    QLabel *m_summary;
    QPushButton *m_showOrphans;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_copy;
};

} // namespace hourpass
