// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/complaint.h"

#include <QJsonObject>

namespace hourpass {

/// Something is not as it should be, and the command goes on.
struct Warning {
    QString code; ///< for scripts
    QString message;
    QString advice;
    QJsonObject about{}; ///< further members of the JSON form
};

/// What goes to standard error.
class Messages final
{
public:
    enum class Form {
        Text,
        Json, ///< one object for an error, one for each warning, and nothing else
    };

    explicit Messages(Form form)
        : m_form(form)
    {
    }

    /// What a person may want to know and a program does not.
    void note(const QString &text) const;
    void warn(const Warning &warning) const;
    void complain(const Complaint &complaint) const;

private:
    Form m_form;
};

} // namespace hourpass
