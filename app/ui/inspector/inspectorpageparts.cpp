// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// What the inspector's page is made of.
#include "ui/inspector/foundtokensmodel.h"
#include "ui/inspector/inspectorinput.h"
#include "ui/inspector/inspectorpage.h"
#include "ui/inspector/verdictpanel.h"
#include "ui/parts/actionbutton.h"
#include "ui/parts/claimsview.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

void InspectorPage::createActions()
{
    m_actions.open = newCommand(this, u"document-open"_s, tr("Open a &file to inspect…"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                                tr("Look for tokens in a log, a HAR file or any other text"));
    m_actions.open->setIconText(tr("Open file"));
    m_actions.clear = newCommand(this, u"edit-clear"_s, tr("Clear the inspec&tor"),
                                 Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
                                 tr("Forget the text and what was found in it"));
    m_actions.clear->setIconText(tr("Clear"));
    m_actions.compare =
        newCommand(this, {}, tr("Co&mpare tokens…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                   tr("What is different between two tokens"));
    m_actions.compare->setIconText(tr("Compare"));
    m_actions.copyReport =
        newCommand(this, u"edit-copy"_s, tr("Copy r&eport"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                   tr("Copy a report for a ticket, without names and ids"));
    m_actions.copyReport->setIconText(tr("Copy report"));
    m_actions.report = newCommand(this, {}, tr("Rep&ort…"), {},
                                  tr("Choose what the report tells, see it, save it"));
    m_actions.report->setIconText(tr("Report…"));
    connect(m_actions.open, &QAction::triggered, this, &InspectorPage::openFile);
    connect(m_actions.clear, &QAction::triggered, this, &InspectorPage::clear);
    connect(m_actions.compare, &QAction::triggered, this, &InspectorPage::compare);
    connect(m_actions.copyReport, &QAction::triggered, this, &InspectorPage::copyReport);
    connect(m_actions.report, &QAction::triggered, this, &InspectorPage::openReport);
}

QLayout *InspectorPage::createInputButtons()
{
    m_input->setAccessibleName(tr("Text to inspect"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    createProgress();
    row->addWidget(m_source, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(buttonFor(m_actions.open, this));
    row->addWidget(buttonFor(m_actions.clear, this));
    return row;
}

// In a row that is there in any case, so that nothing moves when it comes.
void InspectorPage::createProgress()
{
    m_progress->setRange(0, TokenSearch::progressEnd);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_progress->setAccessibleName(tr("Progress"));
    connect(m_cancel, &QPushButton::clicked, &m_search, &TokenSearch::cancel);
    m_progress->hide();
    m_cancel->hide();
}

QWidget *InspectorPage::createResults()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Tokens found"));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QListView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int icon = fontMetrics().height();
    m_list->setIconSize({icon, icon});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InspectorPage::showSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InspectorPage::updateActions);

    auto *details = new QWidget;
    auto *detailsLayout = new QVBoxLayout(details);
    detailsLayout->setContentsMargins(8, 0, 0, 0);
    detailsLayout->addWidget(m_verdicts);
    detailsLayout->addWidget(m_claims, 1);
    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    leftLayout->addWidget(m_count);
    leftLayout->addWidget(m_list, 1);
    auto *both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(details);
    both->setStretchFactor(1, 1);
    both->setSizes({fontMetrics().averageCharWidth() * 30, 1000});
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_results->addWidget(m_nothing);
    m_results->addWidget(both);
    return m_results;
}

QLayout *InspectorPage::createOptions()
{
    auto *caption = new QLabel(tr("E&xpected account"), this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(m_account);
    m_account->setAccessibleName(tr("Expected account"));
    m_account->setPlaceholderText(tr("any"));
    m_account->setToolTip(tr("The id of the account that tokens should be for"));
    m_account->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(caption);
    row->addWidget(m_account);
    row->addStretch();
    for (QAction *action : {m_actions.compare, m_actions.report, m_actions.copyReport})
        row->addWidget(buttonFor(action, this));
    return row;
}

QWidget *InspectorPage::createCover()
{
    auto *cover = new QWidget;
    auto *text = new QLabel(tr("What is inspected is hidden."));
    text->setAlignment(Qt::AlignCenter);
    auto *show = new QPushButton(tr("Show again"));
    connect(show, &QPushButton::clicked, this, [this] {
        m_cover->setCurrentIndex(0);
        focusInput();
    });
    auto *layout = new QVBoxLayout(cover);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(show, 0, Qt::AlignCenter);
    layout->addStretch();
    return cover;
}

} // namespace hourpass
