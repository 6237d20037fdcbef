// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/publishedkeyset.h"
#include "core/result.h"
#include "network/networktools.h"

#include <optional>

namespace hourpass {

/// Where keys come from, and the way there. What a CA file vouched for does not serve those who
/// do not trust it.
struct KeySetSource {
    Endpoint endpoint;
    Route route{};

    /// Of letters and digits, and no other source's.
    QString id() const;
};

/// Key sets in a folder, a file for each source. They decide which tokens are called genuine: what
/// is damaged, of another source or open to others is as good as not there.
class KeySetCache final
{
public:
    explicit KeySetCache(QString folder);

    /// Error: WriteFailed.
    Result<void> write(const KeySetSource &source, const PublishedKeySet &set) const;
    /// With isFromCache.
    std::optional<PublishedKeySet> read(const KeySetSource &source) const;
    QString fileOf(const KeySetSource &source) const;

private:
    QString m_folder;
};

} // namespace hourpass
