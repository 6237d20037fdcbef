// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "publishedkeys/publishedkeys.h"

#include "core/deadlinetimer.h"
#include "network/httpcall.h"
#include "publishedkeys/keysetanswer.h"

#include <QLoggingCategory>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr Seconds coolDown{5 * 60};
constexpr Seconds oldest{7 * 24 * 3600};

Q_LOGGING_CATEGORY(keysLog, "app.token.publishedkeys", QtInfoMsg)

} // namespace

/// One way to the keys, in as many tries as it takes. Whoever asks meanwhile gets the same future.
struct PublishedKeys::Fetch {
    Fetch(KeySetSource from, const Clock &clock)
        : source(std::move(from))
        , waiting(clock)
    {
    }
    // A try ends in what its call reports, so the call may not go at once.
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    KeySetSource source;
    int tryNumber = 0;
    std::unique_ptr<HttpCall, DeleteLater> call; ///< of the current try
    DeadlineTimer waiting;
    Reporter<PublishedKeySet> reporter;
};

PublishedKeys::PublishedKeys(const QString &folder, NetworkTools network, RetryPolicy retries,
                             QObject *parent)
    : QObject(parent)
    , m_cache(folder)
    , m_network(std::move(network))
    , m_retries(std::move(retries))
{
}

PublishedKeys::~PublishedKeys() = default;

Future<PublishedKeySet> PublishedKeys::get(const KeySetSource &source, const QStringList &wantedIds)
{
    const QString id = source.id();
    if (const auto running = m_fetches.value(id))
        return running->reporter.future();
    if (const auto set = kept(source); set && isGood(*set, wantedIds))
        return readyFuture<PublishedKeySet>(*set);
    const auto fetch = std::make_shared<Fetch>(source, m_network.clock);
    m_fetches.insert(id, fetch);
    auto fetched = fetch->reporter.future();
    startTry(fetch);
    return fetched;
}

// Another process may have fetched since.
std::optional<PublishedKeySet> PublishedKeys::kept(const KeySetSource &source) const
{
    auto set = m_cache.read(source);
    const auto own = m_sets.constFind(source.id());
    if (own != m_sets.constEnd() && (!set || set->fetchedAt < own->fetchedAt))
        set = *own;
    return set;
}

// Below zero where this computer's clock was put back: then nothing is known of the age.
Milliseconds PublishedKeys::ageOf(const PublishedKeySet &set) const
{
    return m_network.clock().utc - set.fetchedAt;
}

bool PublishedKeys::isGood(const PublishedKeySet &set, const QStringList &wantedIds) const
{
    const Milliseconds age = ageOf(set);
    if (age < Milliseconds::zero() || age >= set.goodUntil - set.fetchedAt)
        return false;
    const bool hasAll =
        std::all_of(wantedIds.begin(), wantedIds.end(),
                    [&set](const QString &wanted) { return set.keyIds.contains(wanted); });
    return hasAll || age < coolDown;
}

void PublishedKeys::startTry(const SharedFetch &fetch)
{
    ++fetch->tryNumber;
    fetch->call.reset(new HttpCall(fetch->source.route, m_network));
    fetch->call->send({RequestPurpose::PublishedKeys, fetch->source.endpoint.keysUrl(), {}, {}})
        .then(this, [this, weak = std::weak_ptr(fetch)](const Result<HttpAnswer> &answer) {
            const auto current = currentFetch(weak);
            if (!current)
                return;
            const Endpoint &endpoint = current->source.endpoint;
            auto set = answer ? parseKeySetAnswer(*answer, endpoint) : Failure(answer.error());
            if (!set && set.error().subject.isEmpty())
                set.error().subject = endpoint.host();
            finishTry(current, set);
        });
}

void PublishedKeys::finishTry(const SharedFetch &fetch, const Result<PublishedKeySet> &result)
{
    if (result) {
        keep(fetch->source, *result);
        return finish(fetch, result);
    }
    Error error = result.error();
    error.step = RequestStep::PublishedKeys;
    error.tries = fetch->tryNumber;
    const auto span = waitAfterTry(fetch->tryNumber, error, m_retries);
    if (!span)
        return finish(fetch, olderOneInsteadOf(error, fetch->source));
    connect(
        &fetch->waiting, &DeadlineTimer::timeout, this,
        [this, weak = std::weak_ptr(fetch)] {
            if (const auto current = currentFetch(weak))
                startTry(current);
        },
        Qt::SingleShotConnection);
    fetch->waiting.start(*span);
    Q_EMIT waiting({error, *span, fetch->tryNumber + 1, triesFor(error, m_retries)});
}

void PublishedKeys::keep(const KeySetSource &source, const PublishedKeySet &set)
{
    PublishedKeySet later = set;
    later.isFromCache = true;
    m_sets.insert(source.id(), later);
    // Best effort: this run has them in any case.
    if (const auto written = m_cache.write(source, set); !written)
        qCWarning(keysLog) << "Published keys cannot be kept:" << written.error().detail;
}

Result<PublishedKeySet> PublishedKeys::olderOneInsteadOf(const Error &error,
                                                         const KeySetSource &source) const
{
    auto set = kept(source);
    const Milliseconds age = set ? ageOf(*set) : oldest;
    if (!set || age < Milliseconds::zero() || age >= oldest)
        return Failure(error);
    set->whyNotNewer = error;
    return *set;
}

void PublishedKeys::finish(const SharedFetch &fetch, const Result<PublishedKeySet> &result)
{
    m_fetches.remove(fetch->source.id());
    fetch->reporter.report(result);
}

void PublishedKeys::cancel()
{
    const auto fetches = std::exchange(m_fetches, {});
    for (const SharedFetch &fetch : fetches) {
        fetch->call->cancel();
        Error error{ErrorCode::Cancelled, {}, fetch->source.endpoint.host()};
        error.step = RequestStep::PublishedKeys;
        fetch->reporter.report(Failure(error));
    }
}

// Null where it was cancelled meanwhile, even if another one has started since.
PublishedKeys::SharedFetch PublishedKeys::currentFetch(const std::weak_ptr<Fetch> &fetch) const
{
    const auto asked = fetch.lock();
    return asked && m_fetches.value(asked->source.id()) == asked ? asked : nullptr;
}

} // namespace hourpass
