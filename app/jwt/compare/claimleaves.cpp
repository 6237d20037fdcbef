// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "jwt/compare/claimleaves.h"

#include "core/visibletext.h"

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;

// As deep as JSON is read at most.
void append(ClaimLeaves &found, const QStringList &steps, const JsonValue &value, qsizetype most)
{
    if (found.leaves.size() >= most) {
        found.hasMore = true;
        return;
    }
    if (value.items.empty()) {
        found.leaves.append(
            {steps.join(QString()).sliced(1), steps, {value.type, value.utf8, {}, {}}});
        return;
    }
    for (std::size_t i = 0; i < value.items.size() && !found.hasMore; ++i) {
        const QString step = value.isObject()
            ? u'.' + shortenedMiddle(value.names.at(qsizetype(i)), longestName)
            : u"[%1]"_s.arg(i);
        append(found, steps + QStringList{step}, value.items[i], most);
    }
}

} // namespace

ClaimLeaves claimLeaves(const JsonValue &object, qsizetype most)
{
    ClaimLeaves found;
    if (!object.isObject())
        return found;
    if (!object.items.empty())
        append(found, {}, object, most);
    return found;
}

} // namespace hourpass
