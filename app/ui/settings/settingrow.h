// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hourpass {

class WarningLine;

/// One setting: what it is called, its control, a line that explains it, and a button that brings
/// back its default. Holds no value and knows no rule: it emits what is wanted, and is told.
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    /// The explanation may be followed by a remark, which changes.
    struct Words {
        QString label;
        QString explanation;
    };

    /// A check box shows the label itself; any other control gets it in front, as its buddy. Takes
    /// the control over.
    SettingRow(Words words, QWidget *control, QWidget *parent = nullptr);

    /// All words of the text are in what this row says; an empty text matches.
    bool matches(const QString &text, const QString &group) const;
    void setAtDefault(bool isAtDefault);
    /// What cannot be seen from the control: why it cannot be used, or what it means now.
    void setRemark(const QString &remark);
    /// Whether the wish could be written down; a failure stays until the next outcome.
    void showOutcome(const Result<void> &outcome);

Q_SIGNALS:
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createLayout();
    QWidget *createHead();
    void describe();

    Words m_words;
    QWidget *m_control;
    QLabel *m_explanation;
    QLabel *m_remark;
    WarningLine *m_fault;
    QPushButton *m_reset;
};

} // namespace hourpass
