// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/shortcutsmodel.h"

#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QMenuBar>
#include <QTest>

namespace tst_shortcutsmodel {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ShortcutsModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_areReadFromTheMenus();
    void text_hasAllRows();
};

/// File: one command with two shortcuts, one without; a menu below it with a third.
struct Menus : QMenuBar {
    Menus()
    {
        QMenu *file = addMenu(u"&File"_s);
        QAction *open = file->addAction(u"&Open && read…"_s);
        open->setShortcuts({Qt::CTRL | Qt::Key_O, Qt::Key_F3});
        file->addAction(u"Nothing"_s);
        file->addSeparator();
        QAction *deep = file->addMenu(u"&More"_s)->addAction(u"Deep"_s);
        deep->setShortcut(Qt::Key_F7);
        deep->setEnabled(false);
    }
};

void ShortcutsModelTest::commands_areReadFromTheMenus()
{
    const Menus menus;
    const ShortcutsModel model(menus);
    const QAbstractItemModelTester tester(const_cast<ShortcutsModel *>(&model));
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, ShortcutsModel::Column column) {
        return model.index(row, int(column)).data().toString();
    };
    QCOMPARE(text(0, ShortcutsModel::Column::Command), u"Open & read"_s);
    QCOMPARE(text(0, ShortcutsModel::Column::Keys), u"Ctrl+O, F3"_s);
    QCOMPARE(text(0, ShortcutsModel::Column::Menu), u"File"_s);
    QCOMPARE(text(1, ShortcutsModel::Column::Command), u"Deep"_s);
    QCOMPARE(text(1, ShortcutsModel::Column::Menu), u"File"_s);
}

void ShortcutsModelTest::text_hasAllRows()
{
    const Menus menus;
    QCOMPARE(ShortcutsModel(menus).toText(),
             u"Command\tShortcut\tMenu\nOpen & read\tCtrl+O, F3\tFile\nDeep\tF7\tFile\n"_s);
}

HOURPASS_TEST(ShortcutsModelTest, QApplication)

} // namespace tst_shortcutsmodel

#include "tst_shortcutsmodel.moc"
