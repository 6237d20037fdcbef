// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/faultpanel.h"

#include "clipboard/plaintext.h"
#include "ui/parts/icons.h"
#include "words/explanation.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrappingLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Where IAM itself refused, the connection is good.
bool mayBeTheConnection(ErrorCode code)
{
    return code >= ErrorCode::KeychainMissing && code != ErrorCode::Refused
        && code != ErrorCode::RateLimited && code != ErrorCode::Internal;
}

} // namespace

FaultPanel::FaultPanel(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_caption(new QLabel(tr("Problem"), this))
    , m_cause(wrappingLabel(this))
    , m_nextStep(wrappingLabel(this))
    , m_details(wrappingLabel(this))
    , m_fold(new QToolButton(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_doctor(new QPushButton(tr("Check connection…"), this))
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_caption->setBuddy(m_cause);
    QFont bold = font();
    bold.setBold(true);
    m_caption->setFont(bold);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->hide();
    m_fold->setText(tr("Details"));
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(open);
    });
    connect(m_retry, &QPushButton::clicked, this, &FaultPanel::retryRequested);
    connect(m_copy, &QPushButton::clicked, this, &FaultPanel::copyDetails);
    connect(m_doctor, &QPushButton::clicked, this, &FaultPanel::doctorRequested);
    createLayout();
    hide();
}

void FaultPanel::createLayout()
{
    const int size = fontMetrics().height() * 2;
    m_icon->setPixmap(namedIcon(u"dialog-warning"_s).pixmap(size, size));
    auto *layout = new QGridLayout(this);
    layout->setHorizontalSpacing(16);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_icon, 0, 0, 3, 1, Qt::AlignTop);
    layout->addWidget(m_caption, 0, 1);
    layout->addWidget(m_cause, 1, 1);
    layout->addWidget(m_nextStep, 2, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_doctor);
    buttons->addWidget(m_fold);
    buttons->addStretch();
    layout->addLayout(buttons, 3, 1);
    layout->addWidget(m_details, 4, 1);
    layout->setColumnStretch(1, 1);
}

void FaultPanel::showFault(const Error &error)
{
    const Explanation words = explain(error);
    const bool isNew = isHidden() || m_details->text() != words.details;
    m_cause->setText(words.cause);
    m_nextStep->setText(words.nextStep);
    m_details->setText(words.details);
    m_doctor->setVisible(mayBeTheConnection(error.code));
    m_cause->setAccessibleDescription(words.nextStep + u' ' + words.details);
    m_caption->setAccessibleDescription(m_cause->accessibleDescription());
    show();
    if (isNew) {
        QAccessibleEvent alert(m_cause, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void FaultPanel::clearFault()
{
    m_fold->setChecked(false);
    hide();
}

void FaultPanel::copyDetails()
{
    const QString text = m_cause->text() + u'\n' + m_nextStep->text() + u'\n' + m_details->text();
    copyPlainText(text);
}

} // namespace hourpass
