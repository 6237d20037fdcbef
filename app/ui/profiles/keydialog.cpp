// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/keydialog.h"

#include "clipboard/plaintext.h"
#include "ui/parts/captions.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/faultpanel.h"
#include "ui/parts/icons.h"
#include "ui/parts/warningline.h"
#include "words/keydetailwords.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace hourpass {

KeyDialog::KeyDialog(const QString &profileName, QWidget *parent)
    : QDialog(parent)
    , m_text(noteLabel(this))
    , m_warning(new WarningLine(this))
    , m_progress(new QProgressBar(this))
    , m_details(new QWidget(this))
    , m_form(new QFormLayout(m_details))
    , m_fault(new FaultPanel(this))
{
    setWindowTitle(tr("Key of %1").arg(profileName));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(16);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    // Also where Qt's own translation of the buttons is not installed.
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_copy = buttons->addButton(tr("Copy details"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(namedIcon(QStringLiteral("edit-copy")));
    m_copy->hide();
    connect(m_copy, &QPushButton::clicked, this, [this] { copyPlainText(m_copied); });
    auto *layout = dialogLayout(this);
    layout->addWidget(m_warning);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_details);
    layout->addWidget(m_fault);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_fault, &FaultPanel::retryRequested, this, &KeyDialog::retryRequested);
    // Room for the details, so that the window does not jump when they come.
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 18);
}

void KeyDialog::clearDetails()
{
    m_fault->clearFault();
    m_warning->showWarning({});
    m_progress->hide();
    m_details->hide();
    m_copy->hide();
    m_copied.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
}

void KeyDialog::showText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void KeyDialog::showAsking(const QString &host)
{
    clearDetails();
    m_progress->show();
    showText(tr("Asking %1 for the key's details…").arg(host));
}

void KeyDialog::showCheck(const KeyCheck &check, const Instant &now)
{
    clearDetails();
    if (!check.details) {
        showText(noKeyDetailsText() + u' '
                 + tr("That is no fault of the key: not every identity may read its own key."));
        growToFit(*this);
        return;
    }
    m_warning->showWarning(keyEndWarning(check.details->expiresAt, now));
    showText(tr("IBM Cloud knows this key:"));
    for (const KeyDetailLine &line : keyDetailLines(*check.details, now)) {
        auto *value = new QLabel(line.value, m_details);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_form->addRow(captionFor(value, line.caption), value);
        m_copied += line.caption + QStringLiteral(": ") + line.value + u'\n';
    }
    m_details->show();
    m_copy->show();
    growToFit(*this);
}

void KeyDialog::showFault(const Error &error)
{
    clearDetails();
    showText({});
    m_fault->showFault(error);
    growToFit(*this);
}

} // namespace hourpass
