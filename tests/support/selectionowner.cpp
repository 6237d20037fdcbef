// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
//
// hourpass-selection-owner BEHAVIOUR [SELECTION [FORMAT]]
//
// A real X program that owns the clipboard (or the selection named: PRIMARY) and treats whoever
// asks for the format (UTF8_STRING) as its behaviour says:
//
//   silent    never answers
//   half      begins a transfer in parts, and stops after the first
//   dies      the same, and ends itself then
//   drips     one byte each 100 ms, for ever
//   floods    parts of 64 KiB, as fast as they are taken, for ever
//   whole     serves what it reads from standard input in parts of 64 KiB
//   picture   has no text
//   late      serves what it reads after a while, and ends if whoever asked has gone, as xclip does
//
// Says "ready" once it owns the selection, "asked" at each request. Ends when it loses it.
#include <xcb/xcb.h>

#include <poll.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

template <typename Reply>
using Owned = std::unique_ptr<Reply, decltype(&std::free)>;

constexpr std::size_t partSize = 65536;
constexpr int lateMs = 300;

struct Transfer {
    xcb_window_t requestor = XCB_NONE;
    xcb_atom_t property = XCB_NONE;
    std::size_t sent = 0;
    bool isAwaited = false; ///< the requestor has taken all parts so far
};

class Owner
{
public:
    Owner(std::string behaviour, std::string text, const char *selection, const char *format)
        : m_behaviour(std::move(behaviour))
        , m_text(std::move(text))
        , m_x(xcb_connect(nullptr, nullptr))
        , m_selection(atom(selection))
        , m_format(atom(format))
        , m_incremental(atom("INCR"))
    {
        const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_x)).data;
        m_window = xcb_generate_id(m_x);
        xcb_create_window(m_x, XCB_COPY_FROM_PARENT, m_window, screen->root, 0, 0, 1, 1, 0,
                          XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, 0, nullptr);
        xcb_set_selection_owner(m_x, m_window, m_selection, XCB_CURRENT_TIME);
        // Its answer comes after the server has done the above.
        const Owned<xcb_get_selection_owner_reply_t> owner(
            xcb_get_selection_owner_reply(m_x, xcb_get_selection_owner(m_x, m_selection), nullptr),
            &std::free);
        say(owner && owner->owner == m_window ? "ready" : "not owned");
    }
    ~Owner() { xcb_disconnect(m_x); }
    Owner(const Owner &) = delete;
    Owner &operator=(const Owner &) = delete;

    void serve()
    {
        while (!m_isOver && !xcb_connection_has_error(m_x)) {
            pollfd file{xcb_get_file_descriptor(m_x), POLLIN, 0};
            const bool isDripping = m_behaviour == "drips" && m_transfer.requestor;
            const bool isAsked = !m_requests.empty();
            if (::poll(&file, 1, isDripping ? 100 : isAsked ? lateMs : -1) == 0) {
                sendPart();
                answerLate();
            }
            while (const Owned<xcb_generic_event_t> event{xcb_poll_for_event(m_x), &std::free})
                hear(*event);
        }
    }

private:
    static void say(const char *word) { std::cout << word << std::endl; }

    xcb_atom_t atom(const char *name)
    {
        const auto cookie = xcb_intern_atom(m_x, 0, std::uint16_t(std::strlen(name)), name);
        const Owned<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(m_x, cookie, nullptr),
                                                   &std::free);
        return reply ? reply->atom : XCB_NONE;
    }

    void hear(const xcb_generic_event_t &event)
    {
        switch (event.response_type & 0x7f) {
        case 0:
            m_isOver = m_isOver || m_behaviour == "late";
            break;
        case XCB_SELECTION_CLEAR:
            m_isOver = true;
            break;
        case XCB_SELECTION_REQUEST:
            say("asked");
            if (m_behaviour == "late")
                m_requests.push_back(
                    reinterpret_cast<const xcb_selection_request_event_t &>(event));
            else
                answer(reinterpret_cast<const xcb_selection_request_event_t &>(event));
            break;
        case XCB_PROPERTY_NOTIFY: {
            const auto &told = reinterpret_cast<const xcb_property_notify_event_t &>(event);
            if (told.state == XCB_PROPERTY_DELETE && told.window == m_transfer.requestor
                && told.atom == m_transfer.property)
                onTaken();
            break;
        }
        default:
            break;
        }
    }

    void answer(const xcb_selection_request_event_t &request)
    {
        if (m_behaviour == "silent")
            return;
        const bool isRefused = request.target != m_format || m_behaviour == "picture";
        if (!isRefused) {
            if (m_behaviour == "late") {
                answerAtOnce(request);
                return;
            }
            m_transfer = {request.requestor, request.property, 0, false};
            const std::uint32_t mask = XCB_EVENT_MASK_PROPERTY_CHANGE;
            xcb_change_window_attributes(m_x, request.requestor, XCB_CW_EVENT_MASK, &mask);
            const std::uint32_t atLeast = m_text.empty() ? 1 : std::uint32_t(m_text.size());
            xcb_change_property(m_x, XCB_PROP_MODE_REPLACE, request.requestor, request.property,
                                m_incremental, 32, 1, &atLeast);
        }
        tell(request, isRefused ? xcb_atom_t(XCB_NONE) : request.property);
    }

    void answerLate()
    {
        for (const xcb_selection_request_event_t &request : std::exchange(m_requests, {}))
            answer(request);
    }

    void answerAtOnce(const xcb_selection_request_event_t &request)
    {
        xcb_change_property(m_x, XCB_PROP_MODE_REPLACE, request.requestor, request.property,
                            m_format, 8, std::uint32_t(m_text.size()), m_text.data());
        tell(request, request.property);
    }

    void tell(const xcb_selection_request_event_t &request, xcb_atom_t property)
    {
        xcb_selection_notify_event_t told{};
        told.response_type = XCB_SELECTION_NOTIFY;
        told.time = request.time;
        told.requestor = request.requestor;
        told.selection = request.selection;
        told.target = request.target;
        told.property = property;
        char wire[32] = {};
        std::memcpy(wire, &told, sizeof told);
        xcb_send_event(m_x, 0, request.requestor, XCB_EVENT_MASK_NO_EVENT, wire);
        xcb_flush(m_x);
    }

    void onTaken()
    {
        m_transfer.isAwaited = true;
        if (m_behaviour != "drips")
            sendPart();
    }

    void sendPart()
    {
        const bool isHalf = m_behaviour == "half" || m_behaviour == "dies";
        if (isHalf && m_transfer.sent > 0) {
            m_isOver = m_behaviour == "dies";
            return;
        }
        std::string part(m_behaviour == "drips" ? 1 : isHalf ? 4 : partSize, 'x');
        if (m_behaviour == "whole")
            part = m_text.substr(std::min(m_transfer.sent, m_text.size()), partSize);
        if (!std::exchange(m_transfer.isAwaited, false))
            return;
        m_transfer.sent += part.size();
        xcb_change_property(m_x, XCB_PROP_MODE_REPLACE, m_transfer.requestor, m_transfer.property,
                            m_format, 8, std::uint32_t(part.size()), part.data());
        xcb_flush(m_x);
        if (part.empty())
            m_transfer = {};
    }

    const std::string m_behaviour;
    const std::string m_text;
    xcb_connection_t *m_x;
    xcb_atom_t m_selection, m_format, m_incremental;
    xcb_window_t m_window = XCB_NONE;
    Transfer m_transfer;
    std::vector<xcb_selection_request_event_t> m_requests; ///< to be answered late
    bool m_isOver = false;
};

} // namespace

int main(int argc, char **argv)
{
    const std::string behaviour = argc > 1 ? argv[1] : "";
    constexpr const char *known[] = {"silent", "half",  "dies",    "drips",
                                     "floods", "whole", "picture", "late"};
    if (std::find(std::begin(known), std::end(known), behaviour) == std::end(known)) {
        std::cerr << "which behaviour? see the source\n";
        return 2;
    }
    std::string text;
    if (behaviour == "whole" || behaviour == "late")
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
    Owner(behaviour, text, argc > 2 ? argv[2] : "CLIPBOARD", argc > 3 ? argv[3] : "UTF8_STRING")
        .serve();
    return 0;
}
