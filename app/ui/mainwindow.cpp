// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "clipboard/plaintext.h"
#include "clipboard/secretclipboard.h"
#include "core/visibletext.h"
#include "ui/clipboardfetch.h"
#include "ui/clipboardwords.h"
#include "ui/inspector/inspectorpage.h"
#include "ui/parts/copyflow.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/taborder.h"
#include "ui/profiles/badentrypage.h"
#include "ui/profiles/damagedlistsbar.h"
#include "ui/profiles/emptypage.h"
#include "ui/profiles/orphanflow.h"
#include "ui/profiles/profileflows.h"
#include "ui/profiles/profilelistmodel.h"
#include "ui/profiles/profilelistpane.h"
#include "ui/profiles/removalflow.h"
#include "ui/statuswidgets.h"
#include "words/explanation.h"
#include "words/tokenwords.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Engine &engine, SecretClipboard &clipboard, CopyFlow &copies,
                       WindowState state)
    : m_engine(engine)
    , m_clipboard(clipboard)
    , m_copies(copies)
    , m_state(std::move(state))
    , m_model(new ProfileListModel(engine, this))
    , m_notices(new NoticeBar)
    , m_flows(new ProfileFlows(engine, *m_notices, this))
    , m_removals(new RemovalFlow(engine, *m_notices, this))
    , m_orphans(new OrphanFlow(engine, *m_notices, this))
{
    setWindowTitle(u"Hourpass"_s);
    setAcceptDrops(true);
    createActions();
    createLayout();
    createMenus();
    createStatusBar();
    connectEngine();
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_ticker, &QTimer::timeout, this, &MainWindow::tick);
    resizeForText(*this, 150, 42);
    m_state.restore(*this, *m_splitter);
    const QList<Profile> &profiles = m_engine.profiles.profiles();
    m_pane->select(profiles.isEmpty() ? ProfileId() : profiles.first().id);
    showCurrent();
    m_removals->start();
    tabInReadingOrder(*this);
    if (m_model->rowCount() == 0)
        m_empty->focusStart();
    else
        m_pane->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::createLayout()
{
    const auto &own = m_profileActions;
    m_pane = new ProfileListPane(
        *m_model, own.add, own.import,
        {own.edit, own.checkKey, own.makeDefault, own.moveUp, own.moveDown, own.remove});
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    leaveFocusToTabBar(*m_tabs);
    m_tabs->tabBar()->setAccessibleName(tr("Pages"));
    m_tabs->addTab(createTokenTab(), tr("Token"));
    m_tabs->addTab(m_inspector, tr("Inspector"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::showCurrent);

    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    auto *damagedLists = new DamagedListsBar(m_engine.profiles);
    connect(damagedLists, &DamagedListsBar::restoreRequested, this, &MainWindow::openRestore);
    rightLayout->addWidget(damagedLists);
    rightLayout->addWidget(m_notices);
    rightLayout->addWidget(m_tabs, 1);
    m_splitter = new QSplitter;
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({fontMetrics().averageCharWidth() * 34, 1000});
    setCentralWidget(m_splitter);

    connect(m_pane, &ProfileListPane::currentChanged, this, &MainWindow::showCurrent);
    connect(m_pane, &ProfileListPane::activated, this, [this] { copyToken(TokenFormat::Raw); });
    connect(m_tokenPage, &TokenPage::copyTextRequested, this, &MainWindow::copyText);
    connect(m_tokenPage, &TokenPage::copyRefreshTokenRequested, this,
            &MainWindow::copyRefreshToken);
    connect(m_tokenPage, &TokenPage::doctorRequested, this, &MainWindow::openDoctor);
}

QWidget *MainWindow::createTokenTab()
{
    m_tokenPage = new TokenPage(m_tokenActions);
    m_empty = new EmptyPage;
    connect(m_empty, &EmptyPage::addRequested, m_profileActions.add, &QAction::trigger);
    connect(m_empty, &EmptyPage::importRequested, m_profileActions.import, &QAction::trigger);
    connect(m_empty, &EmptyPage::restoreRequested, this, &MainWindow::openRestore);
    m_badEntryPage = new BadEntryPage(m_profileActions.remove);
    m_nothingFound = new QLabel(tr("No profile has this in its name."));
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setForegroundRole(QPalette::PlaceholderText);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tokenPage);
    m_stack->addWidget(m_nothingFound);
    m_stack->addWidget(m_badEntryPage);
    return m_stack;
}

void MainWindow::createStatusBar()
{
    m_clipboardStatus = new ClipboardStatus(m_clipboard);
    statusBar()->addWidget(m_clipboardStatus, 1);
    m_fetch = new ClipboardFetch;
    connect(m_fetch, &ClipboardFetch::arrived, this, [this](const Secret &text) {
        m_clipboardIsAwaited = false;
        m_inspector->inspectText(QString::fromUtf8(text.reveal()));
    });
    connect(m_fetch, &ClipboardFetch::failed, this, &MainWindow::onNoClipboardText);
    statusBar()->addPermanentWidget(m_fetch);
    statusBar()->addPermanentWidget(new KeychainStatus(m_engine.keys));
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectEngine()
{
    connect(&m_engine.sessions, &TokenSessions::changed, this, [this](const ProfileId &id) {
        if (id == currentId())
            showCurrent();
        updateTicking();
    });
    connect(&m_engine.sessions, &TokenSessions::clockIsWrong, m_notices,
            [this](Milliseconds error) { m_notices->showNotice(clockErrorText(error)); });
    const ProfileStore &profiles = m_engine.profiles;
    connect(&profiles, &ProfileStore::changed, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::inserted, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::removed, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::moved, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::reloaded, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::defaultProfileChanged, this, &MainWindow::showCurrent);
    connect(&profiles, &ProfileStore::damagedListsChanged, this, &MainWindow::showCurrent);
    connect(m_flows, &ProfileFlows::added, m_pane, &ProfileListPane::select);
    connect(m_removals, &RemovalFlow::undone, m_pane, &ProfileListPane::select);
    connect(m_orphans, &OrphanFlow::adopted, m_pane, &ProfileListPane::select);
    connect(&m_clipboard, &SecretClipboard::changed, this, &MainWindow::updateTicking);
}

ProfileId MainWindow::currentId() const
{
    return m_pane->current();
}

void MainWindow::showCurrent()
{
    const Profile *profile = m_engine.profiles.find(currentId());
    const TokenSession session = profile ? m_engine.sessions.session(profile->id) : TokenSession();
    if (const BadEntry *entry = m_pane->currentBadEntry())
        m_badEntryPage->showEntry(*entry, m_engine.profiles.path());
    m_empty->setListIsDamaged(!m_engine.profiles.damagedLists().isEmpty());
    m_stack->setCurrentWidget(pageFor(profile));
    if (profile)
        m_tokenPage->showProfile(*profile, session, m_engine.sessions.now());
    else
        m_tokenPage->clear();
    updateActions(profile, session);
    updateTicking();
}

QWidget *MainWindow::pageFor(const Profile *profile) const
{
    if (profile)
        return m_tokenPage;
    if (m_pane->currentBadEntry())
        return m_badEntryPage;
    return m_model->rowCount() > 0 ? static_cast<QWidget *>(m_nothingFound) : m_empty;
}

void MainWindow::updateActions(const Profile *profile, const TokenSession &session)
{
    const bool isBusy = session.phase != TokenSession::Phase::Idle;
    const bool isAsking = isBusy && session.phase != TokenSession::Phase::Waiting;
    const int index = profile ? m_engine.profiles.indexOf(profile->id) : -1;
    m_tokenActions.renew->setText(session.token ? tr("&Renew token") : tr("&Get token"));
    m_tokenActions.renew->setIconText(session.token ? tr("Renew token") : tr("Get token"));
    m_tokenActions.renew->setEnabled(profile && !isAsking);
    m_tokenActions.copy->setEnabled(profile);
    m_tokenActions.cancel->setEnabled(isBusy);
    m_inspectActions.token->setEnabled(session.token.has_value());
    for (QAction *form : std::as_const(m_tokenActions.copyForms))
        form->setEnabled(profile);
    m_profileActions.edit->setEnabled(profile);
    m_profileActions.remove->setEnabled(profile || m_pane->currentBadEntry());
    m_profileActions.checkKey->setEnabled(profile);
    m_profileActions.makeDefault->setEnabled(profile);
    m_profileActions.makeDefault->setChecked(profile
                                             && m_engine.profiles.isChosenDefault(profile->id));
    m_profileActions.moveUp->setEnabled(index > 0);
    m_profileActions.moveDown->setEnabled(profile
                                          && index + 1 < m_engine.profiles.profiles().size());
}

// Once a second, and only while something that is visible changes with time.
void MainWindow::updateTicking()
{
    const QList<Profile> &profiles = m_engine.profiles.profiles();
    const bool counts = std::any_of(profiles.begin(), profiles.end(), [this](const Profile &p) {
        const TokenSession session = m_engine.sessions.session(p.id);
        const bool isLive = session.token
            && timeLeft(*session.token, m_engine.sessions.now()) > Milliseconds::zero();
        return isLive || session.phase == TokenSession::Phase::Waiting;
    });
    const bool changes = counts || m_clipboard.state() == SecretClipboard::State::Holding;
    const bool isSeen = isVisible() && !isMinimized();
    if (changes && isSeen && !m_ticker.isActive())
        m_ticker.start();
    else if (!changes || !isSeen)
        m_ticker.stop();
}

void MainWindow::tick()
{
    if (const Profile *profile = m_engine.profiles.find(currentId()))
        m_tokenPage->tick(m_engine.sessions.session(profile->id), m_engine.sessions.now());
    m_model->refreshTimes();
    m_clipboardStatus->refresh();
    updateTicking();
}

void MainWindow::renew()
{
    m_engine.sessions.renew(currentId(), SecretStore::Prompt::Allowed);
}

void MainWindow::copyToken(TokenFormat format)
{
    // The page and the status bar show how it went.
    m_copies.copy(currentId(), format);
}

void MainWindow::copyRefreshToken()
{
    const Profile *profile = m_engine.profiles.find(currentId());
    const TokenSession session = m_engine.sessions.session(currentId());
    if (profile && session.token)
        m_clipboard.copy(session.token->refreshToken, profile->name);
}

void MainWindow::inspectToken()
{
    const Profile *profile = m_engine.profiles.find(currentId());
    const TokenSession session = m_engine.sessions.session(currentId());
    if (!profile || !session.token)
        return;
    showTab(m_inspector);
    m_inspector->inspectSecret(
        session.token->accessToken,
        tr("The token of %1, which is not shown.").arg(visibleText(profile->name)));
}

void MainWindow::inspectClipboard()
{
    present();
    showTab(m_inspector);
    // A Wayland desktop tells the clipboard's content to the active window alone.
    m_clipboardIsAwaited = !isActiveWindow() && !ClipboardReader::readsAside();
    m_fetch->fetch();
}

void MainWindow::onNoClipboardText(ClipboardText::Outcome outcome)
{
    if (m_clipboardIsAwaited && outcome == ClipboardText::Outcome::NoText)
        return;
    m_clipboardIsAwaited = false;
    m_notices->showNotice(clipboardFaultText(outcome));
}

void MainWindow::showTab(QWidget *tab)
{
    m_tabs->setCurrentWidget(tab);
    if (tab == m_inspector)
        m_inspector->focusInput();
    else if (!m_engine.profiles.profiles().isEmpty())
        m_pane->focusList();
}

void MainWindow::copyText(const QString &text)
{
    copyPlainText(text);
}

void MainWindow::showStartFault(const Error &error)
{
    // What lies aside is told for as long as it does.
    if (error.code == ErrorCode::FileDamaged && !m_engine.profiles.damagedLists().isEmpty())
        return;
    const Explanation words = explain(error);
    m_notices->showNotice(words.cause + u' ' + words.nextStep);
}

void MainWindow::lookForOrphans()
{
    m_orphansAreAwaited = !isVisible();
    if (!m_orphansAreAwaited)
        m_orphans->look();
}

void MainWindow::showProfile(const ProfileId &id)
{
    m_pane->select(id);
}

void MainWindow::hideSecrets()
{
    m_tokenPage->hideSecrets();
    m_inspector->hideSecrets();
    // What would still come is not to be shown now.
    m_clipboardIsAwaited = false;
    m_fetch->cancel();
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::toggle()
{
    if (isVisible() && !isMinimized() && isActiveWindow())
        putAway();
    else
        present();
}

void MainWindow::putAway()
{
    m_state.save(*this, *m_splitter);
    hide();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state.save(*this, *m_splitter);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()
        && std::exchange(m_clipboardIsAwaited, false))
        m_fetch->fetch();
    if (event->type() != QEvent::WindowStateChange)
        return;
    if (isMinimized())
        m_tokenPage->hideSecrets();
    tick();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    tick();
    if (std::exchange(m_orphansAreAwaited, false))
        m_orphans->look();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateTicking();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_flows->importKeyFile(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

} // namespace hourpass
