// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int settingsVersion = 1;

const std::pair<ProxySettings::Mode, QLatin1StringView> modeNames[]{
    {ProxySettings::Mode::System, "system"_L1},
    {ProxySettings::Mode::Environment, "environment"_L1},
    {ProxySettings::Mode::Manual, "manual"_L1},
    {ProxySettings::Mode::None, "none"_L1},
};

// What is no damage where it cannot be read: then it is as if nothing had been set.
constexpr std::pair<QLatin1StringView, bool Settings::*> switches[]{
    {"showTray"_L1, &Settings::showTray},
    {"closeToTray"_L1, &Settings::closeToTray},
    {"notifications"_L1, &Settings::notifications},
    {"dropTokensOnLock"_L1, &Settings::dropTokensOnLock},
    {"keepLedger"_L1, &Settings::keepLedger},
    {"globalShortcuts"_L1, &Settings::globalShortcuts},
    {"sandboxAutostart"_L1, &Settings::sandboxAutostart},
};

QString nameOf(ProxySettings::Mode wanted)
{
    for (const auto &[mode, name] : modeNames) {
        if (mode == wanted)
            return name;
    }
    return {};
}

std::optional<ProxySettings::Mode> modeNamed(const QString &wanted)
{
    for (const auto &[mode, name] : modeNames) {
        if (name == wanted)
            return mode;
    }
    return {};
}

Failure damagedSettings(const QString &what)
{
    return failure(ErrorCode::SettingsDamaged, what);
}

// Its members: mode, url, userName.
Result<ProxySettings> parseProxySettings(const QJsonValue &value)
{
    ProxySettings settings;
    if (value.isUndefined())
        return settings;
    const auto mode = modeNamed(value["mode"_L1].toString());
    if (!mode)
        return damagedSettings(u"the proxy has no known mode"_s);
    settings.mode = *mode;
    if (const QString url = value["url"_L1].toString(); !url.isEmpty()) {
        const auto manual = parseProxy(url);
        if (!manual)
            return damagedSettings(u"the proxy has no valid URL"_s);
        settings.manual = *manual;
        settings.manual.userName = value["userName"_L1].toString();
        settings.manual.password = Secret();
    }
    if (settings.mode == ProxySettings::Mode::Manual && settings.manual.kind == Proxy::Kind::Direct)
        return damagedSettings(u"the proxy has no URL"_s);
    return settings;
}

// In seconds. What is no number is the default, since nothing is lost by that.
Seconds parseClipboardLife(const QJsonValue &value)
{
    const auto seconds = value.toInteger(Settings().clipboardLife.count());
    return std::clamp(Seconds(seconds), shortestClipboardLife, longestClipboardLife);
}

// In minutes; as above.
Minutes parseIdleTime(const QJsonValue &value)
{
    const auto minutes = value.toInteger(Settings().lockAfterIdle.count());
    return std::clamp(Minutes(minutes), Minutes(0), longestIdleTime);
}

QJsonObject toObject(const ProxySettings &settings)
{
    QJsonObject object{{u"mode"_s, nameOf(settings.mode)}};
    if (settings.manual.kind != Proxy::Kind::Direct)
        object["url"_L1] = toString(settings.manual);
    if (!settings.manual.userName.isEmpty())
        object["userName"_L1] = settings.manual.userName;
    return object;
}

} // namespace

Result<Settings> parseSettings(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (!parsed.isObject())
        return damagedSettings(u"it is not a JSON object (byte %1)"_s.arg(error.offset));
    QJsonObject object = parsed.object();
    const qint64 version = object.take("version"_L1).toInteger(0);
    if (version > settingsVersion)
        return failure(ErrorCode::SettingsFromNewerVersion, u"version %1"_s.arg(version));
    if (version != settingsVersion)
        return damagedSettings(u"the version is missing"_s);
    const auto proxy = parseProxySettings(object.take("proxy"_L1));
    if (!proxy)
        return Failure(proxy.error());
    Settings settings;
    settings.proxy = *proxy;
    settings.clipboardLife = parseClipboardLife(object.take("clipboardSeconds"_L1));
    settings.lockAfterIdle = parseIdleTime(object.take("lockAfterIdleMinutes"_L1));
    for (const auto &[name, member] : switches) {
        // What is no switch stays where it is, for whoever meant something by it.
        if (object.value(name).isBool())
            settings.*member = object.take(name).toBool();
    }
    settings.unknown = object;
    return settings;
}

QByteArray toJson(const Settings &settings)
{
    QJsonObject object = settings.unknown;
    object["version"_L1] = settingsVersion;
    object["proxy"_L1] = toObject(settings.proxy);
    object["clipboardSeconds"_L1] = qint64(settings.clipboardLife.count());
    if (settings.lockAfterIdle != Settings().lockAfterIdle)
        object["lockAfterIdleMinutes"_L1] = qint64(settings.lockAfterIdle.count());
    for (const auto &[name, member] : switches) {
        if (settings.*member != Settings().*member)
            object[name] = settings.*member;
    }
    return QJsonDocument(object).toJson();
}

} // namespace hourpass
