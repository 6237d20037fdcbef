// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"
#include "core/publishedkeyset.h"
#include "network/networktools.h"
#include "publishedkeys/keysetcache.h"
#include "token/retrypolicy.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace hourpass {

/// A try that failed, and the next one.
struct KeyFetchWait {
    Error why;
    Milliseconds span;
    int tryNumber = 0; ///< of the one that comes
    int tries = 0;     ///< how many it may be
};

/// The published keys of IAM services: fetched when somebody asks for them and at no other time,
/// and kept in a folder for later runs. The address is that of an endpoint which the user named,
/// never one that a token names; the token is not sent.
///
/// A set is kept for as long as its server says, but for 5 minutes at least and a day at most. One
/// that lacks a wanted key is fetched anew, if it is older than 5 minutes. Where fetching fails,
/// one that is not older than a week does instead, and says so. One request is in flight for an
/// endpoint, however often it is asked; what may pass by itself is tried again, as RetryPolicy
/// says.
class PublishedKeys final : public QObject
{
    Q_OBJECT

public:
    /// The folder is made when there is something to keep. Everything referred to must outlive
    /// this.
    PublishedKeys(const QString &folder, NetworkTools network, RetryPolicy retries = {},
                  QObject *parent = nullptr);
    ~PublishedKeys() override;

    /// `wantedIds`: the "kid" of tokens that are to be checked; may be empty. Errors, all with
    /// RequestStep::PublishedKeys: those of HttpCall and parseKeySetAnswer().
    Future<PublishedKeySet> get(const KeySetSource &source, const QStringList &wantedIds = {});
    /// What is kept, however old it is. Asks nothing of the network.
    std::optional<PublishedKeySet> kept(const KeySetSource &source) const;
    /// All that is being fetched reports Cancelled at once.
    void cancel();
    bool isFetching() const { return !m_fetches.isEmpty(); }

Q_SIGNALS:
    void waiting(const hourpass::KeyFetchWait &wait);

private:
    struct Fetch;
    using SharedFetch = std::shared_ptr<Fetch>;
    bool isGood(const PublishedKeySet &set, const QStringList &wantedIds) const;
    Milliseconds ageOf(const PublishedKeySet &set) const;
    void startTry(const SharedFetch &fetch);
    void finishTry(const SharedFetch &fetch, const Result<PublishedKeySet> &result);
    void keep(const KeySetSource &source, const PublishedKeySet &set);
    void finish(const SharedFetch &fetch, const Result<PublishedKeySet> &result);
    Result<PublishedKeySet> olderOneInsteadOf(const Error &error, const KeySetSource &source) const;
    SharedFetch currentFetch(const std::weak_ptr<Fetch> &fetch) const;

    KeySetCache m_cache;
    NetworkTools m_network;
    RetryPolicy m_retries;
    QHash<QString, PublishedKeySet> m_sets; ///< of this run: the folder may not take them
    QHash<QString, SharedFetch> m_fetches;  ///< by KeySetSource::id(), as above
};

} // namespace hourpass
