// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/accessiblebuttons.h"

#include "support/testprogram.h"

#include <QAccessible>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace tst_accessiblebuttons {

using namespace hourpass;
using namespace Qt::StringLiterals;

QStringList described(QWidget *widget)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    const QAccessible::State state = accessible->state();
    QStringList states;
    if (state.checkable)
        states += u"checkable"_s;
    if (state.checked)
        states += u"checked"_s;
    if (state.hasPopup)
        states += u"popup"_s;
    if (state.disabled)
        states += u"disabled"_s;
    if (state.defaultButton)
        states += u"default"_s;
    return {accessible->text(QAccessible::Name), accessible->text(QAccessible::Description),
            QString::number(accessible->role()), states.join(u' '),
            accessible->actionInterface()->actionNames().join(u' ')};
}

struct Buttons {
    QWidget window;
    QWidget *page = new QWidget(&window);
    QList<QAbstractButton *> all;

    Buttons()
    {
        auto *layout = new QVBoxLayout(page);
        auto *menu = new QPushButton(u"More"_s);
        menu->setMenu(new QMenu(menu));
        auto *fold = new QToolButton;
        fold->setText(u"Details"_s);
        fold->setCheckable(true);
        auto *cross = new QToolButton;
        cross->setAccessibleName(u"Close"_s);
        cross->setToolTip(u"Close this"_s);
        auto *box = new QCheckBox(u"On && off"_s);
        box->setChecked(true);
        auto *off = new QPushButton(u"Off"_s);
        off->setEnabled(false);
        all = {new QPushButton(u"&Save"_s), menu, fold, cross, box,
               new QRadioButton(u"One"_s),  off};
        for (QAbstractButton *button : all)
            layout->addWidget(button);
        (new QVBoxLayout(&window))->addWidget(page);
    }
};

class AccessibleButtonsTest final : public QObject
{
    Q_OBJECT

    QList<QStringList> m_qtsOwn;

private Q_SLOTS:
    void initTestCase()
    {
        Buttons buttons;
        buttons.window.show();
        for (QAbstractButton *button : buttons.all)
            m_qtsOwn += described(button);
        keepHiddenButtonsFromAccessibility();
    }

    void shownButtons_areDescribedAsByQt()
    {
        Buttons buttons;
        buttons.window.show();
        for (qsizetype i = 0; i < buttons.all.size(); ++i)
            QCOMPARE(described(buttons.all.at(i)), m_qtsOwn.at(i));
    }

    void shownButton_isPressed()
    {
        Buttons buttons;
        buttons.window.show();
        QSignalSpy clicked(buttons.all.first(), &QAbstractButton::clicked);
        QSignalSpy toggled(buttons.all.at(2), &QAbstractButton::toggled);
        act(buttons.all.first(), QAccessibleActionInterface::pressAction());
        act(buttons.all.at(2), QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(toggled.size(), 1);
    }

    void hiddenButton_offersAndDoesNothing_data()
    {
        QTest::addColumn<bool>("pageAlone");
        QTest::newRow("its page") << true;
        QTest::newRow("its window") << false;
    }
    void hiddenButton_offersAndDoesNothing()
    {
        QFETCH(bool, pageAlone);
        Buttons buttons;
        buttons.window.show();
        pageAlone ? buttons.page->hide() : buttons.window.hide();
        for (QAbstractButton *button : buttons.all) {
            const bool before = button->isChecked();
            QVERIFY(described(button).last().isEmpty());
            for (const QString &name : {QAccessibleActionInterface::pressAction(),
                                        QAccessibleActionInterface::toggleAction(),
                                        QAccessibleActionInterface::showMenuAction()})
                act(button, name);
            QCOMPARE(button->isChecked(), before);
            QVERIFY(!button->isDown()); // what is pressed is clicked a moment later
        }
    }

private:
    static void act(QWidget *widget, const QString &name)
    {
        QAccessible::queryAccessibleInterface(widget)->actionInterface()->doAction(name);
    }
};

HOURPASS_TEST(AccessibleButtonsTest, QApplication)

} // namespace tst_accessiblebuttons

#include "tst_accessiblebuttons.moc"
