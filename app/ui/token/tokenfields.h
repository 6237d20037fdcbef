// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "token/tokenset.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QToolButton;

namespace hourpass {

class SecretLabel;

/// Every field of a token response, each with its own copy.
class TokenFields final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenFields(QWidget *parent = nullptr);

    /// `identity` is the sentence of whose token it is.
    void showToken(const TokenSet &token, const QString &identity);
    /// When the token ends that a trusted profile was assumed with; empty where none was.
    void showKeyTokenEnd(const QString &end);
    void clear();

    void hideSecrets();

Q_SIGNALS:
    void copyTokenRequested();
    void copyRefreshTokenRequested();
    /// Of a field that is no secret.
    void copyTextRequested(const QString &text);

private:
    QLabel *addField(const QString &caption);
    void addCopyButton(QLayout *row, const QString &caption, QLabel *value);
    void addAccessToken();
    void addRefreshToken();
    void addFingerprint();
    void showOthers(const QList<ResponseField> &fields);

    QFormLayout *m_form;
    SecretLabel *m_accessToken;
    SecretLabel *m_refreshToken;
    QLabel *m_noRefreshToken;
    QWidget *m_refreshRow;
    QLabel *m_identity;
    QLabel *m_keyTokenEnd;
    QLabel *m_fingerprint;
    QLabel *m_type;
    QLabel *m_scope;
    QLabel *m_transaction;
    QList<ResponseField> m_others;
    int m_fixedRows = 0;
};

} // namespace hourpass
