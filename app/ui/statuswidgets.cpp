// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/statuswidgets.h"

#include "core/visibletext.h"
#include "ui/parts/captions.h"
#include "words/tokenwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestOwner = 30;

QHBoxLayout *statusRow(QWidget *parent)
{
    auto *layout = new QHBoxLayout(parent);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

ClipboardStatus::ClipboardStatus(SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_value(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear now"), this))
    , m_copy(new QPushButton(tr("Copy now"), this))
{
    m_copy->setToolTip(tr("Copy what was not copied; the desktop allows it with your press"));
    m_clear->setToolTip(tr("Take the token off the clipboard"));
    // The status bar keeps its height whether or not there is a button.
    QSizePolicy policy = m_clear->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(policy);
    auto *layout = statusRow(this);
    layout->addWidget(captionFor(m_value, tr("Clipboard status")));
    layout->addWidget(m_value);
    layout->addWidget(m_copy);
    layout->addWidget(m_clear);
    layout->addStretch();
    connect(m_clear, &QPushButton::clicked, &clipboard, &SecretClipboard::clear);
    connect(m_copy, &QPushButton::clicked, &clipboard, &SecretClipboard::retry);
    connect(&clipboard, &SecretClipboard::changed, this, &ClipboardStatus::refresh);
    refresh();
}

void ClipboardStatus::refresh()
{
    if (const QString now = text(); now != m_value->text()) {
        m_value->setText(now);
        m_value->setAccessibleDescription(now);
    }
    const auto state = m_clipboard.state();
    m_copy->setVisible(m_clipboard.canRetry());
    m_clear->setVisible(state == SecretClipboard::State::Holding
                        || state == SecretClipboard::State::NotCleared);
}

QString ClipboardStatus::text() const
{
    const QString owner = shortenedMiddle(m_clipboard.owner(), longestOwner);
    switch (m_clipboard.state()) {
    case SecretClipboard::State::Idle:
        return tr("nothing copied");
    case SecretClipboard::State::Holding: {
        const auto left = std::chrono::ceil<Seconds>(m_clipboard.timeLeft());
        const QString clears = QString::number(left.count());
        if (const auto usable = m_clipboard.usableFor())
            return tr("holds the token of %1, good for %2, clears in %3 s")
                .arg(owner, shortTimeText(std::chrono::floor<Seconds>(*usable)), clears);
        return tr("holds the token of %1, clears in %2 s").arg(owner, clears);
    }
    case SecretClipboard::State::Cleared:
        return tr("cleared");
    case SecretClipboard::State::Copying:
        return tr("copying the token of %1").arg(owner);
    case SecretClipboard::State::Clearing:
        return tr("clearing");
    case SecretClipboard::State::Kept:
        return tr("cleared, but a clipboard program keeps a copy of it");
    case SecretClipboard::State::Replaced:
        return tr("replaced by something else");
    case SecretClipboard::State::NotCopied:
        return m_clipboard.canRetry() ? tr("not copied: press here")
                                      : tr("not copied: the desktop did not allow it");
    case SecretClipboard::State::NotCleared:
        return tr("could not be cleared");
    }
    return {};
}

KeychainStatus::KeychainStatus(SecretStore &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_value(new QLabel(this))
    , m_stop(new QPushButton(tr("Stop waiting"), this))
{
    m_stop->setToolTip(tr("Give up what is waiting for the keychain; nothing is lost"));
    auto *layout = statusRow(this);
    layout->addWidget(captionFor(m_value, tr("Keychain status")));
    layout->addWidget(m_value);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, &keys, &SecretStore::cancelAll);
    connect(&keys, &SecretStore::stateChanged, this, &KeychainStatus::refresh);
    refresh();
}

void KeychainStatus::refresh()
{
    const auto text = [state = m_keys.state()] {
        switch (state) {
        case SecretStore::State::Unknown:
            return tr("not used yet");
        case SecretStore::State::Ready:
            return tr("ok");
        case SecretStore::State::Waiting:
            return tr("waiting for you");
        case SecretStore::State::Locked:
            return tr("locked");
        case SecretStore::State::Missing:
            return tr("missing");
        }
        return QString();
    }();
    m_value->setText(text);
    m_value->setAccessibleDescription(text);
    m_stop->setVisible(m_keys.state() == SecretStore::State::Waiting && m_keys.isBusy());
}

} // namespace hourpass
