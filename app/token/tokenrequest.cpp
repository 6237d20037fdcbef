// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/tokenrequest.h"

namespace hourpass {

Secret formEndingWith(QByteArray form, const Secret &value)
{
    const QByteArrayView bytes = value.reveal();
    QByteArray encoded = QByteArray::fromRawData(bytes.data(), bytes.size()).toPercentEncoding();
    form.reserve(form.size() + encoded.size()); // moved once more, it would leave a copy behind
    form.append(encoded);
    wipe(encoded);
    return Secret(std::move(form));
}

Secret apiKeyGrant(const Secret &key)
{
    return formEndingWith("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=",
                          key);
}

} // namespace hourpass
