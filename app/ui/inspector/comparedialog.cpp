// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/comparedialog.h"

#include "core/visibletext.h"
#include "ui/parts/captions.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/claims/comparisonwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 80;

QString markOf(ComparisonAnswer::Kind kind)
{
    switch (kind) {
    case ComparisonAnswer::Kind::Same:
        return u"check"_s;
    case ComparisonAnswer::Kind::Different:
        return u"dialog-warning"_s;
    case ComparisonAnswer::Kind::Unknown:
        break;
    }
    return u"dialog-information"_s;
}

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

CompareDialog::CompareDialog(const KeyChoice &keys, const VerifyOptions &options, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_options(options)
    , m_first(new QComboBox)
    , m_second(new QComboBox)
    , m_headline(noteLabel(this))
    , m_answers(new QGridLayout)
    , m_count(noteLabel(this))
    , m_rows(new QTreeWidget)
{
    setWindowTitle(tr("Compare tokens"));
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answers->setContentsMargins(0, 0, 0, 0);
    m_answers->setHorizontalSpacing(8);
    m_answers->setVerticalSpacing(4);
    m_answers->setColumnStretch(2, 1);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setAccessibleName(tr("Differences"));
    m_rows->setHeaderLabels({tr("Claim"), tr("Change"), tr("First"), tr("Second")});
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAlternatingRowColors(true);
    m_rows->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *layout = dialogLayout(this);
    layout->addLayout(createChoice());
    layout->addWidget(m_headline);
    layout->addLayout(m_answers);
    layout->addWidget(m_count);
    layout->addWidget(m_rows, 1);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    resizeForText(*this, 110, 40);
}

QLayout *CompareDialog::createChoice()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](const QString &caption, QComboBox *box, int row) {
        auto *label = new QLabel(caption, this);
        label->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1);
    };
    add(tr("&First token"), m_first, 0);
    add(tr("&Second token"), m_second, 1);
    auto *swapButton = new QPushButton(tr("S&wap"), this);
    swapButton->setAutoDefault(false);
    connect(swapButton, &QPushButton::clicked, this, &CompareDialog::swap);
    grid->addWidget(swapButton, 0, 2, 2, 1);
    return grid;
}

void CompareDialog::offer(const QString &title, const FoundToken &token, bool isChosen)
{
    const QString text = shortenedMiddle(visibleText(title), longestTitle);
    if (isChosen)
        m_chosen.append(int(m_tokens.size()));
    m_tokens.append(token);
    m_first->addItem(text);
    m_second->addItem(text);
}

void CompareDialog::begin()
{
    const int first = m_chosen.value(0, 0);
    const int other = first + 1 < m_tokens.size() ? first + 1 : 0;
    m_first->setCurrentIndex(first);
    m_second->setCurrentIndex(m_chosen.value(1, other));
    connect(m_first, &QComboBox::currentIndexChanged, this, &CompareDialog::showComparison);
    connect(m_second, &QComboBox::currentIndexChanged, this, &CompareDialog::showComparison);
    showComparison();
}

void CompareDialog::swap()
{
    const int first = m_first->currentIndex();
    m_first->setCurrentIndex(m_second->currentIndex());
    m_second->setCurrentIndex(first);
}

void CompareDialog::showComparison()
{
    const auto inspect = [this](const QComboBox *box) {
        return inspectToken(m_tokens.at(box->currentIndex()), m_keys, m_options);
    };
    const Comparison comparison = compareTokens(inspect(m_first), inspect(m_second));
    m_headline->setText(comparisonHeadline(comparison));
    showAnswers(comparison);
    m_count->setText(comparisonCountText(comparison));
    showRows(comparison);
}

void CompareDialog::showAnswers(const Comparison &comparison)
{
    empty(*m_answers);
    const int size = fontMetrics().height();
    int line = 0;
    for (const ComparisonAnswer &answer : comparisonAnswers(comparison)) {
        auto *mark = new QLabel(this);
        mark->setPixmap(namedIcon(markOf(answer.kind)).pixmap(size, size));
        QLabel *value = noteLabel(this);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setText(answer.answer);
        m_answers->addWidget(mark, line, 0, Qt::AlignTop);
        m_answers->addWidget(captionFor(value, answer.question), line, 1, Qt::AlignTop);
        m_answers->addWidget(value, line, 2);
        ++line;
    }
}

// What is the same comes last: who compares looks for what is not.
void CompareDialog::showRows(const Comparison &comparison)
{
    m_rows->clear();
    QList<ComparisonRow> rows = comparisonRows(comparison);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ComparisonRow &one, const ComparisonRow &other) {
                         using Change = ClaimDifference::Change;
                         return one.change != Change::Same && other.change == Change::Same;
                     });
    QFont bold = font();
    bold.setBold(true);
    for (const ComparisonRow &row : std::as_const(rows)) {
        auto *item = new QTreeWidgetItem(m_rows, {row.name, row.changeText, row.first, row.second});
        if (row.change != ClaimDifference::Change::Same)
            item->setFont(1, bold);
    }
    for (int column = 0; column < 3; ++column)
        m_rows->resizeColumnToContents(column);
    const int widest = fontMetrics().averageCharWidth() * 40;
    m_rows->setColumnWidth(2, qMin(m_rows->columnWidth(2), widest));
}

} // namespace hourpass
