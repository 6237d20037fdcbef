// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/quitquestion.h"

#include "core/visibletext.h"

#include <QMessageBox>
#include <QPushButton>

namespace hourpass {

namespace {

constexpr qsizetype longestName = 40;
constexpr qsizetype mostNames = 5;

QString namesOf(const QList<PendingRemoval> &removals)
{
    QStringList names;
    for (const PendingRemoval &removal : removals.first(std::min(removals.size(), mostNames)))
        names += visibleText(shortenedMiddle(removal.profile.name, longestName));
    if (removals.size() > mostNames)
        names += QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

} // namespace

QuitQuestion::QuitQuestion(Removals &removals, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_removals(removals)
    , m_window(window)
{
    // What was asked about may be over before there is an answer.
    connect(&m_removals, &Removals::changed, this, [this] {
        if (m_box && m_removals.deletable().isEmpty())
            m_box->accept();
    });
}

void QuitQuestion::ask()
{
    const QList<PendingRemoval> removals = m_removals.deletable();
    if (removals.isEmpty()) {
        Q_EMIT quitGranted();
        return;
    }
    if (!m_box)
        open(removals);
    m_box->raise();
    m_box->activateWindow();
}

void QuitQuestion::open(const QList<PendingRemoval> &removals)
{
    m_box = new QMessageBox(&m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    // The window may be closed already, and this is not the last one then.
    m_box->setAttribute(Qt::WA_QuitOnClose, false);
    m_box->setIcon(QMessageBox::Question);
    m_box->setWindowTitle(tr("Quit"));
    m_box->setTextFormat(Qt::PlainText);
    m_box->setText(tr("Removed, and can still be put back: %1.").arg(namesOf(removals)));
    m_box->setInformativeText(tr("The keys are still in the keychain. If you do not delete them "
                                 "now, you can undo this for a while after the next start."));
    auto *deleting = m_box->addButton(tr("&Delete and quit"), QMessageBox::DestructiveRole);
    auto *quitting = m_box->addButton(tr("&Quit without deleting"), QMessageBox::AcceptRole);
    auto *staying = m_box->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    m_box->setDefaultButton(quitting);
    m_box->setEscapeButton(staying);
    connect(m_box, &QDialog::finished, this, [this, box = m_box.data(), deleting, staying] {
        const QAbstractButton *pressed = box->clickedButton();
        m_box.clear();
        if (pressed == deleting)
            deleteKeys();
        else if (pressed == staying)
            Q_EMIT quitRefused();
        else
            Q_EMIT quitGranted();
    });
    m_box->open();
}

// Nothing is left behind unsaid: where a key cannot be deleted the window says so, and stays.
void QuitQuestion::deleteKeys()
{
    m_removals.endAll().then(this, [this](const Result<void> &ended) {
        if (ended)
            Q_EMIT quitGranted();
        else
            Q_EMIT quitRefused();
    });
}

} // namespace hourpass
