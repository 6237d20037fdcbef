// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/token/tokenpage.h"

#include "jwt/identity.h"
#include "jwt/jsonwebtoken.h"
#include "ui/parts/actionbutton.h"
#include "ui/parts/claimsmodel.h"
#include "ui/parts/claimsview.h"
#include "ui/parts/faultpanel.h"
#include "ui/parts/forgetting.h"
#include "ui/parts/warningline.h"
#include "ui/token/countdownpanel.h"
#include "ui/token/tokenfields.h"
#include "words/keydetailwords.h"
#include "words/tokenwords.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

void retainSpace(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

} // namespace

TokenPage::TokenPage(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_renew(buttonFor(actions.renew, this))
    , m_copy(buttonFor(actions.copy, this))
    , m_cancel(buttonFor(actions.cancel, this))
    , m_progress(new QProgressBar(this))
    , m_progressText(new QLabel(this))
    , m_countdown(new CountdownPanel(this))
    , m_keyEnd(new WarningLine(this))
    , m_fault(new FaultPanel(this))
    , m_noToken(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_tokenParts(new QWidget)
    , m_fields(new TokenFields)
    , m_claims(new QTableView)
    , m_claimsModel(new ClaimsModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(createHeader(actions));
    layout->addLayout(createProgress());
    layout->addWidget(m_keyEnd);
    m_noToken->setText(tr("No token yet. Getting one sends the key to the endpoint and nowhere "
                          "else."));
    m_noToken->setForegroundRole(QPalette::PlaceholderText);
    m_noToken->setWordWrap(true);
    m_noToken->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(m_noToken);
    createClaims();
    layout->addWidget(createArea(), 1);
    layout->addStretch();
    connect(m_fault, &FaultPanel::retryRequested, actions.renew, &QAction::trigger);
    connect(m_fault, &FaultPanel::doctorRequested, this, &TokenPage::doctorRequested);
    connect(m_fields, &TokenFields::copyTokenRequested, actions.copy, &QAction::trigger);
    connect(m_fields, &TokenFields::copyTextRequested, this, &TokenPage::copyTextRequested);
    connect(m_fields, &TokenFields::copyRefreshTokenRequested, this,
            &TokenPage::copyRefreshTokenRequested);
}

QLayout *TokenPage::createHeader(const Actions &actions)
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy, 0, 0);
    buttons->addWidget(createFormsButton(actions), 0, 1);
    buttons->addWidget(m_renew, 1, 0, 1, 2);
    auto *header = new QHBoxLayout;
    header->addWidget(m_countdown, 1);
    header->addLayout(buttons);
    header->setAlignment(buttons, Qt::AlignVCenter);
    return header;
}

// Beside the copy button and not a part of it: a split button cannot be pressed by assistive
// programs.
QPushButton *TokenPage::createFormsButton(const Actions &actions)
{
    auto *button = new QPushButton(tr("Copy as"), this);
    auto *forms = new QMenu(button);
    forms->addActions(actions.copyForms);
    button->setMenu(forms);
    button->setToolTip(tr("Copy in another form"));
    const auto follow = [button, copy = actions.copy] { button->setEnabled(copy->isEnabled()); };
    connect(actions.copy, &QAction::changed, button, follow);
    return button;
}

QLayout *TokenPage::createProgress()
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress);
    row->addWidget(m_progressText, 1);
    row->addWidget(m_cancel);
    // The row keeps its place, so that nothing below jumps when a request starts or ends.
    retainSpace(m_cancel);
    return row;
}

void TokenPage::createClaims()
{
    m_claims->setModel(m_claimsModel);
    m_claims->setAccessibleName(tr("Claims"));
    m_claims->setSelectionBehavior(QTableView::SelectRows);
    m_claims->setSelectionMode(QTableView::SingleSelection);
    m_claims->setAlternatingRowColors(true);
    m_claims->setShowGrid(false);
    m_claims->setTabKeyNavigation(false);
    m_claims->setWordWrap(false);
    m_claims->verticalHeader()->hide();
    m_claims->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_claims->horizontalHeader()->setStretchLastSection(true);
    m_claims->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_claims->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_claims->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TokenPage::showCurrentClaim);
    auto *copyClaim = new QAction(tr("Copy value"), m_claims);
    copyClaim->setShortcut(QKeySequence::Copy);
    copyClaim->setShortcutContext(Qt::WidgetShortcut);
    connect(copyClaim, &QAction::triggered, this, &TokenPage::copyCurrentClaim);
    m_claims->addAction(copyClaim);
    m_claims->setContextMenuPolicy(Qt::ActionsContextMenu);
}

// Scrolls where a fault has a lot to say or a token is shown in full: the window keeps its size,
// and nothing is cut off.
QWidget *TokenPage::createArea()
{
    createTokenParts();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_fault);
    layout->addWidget(m_tokenParts, 1);
    layout->addStretch();
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    // To the side there is nothing to scroll: its buttons are what is widest.
    m_area->setMinimumWidth(m_fault->minimumSizeHint().width()
                            + m_area->verticalScrollBar()->sizeHint().width());
    return m_area;
}

void TokenPage::createTokenParts()
{
    auto *caption = new QLabel(tr("Claims, decoded and not verified"), m_tokenParts);
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(m_tokenParts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_fields);
    layout->addWidget(caption);
    layout->addWidget(m_claims, 1);
}

// The table shows all its rows: two scroll bars side by side would each hide a part of the page
// from the other.
void TokenPage::fitClaims()
{
    fitClaimColumns(*m_claims);
    m_claims->setMinimumHeight(
        m_claims->horizontalHeader()->sizeHint().height() + m_claims->verticalHeader()->length()
        + m_claims->horizontalScrollBar()->sizeHint().height() + 2 * m_claims->frameWidth());
}

void TokenPage::showCurrentClaim(const QModelIndex &current)
{
    const QRect row = m_claims->visualRect(current);
    const QPoint place = m_claims->viewport()->mapTo(m_area->widget(), row.center());
    m_area->ensureVisible(0, place.y(), 0, row.height());
}

void TokenPage::copyCurrentClaim()
{
    const QModelIndex current = m_claims->currentIndex();
    if (current.isValid())
        Q_EMIT copyTextRequested(
            current.siblingAtColumn(int(ClaimsModel::Column::Value)).data().toString());
}

void TokenPage::showProfile(const Profile &profile, const TokenSession &session, const Instant &now)
{
    m_profile = profile;
    m_title->setText(profile.name);
    showProgress(session.phase);
    if (session.fault)
        m_fault->showFault(*session.fault);
    else
        m_fault->clearFault();
    m_copy->setDefault(session.token.has_value());
    m_renew->setDefault(!session.token);
    m_noToken->setVisible(!session.token && !session.fault);
    m_tokenParts->setVisible(session.token.has_value());
    m_area->setVisible(session.token || session.fault);
    if (session.token)
        showToken(session, now);
    else
        forgetToken();
    tick(session, now);
}

void TokenPage::clear()
{
    m_profile = {};
    m_title->clear();
    m_fault->clearFault();
    forgetToken();
    tick({}, {});
}

void TokenPage::forgetToken()
{
    if (m_shownToken.isEmpty())
        return;
    m_shownToken = {};
    m_claimsModel->setClaims({}, {});
    forgetLastItem(*m_claims);
    m_fields->clear();
}

void TokenPage::showProgress(TokenSession::Phase phase)
{
    const bool isBusy = phase != TokenSession::Phase::Idle;
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
}

// What goes on, or what a copy would do now.
QString TokenPage::hintFor(const TokenSession &session, const Instant &now) const
{
    if (session.phase == TokenSession::Phase::ReadingKey)
        return tr("Reading the key from the keychain…");
    if (session.phase == TokenSession::Phase::Requesting)
        return askingText(session);
    if (session.phase == TokenSession::Phase::Assuming)
        return tr("Asking %1 for the trusted profile's token…").arg(m_profile.endpoint.host());
    if (session.phase == TokenSession::Phase::Waiting)
        return waitingText(Milliseconds(session.retryAt - now.boot), session.tryNumber + 1,
                           session.tries);
    if (!session.token)
        return {};
    const Milliseconds left = timeLeft(*session.token, now);
    if (left == Milliseconds::zero())
        return tr("This token has expired. A copy gets a new one first.");
    if (left < m_profile.minimumLife)
        return tr("About to expire. A copy renews it first.");
    return session.token->clockIsDoubtful
        ? tr("IBM Cloud's times for this token do not agree; this computer's clock may be wrong.")
        : QString();
}

QString TokenPage::askingText(const TokenSession &session) const
{
    const QString host = m_profile.endpoint.host();
    if (session.tryNumber < 2)
        return tr("Asking %1…").arg(host);
    return tr("Asking %1, try %2 of %3…")
        .arg(host, QString::number(session.tryNumber), QString::number(session.tries));
}

// A key that has just served is not over, whatever was known of it; and the fault says it already.
QString TokenPage::keyWarningFor(const TokenSession &session, const Instant &now) const
{
    const bool isPast = m_profile.keyExpiresAt && *m_profile.keyExpiresAt <= now.utc;
    const bool hasServed = session.token && timeLeft(*session.token, now) > Milliseconds::zero();
    const bool isTold = session.fault && session.fault->code == ErrorCode::KeyExpired;
    return isPast && (hasServed || isTold) ? QString() : keyEndWarning(m_profile.keyExpiresAt, now);
}

void TokenPage::showToken(const TokenSession &session, const Instant &now)
{
    const Secret &token = session.token->accessToken;
    const DecodedToken decoded = decodeToken(token.reveal());
    const QString identity = decoded.claims ? identitySentence(identityOf(*decoded.claims))
                                            : tr("This token is not a JWT and cannot be read.");
    m_fields->showToken(*session.token, identity);
    m_fields->showKeyTokenEnd(m_profile.assumeProfile && session.keyToken
                                  ? endTimeText(endOfLife(*session.keyToken), now.utc)
                                  : QString());
    if (token == m_shownToken)
        return; // keeps the table's selection and scroll position
    m_shownToken = token;
    m_claimsModel->setClaims(decoded.claims, std::chrono::floor<Seconds>(now.utc));
    fitClaims();
}

void TokenPage::tick(const TokenSession &session, const Instant &now)
{
    m_countdown->showSession(session, now);
    m_progressText->setText(hintFor(session, now));
    m_keyEnd->showWarning(keyWarningFor(session, now));
}

void TokenPage::hideSecrets()
{
    m_fields->hideSecrets();
}

} // namespace hourpass
