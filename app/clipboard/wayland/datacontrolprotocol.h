// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wayland-client-core.h>

#include <QByteArray>

#include <array>

namespace hourpass {

/// The shapes of the messages of the data-control protocol, by which a program may read and set the
/// clipboard without the keyboard focus. It exists under two names with the same content, that of
/// wlroots and KWin (zwlr_data_control_unstable_v1) and the standard one (ext_data_control_v1). By
/// hand, since Debian has neither's description for the code generator; version 1 of both.
///
/// Objects of the protocol point into this: it must outlive them.
class DataControlProtocol final
{
public:
    enum ManagerRequest { CreateSource, GetDevice, DestroyManager };
    enum DeviceRequest { SetSelection, DestroyDevice };
    enum SourceRequest { Offer, DestroySource };
    enum OfferRequest { Receive, DestroyOffer };

    /// The events, in the protocol's order; libwayland takes them as an array of functions.
    struct DeviceEvents {
        void (*dataOffer)(void *data, wl_proxy *device, wl_proxy *offer);
        void (*selection)(void *data, wl_proxy *device, wl_proxy *offer);
        void (*finished)(void *data, wl_proxy *device);
        void (*primarySelection)(void *data, wl_proxy *device, wl_proxy *offer);
    };
    struct SourceEvents {
        void (*send)(void *data, wl_proxy *source, const char *format, int file);
        void (*cancelled)(void *data, wl_proxy *source);
    };
    struct OfferEvents {
        void (*offer)(void *data, wl_proxy *offer, const char *format);
    };

    /// The prefix is that of the names: "zwlr" or "ext".
    explicit DataControlProtocol(const QByteArray &prefix);
    Q_DISABLE_COPY_MOVE(DataControlProtocol)

    const wl_interface &manager() const { return m_manager; }
    const wl_interface &device() const { return m_device; }
    const wl_interface &source() const { return m_source; }

private:
    const QByteArray m_managerName, m_deviceName, m_sourceName, m_offerName;
    wl_interface m_manager{}, m_device{}, m_source{}, m_offer{};
    // What the arguments are that are objects, message by message.
    std::array<const wl_interface *, 1> m_newSource, m_aSource, m_anOffer;
    std::array<const wl_interface *, 2> m_newDevice, m_noObjects;
    std::array<wl_message, 3> m_managerRequests, m_deviceRequests;
    std::array<wl_message, 4> m_deviceEvents;
    std::array<wl_message, 2> m_sourceRequests, m_sourceEvents, m_offerRequests;
    std::array<wl_message, 1> m_offerEvents;
};

} // namespace hourpass
