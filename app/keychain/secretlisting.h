// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/future.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QDBusMessage;

namespace hourpass {

/// An entry of the Secret Service as it may be known while that is locked.
struct SecretEntry {
    QString user;
    std::optional<quint64> changedAt; ///< in seconds since 1970
};

/// Lists the entries of one service name ("server"): one search, then a question for each entry, a
/// few at a time. Belongs to the callbacks of its questions and goes with the last.
class SecretListing final : public std::enable_shared_from_this<SecretListing>
{
public:
    /// Asks the Secret Service; NotFound where there is no such object.
    using Ask = std::function<Future<QDBusMessage>(const QDBusMessage &)>;

    /// `context` must outlive the questions; its death ends them, and reports Cancelled.
    static Future<QList<SecretEntry>> start(const QString &service, Ask ask, QObject *context);

private:
    SecretListing(Ask ask, QObject *context);

    void search(const QString &service);
    void searched(const Result<QDBusMessage> &answer);
    void askNext();
    void answered(const Result<QDBusMessage> &answer);
    void reportWhenDone();

    Ask m_ask;
    QObject *m_context;
    QStringList m_paths; ///< still to be asked
    int m_asked = 0;     ///< and not answered
    QList<SecretEntry> m_entries;
    Reporter<QList<SecretEntry>> m_done;
};

} // namespace hourpass
