// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreading.h"
#include "token/tokenformat.h"
#include "ui/parts/engine.h"
#include "ui/settings/globalkeys.h"
#include "ui/token/tokenpage.h"
#include "ui/windowstate.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QDialog;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace hourpass {

class BadEntryPage;
class ClipboardFetch;
class ClipboardStatus;
class EmptyPage;
class CopyFlow;
class InspectorPage;
class NetworkLogDialog;
class NoticeBar;
class OrphanFlow;
class ProfileFlows;
class ProfileListModel;
class ProfileListPane;
class RemovalFlow;
class SecretClipboard;

/// The window: profiles at the side, the chosen one's token beside it. Everything it refers to must
/// outlive it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Engine &engine, SecretClipboard &clipboard, CopyFlow &copies,
               WindowState state);
    ~MainWindow() override;

    /// What went wrong when the profiles were loaded.
    void showStartFault(const Error &error);
    /// Tells of keys that no profile names, as soon as the window is to be seen.
    void lookForOrphans();
    /// Chooses it in the list.
    void showProfile(const ProfileId &id);
    /// What is shown in full is masked again.
    void hideSecrets();
    /// In front of all others.
    void present();
    /// The inspector, with what is on the clipboard.
    void inspectClipboard();
    /// What the list of shortcuts says of those that work from anywhere.
    GlobalKeys &globalKeys() { return m_globalKeys; }
    /// Into the tray where it is in front, else present().
    void toggle();

Q_SIGNALS:
    /// To end the program, not only to close the window.
    void quitRequested();
    void settingsRequested();
    /// To hide now what a locked screen hides.
    void lockRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createActions();
    void createProfileActions();
    void createTokenActions();
    void createMenus();
    void createFileMenu();
    void createEditMenu();
    void createHelpMenu();
    void createInspectorActions();
    void createViewMenu();
    void createLayout();
    QWidget *createTokenTab();
    void createStatusBar();
    void connectEngine();

    void putAway();
    ProfileId currentId() const;
    void showCurrent();
    QWidget *pageFor(const Profile *profile) const;
    void updateActions(const Profile *profile, const TokenSession &session);
    void updateTicking();
    void tick();
    void renew();
    void copyToken(TokenFormat format);
    void copyRefreshToken();
    void inspectToken();
    void showTab(QWidget *tab);
    void onNoClipboardText(ClipboardText::Outcome outcome);
    void copyText(const QString &text);
    void showNetworkLog();
    void editNetworkSettings();
    void openDoctor();
    void openRestore();
    void showShortcuts();
    void showAbout();

    const Engine &m_engine;
    SecretClipboard &m_clipboard;
    CopyFlow &m_copies;
    WindowState m_state;
    ProfileListModel *m_model;
    NoticeBar *m_notices;
    ProfileFlows *m_flows;
    RemovalFlow *m_removals;
    OrphanFlow *m_orphans;
    bool m_orphansAreAwaited = false; ///< until the window is shown
    ProfileListPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyPage *m_empty = nullptr;
    BadEntryPage *m_badEntryPage = nullptr;
    QTabWidget *m_tabs = nullptr;
    QLabel *m_nothingFound = nullptr;
    TokenPage *m_tokenPage = nullptr;
    InspectorPage *m_inspector = nullptr;
    ClipboardStatus *m_clipboardStatus = nullptr;
    ClipboardFetch *m_fetch = nullptr;
    TokenPage::Actions m_tokenActions{};
    struct {
        QAction *add, *import, *edit, *checkKey, *remove, *makeDefault, *moveUp, *moveDown;
    } m_profileActions{};
    struct {
        QAction *token, *clipboard, *tokenTab, *inspectorTab;
    } m_inspectActions{};
    bool m_clipboardIsAwaited = false;        ///< until the window is active and may read it
    NetworkLogDialog *m_networkLog = nullptr; ///< made when it is first opened
    QPointer<QDialog> m_doctor;               ///< while it is open
    GlobalKeys m_globalKeys;
    QPointer<QDialog> m_shortcuts; ///< while it is open
    QTimer m_ticker;
};

} // namespace hourpass
