// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorkeys.h"

#include "core/visibletext.h"
#include "files/files.h"
#include "publishedkeys/publishedkeys.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "ui/parts/warningline.h"
#include "words/explanation.h"
#include "words/keyfaultwords.h"
#include "words/keyfetchwords.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60;

} // namespace

InspectorKeys::InspectorKeys(PublishedKeys &published, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_published(published)
    , m_clock(std::move(clock))
    , m_origin(noteLabel(this))
    , m_fetch(new QPushButton(tr("Fetch IBM keys"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_file(new QPushButton(tr("Key file"), this))
    , m_fault(new WarningLine(this))
{
    m_fetch->setToolTip(
        tr("Ask IBM Cloud for the keys that it publishes, to verify signatures. The token itself "
           "is not sent."));
    m_file->setToolTip(tr("Verify with keys of a file"));
    m_file->setMenu(createFileMenu());
    connect(m_fetch, &QPushButton::clicked, this, &InspectorKeys::fetchRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_published.cancel(); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_origin, 1);
    for (QPushButton *button : {m_cancel, m_fetch, m_file})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_fault);
    m_cancel->hide();
    use({}, tr("No keys: signatures are not verified."));
}

QMenu *InspectorKeys::createFileMenu()
{
    auto *menu = new QMenu(m_file);
    connect(menu->addAction(tr("&IBM's published keys, saved to a file…")), &QAction::triggered,
            this, [this] { chooseFile(KeyRules::Published); });
    connect(menu->addAction(tr("&Other keys (JWK, JWK set, PEM)…")), &QAction::triggered, this,
            [this] { chooseFile(KeyRules::Own); });
    menu->addSeparator();
    connect(menu->addAction(tr("Use &no keys")), &QAction::triggered, this,
            [this] { use({}, tr("No keys: signatures are not verified.")); });
    return menu;
}

QStringList InspectorKeys::issuers() const
{
    if (m_choice.rules != KeyRules::Published)
        return {};
    return {m_set ? m_set->endpoint.issuer() : Endpoint().issuer()};
}

void InspectorKeys::fetch(const KeySetSource &source, const QStringList &wantedIds)
{
    if (m_published.isFetching())
        return;
    m_origin->setText(tr("Asking %1 for its keys…").arg(source.endpoint.host()));
    setFetching(true);
    m_published.get(source, wantedIds).then(this, [this](const Result<PublishedKeySet> &result) {
        setFetching(false);
        finishFetch(result);
    });
}

void InspectorKeys::finishFetch(const Result<PublishedKeySet> &result)
{
    if (!result) {
        const bool isCancelled = result.error().code == ErrorCode::Cancelled;
        use({}, tr("No keys: signatures are not verified."));
        m_fault->showWarning(isCancelled ? QString() : asText(explain(result.error())));
        return;
    }
    use(chooseKeys(KeyRules::Published, result->text), keyOriginText(*result, m_clock().utc),
        *result);
}

void InspectorKeys::chooseFile(KeyRules rules)
{
    auto *dialog = new QFileDialog(this, tr("Keys to verify with"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, rules](const QString &path) { useFile(path, rules); });
    dialog->open();
}

void InspectorKeys::useFile(const QString &path, KeyRules rules)
{
    auto text = readSmallFile(path, keySetLimit);
    if (!text) {
        m_fault->showWarning(asText(explain(text.error())));
        return;
    }
    const QString name = shortenedMiddle(visibleText(QFileInfo(path).fileName()), longestName);
    const KeyChoice choice = chooseKeys(rules, *text);
    wipe(*text);
    if (choice.fault) {
        m_fault->showWarning(
            tr("%1 cannot be used: %2.", "file: why").arg(name, keyFaultText(*choice.fault)));
        return;
    }
    const int count = int(choice.keys.keys.size());
    use(choice,
        rules == KeyRules::Published
            ? tr("%n key(s) of %1, taken for IBM's.", nullptr, count).arg(name)
            : tr("%n key(s) of %1, your own.", nullptr, count).arg(name));
}

void InspectorKeys::use(const KeyChoice &choice, const QString &origin,
                        const std::optional<PublishedKeySet> &set)
{
    m_choice = choice;
    m_set = set;
    m_origin->setText(origin);
    m_fault->showWarning({});
    Q_EMIT changed();
}

void InspectorKeys::refreshAge()
{
    if (m_set && !m_published.isFetching())
        m_origin->setText(keyOriginText(*m_set, m_clock().utc));
}

void InspectorKeys::setFetching(bool isFetching)
{
    m_fetch->setEnabled(!isFetching);
    m_file->setEnabled(!isFetching);
    m_cancel->setVisible(isFetching);
}

} // namespace hourpass
