// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/trayhosts.h"

#include "desktop/tray/bustraywatch.h"
#include "desktop/tray/embeddingtraywatch.h"

namespace hourpass {

TrayHosts::TrayHosts(QObject *parent)
    : QObject(parent)
    , m_bus(std::make_unique<BusTrayWatch>())
    , m_embedding(std::make_unique<EmbeddingTrayWatch>())
{
    connect(m_bus.get(), &BusTrayWatch::changed, this, &TrayHosts::changed);
    connect(m_embedding.get(), &EmbeddingTrayWatch::changed, this, &TrayHosts::changed);
}

TrayHosts::~TrayHosts() = default;

void TrayHosts::start()
{
    m_embedding->start();
    m_bus->start();
}

bool TrayHosts::hasBusHost() const
{
    return m_bus->hasHost();
}

// Where the bus has not answered yet, it may be the one to take: an icon in the other tray would
// bind Qt to it.
bool TrayHosts::hasEmbedder() const
{
    return m_bus->isKnown() && m_embedding->hasHost();
}

} // namespace hourpass
