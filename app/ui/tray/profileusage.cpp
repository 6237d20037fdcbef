// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/profileusage.h"

#include "files/files.h"
#include "files/ownfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;
constexpr qint64 fileLimit = 64 * 1024;
constexpr qsizetype longestList = 100;
constexpr double fading = 0.9;
constexpr double forgotten = 0.01;
constexpr double most = 1 / (1 - fading); // what a count comes close to

} // namespace

ProfileUsage::ProfileUsage(QString path)
    : m_path(std::move(path))
{
}

void ProfileUsage::load()
{
    m_uses.clear();
    const auto content = readOwnFile(m_path, fileLimit);
    const QJsonObject object = QJsonDocument::fromJson(content.value_or(QByteArray())).object();
    m_isFromNewerVersion = object["version"_L1].toInt() > currentVersion;
    const QJsonArray list = object["profiles"_L1].toArray();
    for (const QJsonValue &item : list) {
        const ProfileId id = ProfileId::fromString(item["id"_L1].toString());
        const double count = item["uses"_L1].toDouble();
        const bool isUsable = !id.isNull() && count >= forgotten && weight(id) == 0;
        if (isUsable && m_uses.size() < longestList)
            m_uses.append({id, std::min(count, most)});
    }
}

void ProfileUsage::note(const ProfileId &id)
{
    Use now{id, weight(id) * fading + 1};
    m_uses.removeIf([&id](const Use &use) { return use.id == id; });
    for (Use &use : m_uses)
        use.count *= fading;
    m_uses.removeIf([](const Use &use) { return use.count < forgotten; });
    m_uses.prepend(now);
    if (m_uses.size() > longestList)
        m_uses.removeLast();
    save();
}

double ProfileUsage::weight(const ProfileId &id) const
{
    const auto use = std::find_if(m_uses.begin(), m_uses.end(),
                                  [&id](const Use &candidate) { return candidate.id == id; });
    return use == m_uses.end() ? 0 : use->count;
}

ProfileId ProfileUsage::latest() const
{
    return m_uses.isEmpty() ? ProfileId() : m_uses.first().id;
}

void ProfileUsage::save() const
{
    if (m_isFromNewerVersion)
        return;
    QJsonArray list;
    for (const Use &use : m_uses)
        list.append(QJsonObject{{u"id"_s, use.id.toString()},
                                {u"uses"_s, std::round(use.count * 1000) / 1000}});
    const QJsonObject object{{u"version"_s, currentVersion}, {u"profiles"_s, list}};
    // A menu that cannot remember its order is no reason to bother anyone.
    static_cast<void>(writePrivateFile(m_path, QJsonDocument(object).toJson()));
}

} // namespace hourpass
