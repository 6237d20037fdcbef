// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/messages.h"

#include "cli/standardstreams.h"

namespace hourpass {

namespace {

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

void Messages::complain(const Complaint &complaint) const
{
    tell(m_form == Form::Json ? asJson(complaint) : asText(complaint).toLocal8Bit());
}

} // namespace hourpass
