// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/wayland/datacontrolroute.h"

#include "clipboard/secrethints.h"

#include <wayland-client-protocol.h>

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace hourpass {

using Protocol = DataControlProtocol;

namespace {

// What programs ask for when they want text, the best first; the last two are for those on X11.
constexpr std::array textFormats{"text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "STRING"};

// A request without arguments of which the object dies.
void destroy(wl_proxy *&proxy, uint32_t request)
{
    if (proxy)
        wl_proxy_marshal_flags(proxy, request, nullptr, 1, WL_MARSHAL_FLAG_DESTROY);
    proxy = nullptr;
}

} // namespace

struct DataControlRoute::RoundTrip {
    wl_callback *callback;
    std::function<void()> then;

    RoundTrip(wl_display *display, std::function<void()> continuation)
        : callback(wl_display_sync(display))
        , then(std::move(continuation))
    {
    }
    ~RoundTrip() { wl_callback_destroy(callback); }
    Q_DISABLE_COPY_MOVE(RoundTrip)
};

/// libwayland calls functions with a pointer that it was given.
struct DataControlRoute::Events {
    static DataControlRoute &route(void *data) { return *static_cast<DataControlRoute *>(data); }

    static void global(void *data, wl_registry *, uint32_t name, const char *interface, uint32_t)
    {
        route(data).onGlobal(name, interface);
    }
    static void globalRemove(void *, wl_registry *, uint32_t) { }
    static void done(void *data, wl_callback *callback, uint32_t)
    {
        auto &trips = route(data).m_roundTrips;
        const auto trip = std::find_if(trips.begin(), trips.end(), [callback](const auto &each) {
            return each->callback == callback;
        });
        const std::unique_ptr<RoundTrip> own = std::move(*trip);
        trips.erase(trip);
        own->then();
    }
    static void dataOffer(void *data, wl_proxy *, wl_proxy *offer)
    {
        route(data).m_arriving = std::make_unique<Content>(offer);
        static constexpr Protocol::OfferEvents events{format};
        wl_proxy_add_listener(offer, listener(events), data);
    }
    static void format(void *data, wl_proxy *, const char *name)
    {
        if (!route(data).m_arriving)
            return;
        Content &content = *route(data).m_arriving;
        const auto rank = [](QByteArrayView format) {
            return std::find(textFormats.begin(), textFormats.end(), format);
        };
        if (rank(name) < rank(content.textFormat))
            content.textFormat = name;
        for (const SecretHint &hint : secretHints())
            content.isHinted |= hint.format == QLatin1StringView(name);
    }
    static void selection(void *data, wl_proxy *, wl_proxy *offer) { route(data).onContent(offer); }
    static void finished(void *data, wl_proxy *) { route(data).giveUp(); }
    static void primarySelection(void *data, wl_proxy *, wl_proxy *)
    {
        route(data).m_arriving.reset();
    }
    static void send(void *data, wl_proxy *, const char *format, int file)
    {
        route(data).onSend(format, file);
    }
    static void cancelled(void *data, wl_proxy *source) { route(data).onCancelled(source); }

    template <typename T>
    static void (**listener(const T &events))()
    {
        // libwayland's own type for an array of functions of any kind; it only reads.
        return reinterpret_cast<void (**)()>(const_cast<T *>(&events));
    }
};

DataControlRoute::Content::~Content()
{
    destroy(offer, Protocol::DestroyOffer);
}

DataControlRoute::DataControlRoute(QObject *parent)
    : ClipboardRoute(parent)
{
}

DataControlRoute::~DataControlRoute()
{
    const QSignalBlocker quiet(this);
    m_look.reset();
    disconnectFromCompositor();
}

Future<bool> DataControlRoute::put(const Secret &secret)
{
    m_secret = secret;
    m_put = std::make_unique<Reporter<bool>>();
    const Future<bool> answer = m_put->future();
    if (m_device)
        offer();
    else if (!m_display && !connectToCompositor())
        reportPut(false);
    return answer;
}

void DataControlRoute::reportPut(bool isThere)
{
    if (const auto put = std::move(m_put))
        put->report(isThere);
}

bool DataControlRoute::connectToCompositor()
{
    m_display = wl_display_connect(nullptr);
    if (!m_display)
        return false;
    m_notifier =
        std::make_unique<QSocketNotifier>(wl_display_get_fd(m_display), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DataControlRoute::readEvents);
    static constexpr wl_registry_listener events{Events::global, Events::globalRemove};
    m_registry = wl_display_get_registry(m_display);
    wl_registry_add_listener(m_registry, &events, this);
    afterRoundTrip([this] { useGlobals(); });
    return true;
}

void DataControlRoute::onGlobal(uint32_t name, const char *interface)
{
    const QByteArrayView is(interface);
    if (is == m_common.manager().name)
        m_commonName = name;
    else if (is == m_standard.manager().name)
        m_standardName = name;
    else if (is == wl_seat_interface.name && !m_seatName)
        m_seatName = name;
}

void DataControlRoute::useGlobals()
{
    const uint32_t managerName = m_standardName ? m_standardName : m_commonName;
    if (!managerName || !m_seatName) {
        giveUp();
        return;
    }
    m_protocol = m_standardName ? &m_standard : &m_common;
    const auto bind = [this](uint32_t name, const wl_interface &interface) {
        return static_cast<wl_proxy *>(wl_registry_bind(m_registry, name, &interface, 1));
    };
    m_seat = bind(m_seatName, wl_seat_interface);
    m_manager = bind(managerName, m_protocol->manager());
    m_device = wl_proxy_marshal_flags(m_manager, Protocol::GetDevice, &m_protocol->device(), 1, 0,
                                      nullptr, m_seat);
    static constexpr Protocol::DeviceEvents events{Events::dataOffer, Events::selection,
                                                   Events::finished, Events::primarySelection};
    wl_proxy_add_listener(m_device, Events::listener(events), this);
    // By its end the compositor has said what is there.
    afterRoundTrip([this] { reportLook(); });
    if (m_put)
        offer();
}

wl_proxy *DataControlRoute::newSource()
{
    wl_proxy *source = wl_proxy_marshal_flags(m_manager, Protocol::CreateSource,
                                              &m_protocol->source(), 1, 0, nullptr);
    static constexpr Protocol::SourceEvents events{Events::send, Events::cancelled};
    wl_proxy_add_listener(source, Events::listener(events), this);
    const auto offerFormat = [source](const char *format) {
        wl_proxy_marshal_flags(source, Protocol::Offer, nullptr, 1, 0, format);
    };
    std::for_each(textFormats.begin(), textFormats.end(), offerFormat);
    for (const SecretHint &hint : secretHints())
        offerFormat(hint.format.toLatin1().constData());
    return source;
}

void DataControlRoute::offer()
{
    wl_proxy *source = newSource();
    wl_proxy_marshal_flags(m_device, Protocol::SetSelection, nullptr, 1, 0, source);
    destroy(m_source, Protocol::DestroySource);
    m_source = source;
    m_isAccepted = false;
    // All that the compositor has to say about it comes before the end of the round trip.
    afterRoundTrip([this, source] {
        if (source == m_source || !m_source)
            reportPut(m_isAccepted);
    });
}

void DataControlRoute::dropSource()
{
    destroy(m_source, Protocol::DestroySource);
    m_secret = {};
}

void DataControlRoute::withdraw()
{
    m_put.reset();
    if (m_source)
        clear();
}

void DataControlRoute::clear()
{
    m_put.reset();
    if (m_device)
        wl_proxy_marshal_flags(m_device, Protocol::SetSelection, nullptr, 1, 0, nullptr);
    dropSource();
    if (m_display)
        wl_display_flush(m_display);
}

Future<bool> DataControlRoute::holds(const Fingerprint &secret)
{
    m_comparison = std::make_unique<Reporter<bool>>();
    const Future<bool> answer = m_comparison->future();
    text(secret.length() + 1).then(this, [this, secret](const Result<Secret> &read) {
        const auto comparison = read ? std::move(m_comparison) : nullptr;
        if (comparison)
            comparison->report(secret.matches(read->reveal()));
    });
    return answer;
}

Future<bool> DataControlRoute::look()
{
    if (m_display || !connectToCompositor())
        return readyFuture<bool>(canSee());
    m_look = std::make_unique<Reporter<bool>>();
    return m_look->future();
}

void DataControlRoute::reportLook()
{
    if (const auto look = std::move(m_look))
        look->report(canSee());
}

Future<Secret> DataControlRoute::text(qsizetype limit)
{
    if (!m_content || m_content->textFormat.isEmpty())
        return readyFuture<Secret>(Secret());
    m_reader = std::make_unique<PipeReader>(limit);
    connect(m_reader.get(), &PipeReader::progressed, this, &DataControlRoute::progressed);
    wl_proxy_marshal_flags(m_content->offer, Protocol::Receive, nullptr, 1, 0,
                           m_content->textFormat.constData(), m_reader->writingEnd());
    wl_display_flush(m_display);
    m_reader->closeWritingEnd();
    return m_reader->text();
}

void DataControlRoute::readEvents()
{
    while (wl_display_prepare_read(m_display) != 0)
        wl_display_dispatch_pending(m_display);
    wl_display_flush(m_display);
    if (wl_display_read_events(m_display) < 0 || wl_display_dispatch_pending(m_display) < 0)
        giveUp();
    else
        wl_display_flush(m_display);
}

// Called out of libwayland, which still needs the connection.
void DataControlRoute::giveUp()
{
    m_notifier->setEnabled(false);
    QMetaObject::invokeMethod(this, &DataControlRoute::disconnectFromCompositor,
                              Qt::QueuedConnection);
}

void DataControlRoute::afterRoundTrip(std::function<void()> then)
{
    static constexpr wl_callback_listener events{Events::done};
    m_roundTrips.push_back(std::make_unique<RoundTrip>(m_display, std::move(then)));
    wl_callback_add_listener(m_roundTrips.back()->callback, &events, this);
    wl_display_flush(m_display);
}

void DataControlRoute::onContent(wl_proxy *offer)
{
    m_content = offer ? std::move(m_arriving) : nullptr;
    if (!m_source)
        Q_EMIT changed();
    else if (m_content && m_content->isHinted)
        m_isAccepted = true;
}

void DataControlRoute::onSend(const QByteArray &format, int file)
{
    Secret answer = m_secret;
    for (const SecretHint &hint : secretHints())
        if (hint.format == QLatin1StringView(format))
            answer = Secret(QByteArrayView(hint.value));
    new PipeWriter(file, answer, this);
}

void DataControlRoute::onCancelled(wl_proxy *source)
{
    if (source != m_source)
        return;
    dropSource();
    // Compositors differ in whether they say first what is there instead.
    afterRoundTrip([this] { Q_EMIT changed(); });
}

void DataControlRoute::disconnectFromCompositor()
{
    m_roundTrips.clear();
    m_arriving.reset();
    m_content.reset();
    dropSource();
    destroy(m_device, Protocol::DestroyDevice);
    destroy(m_manager, Protocol::DestroyManager);
    if (wl_proxy *seat = std::exchange(m_seat, nullptr))
        wl_proxy_destroy(seat);
    if (wl_registry *registry = std::exchange(m_registry, nullptr))
        wl_registry_destroy(registry);
    m_notifier.reset();
    if (wl_display *display = std::exchange(m_display, nullptr)) {
        wl_display_flush(display);
        wl_display_disconnect(display);
    }
    reportPut(false);
    reportLook();
    Q_EMIT changed();
}

} // namespace hourpass
