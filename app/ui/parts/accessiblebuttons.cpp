// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/accessiblebuttons.h"

#include <QAccessibleWidget>
#include <QCheckBox>
#include <QPushButton>
#include <QToolButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

/// As Qt's own, which cannot be derived from, but for what is hidden.
class AccessibleButton final : public QAccessibleWidget
{
public:
    explicit AccessibleButton(QAbstractButton *button)
        : QAccessibleWidget(button)
        , m_button(button)
    {
    }

    QString text(QAccessible::Text kind) const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    QMenu *menu() const;
    void press() const;

    QAbstractButton *m_button; ///< lives as long as this
};

QString withoutMnemonic(QString text)
{
    const QString mark(u'\0');
    return text.replace("&&"_L1, mark).remove(u'&').replace(mark, "&"_L1);
}

QMenu *AccessibleButton::menu() const
{
    if (const auto *push = qobject_cast<const QPushButton *>(m_button))
        return push->menu();
    const auto *tool = qobject_cast<const QToolButton *>(m_button);
    return tool ? tool->menu() : nullptr;
}

QString AccessibleButton::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Name && m_button->accessibleName().isEmpty())
        return withoutMnemonic(m_button->text());
    if (kind == QAccessible::Accelerator && !m_button->shortcut().isEmpty())
        return m_button->shortcut().toString(QKeySequence::NativeText);
    return QAccessibleWidget::text(kind);
}

QAccessible::Role AccessibleButton::role() const
{
    if (menu())
        return QAccessible::ButtonMenu;
    if (m_button->isCheckable())
        return m_button->autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox;
    return QAccessible::Button;
}

QAccessible::State AccessibleButton::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    const auto *box = qobject_cast<const QCheckBox *>(m_button);
    const auto *push = qobject_cast<const QPushButton *>(m_button);
    state.checkable = m_button->isCheckable();
    state.checked = m_button->isChecked();
    state.checkStateMixed = box && box->checkState() == Qt::PartiallyChecked;
    state.pressed = m_button->isDown();
    state.defaultButton = push && push->isDefault();
    state.hasPopup = menu() != nullptr;
    return state;
}

QStringList AccessibleButton::actionNames() const
{
    if (!m_button->isEnabled() || !m_button->isVisible())
        return {};
    QStringList own{menu()                        ? showMenuAction()
                        : m_button->isCheckable() ? toggleAction()
                                                  : pressAction()};
    // As Qt's own, which in later releases let what stays down be pressed as well.
    if (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && own.first() == toggleAction()
        && role() != QAccessible::RadioButton)
        own += pressAction();
    return own + QAccessibleWidget::actionNames();
}

void AccessibleButton::doAction(const QString &name)
{
    if (!m_button->isEnabled() || !m_button->isVisible())
        return;
    if (name == pressAction() || name == showMenuAction())
        press();
    else if (name == toggleAction())
        m_button->toggle();
    else
        QAccessibleWidget::doAction(name);
}

void AccessibleButton::press() const
{
    auto *push = qobject_cast<QPushButton *>(m_button);
    auto *tool = qobject_cast<QToolButton *>(m_button);
    if (push && push->menu())
        push->showMenu();
    else if (tool && tool->menu())
        tool->showMenu();
    else
        m_button->animateClick();
}

QStringList AccessibleButton::keyBindingsForAction(const QString &name) const
{
    if (name != pressAction() || m_button->shortcut().isEmpty())
        return {};
    return {m_button->shortcut().toString()};
}

QAccessibleInterface *makeButton(const QString & /*className*/, QObject *object)
{
    auto *button = qobject_cast<QAbstractButton *>(object);
    return button ? new AccessibleButton(button) : nullptr;
}

} // namespace

void keepHiddenButtonsFromAccessibility()
{
    QAccessible::installFactory(makeButton);
}

} // namespace hourpass
