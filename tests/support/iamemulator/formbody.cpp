// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/formbody.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hourpass::emulator {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool hasBrokenEscape(const QByteArray &raw)
{
    for (qsizetype i = raw.indexOf('%'); i >= 0; i = raw.indexOf('%', i + 1)) {
        if (i + 2 >= raw.size() || !isHexDigit(raw.at(i + 1)) || !isHexDigit(raw.at(i + 2)))
            return true;
    }
    return false;
}

QByteArray decoded(const QByteArray &raw)
{
    return QByteArray::fromPercentEncoding(QByteArray(raw).replace('+', ' '));
}

/// Where the text first differs from the one encoding that every parser reads alike, or -1.
qsizetype firstOddity(const QByteArray &raw, const QByteArray &meaning)
{
    const QByteArray canonical = meaning.toPercentEncoding();
    const auto [odd, _] =
        std::mismatch(raw.cbegin(), raw.cend(), canonical.cbegin(), canonical.cend());
    return odd == raw.cend() && raw.size() == canonical.size() ? -1 : odd - raw.cbegin();
}

void readPair(const QByteArray &pair, FormBody &form)
{
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0) {
        form.faults.append(u"a form field has no '='"_s);
        return;
    }
    const QByteArray rawName = pair.first(equals);
    const QByteArray rawValue = pair.sliced(equals + 1);
    const FormField field{decoded(rawName), decoded(rawValue)};
    const QString label = QString::fromUtf8(field.name);
    if (hasBrokenEscape(rawName) || hasBrokenEscape(rawValue)) {
        form.faults.append(u"form field '%1' has a broken percent-encoding"_s.arg(label));
        return;
    }
    if (firstOddity(rawName, field.name) >= 0)
        form.oddities.append(u"the name of form field '%1' is not percent-encoded"_s.arg(label));
    const qsizetype odd = firstOddity(rawValue, field.value);
    if (odd >= 0) {
        form.oddities.append(
            u"form field '%1' is not percent-encoded at byte %2"_s.arg(label).arg(odd));
    }
    form.fields.append(field);
}

} // namespace

QByteArrayList FormBody::values(QByteArrayView name) const
{
    QByteArrayList values;
    for (const FormField &field : fields) {
        if (field.name == name)
            values.append(field.value);
    }
    return values;
}

FormBody parseForm(const QByteArray &body)
{
    FormBody form;
    if (body.isEmpty())
        return form;
    const QByteArrayList pairs = body.split('&');
    for (const QByteArray &pair : pairs)
        readPair(pair, form);
    return form;
}

} // namespace hourpass::emulator
