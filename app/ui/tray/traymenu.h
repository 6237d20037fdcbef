// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokenformat.h"
#include "ui/parts/engine.h"
#include "ui/tray/traymodel.h"

#include <QHash>
#include <QMenu>
#include <QObject>

#include <memory>

namespace hourpass {

class SecretClipboard;

/// The menu of the tray icon. Emits what was asked for; what it shows is the tray model's.
///
/// Where the menu goes over the bus, the panel may show what it was told a while ago. So an entry
/// belongs to one profile for ever: a click can come too late, and never copies another's token.
class TrayMenu final : public QObject
{
    Q_OBJECT

public:
    /// Who draws the menu: Qt, or a panel that was told of it over the bus and marks the letters
    /// for the keyboard in its own way.
    enum class DrawnBy { Qt, Panel };

    /// All must outlive this.
    TrayMenu(const Engine &engine, const SecretClipboard &clipboard, const ProfileUsage &usage,
             DrawnBy drawnBy, QObject *parent = nullptr);
    ~TrayMenu() override;

    QMenu *menu() { return m_menu.get(); }
    /// The texts; and the order, unless the menu is open: nothing moves below a pointer.
    void refresh();

Q_SIGNALS:
    void copyRequested(const hourpass::ProfileId &id, hourpass::TokenFormat format);
    void inspectRequested();
    void clearRequested();
    void windowRequested();
    void settingsRequested();
    void quitRequested();

private:
    struct Entry {
        std::unique_ptr<QAction> copy;
        std::unique_ptr<QMenu> forms; ///< null in the submenu of the rest
    };
    void createFixedEntries();
    void refreshTexts();
    void arrange(const TrayOrder &order);
    Entry newEntry(const ProfileId &id);
    std::unique_ptr<QMenu> newForms(const ProfileId &id);
    QString escaped(QString text) const;

    const Engine &m_engine;
    const SecretClipboard &m_clipboard;
    const ProfileUsage &m_usage;
    DrawnBy m_drawnBy;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QMenu> m_more;
    std::unique_ptr<QMenu> m_forms;
    QAction *m_none;  ///< says that there are no profiles
    QAction *m_clear; ///< the first of the fixed entries below the profiles'
    TrayOrder m_order;
    QHash<ProfileId, std::shared_ptr<Entry>> m_entries;
};

} // namespace hourpass
