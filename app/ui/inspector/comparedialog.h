// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/compare/comparison.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QTreeWidget;

namespace hourpass {

/// What two tokens say differently: answers first, then claim by claim.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(const KeyChoice &keys, const VerifyOptions &options, QWidget *parent = nullptr);

    /// A token to choose from; `isChosen`: one of the two to begin with. All before begin().
    void offer(const QString &title, const FoundToken &token, bool isChosen);
    void begin();

private:
    QLayout *createChoice();
    void swap();
    void showComparison();
    void showAnswers(const Comparison &comparison);
    void showRows(const Comparison &comparison);

    const KeyChoice m_keys;
    const VerifyOptions m_options;
    QList<FoundToken> m_tokens;
    QList<int> m_chosen;
    QComboBox *m_first;
    QComboBox *m_second;
    QLabel *m_headline;
    QGridLayout *m_answers;
    QLabel *m_count;
    QTreeWidget *m_rows;
};

} // namespace hourpass
