// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/wayland/datacontrolprotocol.h"

#include <wayland-client-protocol.h>

namespace hourpass {

namespace {

template <std::size_t Requests, std::size_t Events>
wl_interface shape(const QByteArray &name, const std::array<wl_message, Requests> &requests,
                   const std::array<wl_message, Events> &events)
{
    return {name.constData(), 1, int(Requests), requests.data(), int(Events), events.data()};
}

} // namespace

// In a signature: n a new object, o an object (?o or none), s a text, h an open file.
DataControlProtocol::DataControlProtocol(const QByteArray &prefix)
    : m_managerName(prefix + "_data_control_manager_v1")
    , m_deviceName(prefix + "_data_control_device_v1")
    , m_sourceName(prefix + "_data_control_source_v1")
    , m_offerName(prefix + "_data_control_offer_v1")
    , m_newSource{&m_source}
    , m_aSource{&m_source}
    , m_anOffer{&m_offer}
    , m_newDevice{&m_device, &wl_seat_interface}
    , m_noObjects{nullptr, nullptr}
    , m_managerRequests{{{"create_data_source", "n", m_newSource.data()},
                         {"get_data_device", "no", m_newDevice.data()},
                         {"destroy", "", m_noObjects.data()}}}
    , m_deviceRequests{{{"set_selection", "?o", m_aSource.data()},
                        {"destroy", "", m_noObjects.data()},
                        {"set_primary_selection", "?o", m_aSource.data()}}}
    , m_deviceEvents{{{"data_offer", "n", m_anOffer.data()},
                      {"selection", "?o", m_anOffer.data()},
                      {"finished", "", m_noObjects.data()},
                      {"primary_selection", "?o", m_anOffer.data()}}}
    , m_sourceRequests{{{"offer", "s", m_noObjects.data()}, {"destroy", "", m_noObjects.data()}}}
    , m_sourceEvents{{{"send", "sh", m_noObjects.data()}, {"cancelled", "", m_noObjects.data()}}}
    , m_offerRequests{{{"receive", "sh", m_noObjects.data()}, {"destroy", "", m_noObjects.data()}}}
    , m_offerEvents{{{"offer", "s", m_noObjects.data()}}}
{
    m_manager = shape(m_managerName, m_managerRequests, std::array<wl_message, 0>());
    m_device = shape(m_deviceName, m_deviceRequests, m_deviceEvents);
    m_source = shape(m_sourceName, m_sourceRequests, m_sourceEvents);
    m_offer = shape(m_offerName, m_offerRequests, m_offerEvents);
}

} // namespace hourpass
