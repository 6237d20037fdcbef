// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/clipboardreader.h"

#include "clipboard/qtreading.h"
#ifdef HOURPASS_HAS_XCB
#include "clipboard/x11/selectionreading.h"
#endif
#ifdef HOURPASS_HAS_WAYLAND
#include "clipboard/wayland/datacontrolreading.h"
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
    if (ClipboardReading *over = release())
        over->deleteLater(); // not now: it may be what calls
    if (const auto reporter = std::move(m_reporter))
        reporter->report(text);
}

// A program that is about to answer may end over our window being gone, as xclip does, and what was
// copied ends with it. So its answer is still taken, by nobody. Of the last one alone: each has a
// connection of its own.
void ClipboardReader::cancel()
{
    if (ClipboardReading *over = release()) {
        if (m_left)
            m_left->deleteLater();
        m_left = over;
        over->text().then(over, [over](const Result<ClipboardText> &) { over->deleteLater(); });
        QTimer::singleShot(m_patience.silence, over, &QObject::deleteLater);
    }
    m_reporter.reset();
}

/// The reading that is under way, if any: no longer listened to, and this one's child.
ClipboardReading *ClipboardReader::release()
{
    m_silence.stop();
    m_whole.stop();
    ClipboardReading *over = m_reading.release();
    if (over) {
        over->disconnect(&m_silence);
        over->setParent(this);
    }
    return over;
}

} // namespace hourpass
