// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/qtroute.h"

#include "clipboard/x11/transfers.h"

#include <QGuiApplication>
#include <QWindow>

namespace hourpass {

QtRoute::QtRoute(QClipboard &clipboard, QObject *parent)
    : ClipboardRoute(parent)
    , m_clipboard(clipboard)
    , m_isWayland(QGuiApplication::platformName().startsWith(u"wayland"))
{
    connect(&m_clipboard, &QClipboard::dataChanged, this, &QtRoute::onDataChanged);
    if (m_isWayland)
        connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](QWindow *window) {
            if (window)
                Q_EMIT changed();
        });
}

QtRoute::~QtRoute() = default;

Future<bool> QtRoute::put(const Secret &secret)
{
    m_put.reset();
    if (!canSee())
        return readyFuture<bool>(false);
    auto *data = new QMimeData; // the clipboard takes it over
    data->setText(QString::fromUtf8(secret.reveal()));
    for (const SecretHint &hint : secretHints())
        data->setData(hint.format, hint.value);
    m_data = data;
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    if (!m_isWayland)
        return readyFuture<bool>(owns());
    m_put = std::make_unique<Reporter<bool>>();
    return m_put->future();
}

void QtRoute::onDataChanged()
{
    // Qt's own signal came during setMimeData(), so this one is of the compositor.
    if (const auto put = std::move(m_put))
        put->report(owns());
    Q_EMIT changed();
}

void QtRoute::withdraw()
{
    m_put.reset();
    if (owns())
        clear();
}

void QtRoute::clear()
{
    m_data.clear();
    m_clipboard.clear(QClipboard::Clipboard);
    forgetTransfers();
}

bool QtRoute::owns() const
{
    return m_data && m_clipboard.ownsClipboard();
}

Future<bool> QtRoute::holds(const Fingerprint &text)
{
    if (owns()) // then it need not be asked for, from ourselves
        return readyFuture<bool>(text.matches(m_data->text().toUtf8()));
    m_look = std::make_unique<Reporter<bool>>();
    const Future<bool> answer = m_look->future();
    m_reader.read({.limit = text.length()})
        .then(this, [this, text](const Result<ClipboardText> &read) {
            // Where nobody answers nobody knows.
            if (!read || read->outcome == ClipboardText::Outcome::NoAnswer)
                return;
            if (const auto look = std::move(m_look))
                look->report(text.matches(read->text.reveal()));
        });
    return answer;
}

bool QtRoute::canSee() const
{
    return !m_isWayland || QGuiApplication::focusWindow();
}

} // namespace hourpass
