// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/clipboardreader.h"

#include "clipboard/qtreading.h"
#ifdef HOURPASS_HAS_XCB
#include "clipboard/selectionreading.h"
#endif
#ifdef HOURPASS_HAS_WAYLAND
#include "clipboard/datacontrolreading.h"
#endif

#include <QClipboard>
#include <QGuiApplication>

namespace hourpass {

ClipboardReader::ClipboardReader(QObject *parent)
    : ClipboardReader(Patience(), parent)
{
}

ClipboardReader::ClipboardReader(Patience patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
    m_silence.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &ClipboardReader::giveUp);
    connect(&m_whole, &QTimer::timeout, this, &ClipboardReader::giveUp);
}

ClipboardReader::~ClipboardReader() = default;

bool ClipboardReader::readsAside()
{
#ifdef HOURPASS_HAS_XCB
    return QGuiApplication::platformName() == u"xcb";
#else
    return false;
#endif
}

bool ClipboardReader::isOurs(Place place)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return place == Place::Clipboard ? clipboard->ownsClipboard() : clipboard->ownsSelection();
}

std::unique_ptr<ClipboardReading> ClipboardReader::reading(const Request &request)
{
#ifdef HOURPASS_HAS_XCB
    if (readsAside())
        return std::make_unique<SelectionReading>(request);
#endif
#ifdef HOURPASS_HAS_WAYLAND
    const bool isForOthers = request.place == Place::Clipboard && request.wanted == Wanted::Text;
    if (isForOthers && QGuiApplication::platformName().startsWith(u"wayland"))
        return std::make_unique<DataControlReading>(request);
#endif
    return std::make_unique<QtReading>(request);
}

Future<ClipboardText> ClipboardReader::read(const Request &request)
{
    cancel();
    m_reporter = std::make_unique<Reporter<ClipboardText>>();
    const auto read = m_reporter->future();
    m_reading = reading(request);
    connect(m_reading.get(), &ClipboardReading::progressed, &m_silence,
            [this] { m_silence.start(m_patience.silence); });
    m_silence.start(m_patience.silence);
    m_whole.start(m_patience.whole);
    m_reading->text().then(this, [this, own = m_reading.get()](const Result<ClipboardText> &text) {
        if (own == m_reading.get() && text)
            end(*text);
    });
    return read;
}

void ClipboardReader::giveUp()
{
    end({ClipboardText::Outcome::NoAnswer});
}

void ClipboardReader::end(const ClipboardText &text)
{
    drop();
    if (const auto reporter = std::move(m_reporter))
        reporter->report(text);
}

void ClipboardReader::cancel()
{
    drop();
    m_reporter.reset();
}

// Not deleted now: it may be what calls.
void ClipboardReader::drop()
{
    m_silence.stop();
    m_whole.stop();
    if (ClipboardReading *over = m_reading.release()) {
        over->disconnect(&m_silence);
        over->setParent(this);
        over->deleteLater();
    }
}

} // namespace hourpass
