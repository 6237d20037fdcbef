// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/messages.h"

#include "cli/input/standardstreams.h"
#include "core/asciijson.h"

#include <QCoreApplication>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

struct MessageWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Messages)
};

// Where even this fails there is nobody left to tell.
void tell(const QByteArray &bytes)
{
    static_cast<void>(writeAll(StandardStream::Error, bytes));
}

} // namespace

void Messages::note(const QString &text) const
{
    if (m_form == Form::Text)
        tell((text + u'\n').toLocal8Bit());
}

void Messages::warn(const Warning &warning) const
{
    if (m_form == Form::Text) {
        note(MessageWords::tr("Warning: %1").arg(warning.message + u' ' + warning.advice));
        return;
    }
    QJsonObject members = warning.about;
    members["code"_L1] = warning.code;
    members["message"_L1] = warning.message;
    members["advice"_L1] = warning.advice;
    tell(asciiJson({{u"warning"_s, members}}) + '\n');
}

void Messages::complain(const Complaint &complaint) const
{
    tell(m_form == Form::Json ? asJson(complaint) : asText(complaint).toLocal8Bit());
}

} // namespace hourpass
