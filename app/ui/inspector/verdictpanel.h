// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/inspection.h"

#include <array>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace hourpass {

/// A token in one sentence, the four answers with what they rest on, and what is wrong with it.
class VerdictPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget *parent = nullptr);

    /// `history`: what is remembered of the token's fingerprint.
    void showInspection(const Inspection &inspection, const QString &history);
    /// Of what is named and never shown.
    void showHidden(const FoundToken &found);
    void clear();

private:
    struct Row {
        QLabel *mark;
        QLabel *value;
    };
    Row addRow(QGridLayout &grid, const QString &caption);
    void showAnswer(const Row &row, CheckResult result, const QString &evidence);

    QLabel *m_summary;
    std::array<Row, 4> m_rows{};
    QLabel *m_history;
    QLabel *m_problems;
};

} // namespace hourpass
