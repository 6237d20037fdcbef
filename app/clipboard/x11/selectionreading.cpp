// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/x11/selectionreading.h"

#include <utility>

namespace hourpass {

namespace {

using Outcome = ClipboardText::Outcome;

// Those of SelectionReading::Atom.
constexpr std::array atomNames{"CLIPBOARD",   "HOURPASS_CLIPBOARD",       "INCR",  "text/uri-list",
                               "UTF8_STRING", "text/plain;charset=utf-8", "STRING"};

// What is asked of the server at a time, so that neither it nor we hold more at once.
constexpr quint32 pieceSize = 256 * 1024;

} // namespace

SelectionReading::SelectionReading(const ClipboardReader::Request &request, QObject *parent)
    : ClipboardReading(parent)
    , m_request(request)
{
    if (!m_x.isOpen()) {
        report(Outcome::NoAnswer);
        return;
    }
    connect(&m_x, &XConnection::happened, this, &SelectionReading::onEvent);
    connect(&m_x, &XConnection::broken, this, [this] { report(Outcome::NoAnswer); });
    askForAtoms();
}

SelectionReading::~SelectionReading()
{
    wipe(m_text); // half a secret, perhaps
}

void SelectionReading::askForAtoms()
{
    static_assert(atomNames.size() == AtomCount);
    for (std::size_t i = 0; i < atomNames.size(); ++i) {
        const auto length = quint16(qstrlen(atomNames[i]));
        m_x.expect<xcb_intern_atom_reply_t>(xcb_intern_atom(m_x.get(), 0, length, atomNames[i]),
                                            [this, i](const xcb_intern_atom_reply_t *reply) {
                                                m_atoms[i] =
                                                    reply ? reply->atom : xcb_atom_t(XCB_NONE);
                                                if (i + 1 == AtomCount)
                                                    start();
                                            });
    }
    m_x.flush();
}

void SelectionReading::start()
{
    if (m_request.place == ClipboardReader::Place::Clipboard)
        m_selection = m_atoms[Clipboard];
    if (m_request.wanted == ClipboardReader::Wanted::FilesOrText)
        m_formats = {m_atoms[FileList]};
    m_formats += {m_atoms[Utf8], m_atoms[Utf8Text], m_atoms[Latin1]};
    m_window = xcb_generate_id(m_x.get());
    const quint32 events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_x.get())).data;
    xcb_create_window(m_x.get(), XCB_COPY_FROM_PARENT, m_window, screen->root, 0, 0, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK,
                      &events);
    m_x.expect<xcb_get_selection_owner_reply_t>(
        xcb_get_selection_owner(m_x.get(), m_selection),
        [this](const xcb_get_selection_owner_reply_t *reply) {
            watchOwner(reply ? reply->owner : xcb_window_t(XCB_NONE));
        });
    m_x.flush();
}

// Its end is told: nobody else would answer then.
void SelectionReading::watchOwner(xcb_window_t owner)
{
    if (owner == XCB_NONE) {
        report(Outcome::NoText);
        return;
    }
    m_owner = owner;
    const quint32 events = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_x.get(), owner, XCB_CW_EVENT_MASK, &events);
    askForNextFormat();
}

void SelectionReading::askForNextFormat()
{
    if (m_formats.isEmpty()) {
        report(Outcome::NoText);
        return;
    }
    m_format = m_formats.takeFirst();
    xcb_convert_selection(m_x.get(), m_window, m_selection, m_format, m_atoms[Property],
                          XCB_CURRENT_TIME);
    m_x.flush();
}

void SelectionReading::onEvent(const xcb_generic_event_t *event)
{
    switch (event->response_type & 0x7f) {
    case XCB_SELECTION_NOTIFY:
        onNotified(*reinterpret_cast<const xcb_selection_notify_event_t *>(event));
        break;
    case XCB_PROPERTY_NOTIFY: {
        const auto *told = reinterpret_cast<const xcb_property_notify_event_t *>(event);
        if (told->atom == m_atoms[Property] && told->state == XCB_PROPERTY_NEW_VALUE)
            onPart();
        break;
    }
    case XCB_DESTROY_NOTIFY:
        if (reinterpret_cast<const xcb_destroy_notify_event_t *>(event)->window == m_owner)
            report(Outcome::NoText); // nobody has it any more
        break;
    default:
        break;
    }
}

void SelectionReading::onNotified(const xcb_selection_notify_event_t &told)
{
    // Anybody may send one, and late.
    if (told.requestor != m_window || told.selection != m_selection || told.target != m_format
        || m_isInParts)
        return;
    if (told.property == m_atoms[Property])
        fetch();
    else
        askForNextFormat();
}

// Events are heard before replies that came earlier: the next part may be there while the end of
// the one before is still to be taken.
void SelectionReading::onPart()
{
    if (m_isFetching)
        m_hasNextPart = true;
    else if (m_isInParts)
        fetch();
}

void SelectionReading::fetchNextPart()
{
    if (std::exchange(m_hasNextPart, false))
        fetch();
}

// It goes from the server with its last piece, which tells the owner to send the next part.
void SelectionReading::fetch()
{
    m_isFetching = true;
    m_x.expect<xcb_get_property_reply_t>(
        xcb_get_property(m_x.get(), 1, m_window, m_atoms[Property], XCB_GET_PROPERTY_TYPE_ANY,
                         quint32(m_partSize / 4), pieceSize / 4),
        [this](const xcb_get_property_reply_t *reply) { onFetched(reply); });
    m_x.flush();
}

void SelectionReading::onFetched(const xcb_get_property_reply_t *reply)
{
    m_isFetching = false;
    if (!reply || reply->type == XCB_NONE) // it is gone already
        return;
    if (reply->type == m_atoms[Incremental]) {
        m_isInParts = true;
        Q_EMIT progressed();
        fetchNextPart();
    } else if (reply->format != 8) {
        report(Outcome::NoText); // no text, whatever its owner says
    } else {
        takePart(*reply);
    }
}

void SelectionReading::takePart(const xcb_get_property_reply_t &reply)
{
    const auto *bytes = static_cast<const char *>(xcb_get_property_value(&reply));
    const qint64 size = xcb_get_property_value_length(&reply);
    if (m_text.size() + size + qint64(reply.bytes_after) > m_request.limit) {
        report(Outcome::TooLarge);
        return;
    }
    m_text.append(bytes, qsizetype(size));
    if (size > 0)
        m_type = reply.type;
    const bool isEmptyPart = m_partSize + size == 0;
    m_partSize = reply.bytes_after > 0 ? m_partSize + size : 0;
    if (reply.bytes_after > 0) {
        fetch();
    } else if (!m_isInParts || isEmptyPart) {
        finish();
    } else {
        Q_EMIT progressed();
        fetchNextPart();
    }
}

// Some owners, as xclip, answer with their text whatever they are asked for: its type says what it
// is.
void SelectionReading::finish()
{
    if (m_type == m_atoms[Latin1]) {
        QByteArray text = QString::fromLatin1(m_text).toUtf8();
        wipe(m_text);
        m_text = std::move(text);
    }
    report(Outcome::Text, Secret(std::move(m_text)), m_type == m_atoms[FileList]);
}

} // namespace hourpass
