// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/profile.h"
#include "token/tokenformat.h"
#include "token/tokensessions.h"

#include <QWidget>

class QAction;
class QLabel;
class QModelIndex;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTableView;

namespace hourpass {

class ClaimsModel;
class CountdownPanel;
class FaultPanel;
class TokenFields;
class WarningLine;

/// One profile's token: countdown, copy, fields, claims, and what went wrong. Shows a state and
/// emits intentions.
class TokenPage final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are the commands of the page's buttons.
    struct Actions {
        QAction *renew;
        QAction *copy;
        QAction *cancel;
        QList<QAction *> copyForms;
    };
    explicit TokenPage(const Actions &actions, QWidget *parent = nullptr);

    void showProfile(const Profile &profile, const TokenSession &session, const Instant &now);
    /// No profile: what was shown of one is forgotten.
    void clear();
    /// Time has passed, nothing else.
    void tick(const TokenSession &session, const Instant &now);
    void hideSecrets();

Q_SIGNALS:
    void copyRefreshTokenRequested();
    void doctorRequested();
    void copyTextRequested(const QString &text);

private:
    QLayout *createHeader(const Actions &actions);
    QPushButton *createFormsButton(const Actions &actions);
    QLayout *createProgress();
    void createClaims();
    QWidget *createArea();
    void createTokenParts();
    void fitClaims();
    void showCurrentClaim(const QModelIndex &current);
    void showProgress(TokenSession::Phase phase);
    QString hintFor(const TokenSession &session, const Instant &now) const;
    QString askingText(const TokenSession &session) const;
    void showToken(const TokenSession &session, const Instant &now);
    void forgetToken();
    QString keyWarningFor(const TokenSession &session, const Instant &now) const;
    void copyCurrentClaim();

    QLabel *m_title;
    QPushButton *m_renew;
    QPushButton *m_copy;
    QPushButton *m_forms = nullptr;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_progressText;
    CountdownPanel *m_countdown;
    WarningLine *m_keyEnd;
    FaultPanel *m_fault;
    QLabel *m_noToken;
    QScrollArea *m_area;
    QWidget *m_tokenParts; ///< what there is only with a token
    TokenFields *m_fields;
    QTableView *m_claims;
    ClaimsModel *m_claimsModel;
    Profile m_profile;
    Secret m_shownToken;
};

} // namespace hourpass
