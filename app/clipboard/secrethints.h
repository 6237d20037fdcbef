// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace hourpass {

/// A format beside the text that asks clipboard managers and cloud clipboards to leave it alone.
struct SecretHint {
    QString format;
    QByteArray value;
};

/// Those of this platform (security rules, section 4).
QList<SecretHint> secretHints();

/// Carries the hints to the desktop where Qt passes on only formats that it knows: on macOS. While
/// it lives. Elsewhere it does nothing.
class HintConverter final
{
public:
    HintConverter();
    ~HintConverter();
    Q_DISABLE_COPY_MOVE(HintConverter)

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
};

} // namespace hourpass
