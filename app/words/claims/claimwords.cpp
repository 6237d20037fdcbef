// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/claims/claimwords.h"

#include "core/visibletext.h"
#include "words/claims/claimreadings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct ClaimWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::ClaimWords)
};

struct Meaning {
    QLatin1StringView path;
    const char *text;
};

// Fact sheet, sections 3.1, 3.2 and 3.5; RFC 7515 and 7519.
constexpr std::array meanings{
    Meaning{"alg"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "how it is signed")},
    Meaning{"kid"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "which key it is signed with")},
    Meaning{"typ"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "what kind of token it is")},
    Meaning{"iam_id"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "whose token it is")},
    Meaning{"id"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "the same as iam_id")},
    Meaning{"realmid"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "which directory knows the identity")},
    Meaning{"identifier"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "iam_id without its beginning")},
    Meaning{"session_id"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "the login session")},
    Meaning{"jti"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "the token's own id, for support cases")},
    Meaning{"name"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "the identity's name")},
    Meaning{"given_name"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "first name")},
    Meaning{"family_name"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "last name")},
    Meaning{"email"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "e-mail address")},
    Meaning{"sub"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords",
                              "the subject: e-mail, service ID, profile or CRN")},
    Meaning{"sub_type"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "kind of subject; not there for users")},
    Meaning{"authn.sub"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "who really logged in")},
    Meaning{"authn.iam_id"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "who really logged in, as iam_id")},
    Meaning{"authn.name"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "who really logged in, by name")},
    Meaning{"account.valid"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "whether the account is active")},
    Meaning{"account.bss"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "the account's id")},
    Meaning{"account.ims"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "account of the classic infrastructure")},
    Meaning{"account.ims_user_id"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "user of the classic infrastructure")},
    Meaning{"account.frozen"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "bound to this account")},
    Meaning{"account.boundary"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "where the account is valid")},
    Meaning{"unique_instance_crns"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "service instances it is bound to")},
    Meaning{"iat"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "issued at")},
    Meaning{"exp"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "expires at")},
    Meaning{"nbf"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "not valid before")},
    Meaning{"iss"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "who issued it")},
    Meaning{"aud"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "who it is for")},
    Meaning{"grant_type"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "how it was obtained")},
    Meaning{"scope"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "what it may be used for")},
    Meaning{"client_id"_L1,
            QT_TRANSLATE_NOOP("hourpass::ClaimWords", "which program asked for it")},
    Meaning{"acr"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "how sure the login is")},
    Meaning{"amr"_L1, QT_TRANSLATE_NOOP("hourpass::ClaimWords", "how the login was made")},
};

QString meaningOf(const QString &path)
{
    const QString claim = path.section(u'[', 0, 0);
    const auto found = std::find_if(meanings.begin(), meanings.end(),
                                    [&claim](const Meaning &row) { return row.path == claim; });
    return found == meanings.end() ? QString() : ClaimWords::tr(found->text);
}

QString valueText(const JsonValue &value)
{
    switch (value.type) {
    case JsonValue::Type::String:
        return visibleText(value.toString());
    case JsonValue::Type::Number:
    case JsonValue::Type::Bool:
        return QString::fromLatin1(value.utf8);
    case JsonValue::Type::Array:
        return u"[]"_s;
    case JsonValue::Type::Object:
        return u"{}"_s;
    case JsonValue::Type::Null:
        break;
    }
    return u"null"_s;
}

QString typeText(JsonValue::Type type)
{
    switch (type) {
    case JsonValue::Type::String:
        return ClaimWords::tr("text", "type of a value");
    case JsonValue::Type::Number:
        return ClaimWords::tr("number", "type of a value");
    case JsonValue::Type::Bool:
        return ClaimWords::tr("yes or no", "type of a value");
    case JsonValue::Type::Array:
        return ClaimWords::tr("list", "type of a value");
    case JsonValue::Type::Object:
        return ClaimWords::tr("object", "type of a value");
    case JsonValue::Type::Null:
        break;
    }
    return ClaimWords::tr("nothing", "type of a value");
}

void append(QList<ClaimRow> &rows, const QString &name, const JsonValue &value,
            std::optional<Seconds> now)
{
    if (value.items.empty()) {
        rows.append({name, valueText(value), typeText(value.type), meaningOf(name),
                     claimReading(name, value, now)});
        return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const QString path = value.isObject()
            ? name + u'.' + visibleText(value.names.at(qsizetype(i)))
            : name + u"[%1]"_s.arg(i);
        append(rows, path, value.items[i], now);
    }
}

} // namespace

QList<ClaimRow> claimRows(const JsonValue &claims, std::optional<Seconds> now)
{
    QList<ClaimRow> rows;
    if (!claims.isObject())
        return rows;
    for (qsizetype i = 0; i < claims.names.size(); ++i)
        append(rows, visibleText(claims.names.at(i)), claims.items[std::size_t(i)], now);
    return rows;
}

QString explanationOf(const ClaimRow &row)
{
    if (row.meaning.isEmpty() || row.reading.isEmpty())
        return row.meaning + row.reading;
    return ClaimWords::tr("%1: %2", "what the claim is for: what its value says")
        .arg(row.meaning, row.reading);
}

} // namespace hourpass
