// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingrow.h"

#include "ui/parts/dialogparts.h"
#include "ui/parts/warningline.h"
#include "words/explanation.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace hourpass {

SettingRow::SettingRow(Words words, QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_words(std::move(words))
    , m_control(control)
    , m_explanation(noteLabel(this))
    , m_remark(noteLabel(this))
    , m_fault(new WarningLine(this))
    , m_reset(new QPushButton(tr("Default")))
{
    m_control->setParent(this);
    m_control->installEventFilter(this);
    m_explanation->setText(m_words.explanation);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_remark->hide();
    m_reset->setAutoDefault(false); // Enter in a field is not meant for it
    m_reset->setAccessibleName(tr("Reset %1").arg(m_words.label));
    m_reset->setToolTip(tr("Back to the default"));
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_control->setFocus(); // the button is about to be disabled
        Q_EMIT resetRequested();
    });
    createLayout();
    describe();
}

void SettingRow::createLayout()
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(createHead(), 0, 0);
    layout->addWidget(m_reset, 0, 1); // behind the control for the Tab key too
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (QWidget *line : std::initializer_list<QWidget *>{m_explanation, m_remark, m_fault})
        texts->addWidget(line);
    // Below the text of a check box, not below the box, on either side.
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    if (qobject_cast<QCheckBox *>(m_control))
        below->addSpacing(style()->pixelMetric(QStyle::PM_IndicatorWidth)
                          + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    below->addLayout(texts, 1);
    layout->addLayout(below, 1, 0);
}

QWidget *SettingRow::createHead()
{
    if (auto *box = qobject_cast<QCheckBox *>(m_control)) {
        box->setText(m_words.label);
        return box;
    }
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *label = new QLabel(m_words.label, head);
    label->setBuddy(m_control);
    layout->addWidget(label);
    layout->addWidget(m_control);
    layout->addStretch();
    return head;
}

bool SettingRow::matches(const QString &text, const QString &group) const
{
    const QStringList said{m_words.label, m_words.explanation, group};
    const QStringList wanted = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&said](const QString &word) {
        return std::any_of(said.begin(), said.end(), [&word](const QString &part) {
            return part.contains(word, Qt::CaseInsensitive);
        });
    });
}

void SettingRow::setAtDefault(bool isAtDefault)
{
    m_reset->setEnabled(!isAtDefault);
}

void SettingRow::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    describe();
}

void SettingRow::showOutcome(const Result<void> &outcome)
{
    m_fault->showWarning(outcome ? QString() : asText(explain(outcome.error())));
}

// Assistive programs read this with the control.
void SettingRow::describe()
{
    m_control->setAccessibleDescription(
        QString(m_words.explanation + u' ' + m_remark->text()).trimmed());
}

// Who scrolls past a field with the wheel does not want to change it.
bool SettingRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !m_control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hourpass
