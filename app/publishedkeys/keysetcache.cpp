// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "publishedkeys/keysetcache.h"

#include "files/files.h"
#include "files/ownfile.h"
#include "publishedkeys/keysetanswer.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;
// A set of the largest size, each of whose bytes is escaped.
constexpr qint64 fileLimit = 6 * 256 * 1024 + 4096;

QString urlOf(const KeySetSource &source)
{
    return QString::fromLatin1(source.endpoint.keysUrl().toEncoded());
}

// What is "ca.pem" in one folder is another file in the next.
QString caFileOf(const KeySetSource &source)
{
    const QString &file = source.route.caFile;
    return file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
}

std::optional<PublishedKeySet> setIn(const QJsonObject &members, const KeySetSource &source)
{
    if (members["version"_L1].toInt() != currentVersion
        || members["url"_L1].toString() != urlOf(source)
        || members["caFile"_L1].toString() != caFileOf(source))
        return {};
    PublishedKeySet set;
    set.text = members["keySet"_L1].toString().toUtf8();
    const auto ids = keyIdsOf(set.text);
    set.fetchedAt = Milliseconds(members["fetchedAt"_L1].toInteger(-1));
    if (!ids || set.fetchedAt < Milliseconds::zero())
        return {};
    set.keyIds = *ids;
    set.endpoint = source.endpoint;
    set.goodUntil = std::clamp<Milliseconds>(Milliseconds(members["goodUntil"_L1].toInteger()),
                                             set.fetchedAt + shortestKeySetLife,
                                             set.fetchedAt + longestKeySetLife);
    set.isFromCache = true;
    return set;
}

} // namespace

QString KeySetSource::id() const
{
    const QByteArray all = (urlOf(*this) + u'\n' + caFileOf(*this)).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(all, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(16).toHex());
}

KeySetCache::KeySetCache(QString folder)
    : m_folder(std::move(folder))
{
}

QString KeySetCache::fileOf(const KeySetSource &source) const
{
    return m_folder + "/keys-"_L1 + source.id() + ".json"_L1;
}

Result<void> KeySetCache::write(const KeySetSource &source, const PublishedKeySet &set) const
{
    const QJsonObject members{{u"version"_s, currentVersion},
                              {u"url"_s, urlOf(source)},
                              {u"caFile"_s, caFileOf(source)},
                              {u"fetchedAt"_s, qint64(set.fetchedAt.count())},
                              {u"goodUntil"_s, qint64(set.goodUntil.count())},
                              {u"keySet"_s, QString::fromUtf8(set.text)}};
    return writePrivateFile(fileOf(source), QJsonDocument(members).toJson());
}

std::optional<PublishedKeySet> KeySetCache::read(const KeySetSource &source) const
{
    // Nobody else may say which tokens are genuine.
    const auto content = readOwnFile(fileOf(source), fileLimit);
    if (!content)
        return {};
    return setIn(QJsonDocument::fromJson(*content).object(), source);
}

} // namespace hourpass
