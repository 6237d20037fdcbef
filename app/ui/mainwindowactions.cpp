// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// The window's commands: each is one QAction, shared by menu, buttons and context menu.
#include "ui/mainwindow.h"

#include "ui/diagnosis/doctordialog.h"
#include "ui/diagnosis/networklogdialog.h"
#include "ui/inspector/inspectorpage.h"
#include "ui/parts/actionbutton.h"
#include "ui/parts/copyforms.h"
#include "ui/parts/icons.h"
#include "ui/parts/noticebar.h"
#include "ui/profiles/orphanflow.h"
#include "ui/profiles/profileflows.h"
#include "ui/profiles/profilelistpane.h"
#include "ui/profiles/removalflow.h"
#include "ui/profiles/restoredialog.h"
#include "ui/settings/networkflow.h"
#include "ui/settings/shortcutsdialog.h"

#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>

namespace hourpass {

using namespace Qt::StringLiterals;

void MainWindow::createActions()
{
    createProfileActions();
    createTokenActions();
    createInspectorActions();
}

void MainWindow::createProfileActions()
{
    auto &own = m_profileActions;
    own.add = newCommand(this, u"list-add"_s, tr("&Add profile…"), QKeySequence::New,
                         tr("Store an API key in the keychain"));
    own.import = newCommand(this, u"document-open"_s, tr("&Import key file…"), QKeySequence::Open,
                            tr("Take the API key from a file"));
    own.edit = newCommand(this, u"document-edit"_s, tr("&Edit profile…"), Qt::Key_F2,
                          tr("Change the name, the key or the endpoint"));
    own.checkKey = newCommand(this, u"dialog-information"_s, tr("Check &key…"), {},
                              tr("Ask IBM Cloud for the key's name, owner and end"));
    own.makeDefault = newCommand(this, {}, tr("Use by &default"), {},
                                 tr("The profile that hourpass-cli takes if none is named"));
    own.makeDefault->setCheckable(true);
    own.moveUp = newCommand(this, u"go-up"_s, tr("Move &up"), Qt::ALT | Qt::Key_Up, tr("Move up"));
    own.moveDown =
        newCommand(this, u"go-down"_s, tr("Move d&own"), Qt::ALT | Qt::Key_Down, tr("Move down"));
    own.remove = newCommand(this, u"edit-delete"_s, tr("&Remove profile"), QKeySequence::Delete,
                            tr("Remove the profile and its key; can be undone for a while"));
    // Keys that other lists of the window have a use for as well.
    for (QAction *action : {own.remove, own.moveUp, own.moveDown})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(own.add, &QAction::triggered, m_flows, &ProfileFlows::add);
    connect(own.import, &QAction::triggered, m_flows, &ProfileFlows::chooseKeyFile);
    connect(own.edit, &QAction::triggered, this, [this] { m_flows->edit(currentId()); });
    connect(own.checkKey, &QAction::triggered, this, [this] { m_flows->checkKey(currentId()); });
    connect(own.remove, &QAction::triggered, this, [this] {
        if (const BadEntry *entry = m_pane->currentBadEntry())
            m_flows->removeBadEntry(*entry);
        else
            m_removals->remove(currentId());
    });
    connect(own.makeDefault, &QAction::triggered, this,
            [this] { m_flows->makeDefault(currentId()); });
    connect(own.moveUp, &QAction::triggered, this, [this] { m_flows->move(currentId(), -1); });
    connect(own.moveDown, &QAction::triggered, this, [this] { m_flows->move(currentId(), 1); });
}

void MainWindow::createTokenActions()
{
    auto &own = m_tokenActions;
    own.copy = newCommand(this, u"edit-copy"_s, tr("&Copy token"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                          tr("Copy the token; one that is about to expire is renewed first"));
    own.renew = newCommand(this, u"view-refresh"_s, tr("&Get token"), QKeySequence::Refresh,
                           tr("Ask IAM for a new token"));
    own.cancel = newCommand(this, u"process-stop"_s, tr("Ca&ncel request"), Qt::Key_Escape,
                            tr("Stop the request that is under way"));
    own.cancel->setIconText(tr("Cancel request"));
    own.copy->setIconText(tr("Copy token"));
    connect(own.copy, &QAction::triggered, this, [this] { copyToken(TokenFormat::Raw); });
    connect(own.renew, &QAction::triggered, this, &MainWindow::renew);
    connect(own.cancel, &QAction::triggered, this,
            [this] { m_engine.sessions.cancel(currentId()); });
    for (const auto &[format, text] : copyForms()) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, f = format] { copyToken(f); });
        own.copyForms.append(action);
    }
}

void MainWindow::createInspectorActions()
{
    m_inspector = new InspectorPage(m_engine);
    connect(m_inspector, &InspectorPage::copyTextRequested, this, &MainWindow::copyText);
    connect(m_inspector, &InspectorPage::noticeRequested, m_notices, [this](const QString &text) {
        QAction *report = m_inspector->actions().report;
        m_notices->showNotice(text, report->iconText(), [report] { report->trigger(); });
    });
    auto &own = m_inspectActions;
    own.token = newCommand(this, {}, tr("&Inspect this token"), Qt::CTRL | Qt::Key_I,
                           tr("Show in the inspector what the token says"));
    own.clipboard = newCommand(this, u"edit-paste"_s, tr("Inspect clip&board"),
                               Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                               tr("Look for tokens in what is on the clipboard"));
    own.tokenTab =
        newCommand(this, {}, tr("&Token"), Qt::CTRL | Qt::Key_1, tr("The profile's token"));
    own.inspectorTab =
        newCommand(this, {}, tr("&Inspector"), Qt::CTRL | Qt::Key_2, tr("Read any token"));
    connect(own.token, &QAction::triggered, this, &MainWindow::inspectToken);
    connect(own.clipboard, &QAction::triggered, this, &MainWindow::inspectClipboard);
    connect(own.tokenTab, &QAction::triggered, this, [this] { showTab(m_stack); });
    connect(own.inspectorTab, &QAction::triggered, this, [this] { showTab(m_inspector); });
}

void MainWindow::createMenus()
{
    createFileMenu();
    createEditMenu();

    QMenu *profile = menuBar()->addMenu(tr("&Profile"));
    profile->addActions({m_profileActions.edit, m_profileActions.checkKey,
                         m_profileActions.makeDefault, m_profileActions.moveUp,
                         m_profileActions.moveDown});
    profile->addSeparator();
    profile->addAction(m_profileActions.remove);
    profile->addSeparator();
    QAction *search = newCommand(this, u"edit-find"_s, tr("&Search profiles"), QKeySequence::Find,
                                 tr("Search profiles"));
    connect(search, &QAction::triggered, this, [this] { m_pane->focusSearch(); });
    profile->addAction(search);

    QMenu *token = menuBar()->addMenu(tr("&Token"));
    token->addActions({m_tokenActions.copy});
    QMenu *copyAs = token->addMenu(tr("Copy &as"));
    copyAs->addActions(m_tokenActions.copyForms);
    token->addActions({m_tokenActions.renew, m_tokenActions.cancel});

    const auto &inspect = m_inspector->actions();
    token->addSeparator();
    token->addActions({m_inspectActions.token, m_inspectActions.clipboard, inspect.open});
    token->addSeparator();
    token->addActions({inspect.compare, inspect.copyReport, inspect.report, inspect.clear});
    createViewMenu();
    createHelpMenu();
}

void MainWindow::createViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_inspectActions.tokenTab, m_inspectActions.inspectorTab});
    view->addSeparator();
    QAction *log = newCommand(this, u"view-list-text"_s, tr("&Network log"), Qt::CTRL | Qt::Key_L,
                              tr("Every request since the start"));
    connect(log, &QAction::triggered, this, &MainWindow::showNetworkLog);
    view->addAction(log);
}

void MainWindow::createFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_profileActions.add, m_profileActions.import});
    file->addSeparator();
    QAction *lock =
        newCommand(this, u"system-lock-screen"_s, tr("&Lock"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
                   tr("Hide what is shown and clear the clipboard"));
    connect(lock, &QAction::triggered, this, [this] {
        Q_EMIT lockRequested();
        m_notices->showNotice(tr("Secrets are hidden and the clipboard is cleared."));
    });
    file->addAction(lock);
    file->addSeparator();
    QAction *quit =
        newCommand(this, u"application-exit"_s, tr("&Quit"), QKeySequence::Quit, tr("Quit"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainWindow::quitRequested);
    file->addAction(quit);
}

void MainWindow::createEditMenu()
{
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_removals->undoAction());
    edit->addSeparator();
    // QKeySequence::Preferences is nothing on most desktops.
    QAction *settings = newCommand(this, u"preferences-system"_s, tr("&Settings…"),
                                   Qt::CTRL | Qt::Key_Comma, tr("All settings"));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    edit->addAction(settings);
    QAction *network = newCommand(this, u"preferences-system-network"_s, tr("&Network settings…"),
                                  {}, tr("Which proxy to use"));
    network->setMenuRole(QAction::NoRole); // "settings" in a name moves it on macOS
    connect(network, &QAction::triggered, this, &MainWindow::editNetworkSettings);
    edit->addAction(network);
}

void MainWindow::createHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *shortcuts =
        newCommand(this, u"input-keyboard"_s, tr("&Keyboard shortcuts"), Qt::Key_F1,
                   tr("All keys, and how to copy a token from anywhere"));
    shortcuts->setShortcuts({Qt::Key_F1, Qt::CTRL | Qt::Key_Question});
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    help->addAction(shortcuts);
    QAction *doctor = newCommand(this, {}, tr("Connection &doctor…"), {},
                                 tr("Check one by one what stands between a key and a token"));
    connect(doctor, &QAction::triggered, this, &MainWindow::openDoctor);
    help->addAction(doctor);
    help->addSeparator();
    QAction *about =
        newCommand(this, u"help-about"_s, tr("&About Hourpass"), {}, tr("About Hourpass"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    help->addAction(about);
}

void MainWindow::showNetworkLog()
{
    if (!m_networkLog)
        m_networkLog = new NetworkLogDialog(m_engine.log, this);
    m_networkLog->show();
    m_networkLog->raise();
    m_networkLog->activateWindow();
}

void MainWindow::editNetworkSettings()
{
    const Profile *profile = m_engine.profiles.find(currentId());
    openNetworkSettings(m_engine, profile ? profile->endpoint : Endpoint(), this);
}

// For the chosen profile; before there is one, for IBM Cloud's public endpoint.
void MainWindow::openDoctor()
{
    const Profile *profile = m_engine.profiles.find(currentId());
    const DoctorTarget target = profile ? DoctorTarget::forProfile(*profile) : DoctorTarget();
    const auto makeDoctor = [this, target] {
        DoctorSources sources = DoctorSources::ofThisProcess();
        sources.orphans = [this] { return m_orphans->orphans(); };
        return std::make_unique<Doctor>(target, m_engine.keys, m_engine.sessions.network(),
                                        sources);
    };
    delete m_doctor;
    auto *doctor =
        new DoctorDialog(makeDoctor, profile ? profile->name : target.endpoint.toString(), this);
    connect(doctor, &DoctorDialog::orphansRequested, m_orphans, &OrphanFlow::open);
    doctor->setAttribute(Qt::WA_DeleteOnClose);
    doctor->show();
    m_doctor = doctor;
}

void MainWindow::openRestore()
{
    auto *dialog = new RestoreDialog(m_engine.profiles, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RestoreDialog::restored, m_notices, [this](int count) {
        if (count > 0)
            m_notices->showNotice(tr("%n profiles were restored.", nullptr, count));
    });
    dialog->open();
}

void MainWindow::showShortcuts()
{
    if (!m_shortcuts) {
        m_shortcuts =
            new ShortcutsDialog(*menuBar(), m_engine.profiles, currentId(), m_globalKeys, this);
        m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_shortcuts->show();
    m_shortcuts->raise();
    m_shortcuts->activateWindow();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Hourpass"));
    box->setTextFormat(Qt::PlainText);
    const int size = fontMetrics().height() * 4;
    box->setIconPixmap(applicationIcon().pixmap(size, size));
    box->setText(tr("Hourpass %1").arg(QCoreApplication::applicationVersion()) + "\n\n"_L1
                 + tr("IBM Cloud access tokens from keys in your keychain.\n"
                      "Not made or endorsed by IBM. Apache License 2.0."));
    box->open();
}

} // namespace hourpass
