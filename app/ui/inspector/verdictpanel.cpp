// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/verdictpanel.h"

#include "ui/parts/captions.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/claims/inspectwords.h"

#include <QGridLayout>
#include <QLabel>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString markOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return u"check"_s;
    case CheckResult::Fail:
        return u"dialog-error"_s;
    case CheckResult::Unknown:
        return u"dialog-information"_s;
    case CheckResult::NotApplicable:
        break;
    }
    return {};
}

} // namespace

VerdictPanel::VerdictPanel(QWidget *parent)
    : QWidget(parent)
    , m_summary(noteLabel(this))
    , m_history(noteLabel(this))
    , m_problems(noteLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    QLabel *caption = captionFor(m_summary, tr("Summary"));
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    grid->addWidget(caption, 0, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(m_summary, 0, 2);
    m_rows = {addRow(*grid, tr("Well-formed")), addRow(*grid, tr("Signature")),
              addRow(*grid, tr("In time")), addRow(*grid, tr("Addressee"))};
    const int line = grid->rowCount();
    QLabel *fingerprint = captionFor(m_history, tr("Fingerprint"));
    fingerprint->setToolTip(
        tr("A digest that stands for the token: whoever has the same token sees the same one."));
    grid->addWidget(fingerprint, line, 1, Qt::AlignTop);
    grid->addWidget(m_history, line, 2);
    grid->addWidget(m_problems, line + 1, 2);
    for (QLabel *label : {m_summary, m_history, m_problems})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

VerdictPanel::Row VerdictPanel::addRow(QGridLayout &grid, const QString &caption)
{
    const Row row{new QLabel(this), noteLabel(this)};
    const int size = fontMetrics().height();
    const int line = grid.rowCount();
    row.mark->setFixedSize(size, size);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(row.mark, line, 0, Qt::AlignTop);
    grid.addWidget(captionFor(row.value, caption), line, 1, Qt::AlignTop);
    grid.addWidget(row.value, line, 2);
    return row;
}

void VerdictPanel::showAnswer(const Row &row, CheckResult result, const QString &evidence)
{
    const int size = row.mark->width();
    row.mark->setPixmap(namedIcon(markOf(result)).pixmap(size, size));
    row.value->setText(
        evidence.isEmpty()
            ? resultText(result)
            : tr("%1: %2", "answer: what it rests on").arg(resultText(result), evidence));
}

void VerdictPanel::showInspection(const Inspection &inspection, const QString &history)
{
    const Verification &checks = inspection.verification;
    m_summary->setText(summaryText(inspection));
    m_history->setText(history);
    showAnswer(m_rows[0], checks.wellFormed, formText(inspection));
    showAnswer(m_rows[1], checks.signature.result, signatureText(checks.signature));
    showAnswer(m_rows[2], checks.time.result, timeText(checks.time));
    showAnswer(m_rows[3], checks.addressee.result, addresseeText(checks.addressee));
    // The first one is the evidence of the first answer already.
    const QStringList problems = problemTexts(inspection);
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(problems.size() > 1
                           || (!problems.isEmpty() && checks.wellFormed == CheckResult::Pass));
}

// Hidden is not gone: what a label shows it keeps.
void VerdictPanel::clear()
{
    for (QLabel *label : {m_summary, m_history, m_problems})
        label->clear();
    for (const Row &row : m_rows)
        row.value->clear();
}

void VerdictPanel::showHidden(const FoundToken &found)
{
    m_summary->setText(hiddenFindingAdvice(found.kind));
    for (const Row &row : m_rows)
        showAnswer(row, CheckResult::NotApplicable, {});
    m_history->clear();
    m_problems->hide();
}

} // namespace hourpass
