// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/embeddingtraywatch.h"

// Windows and macOS always have a tray.

namespace hourpass {

EmbeddingTrayWatch::EmbeddingTrayWatch() = default;
EmbeddingTrayWatch::~EmbeddingTrayWatch() = default;

void EmbeddingTrayWatch::start()
{
    m_owner = 1;
    Q_EMIT changed();
}

bool EmbeddingTrayWatch::nativeEventFilter(const QByteArray & /*type*/, void * /*message*/,
                                           qintptr * /*result*/)
{
    return false;
}

} // namespace hourpass
