// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreader.h"
#include "clipboard/x11/xconnection.h"

#include <QList>

#include <array>

namespace hourpass {

/// Reads a selection of the X server, from whichever program owns it, at once or in parts (ICCCM
/// 2.4 to 2.7). Qt's own way stands still for up to 5 s at each step. On a connection of its own.
class SelectionReading final : public ClipboardReading
{
    Q_OBJECT

public:
    explicit SelectionReading(const ClipboardReader::Request &request, QObject *parent = nullptr);
    ~SelectionReading() override;

private:
    /// In the order of their names in the source.
    enum Atom { Clipboard, Property, Incremental, FileList, Utf8, Utf8Text, Latin1, AtomCount };

    void askForAtoms();
    void start();
    void watchOwner(xcb_window_t owner);
    void askForNextFormat();
    void onEvent(const xcb_generic_event_t *event);
    void onNotified(const xcb_selection_notify_event_t &told);
    void onPart();
    void fetchNextPart();
    void fetch();
    void onFetched(const xcb_get_property_reply_t *reply);
    void takePart(const xcb_get_property_reply_t &reply);
    void finish();

    const ClipboardReader::Request m_request;
    XConnection m_x;
    std::array<xcb_atom_t, AtomCount> m_atoms{};
    xcb_window_t m_window = XCB_NONE;
    xcb_window_t m_owner = XCB_NONE;
    xcb_atom_t m_selection = XCB_ATOM_PRIMARY;
    QList<xcb_atom_t> m_formats; ///< to be asked for, the best first
    xcb_atom_t m_format = XCB_NONE;
    xcb_atom_t m_type = XCB_NONE; ///< of what came
    bool m_isInParts = false;
    bool m_isFetching = false;
    bool m_hasNextPart = false; ///< it came meanwhile
    qint64 m_partSize = 0;      ///< of what came of the part that is being fetched
    QByteArray m_text;
};

} // namespace hourpass
