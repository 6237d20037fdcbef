// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/taborder.h"

#include <QLayout>
#include <QMainWindow>
#include <QScrollArea>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>

namespace hourpass {

namespace {

class Reader final
{
public:
    void read(QWidget *widget)
    {
        if (!widget)
            return;
        if (widget->focusPolicy() & Qt::TabFocus)
            add(widget);
        if (const auto *window = qobject_cast<QMainWindow *>(widget)) {
            read(window->centralWidget());
            read(widget->findChild<QStatusBar *>(QString(), Qt::FindDirectChildrenOnly));
        } else if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
            read(area->widget());
        } else if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                read(splitter->widget(i));
        } else if (const auto *tabs = qobject_cast<QTabWidget *>(widget)) {
            add(tabs->tabBar());
            read(tabs->cornerWidget());
            for (int i = 0; i < tabs->count(); ++i)
                read(tabs->widget(i));
        } else if (widget->layout()) {
            read(widget->layout());
        }
    }

private:
    void read(QLayout *layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem *item = layout->itemAt(i);
            if (item->layout())
                read(item->layout());
            else
                read(item->widget());
        }
    }
    void add(QWidget *widget)
    {
        if (m_last)
            QWidget::setTabOrder(m_last, widget);
        m_last = widget;
    }

    QWidget *m_last = nullptr;
};

} // namespace

void tabInReadingOrder(QWidget &window)
{
    Reader().read(&window);
}

void leaveFocusToTabBar(QTabWidget &tabs)
{
    tabs.setFocusProxy(nullptr);
    tabs.setFocusPolicy(Qt::NoFocus);
}

} // namespace hourpass
