// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace hourpass::emulator {

struct FormField {
    QByteArray name;
    QByteArray value;
};

/// A decoded application/x-www-form-urlencoded body.
struct FormBody {
    QList<FormField> fields;
    /// What no form parser could make sense of.
    QStringList faults;
    /// What form parsers read, but not all in the same way: bytes outside `A-Za-z0-9-._~` that are
    /// not percent-encoded, among them the `+` that is read as a space. Values are not repeated.
    QStringList oddities;

    QByteArrayList values(QByteArrayView name) const;
};

FormBody parseForm(const QByteArray &body);

} // namespace hourpass::emulator
