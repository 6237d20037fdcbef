// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QString>

namespace hourpass {

/// Names a trusted profile to assume (fact sheet, sections 1.4 and 3.4): by its id,
/// `Profile-<uuid>`, or by its CRN,
/// `crn:v1:<cname>:<ctype>:iam-identity::a/<account>::profile:<id>`. Both can be sent as they are,
/// and neither is a secret.
class TrustedProfile final
{
public:
    enum class Form { Id, Crn };

    /// Takes off blanks around it. Error: TrustedProfileInvalid, its detail naming what is wrong.
    static Result<TrustedProfile> parse(const QString &text);

    Form form() const { return m_form; }
    /// As it was given.
    const QString &toString() const { return m_text; }

    bool operator==(const TrustedProfile &) const = default;

private:
    TrustedProfile(Form form, QString text)
        : m_form(form)
        , m_text(std::move(text))
    {
    }

    Form m_form;
    QString m_text;
};

} // namespace hourpass
