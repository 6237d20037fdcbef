// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenrequest.h"

namespace hourpass {

Secret apiKeyGrant(const Secret &key)
{
    const QByteArrayView bytes = key.reveal();
    QByteArray encoded = QByteArray::fromRawData(bytes.data(), bytes.size()).toPercentEncoding();
    QByteArray form("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=");
    form.reserve(form.size() + encoded.size());
    form.append(encoded);
    wipe(encoded);
    return Secret(std::move(form));
}

} // namespace hourpass
