// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/token/tokenfields.h"

#include "core/tokenfingerprint.h"
#include "core/visibletext.h"
#include "ui/parts/captions.h"
#include "ui/parts/icons.h"
#include "ui/parts/secretlabel.h"
#include "ui/parts/taborder.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QToolButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QToolButton *flatButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(namedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

// In a widget of its own: a form gives a layout in it no more than the height of one line.
QHBoxLayout *tightRow(QWidget *parent)
{
    auto *row = new QHBoxLayout(new QWidget(parent));
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace

TokenFields::TokenFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_accessToken(new SecretLabel(this))
    , m_refreshToken(new SecretLabel(this))
    , m_noRefreshToken(new QLabel(tr("not issued"), this))
    , m_keyTokenEnd(new QLabel(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(2);
    m_form->setHorizontalSpacing(16);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_identity = addField(tr("Identity"));
    m_form->addRow(captionFor(m_keyTokenEnd, tr("Key's own token ends at")), m_keyTokenEnd);
    m_form->setRowVisible(m_keyTokenEnd, false);
    addAccessToken();
    addRefreshToken();
    addFingerprint();
    m_type = addField(tr("Type"));
    m_scope = addField(tr("Scope"));
    m_transaction = addField(tr("Transaction id"));
    m_transaction->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fixedRows = m_form->rowCount();
}

QLabel *TokenFields::addField(const QString &caption)
{
    auto *row = tightRow(this);
    auto *value = new QLabel(this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(value, 1);
    addCopyButton(row, caption, value);
    m_form->addRow(captionFor(value, caption), row->parentWidget());
    return value;
}

void TokenFields::addCopyButton(QLayout *row, const QString &caption, QLabel *value)
{
    auto *copy = flatButton(u"edit-copy"_s, tr("Copy: %1").arg(caption), this);
    connect(copy, &QToolButton::clicked, value,
            [this, value] { Q_EMIT copyTextRequested(value->text()); });
    row->addWidget(copy);
}

void TokenFields::addAccessToken()
{
    auto *show = flatButton(u"view-reveal-symbolic"_s, tr("Show token"), this);
    show->setCheckable(true);
    auto *copy = flatButton(u"edit-copy"_s, tr("Copy: %1").arg(tr("Access token")), this);
    auto *row = tightRow(this);
    row->addWidget(m_accessToken, 1);
    row->addWidget(show, 0, Qt::AlignTop);
    row->addWidget(copy, 0, Qt::AlignTop);
    m_form->addRow(captionFor(m_accessToken, tr("Access token")), row->parentWidget());
    connect(show, &QToolButton::toggled, m_accessToken, &SecretLabel::setRevealed);
    connect(m_accessToken, &SecretLabel::revealedChanged, show, [show](bool revealed) {
        show->setChecked(revealed);
        show->setIcon(namedIcon(revealed ? u"view-hidden-symbolic"_s : u"view-reveal-symbolic"_s));
        show->setToolTip(revealed ? tr("Hide token") : tr("Show token"));
        show->setAccessibleName(show->toolTip());
    });
    connect(copy, &QToolButton::clicked, this, &TokenFields::copyTokenRequested);
}

void TokenFields::addRefreshToken()
{
    m_refreshRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_refreshRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *copy = flatButton(u"edit-copy"_s, tr("Copy: %1").arg(tr("Refresh token")), m_refreshRow);
    row->addWidget(m_refreshToken, 1);
    row->addWidget(copy);
    connect(copy, &QToolButton::clicked, this, &TokenFields::copyRefreshTokenRequested);
    auto *both = new QVBoxLayout;
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(m_noRefreshToken);
    both->addWidget(m_refreshRow);
    m_noRefreshToken->setMinimumHeight(copy->sizeHint().height()); // as high as the other rows
    m_form->addRow(captionFor(m_noRefreshToken, tr("Refresh token")), both);
}

void TokenFields::addFingerprint()
{
    m_fingerprint = addField(tr("Fingerprint"));
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setToolTip(
        tr("Names this token in a ticket or a chat without giving it away. Whoever inspects the "
           "token sees the same fingerprint."));
}

void TokenFields::showToken(const TokenSet &token, const QString &identity)
{
    m_identity->setText(identity);
    m_accessToken->setSecret(token.accessToken);
    m_fingerprint->setText(TokenFingerprint::of(token.accessToken.reveal()).toString());
    m_noRefreshToken->setVisible(token.refreshToken.isEmpty());
    m_refreshRow->setVisible(!token.refreshToken.isEmpty());
    m_refreshToken->setSecret(token.refreshToken);
    //: %1 is the token's type, %2 a number of seconds
    m_type->setText(
        tr("%1, issued for %2 s")
            .arg(visibleText(token.tokenType), QString::number(token.expiresIn.count())));
    m_scope->setText(visibleText(token.scope));
    m_transaction->setText(visibleText(token.transactionId));
    showOthers(token.others);
}

// Hidden is not gone: what a label shows it keeps.
void TokenFields::clear()
{
    for (QLabel *label : {m_identity, m_fingerprint, m_type, m_scope, m_transaction})
        label->clear();
    m_accessToken->setSecret({});
    m_refreshToken->setSecret({});
    showKeyTokenEnd({});
    showOthers({});
}

void TokenFields::showKeyTokenEnd(const QString &end)
{
    m_keyTokenEnd->setText(end);
    m_form->setRowVisible(m_keyTokenEnd, !end.isEmpty());
}

void TokenFields::hideSecrets()
{
    m_accessToken->setRevealed(false);
}

void TokenFields::showOthers(const QList<ResponseField> &fields)
{
    if (fields == m_others)
        return;
    m_others = fields;
    while (m_form->rowCount() > m_fixedRows)
        m_form->removeRow(m_fixedRows);
    for (const ResponseField &field : fields)
        addField(visibleText(field.name))->setText(visibleText(field.value));
    tabInReadingOrder(*window()); // new buttons come last by themselves
}

} // namespace hourpass
