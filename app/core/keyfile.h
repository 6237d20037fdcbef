// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>
#include <QString>

namespace hourpass {

/// A key found in a file, with what the file says about it. Everything but the key is a hint and
/// comes from outside.
struct ImportedKey {
    Secret key;
    QString name;
    QString endpoint; ///< a URL, or empty
};

/// The keys in a file of any form of fact sheet section 6.4: JSON of the IBM Cloud CLI, the
/// console, Terraform or service credentials, VCAP_SERVICES, KEY=VALUE lines of SDKs, CLI and
/// Terraform, or one bare line. Takes byte order marks, CRLF and UTF-16.
/// Error: KeyFileWithoutKey.
Result<QList<ImportedKey>> keysInFile(const QByteArray &content);

/// Files with keys are small; larger ones are refused unread.
inline constexpr qint64 keyFileLimit = 1024 * 1024;

} // namespace hourpass
