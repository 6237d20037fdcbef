// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardroute.h"
#include "clipboard/wayland/datacontrolprotocol.h"
#include "clipboard/wayland/pipes.h"

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <vector>

struct wl_display;
struct wl_registry;

namespace hourpass {

/// Through the compositor's protocol for clipboard managers, where it has one (sway, KWin and
/// others; not GNOME): works without the keyboard focus, and the compositor itself tells what is on
/// the clipboard. On a connection of its own, made at the first copy.
class DataControlRoute final : public ClipboardRoute
{
    Q_OBJECT

public:
    explicit DataControlRoute(QObject *parent = nullptr);
    ~DataControlRoute() override;

    Future<bool> put(const Secret &secret) override;
    void withdraw() override;
    void clear() override;
    bool owns() const override { return m_source; }
    Future<bool> holds(const Fingerprint &text) override;
    bool canSee() const override { return m_device; }
    bool readsAside() const override { return true; }

    /// Whether it can see what is on the clipboard, once it is connected.
    Future<bool> look();
    /// What is there, cut after `limit` bytes; empty where there is no text. To be asked for where
    /// it can see. Cancelled where it is asked for again.
    Future<Secret> text(qsizetype limit);

Q_SIGNALS:
    /// A part of the text has come.
    void progressed();

private:
    struct Events;
    struct RoundTrip;
    /// What is on the clipboard, or about to be.
    struct Content {
        explicit Content(wl_proxy *proxy)
            : offer(proxy)
        {
        }
        ~Content();
        Q_DISABLE_COPY_MOVE(Content)

        wl_proxy *offer;
        QByteArray textFormat; ///< empty where there is no text
        bool isHinted = false;
    };

    bool connectToCompositor();
    void disconnectFromCompositor();
    void useGlobals();
    void offer();
    void dropSource();
    void reportPut(bool isThere);
    void reportLook();
    wl_proxy *newSource();
    void readEvents();
    void giveUp();
    void afterRoundTrip(std::function<void()> then);

    void onGlobal(uint32_t name, const char *interface);
    void onContent(wl_proxy *offer);
    void onSend(const QByteArray &format, int file);
    void onCancelled(wl_proxy *source);

    const DataControlProtocol m_common{"zwlr"};
    const DataControlProtocol m_standard{"ext"};
    wl_display *m_display = nullptr;
    wl_registry *m_registry = nullptr;
    uint32_t m_seatName = 0; ///< the compositor's numbers; 0 none
    uint32_t m_commonName = 0;
    uint32_t m_standardName = 0;
    const DataControlProtocol *m_protocol = nullptr;
    wl_proxy *m_seat = nullptr;
    wl_proxy *m_manager = nullptr;
    wl_proxy *m_device = nullptr;
    wl_proxy *m_source = nullptr; ///< while what is on the clipboard is ours
    bool m_isAccepted = false;    ///< the compositor showed it to us
    std::unique_ptr<Content> m_arriving;
    std::unique_ptr<Content> m_content;
    std::vector<std::unique_ptr<RoundTrip>> m_roundTrips;
    std::unique_ptr<QSocketNotifier> m_notifier;
    Secret m_secret; ///< to serve it, while it is ours or about to be
    std::unique_ptr<Reporter<bool>> m_put;
    std::unique_ptr<Reporter<bool>> m_look;
    std::unique_ptr<Reporter<bool>> m_comparison;
    std::unique_ptr<PipeReader> m_reader;
};

} // namespace hourpass
