// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/engine.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace hourpass {

class SettingRow;
class WarningLine;

/// What the settings window asks for beside the engine.
struct SettingsSources {
    /// Whether the desktop starts the program at login; nothing where that cannot be set.
    std::function<std::optional<bool>()> startsAtLogin;
    std::function<Future<void>(bool)> setStartsAtLogin;
    /// Why there is no icon in the tray although it is wanted; else empty.
    std::function<QString()> trayAbsence;
    /// Whether the desktop tells that the user has touched nothing for a while.
    std::function<bool()> tellsIdle;
};

/// All settings, to search and to change. Each change is written at once; where that fails the row
/// says so, and shows what is still so.
class SettingsWindow final : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive this.
    SettingsWindow(const Engine &engine, SettingsSources sources, QWidget *parent = nullptr);

    /// In front of all others.
    void present();
    /// Shows what is so by now, after a change that nothing here can hear of.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Group {
        QGroupBox *box;
        QList<SettingRow *> rows;
    };
    /// What decides about the proxy in use.
    using ProxyQuestion = std::pair<ProxySettings, std::optional<Error>>;
    using Edit = std::function<void(Settings &)>;

    void createArea();
    void createGeneral();
    void createClipboard();
    void createSecurity();
    void createNotifications();
    void createNetwork();
    void createLayout();
    void addGroup(const QString &title);
    void addRow(SettingRow *row, std::function<void()> refresh);
    QCheckBox *addSwitch(const QString &label, const QString &explanation, bool Settings::*member);
    void addStartAtLogin();
    void setStartAtLogin(SettingRow &row, bool isOn);
    void addTraySwitches();
    void addLedgerSwitch();
    void addIdleTime();
    void change(SettingRow &row, const Edit &edit);
    void conclude(SettingRow &row, const Result<void> &outcome);
    void showProxy(SettingRow &row);
    void askForProxy(SettingRow &row, const ProxyQuestion &question);
    void resetProxy(SettingRow &row);
    void filter();

    const Engine &m_engine;
    SettingsSources m_sources;
    QLineEdit *m_search;
    WarningLine *m_fault;
    QScrollArea *m_area;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QList<Group> m_groups;
    QList<std::function<void()>> m_refreshers;
    std::optional<ProxyQuestion> m_asked; ///< the last
};

} // namespace hourpass
