// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/settingsstore.h"

#include "files/files.h"
#include "files/ownfile.h"
#include "files/savelock.h"

#include <QFile>
#include <QFileInfo>

namespace hourpass {

namespace {

constexpr qint64 settingsLimit = 256 * 1024;

Result<Settings> readSettings(const QString &path)
{
    const auto content = readOwnFile(path, settingsLimit);
    if (!content && content.error().code == ErrorCode::NotFound)
        return Settings();
    auto settings = content ? parseSettings(*content) : Failure(content.error());
    if (!settings && settings.error().subject.isEmpty())
        settings.error().subject = path;
    return settings;
}

Result<void> save(const QString &path, const Settings &settings)
{
    return writePrivateFile(path, toJson(settings));
}

// Without a file there would be nothing to tell that the user may have set a proxy.
Result<void> saveBesideDamaged(const QString &path, const Settings &settings)
{
    const auto aside = setAside(path);
    if (!aside)
        return Failure(aside.error());
    const auto saved = save(path, settings);
    if (!saved)
        QFile::rename(*aside, path);
    return saved;
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
    makePrivateFolder(QFileInfo(m_path).path());
    SaveLock lock(m_path);
    if (const auto locked = lock.acquire(SaveLock::shortPatience); !locked)
        return locked;
    auto current = readSettings(m_path);
    const bool isDamaged = !current && current.error().code == ErrorCode::SettingsDamaged;
    if (!current && !isDamaged)
        return Failure(current.error());
    Settings settings = current.value_or(Settings());
    edit(settings);
    if (const auto saved = isDamaged ? saveBesideDamaged(m_path, settings) : save(m_path, settings);
        !saved)
        return saved;
    m_settings = settings;
    m_fault.reset();
    Q_EMIT changed();
    return {};
}

} // namespace hourpass
