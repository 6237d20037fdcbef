// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traymenu.h"

#include "clipboard/secretclipboard.h"
#include "ui/parts/copyforms.h"

#include <QAction>

namespace hourpass {

using namespace Qt::StringLiterals;

TrayMenu::TrayMenu(const Engine &engine, const SecretClipboard &clipboard,
                   const ProfileUsage &usage, DrawnBy drawnBy, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clipboard(clipboard)
    , m_usage(usage)
    , m_drawnBy(drawnBy)
    , m_menu(std::make_unique<QMenu>())
    , m_more(std::make_unique<QMenu>(tr("More")))
    , m_forms(std::make_unique<QMenu>(tr("Copy as")))
{
    createFixedEntries();
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayMenu::refresh);
    refresh();
}

TrayMenu::~TrayMenu() = default;

void TrayMenu::createFixedEntries()
{
    m_none = m_menu->addAction(tr("No profiles yet"));
    m_none->setEnabled(false);
    m_menu->addMenu(m_more.get());
    m_menu->addMenu(m_forms.get());
    m_menu->addSeparator();
    m_menu->addAction(tr("Inspect clipboard"), this, &TrayMenu::inspectRequested);
    m_clear = m_menu->addAction(tr("Clear clipboard"), this, &TrayMenu::clearRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("Open Hourpass"), this, &TrayMenu::windowRequested);
    m_menu->addAction(tr("Settings…"), this, &TrayMenu::settingsRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &TrayMenu::quitRequested);
}

void TrayMenu::refresh()
{
    if (!m_menu->isVisible()) {
        const TrayOrder order = trayOrder(m_engine.profiles.profiles(), m_usage);
        if (order != m_order || m_entries.isEmpty())
            arrange(order);
    }
    refreshTexts();
}

void TrayMenu::arrange(const TrayOrder &order)
{
    m_order = order;
    m_entries.clear(); // an action that ends takes itself out of its menu
    for (const ProfileId &id : order.entries) {
        const auto entry = std::make_shared<Entry>(newEntry(id));
        entry->forms = newForms(id);
        m_menu->insertAction(m_more->menuAction(), entry->copy.get());
        m_forms->addMenu(entry->forms.get());
        m_entries.insert(id, entry);
    }
    for (const ProfileId &id : order.more) {
        const auto entry = std::make_shared<Entry>(newEntry(id));
        m_more->addAction(entry->copy.get());
        m_entries.insert(id, entry);
    }
    m_none->setVisible(order.entries.isEmpty());
    m_more->menuAction()->setVisible(!order.more.isEmpty());
    m_forms->menuAction()->setVisible(!order.entries.isEmpty());
}

TrayMenu::Entry TrayMenu::newEntry(const ProfileId &id)
{
    Entry entry{std::make_unique<QAction>(), {}};
    // Queued: the entry may be made anew in consequence, which it does not survive.
    connect(
        entry.copy.get(), &QAction::triggered, this,
        [this, id] { Q_EMIT copyRequested(id, TokenFormat::Raw); }, Qt::QueuedConnection);
    return entry;
}

std::unique_ptr<QMenu> TrayMenu::newForms(const ProfileId &id)
{
    auto menu = std::make_unique<QMenu>();
    for (const CopyForm &form : copyForms()) {
        connect(
            menu->addAction(form.text), &QAction::triggered, this,
            [this, id, format = form.format] { Q_EMIT copyRequested(id, format); },
            Qt::QueuedConnection);
    }
    return menu;
}

void TrayMenu::refreshTexts()
{
    const Instant now = m_engine.sessions.now();
    for (const Profile &profile : m_engine.profiles.profiles()) {
        const auto entry = m_entries.value(profile.id);
        if (!entry)
            continue;
        const QString text = escaped(trayText(profile, m_engine.sessions.session(profile.id), now));
        entry->copy->setText(text);
        if (entry->forms)
            entry->forms->setTitle(text);
    }
    m_clear->setEnabled(m_clipboard.state() == SecretClipboard::State::Holding
                        || m_clipboard.state() == SecretClipboard::State::NotCleared);
}

// Names may have the character that marks a letter for the keyboard: & for Qt; for a panel on the
// bus _, and Qt turns the first & into one (and leaves all further ones alone).
QString TrayMenu::escaped(QString text) const
{
    if (m_drawnBy == DrawnBy::Qt)
        return text.replace(u'&', u"&&"_s);
    text.replace(u'_', u"__"_s);
    const qsizetype first = text.indexOf(u'&');
    return first < 0 ? text : text.insert(first, u'&');
}

} // namespace hourpass
