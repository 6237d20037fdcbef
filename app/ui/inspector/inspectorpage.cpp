// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpage.h"

#include "clipboard/plaintext.h"
#include "clipboard/x11/transfers.h"
#include "core/visibletext.h"
#include "publishedkeys/publishedkeys.h"
#include "ui/inspector/comparedialog.h"
#include "ui/inspector/foundtokensmodel.h"
#include "ui/inspector/inspectorinput.h"
#include "ui/inspector/inspectorkeys.h"
#include "ui/inspector/reportdialog.h"
#include "ui/inspector/verdictpanel.h"
#include "ui/parts/claimsview.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/forgetting.h"
#include "words/claims/inspectwords.h"
#include "words/explanation.h"
#include "words/ledgerwords.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(150);
constexpr auto progressStep = std::chrono::milliseconds(200);
constexpr qsizetype longestFileName = 80;

} // namespace

/// What a report is of.
struct InspectorPage::Reported {
    QList<Inspection> tokens;
    ReportOptions options;
};

InspectorPage::InspectorPage(const Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_model(new FoundTokensModel(this))
    , m_cover(new QStackedWidget(this))
    , m_input(new InspectorInput)
    , m_source(noteLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_results(new QStackedWidget)
    , m_nothing(noteLabel(this))
    , m_list(new QListView)
    , m_count(new QLabel(this))
    , m_verdicts(new VerdictPanel)
    , m_claims(new ClaimsView)
    , m_keys(new InspectorKeys(
          engine.publishedKeys, [&engine] { return engine.sessions.now(); }, this))
    , m_account(new QLineEdit(this))
{
    setAcceptDrops(true);
    createActions();
    auto *top = new QWidget;
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->addLayout(createInputButtons());
    topLayout->addWidget(m_input, 1);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(top);
    parts->addWidget(createResults());
    parts->setStretchFactor(1, 1);
    parts->setSizes({fontMetrics().lineSpacing() * 6, 1000});
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 8);
    layout->setSpacing(8);
    layout->addWidget(parts, 1);
    layout->addWidget(m_keys);
    layout->addLayout(createOptions());
    m_cover->addWidget(content);
    m_cover->addWidget(createCover());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_cover);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_progressTimer.setInterval(progressStep);
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_typing, &QTimer::timeout, this, &InspectorPage::onTextChanged);
    connect(&m_progressTimer, &QTimer::timeout, this, &InspectorPage::showProgress);
    connect(&m_ticker, &QTimer::timeout, this, &InspectorPage::tick);
    connect(m_input, &QPlainTextEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_input, &InspectorInput::longTextArrived, this, &InspectorPage::inspectLongText);
    connect(m_input, &InspectorInput::fileArrived, this, &InspectorPage::inspectFile);
    connect(m_keys, &InspectorKeys::changed, this, &InspectorPage::judgeAgain);
    connect(m_keys, &InspectorKeys::fetchRequested, this, &InspectorPage::fetchKeys);
    connect(m_account, &QLineEdit::textChanged, this, &InspectorPage::judgeAgain);
    connect(m_claims, &ClaimsView::copyTextRequested, this, &InspectorPage::copyTextRequested);
    showEntries(TokenEntries());
}

InspectorPage::~InspectorPage() = default;

void InspectorPage::inspectText(const QString &text)
{
    m_cover->setCurrentIndex(0);
    m_resultsWantFocus = true;
    if (text.size() > InspectorInput::longestShown) {
        inspectLongText(text);
        return;
    }
    m_input->setPlainText(text);
    m_typing.stop();
    onTextChanged();
}

void InspectorPage::inspectLongText(const QString &text)
{
    showNotShown(tr("Text of %1, too long to show.").arg(QLocale().formattedDataSize(text.size())));
    follow(m_search.searchText(text, m_keys->choice(), options()));
}

void InspectorPage::inspectFile(const QString &path)
{
    m_cover->setCurrentIndex(0);
    m_resultsWantFocus = true;
    const QFileInfo file(path);
    showNotShown(tr("%1, %2, is not shown.", "file name, size")
                     .arg(shortenedMiddle(visibleText(file.fileName()), longestFileName),
                          QLocale().formattedDataSize(file.size())));
    follow(m_search.searchFile(path, m_keys->choice(), options()));
}

void InspectorPage::inspectSecret(const Secret &token, const QString &title)
{
    m_cover->setCurrentIndex(0);
    m_resultsWantFocus = true;
    showNotShown(title);
    follow(m_search.searchText(token.reveal().toByteArray(), m_keys->choice(), options()));
}

void InspectorPage::clear()
{
    showNotShown({});
    stopSearching();
    showEntries(TokenEntries());
    forgetLastItem(*m_list);
    // It may be selected for other programs to paste, and one may have done so.
    releaseSelection();
    forgetTransfers();
    focusInput();
}

// The field stays empty, ready for the next text.
void InspectorPage::showNotShown(const QString &title)
{
    m_input->clear();
    m_typing.stop();
    m_source->setText(title);
    m_isTextShown = false;
    // What was found in another text is not to stand beside this one's name.
    m_model->setEntries({});
    m_nothing->clear();
    m_results->setCurrentIndex(0);
}

void InspectorPage::onTextChanged()
{
    m_source->clear();
    m_isTextShown = true;
    const QByteArray text = m_input->toPlainText().toUtf8();
    if (text.isEmpty()) {
        stopSearching();
        showEntries(TokenEntries());
        return;
    }
    follow(m_search.searchText(text, m_keys->choice(), options()));
}

void InspectorPage::follow(const Future<TokenEntries> &search, bool keepsList)
{
    m_progressTimer.start();
    updateActions();
    QFuture future = search;
    future.then(this,
                [this, keepsList, number = ++m_searchNumber](const Result<TokenEntries> &found) {
                    if (number != m_searchNumber)
                        return; // it is not waited for any more
                    endProgress();
                    const bool isCancelled = !found && found.error().code == ErrorCode::Cancelled;
                    if (!isCancelled || !keepsList)
                        showEntries(found);
                    if (std::exchange(m_isOutdated, false) && !isCancelled)
                        judgeAgain();
                });
}

void InspectorPage::stopSearching()
{
    ++m_searchNumber;
    m_search.cancel();
    m_isOutdated = false;
    endProgress();
}

// Of what takes a while: after each key that is pressed it would only flicker.
void InspectorPage::showProgress()
{
    m_progress->setValue(m_search.progress());
    m_progress->show();
    m_cancel->show();
    m_nothing->setText(tr("Looking for tokens…"));
}

void InspectorPage::endProgress()
{
    m_progressTimer.stop();
    m_progress->hide();
    m_cancel->hide();
}

void InspectorPage::showEntries(const Result<TokenEntries> &found)
{
    const QList<TokenEntry> entries = found ? found->entries : QList<TokenEntry>();
    const bool wasEmpty = m_model->rowCount() == 0;
    m_hasMore = found && found->hasMore;
    m_model->setEntries(entries);
    m_nothing->setText(emptyText(found));
    m_results->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    const QString count = tr("%n found", nullptr, int(entries.size()));
    m_count->setText(m_hasMore ? tr("the first %n", nullptr, int(entries.size())) : count);
    const bool wantsFocus = std::exchange(m_resultsWantFocus, false) && !entries.isEmpty();
    if (!entries.isEmpty() && (wasEmpty || !m_list->currentIndex().isValid()))
        m_list->setCurrentIndex(m_model->index(0));
    else
        showSelected();
    // Last: a list that gets the focus makes its first row the current one, without selecting it.
    if (wantsFocus)
        m_list->setFocus(Qt::OtherFocusReason);
}

QString InspectorPage::emptyText(const Result<TokenEntries> &found) const
{
    if (!found && found.error().code == ErrorCode::Cancelled)
        return tr("The search was cancelled.");
    if (!found)
        return asText(explain(found.error()));
    if (m_input->document()->isEmpty() && m_source->text().isEmpty())
        return tr("Paste or drop anything above: a token, a header, a curl command, a log, a HAR "
                  "file. Every token in it is listed here, with whose it is and what is wrong with "
                  "it. Nothing leaves this computer.");
    return tr("There is no token in it.");
}

// With other keys, for another account: what was found stays found.
void InspectorPage::judgeAgain()
{
    m_isOutdated = m_search.isRunning(); // then once it has ended
    if (m_isOutdated || m_model->rowCount() == 0)
        return;
    follow(m_search.judge({m_model->entries(), m_hasMore}, m_keys->choice(), options()), true);
}

void InspectorPage::showSelected()
{
    updateActions();
    m_ticker.stop();
    const TokenEntry *entry = current();
    if (!entry) {
        m_verdicts->clear();
        m_claims->clear();
        return;
    }
    // A key that is named and not shown is not to be pointed at either.
    if (m_isTextShown && entry->found.isJwtShaped())
        m_input->mark(entry->found.offset, entry->found.length);
    else
        m_input->unmark();
    if (!entry->found.isJwtShaped()) {
        m_verdicts->showHidden(entry->found);
        m_claims->clear();
        return;
    }
    rememberSelected();
    tick();
    if (isVisible())
        m_ticker.start();
}

// What was known before this look at it, which is then remembered itself, once.
void InspectorPage::rememberSelected()
{
    using Event = LedgerEntry::Event;
    const TokenFingerprint fingerprint = fingerprintOf(current()->found);
    if (fingerprint == m_shownFingerprint)
        return;
    m_shownFingerprint = fingerprint;
    const QList<LedgerEntry> known = m_engine.ledger.entriesOf(fingerprint);
    const auto reach = m_engine.ledger.isKept() ? LedgerReach::AllRuns : LedgerReach::ThisRun;
    m_history = fingerprint.isNull()
        ? QString() // of a token that was cut at the limit
        : fingerprint.toString() + u" · "_s + ledgerText(known, reach, options().now);
    const bool isNoted = std::any_of(known.begin(), known.end(), [](const LedgerEntry &entry) {
        return entry.event == Event::Inspected;
    });
    if (!isNoted)
        m_engine.ledger.note(fingerprint, Event::Inspected);
}

// Time alone can change the answers about the chosen token.
void InspectorPage::tick()
{
    const TokenEntry *entry = current();
    if (!entry || !entry->found.isJwtShaped())
        return;
    const Inspection inspection = inspectToken(entry->found, m_keys->choice(), options());
    m_verdicts->showInspection(inspection, m_history);
    m_claims->showToken(inspection.decoded, inspection.verification.time.now);
    m_keys->refreshAge();
    m_model->setVerdict(currentRow(), inspection.verification.verdict);
}

int InspectorPage::currentRow() const
{
    return m_list->currentIndex().row();
}

const TokenEntry *InspectorPage::current() const
{
    const int row = currentRow();
    return row < 0 || row >= m_model->rowCount() ? nullptr : &m_model->entries().at(row);
}

void InspectorPage::updateActions()
{
    const TokenEntry *entry = current();
    const bool hasToken = entry && entry->found.isJwtShaped();
    m_actions.clear->setEnabled(!m_input->document()->isEmpty() || !m_source->text().isEmpty());
    m_actions.compare->setEnabled(hasToken);
    m_actions.copyReport->setEnabled(hasToken);
    m_actions.report->setEnabled(hasToken);
}

VerifyOptions InspectorPage::options() const
{
    VerifyOptions options;
    options.now = std::chrono::floor<Seconds>(m_engine.sessions.now().utc);
    options.clockOffset = std::chrono::round<Seconds>(-m_engine.sessions.clockError());
    options.account = m_account->text().trimmed();
    if (const QStringList issuers = m_keys->issuers(); !issuers.isEmpty())
        options.issuers = issuers;
    for (const Profile &profile : m_engine.profiles.profiles()) {
        const QString issuer = profile.endpoint.issuer();
        if (m_keys->issuers().isEmpty() && !options.issuers.contains(issuer))
            options.issuers.append(issuer);
    }
    return options;
}

// Of the service that the token names, but only if a profile or IBM's public address has it: no
// token decides which server is asked.
void InspectorPage::fetchKeys()
{
    KeySetSource source;
    QStringList wanted;
    if (const TokenEntry *entry = current(); entry && entry->found.isJwtShaped()) {
        const DecodedToken token = decodeToken(entry->found.text.reveal());
        const QString issuer = token.claims ? token.claims->string(u"iss") : QString();
        if (const QString keyId = token.header ? token.header->string(u"kid") : QString();
            !keyId.isEmpty())
            wanted.append(keyId);
        for (const Profile &profile : m_engine.profiles.profiles()) {
            if (profile.endpoint.issuer() == issuer)
                source = {profile.endpoint, {profile.caFile}};
        }
    }
    m_keys->fetch(source, wanted);
}

// The selected ones, of which only as many are judged as a report tells of: there may be 10,000.
InspectorPage::Reported InspectorPage::reported() const
{
    Reported reported{{}, reportOptionsHere(options().now)};
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        const TokenEntry &entry = m_model->entries().at(row.row());
        if (!entry.found.isJwtShaped())
            continue;
        if (reported.tokens.size() < mostReportedTokens)
            reported.tokens.append(inspectToken(entry.found, m_keys->choice(), options()));
        else
            ++reported.options.moreTokens;
    }
    return reported;
}

void InspectorPage::compare()
{
    auto *dialog = new CompareDialog(m_keys->choice(), options(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto selected = m_list->selectionModel()->selectedRows();
    constexpr qsizetype mostOffered = 500;
    for (qsizetype row = 0; row < m_model->entries().size(); ++row) {
        const TokenEntry &entry = m_model->entries().at(row);
        const bool isChosen = selected.contains(m_model->index(int(row)));
        if (entry.found.isJwtShaped() && (row < mostOffered || isChosen))
            dialog->offer(
                tr("%1: %2", "number: whose token")
                    .arg(QString::number(row + 1), findingLabel(entry.found, entry.identity)),
                entry.found, isChosen);
    }
    for (const Profile &profile : m_engine.profiles.profiles()) {
        const TokenSession session = m_engine.sessions.session(profile.id);
        if (session.token)
            dialog->offer(tr("Token of profile %1").arg(profile.name),
                          strictToken(session.token->accessToken.reveal()), false);
    }
    dialog->begin();
    dialog->open();
}

void InspectorPage::copyReport()
{
    const auto [tokens, options] = reported();
    const Report report = makeReport(tokens, options);
    Q_EMIT copyTextRequested(report.text);
    Q_EMIT noticeRequested(tr("The report is on the clipboard. %n value(s) were taken out.",
                              nullptr, int(report.takenOut.size())));
}

void InspectorPage::openReport()
{
    const auto [tokens, options] = reported();
    auto *dialog = new ReportDialog(tokens, options, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::copyTextRequested, this, &InspectorPage::copyTextRequested);
    dialog->open();
}

void InspectorPage::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Text to inspect"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &InspectorPage::inspectFile);
    dialog->open();
}

void InspectorPage::hideSecrets()
{
    if (!m_actions.clear->isEnabled())
        return;
    m_cover->setCurrentIndex(1);
    // A comparison or a report would go on telling of it.
    const auto dialogs = findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly);
    for (QDialog *dialog : dialogs)
        dialog->close();
}

void InspectorPage::focusInput()
{
    m_input->setFocus(Qt::OtherFocusReason);
}

void InspectorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    if (current())
        m_ticker.start();
}

void InspectorPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticker.stop();
}

void InspectorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isSearching())
        m_search.cancel();
    else
        QWidget::keyPressEvent(event);
}

void InspectorPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_input->canInsertFromMimeData(event->mimeData()))
        event->acceptProposedAction();
}

void InspectorPage::dropEvent(QDropEvent *event)
{
    // Instead of what was there, wherever it falls beside the field.
    m_input->clear();
    m_input->insertFromMimeData(event->mimeData());
    event->acceptProposedAction();
}

} // namespace hourpass
