// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"
#include "settings/settings.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace hourpass {

/// Which proxy is on the way to the host, or why that cannot be told.
QString wayText(const QString &host, const Result<Proxy> &proxy);

/// Which proxy to use. Emits what was entered, and is told how that went.
class NetworkDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NetworkDialog(const ProxySettings &settings, QWidget *parent = nullptr);
    ~NetworkDialog() override;

    /// The way that a connection takes now, by the settings as they are stored.
    void showCurrent(const QString &host, const Result<Proxy> &proxy);
    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }
    void showFault(const Error &error);

Q_SIGNALS:
    /// `password` is nothing where the one that is stored shall stay.
    void saveRequested(const hourpass::ProxySettings &settings,
                       const std::optional<hourpass::Secret> &password);

private:
    void createFields(QFormLayout *form);
    ProxySettings::Mode chosenMode() const;
    void showMode();
    void save();

    ProxySettings m_settings;
    bool m_isBusy = false;
    QComboBox *m_mode;
    QLabel *m_hint;
    QLineEdit *m_address;
    QLineEdit *m_userName;
    QLineEdit *m_password;
    QLabel *m_current;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace hourpass
