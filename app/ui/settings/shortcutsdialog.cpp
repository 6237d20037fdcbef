// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/shortcutsdialog.h"

#include "clipboard/plaintext.h"
#include "core/visibletext.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "ui/parts/taborder.h"
#include "ui/settings/copycommand.h"
#include "ui/settings/globalkeys.h"
#include "ui/settings/shortcutsmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype longestDescription = 200;

QPushButton *copyButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(namedIcon(u"edit-copy"_s), text, parent);
    button->setAutoDefault(false);
    return button;
}

QString globalText(const GlobalKeys &global)
{
    switch (global.state()) {
    case GlobalKeys::State::Unknown:
        return ShortcutsDialog::tr("Global shortcuts: asking the desktop…");
    case GlobalKeys::State::NotThere:
        return ShortcutsDialog::tr("Global shortcuts are not offered by this desktop.");
    case GlobalKeys::State::NotSet:
        return ShortcutsDialog::tr("Global shortcuts copy the default profile's token, show the "
                                   "window or inspect the clipboard while another program has the "
                                   "focus. None are set.");
    case GlobalKeys::State::Asking:
        return ShortcutsDialog::tr("Global shortcuts: waiting for your choice in the desktop's "
                                   "own dialog…");
    case GlobalKeys::State::Set:
        break;
    }
    const QString keys =
        shortenedMiddle(visibleText(global.keys().join(u", "_s)), longestDescription);
    return keys.isEmpty() ? ShortcutsDialog::tr("Global shortcuts are set.")
                          : ShortcutsDialog::tr("Global shortcuts are set: %1").arg(keys);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, const ProfileStore &profiles,
                                 const ProfileId &chosen, GlobalKeys &globalKeys, QWidget *parent)
    : QDialog(parent)
    , m_store(profiles)
    , m_globalKeys(globalKeys)
    , m_model(new ShortcutsModel(menus, this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_globalState(noteLabel(this))
    , m_setGlobal(new QPushButton(tr("Set global shortcuts…"), this))
    , m_profile(new QComboBox)
    , m_command(new QLineEdit)
    , m_copyCommand(copyButton(tr("Copy command"), this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    createTable();
    createLayout();
    connectProfiles(chosen);
    connectGlobalKeys();
    tabInReadingOrder(*this);
    resizeForText(*this, 84, 34);
    m_search->setFocus();
}

void ShortcutsDialog::createTable()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search shortcuts"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Shortcuts"));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
}

QWidget *ShortcutsDialog::createGlobal()
{
    auto *group = new QGroupBox(tr("From anywhere"), this);
    auto *about = noteLabel(group);
    about->setText(tr("To copy a certain profile's token, let a shortcut in the keyboard settings "
                      "of your desktop run this command:"));
    m_setGlobal->setAutoDefault(false);
    auto *desktop = new QHBoxLayout;
    desktop->setSpacing(8);
    desktop->addWidget(m_globalState, 1);
    desktop->addWidget(m_setGlobal);
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("Command"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_command, 1);
    line->addWidget(m_copyCommand);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Profile"), m_profile);
    form->addRow(tr("Command"), line);
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(desktop);
    layout->addWidget(about);
    layout->addLayout(form);
    connect(m_copyCommand, &QPushButton::clicked, this,
            [this] { copyPlainText(copyCommandFor(chosenName())); });
    connect(m_profile, &QComboBox::currentIndexChanged, this, &ShortcutsDialog::showCommand);
    return group;
}

void ShortcutsDialog::connectGlobalKeys()
{
    connect(&m_globalKeys, &GlobalKeys::changed, this, &ShortcutsDialog::showGlobalKeys);
    connect(m_setGlobal, &QPushButton::clicked, this,
            [this] { Q_EMIT m_globalKeys.setWanted(winId()); });
    showGlobalKeys();
    Q_EMIT m_globalKeys.lookWanted();
}

void ShortcutsDialog::showGlobalKeys()
{
    const GlobalKeys::State state = m_globalKeys.state();
    m_globalState->setText(globalText(m_globalKeys));
    // Disabled at once, it would lose the focus to what comes next.
    m_setGlobal->setEnabled(state != GlobalKeys::State::NotThere
                            && state != GlobalKeys::State::Unknown);
}

void ShortcutsDialog::createLayout()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    QPushButton *copyAll = copyButton(tr("Copy list"), this);
    copyAll->setToolTip(tr("Copy all shortcuts as text"));
    buttons->addButton(copyAll, QDialogButtonBox::ActionRole);
    connect(copyAll, &QPushButton::clicked, this, &ShortcutsDialog::copyList);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QVBoxLayout *layout = dialogLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(createGlobal());
    layout->addWidget(buttons);
}

void ShortcutsDialog::connectProfiles(const ProfileId &chosen)
{
    const auto fillAgain = [this] { fillProfiles(m_profile->currentData().value<ProfileId>()); };
    connect(&m_store, &ProfileStore::inserted, this, fillAgain);
    connect(&m_store, &ProfileStore::changed, this, fillAgain);
    connect(&m_store, &ProfileStore::removed, this, fillAgain);
    connect(&m_store, &ProfileStore::moved, this, fillAgain);
    connect(&m_store, &ProfileStore::reloaded, this, fillAgain);
    fillProfiles(chosen);
}

void ShortcutsDialog::fillProfiles(const ProfileId &chosen)
{
    m_profile->clear();
    int index = 0;
    for (const Profile &profile : m_store.profiles()) {
        if (profile.id == chosen)
            index = m_profile->count();
        m_profile->addItem(shortenedMiddle(visibleText(profile.name), longestName),
                           QVariant::fromValue(profile.id));
    }
    m_profile->setCurrentIndex(m_profile->count() > 0 ? index : -1);
    showCommand();
}

QString ShortcutsDialog::chosenName() const
{
    const Profile *profile = m_store.find(m_profile->currentData().value<ProfileId>());
    return profile ? profile->name : QString();
}

void ShortcutsDialog::showCommand()
{
    const QString name = chosenName();
    const bool isAny = !name.isEmpty();
    m_profile->setEnabled(isAny);
    m_copyCommand->setEnabled(isAny);
    m_command->setText(visibleText(isAny ? copyCommandFor(name) : u"hourpass --copy NAME"_s));
    m_command->setCursorPosition(0);
}

void ShortcutsDialog::copyList()
{
    copyPlainText(m_model->toText());
}

} // namespace hourpass
