// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diagnosis/doctordialog.h"

#include "clipboard/plaintext.h"
#include "core/visibletext.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "words/findingwords.h"

#include <QAccessible>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using State = Finding::State;

namespace {

constexpr qsizetype longestSubject = 80;

QString iconName(State state)
{
    switch (state) {
    case State::Ok:
        return u"check"_s;
    case State::Warning:
        return u"dialog-warning"_s;
    case State::Failed:
        return u"dialog-error"_s;
    case State::Skipped:
        break;
    }
    return {};
}

QLabel *textLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

qsizetype count(const QList<Finding> &findings, State state)
{
    return std::count_if(findings.begin(), findings.end(),
                         [state](const Finding &finding) { return finding.state == state; });
}

} // namespace

DoctorDialog::DoctorDialog(MakeDoctor makeDoctor, const QString &subject, QWidget *parent)
    : QDialog(parent)
    , m_makeDoctor(std::move(makeDoctor))
    , m_subject(shortenedMiddle(visibleText(subject), longestSubject))
    , m_progress(new QProgressBar)
    , m_summary(textLabel())
    , m_showOrphans(new QPushButton(tr("Show keys…")))
    , m_again(new QPushButton(tr("Check again")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_copy(new QPushButton(namedIcon(u"edit-copy"_s), tr("Copy report")))
{
    setWindowTitle(tr("Connection doctor"));
    auto *intro = textLabel();
    intro->setText(tr("Checks one by one what stands between a key and a token, for \"%1\". No key "
                      "is sent and no token is made.")
                       .arg(m_subject));
    auto *rows = new QWidget;
    rows->setLayout(createRows());
    // The area would ask for the height that the texts have where they are narrowest.
    rows->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    auto *area = new QScrollArea;
    area->setWidget(rows);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_progress->setRange(0, int(allChecks.size()));
    m_progress->setTextVisible(false);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->setAccessibleName(tr("Progress"));
    auto *layout = dialogLayout(this);
    layout->addWidget(intro);
    layout->addWidget(area, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addLayout(createButtons());
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30);
    start();
}

DoctorDialog::~DoctorDialog() = default;

QLayout *DoctorDialog::createRows()
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    const int size = fontMetrics().height();
    int line = 0;
    for (const Finding::Check check : allChecks) {
        const Row row{new QLabel, textLabel(), textLabel()};
        row.mark->setFixedSize(size, size);
        auto *caption = new QLabel(checkName(check));
        QFont bold = font();
        bold.setBold(true);
        caption->setFont(bold);
        caption->setBuddy(row.value);
        grid->addWidget(row.mark, line, 0, Qt::AlignTop);
        grid->addWidget(caption, line, 1, Qt::AlignTop);
        grid->addWidget(row.value, line++, 2);
        grid->addWidget(row.nextStep, line++, 2);
        if (check == Finding::Check::StoredKeys)
            grid->addWidget(m_showOrphans, line++, 2, Qt::AlignLeading);
        grid->setRowMinimumHeight(line++, 8);
        m_rows.append(row);
    }
    grid->setRowStretch(line, 1);
    return grid;
}

QLayout *DoctorDialog::createButtons()
{
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_again, m_cancel, m_copy})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(close);
    m_showOrphans->setAutoDefault(false);
    m_showOrphans->hide();
    connect(m_showOrphans, &QPushButton::clicked, this, &DoctorDialog::orphansRequested);
    m_again->setDefault(true);
    connect(m_again, &QPushButton::clicked, this, &DoctorDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &DoctorDialog::cancel);
    connect(m_copy, &QPushButton::clicked, this, &DoctorDialog::copyReport);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return buttons;
}

void DoctorDialog::start()
{
    m_findings.clear();
    m_showOrphans->hide();
    for (const Row &row : std::as_const(m_rows)) {
        row.mark->clear();
        row.value->setText(tr("waiting"));
        row.value->setForegroundRole(QPalette::PlaceholderText);
        row.nextStep->hide();
    }
    m_progress->setValue(0);
    setRunning(true);
    m_doctor = m_makeDoctor();
    connect(m_doctor.get(), &Doctor::began, this, &DoctorDialog::showBegun);
    connect(m_doctor.get(), &Doctor::found, this, &DoctorDialog::showFinding);
    connect(m_doctor.get(), &Doctor::finished, this, &DoctorDialog::showEnd);
    m_doctor->start();
}

void DoctorDialog::cancel()
{
    m_doctor->cancel();
}

void DoctorDialog::showBegun(Finding::Check check)
{
    row(check).value->setText(tr("checking…"));
    m_summary->setText(tr("Checking: %1").arg(checkName(check)));
}

void DoctorDialog::showFinding(const Finding &finding)
{
    m_findings.append(finding);
    const FindingText text = describe(finding);
    const Row &row = this->row(finding.check);
    const int size = row.mark->width();
    row.mark->setPixmap(namedIcon(iconName(finding.state)).pixmap(size, size)); // or none
    row.value->setText(tr("%1: %2", "state: what was found").arg(text.state, text.evidence));
    row.value->setForegroundRole(finding.state == State::Skipped ? QPalette::PlaceholderText
                                                                 : QPalette::WindowText);
    row.value->setAccessibleDescription(text.nextStep);
    row.nextStep->setText(text.nextStep);
    row.nextStep->setVisible(!text.nextStep.isEmpty());
    if (finding.check == Finding::Check::StoredKeys)
        m_showOrphans->setVisible(!finding.orphans.keys.isEmpty());
    m_progress->setValue(int(m_findings.size()));
}

void DoctorDialog::showEnd()
{
    for (const Row &row : m_rows.sliced(m_findings.size()))
        row.value->setText(tr("not checked"));
    m_summary->setText(summary());
    setRunning(false);
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString DoctorDialog::summary() const
{
    if (m_findings.size() < qsizetype(allChecks.size()))
        return tr("Cancelled.");
    if (const auto failed = count(m_findings, State::Failed); failed > 0)
        return tr("%n check(s) failed.", nullptr, int(failed));
    return count(m_findings, State::Warning) > 0 ? tr("Nothing failed, but there is a warning.")
                                                 : tr("All is well.");
}

void DoctorDialog::setRunning(bool running)
{
    const bool hadFocus = m_again->hasFocus() || m_cancel->hasFocus();
    m_again->setEnabled(!running);
    m_cancel->setEnabled(running);
    m_copy->setEnabled(!running);
    m_progress->setVisible(running);
    if (hadFocus)
        (running ? m_cancel : m_again)->setFocus();
}

void DoctorDialog::copyReport()
{
    QString report = tr("Hourpass %1, connection doctor for \"%2\"")
                         .arg(QGuiApplication::applicationVersion(), m_subject)
        + u'\n';
    for (const Finding &finding : std::as_const(m_findings))
        report += asLines(describe(finding));
    copyPlainText(report);
}

} // namespace hourpass
