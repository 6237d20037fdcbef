// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jwt/find/tokensearch.h"
#include "ui/parts/engine.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace hourpass {

class ClaimsView;
class FoundTokensModel;
class InspectorInput;
class InspectorKeys;
class VerdictPanel;

/// Reads any text for tokens and says of each one whose it is and what is wrong with it. Works
/// without the network, but for the keys that it is asked to fetch.
class InspectorPage final : public QWidget
{
    Q_OBJECT

public:
    /// The page's commands, for the window's menus.
    struct Actions {
        QAction *open;
        QAction *clear;
        QAction *compare;
        QAction *copyReport;
        QAction *report;
    };

    explicit InspectorPage(const Engine &engine, QWidget *parent = nullptr);
    ~InspectorPage() override;

    const Actions &actions() const { return m_actions; }
    /// A search, or a judgement of what was found, is under way.
    bool isSearching() const { return m_progressTimer.isActive(); }
    void inspectText(const QString &text);
    void inspectFile(const QString &path);
    /// A token that is on no screen yet is not put on one: `title` stands for it.
    void inspectSecret(const Secret &token, const QString &title);
    void clear();
    /// Covers what is shown, until the user asks for it.
    void hideSecrets();
    void focusInput();

Q_SIGNALS:
    void copyTextRequested(const QString &text);
    /// Of a report that was copied.
    void noticeRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createActions();
    QLayout *createInputButtons();
    void createProgress();
    QWidget *createResults();
    QLayout *createOptions();
    QWidget *createCover();

    void openFile();
    void inspectLongText(const QString &text);
    void onTextChanged();
    void showNotShown(const QString &title);
    /// `keepsList`: where it is cancelled, what is listed stays.
    void follow(const Future<TokenEntries> &search, bool keepsList = false);
    void stopSearching();
    void showProgress();
    void endProgress();
    void showEntries(const Result<TokenEntries> &found);
    QString emptyText(const Result<TokenEntries> &found) const;
    void judgeAgain();
    void showSelected();
    void rememberSelected();
    void tick();
    void updateActions();
    void compare();
    void copyReport();
    void openReport();
    void fetchKeys();
    VerifyOptions options() const;
    int currentRow() const;
    const TokenEntry *current() const;
    struct Reported;
    Reported reported() const;

    const Engine &m_engine;
    Actions m_actions{};
    TokenSearch m_search;
    FoundTokensModel *m_model;
    QStackedWidget *m_cover;
    InspectorInput *m_input;
    QLabel *m_source;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QStackedWidget *m_results;
    QLabel *m_nothing;
    QListView *m_list;
    QLabel *m_count;
    VerdictPanel *m_verdicts;
    ClaimsView *m_claims;
    InspectorKeys *m_keys;
    QLineEdit *m_account;
    TokenFingerprint m_shownFingerprint;
    QString m_history;         ///< what was known of it before it was looked at
    int m_searchNumber = 0;    ///< of the one that is waited for
    bool m_isOutdated = false; ///< what is being judged, by other keys or for another account
    bool m_hasMore = false;
    bool m_resultsWantFocus = false;
    bool m_isTextShown = false; ///< what was searched is in the field
    QTimer m_typing;            ///< until the text is searched
    QTimer m_progressTimer;     ///< while it is
    QTimer m_ticker;            ///< once a second while time decides about what is shown
};

} // namespace hourpass
