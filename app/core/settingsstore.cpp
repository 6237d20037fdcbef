// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settingsstore.h"

#include "core/files.h"
#include "core/ownfileerror.h"

namespace hourpass {

namespace {

constexpr qint64 fileLimit = 256 * 1024;

Result<Settings> readSettings(const QString &path)
{
    const auto content = readSmallFile(path, fileLimit).map_error(asOwnFileError);
    if (!content && content.error().code == ErrorCode::NotFound)
        return Settings();
    auto settings = content ? parseSettings(*content) : Failure(content.error());
    if (!settings)
        settings.error().subject = path;
    return settings;
}

} // namespace

SettingsStore::SettingsStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
}

Result<void> SettingsStore::load()
{
    const auto read = readSettings(m_path);
    m_settings = read.value_or(Settings());
    m_fault.reset();
    if (read)
        return {};
    m_fault = read.error();
    return Failure(read.error());
}

Result<void> SettingsStore::change(const std::function<void(Settings &)> &edit)
{
    auto current = readSettings(m_path);
    const bool isDamaged = !current && current.error().code == ErrorCode::SettingsDamaged;
    if (!current && !isDamaged)
        return Failure(current.error());
    if (isDamaged) {
        if (const auto aside = setAside(m_path); !aside)
            return Failure(aside.error());
    }
    Settings settings = current.value_or(Settings());
    edit(settings);
    if (const auto written = writePrivateFile(m_path, toJson(settings)); !written)
        return written;
    m_settings = settings;
    m_fault.reset();
    Q_EMIT changed();
    return {};
}

} // namespace hourpass
