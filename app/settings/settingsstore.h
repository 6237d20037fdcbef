// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hourpass {

/// The settings of settings.json. Each change is written at once, on top of what is in the file by
/// then; where writing fails, nothing changes.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    explicit SettingsStore(QString path, QObject *parent = nullptr);

    /// A missing file is no error. SettingsDamaged, SettingsFromNewerVersion, FileUnreadable and
    /// such, their subject the path: settings() are the defaults then.
    Result<void> load();

    const Settings &settings() const { return m_settings; }
    /// Why settings() are not the user's, if they are not. Then nothing goes to the network: the
    /// user may have set a proxy.
    const std::optional<Error> &fault() const { return m_fault; }

    /// A damaged file is set aside first. Errors: FileInUse, WriteFailed, and those of load() but
    /// for SettingsDamaged: such a file is left as it is.
    Result<void> change(const std::function<void(Settings &)> &edit);

Q_SIGNALS:
    void changed();

private:
    QString m_path;
    Settings m_settings;
    std::optional<Error> m_fault;
};

} // namespace hourpass
