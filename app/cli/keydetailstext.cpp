// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/keydetailstext.h"

#include "core/asciijson.h"
#include "core/isotime.h"
#include "core/visibletext.h"
#include "words/keydetailwords.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

QString keyDetailsText(const KeyCheck &check, const Instant &now)
{
    if (!check.details)
        return noKeyDetailsText() + u'\n';
    const QList<KeyDetailLine> lines = keyDetailLines(*check.details, now);
    qsizetype width = 0;
    for (const KeyDetailLine &line : lines)
        width = std::max(width, line.caption.size());
    QString text;
    for (const KeyDetailLine &line : lines)
        text += (line.caption + u':').leftJustified(width + 2) + line.value + u'\n';
    return text;
}

QByteArray keyDetailsJson(const KeyCheck &check, const QString &profileName)
{
    QJsonObject object{{u"profile"_s, profileName}, {u"details"_s, check.details.has_value()}};
    if (!check.details)
        return asciiJson(object) + '\n';
    const KeyDetails &details = *check.details;
    const auto add = [&object](const QString &name, const QString &value) {
        if (!value.isEmpty())
            object[name] = value;
    };
    add(u"id"_s, details.id);
    add(u"name"_s, details.name);
    add(u"owner"_s, details.owner);
    add(u"account"_s, details.accountId);
    if (details.createdAt)
        add(u"created_at"_s, isoTime(*details.createdAt));
    if (details.expiresAt)
        add(u"expires_at"_s, isoTime(*details.expiresAt));
    object["locked"_L1] = details.locked;
    object["disabled"_L1] = details.disabled;
    return asciiJson(object) + '\n';
}

} // namespace hourpass
