// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/claimsview.h"

#include "core/visibletext.h"
#include "ui/parts/claimsmodel.h"
#include "ui/parts/forgetting.h"
#include "ui/parts/icons.h"
#include "ui/parts/jsonhighlighter.h"
#include "ui/parts/taborder.h"
#include "words/claims/jsontext.h"

#include <QAction>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QTableView>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using Column = ClaimsModel::Column;

namespace {

// The scalar's text, a container's size.
QString treeText(const JsonValue &value)
{
    if (value.isObject() || value.type == JsonValue::Type::Array)
        return ClaimsView::tr("%n item(s)", nullptr, int(value.items.size()));
    return indentedJson(value);
}

void fill(QTreeWidgetItem &parent, const QString &name, const JsonValue &value)
{
    auto *item = new QTreeWidgetItem(&parent, {name, treeText(value)});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const QString child =
            value.isObject() ? visibleText(value.names.at(qsizetype(i))) : QString::number(i);
        fill(*item, child, value.items[i]);
    }
}

bool isSame(const JsonValue &one, const JsonValue &other)
{
    return one.type == other.type && one.utf8 == other.utf8 && one.names == other.names
        && std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(),
                      [](const auto &item, const auto &its) { return isSame(item, its); });
}

bool isSame(const std::optional<JsonValue> &one, const std::optional<JsonValue> &other)
{
    return one && other ? isSame(*one, *other) : one.has_value() == other.has_value();
}

// Those that were cut off have no signing input to tell them apart by.
bool isSame(const DecodedToken &one, const DecodedToken &other)
{
    return one.signingInput == other.signingInput && one.signature == other.signature
        && isSame(one.header, other.header) && isSame(one.claims, other.claims);
}

void selectRows(QAbstractItemView &view)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setAlternatingRowColors(true);
    view.setTabKeyNavigation(false);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace

void fitClaimColumns(QTableView &table)
{
    // Never so wide that the last column is not seen.
    const int widest = table.fontMetrics().averageCharWidth() * 26;
    for (const Column column : {Column::Name, Column::Value}) {
        table.resizeColumnToContents(int(column));
        table.setColumnWidth(int(column), qMin(table.columnWidth(int(column)), widest));
    }
}

ClaimsView::ClaimsView(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_tabs(new QTabWidget(this))
    , m_table(new QTableView)
    , m_tree(new QTreeWidget)
    , m_json(new QPlainTextEdit)
    , m_claims(new ClaimsModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    createTable();
    createTree();
    createJson();
    m_tabs->setDocumentMode(true);
    leaveFocusToTabBar(*m_tabs);
    m_tabs->tabBar()->setAccessibleName(tr("Views"));
    m_search->setPlaceholderText(tr("Search claims"));
    m_search->setAccessibleName(tr("Search claims"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    connect(m_search, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->setCornerWidget(m_search);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        m_search->setEnabled(tab == 0);
        fillShown();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

void ClaimsView::createTable()
{
    m_filtered->setSourceModel(m_claims);
    m_filtered->setFilterKeyColumn(-1); // all of them
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_filtered);
    m_table->setAccessibleName(tr("Token claims"));
    selectRows(*m_table);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 4);
    addCopyAction(tr("Copy value"), QKeySequence::Copy, int(Column::Value));
    addCopyAction(tr("Copy name"), {}, int(Column::Name));
    addCopyAction(tr("Copy meaning"), {}, int(Column::Meaning));
}

void ClaimsView::addCopyAction(const QString &text, const QKeySequence &shortcut, int column)
{
    auto *action = new QAction(text, m_table);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, column] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            Q_EMIT copyTextRequested(current.siblingAtColumn(column).data().toString());
    });
    m_table->addAction(action);
}

void ClaimsView::createTree()
{
    m_tree->setAccessibleName(tr("Token as a tree"));
    m_tree->setHeaderLabels({tr("Claim"), tr("Value")});
    m_tree->setUniformRowHeights(true);
    selectRows(*m_tree);
    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ClaimsView::copyTreeItem);
    m_tree->addAction(copy);
}

void ClaimsView::createJson()
{
    m_json->setAccessibleName(tr("Token as JSON"));
    m_json->setReadOnly(true);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setTabChangesFocus(true);
    m_json->setFrameShape(QFrame::NoFrame);
    // It has no parent that the highlighter could outlive.
    new JsonHighlighter(m_json->document());
}

void ClaimsView::showToken(const DecodedToken &token, Seconds now)
{
    const bool hasSameText = isSame(token, m_token);
    m_token = token;
    m_claims->setClaims(token.claims, now);
    if (hasSameText)
        return; // only time has passed
    m_isTreeFilled = false;
    m_isJsonFilled = false;
    fitClaimColumns(*m_table);
    fillShown();
}

void ClaimsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_isJsonFilled = false; // its colours are those of the old palette
    fillShown();
}

void ClaimsView::clear()
{
    m_token = {};
    m_claims->setClaims({}, {});
    m_tree->clear();
    m_json->clear();
    m_isTreeFilled = false;
    m_isJsonFilled = false;
    forgetLastItem(*m_table);
    forgetLastItem(*m_tree);
}

// The tree and the text are made when they are looked at.
void ClaimsView::fillShown()
{
    const QString header = tr("Header");
    const QString claims = tr("Claims");
    if (m_tabs->currentWidget() == m_tree && !m_isTreeFilled) {
        m_isTreeFilled = true;
        m_tree->clear();
        if (m_token.header)
            fill(*m_tree->invisibleRootItem(), header, *m_token.header);
        if (m_token.claims)
            fill(*m_tree->invisibleRootItem(), claims, *m_token.claims);
        m_tree->expandToDepth(1);
        m_tree->resizeColumnToContents(0);
    }
    if (m_tabs->currentWidget() == m_json && !m_isJsonFilled) {
        m_isJsonFilled = true;
        QString text;
        if (m_token.header)
            text += indentedJson(*m_token.header) + u'\n';
        if (m_token.claims)
            text += indentedJson(*m_token.claims) + u'\n';
        m_json->setPlainText(text);
    }
}

void ClaimsView::copyTreeItem()
{
    if (const QTreeWidgetItem *item = m_tree->currentItem())
        Q_EMIT copyTextRequested(item->text(1));
}

} // namespace hourpass
