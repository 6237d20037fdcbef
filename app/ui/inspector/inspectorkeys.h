// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/publishedkeyset.h"
#include "jwt/verify/signaturecheck.h"
#include "publishedkeys/keysetcache.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace hourpass {

class PublishedKeys;
class WarningLine;

/// Which keys tokens are checked with, and where they are from: none, IAM's published ones, which
/// are fetched when asked for, or a file's.
class InspectorKeys final : public QWidget
{
    Q_OBJECT

public:
    /// `published` must outlive it.
    InspectorKeys(PublishedKeys &published, Clock clock, QWidget *parent = nullptr);

    const KeyChoice &choice() const { return m_choice; }
    /// Of which published keys may speak; empty where the keys are not published ones.
    QStringList issuers() const;
    /// The source's keys; one of `wantedIds` should be among them.
    void fetch(const KeySetSource &source, const QStringList &wantedIds);
    /// By IBM's rules or as the user's own (`--jwks` and `--key` of the command line).
    void useFile(const QString &path, KeyRules rules);
    void refreshAge();

Q_SIGNALS:
    void fetchRequested();
    void changed();

private:
    QMenu *createFileMenu();
    void chooseFile(KeyRules rules);
    void finishFetch(const Result<PublishedKeySet> &result);
    void use(const KeyChoice &choice, const QString &origin,
             const std::optional<PublishedKeySet> &set = {});
    void setFetching(bool isFetching);

    PublishedKeys &m_published;
    const Clock m_clock;
    QLabel *m_origin;
    QPushButton *m_fetch;
    QPushButton *m_cancel;
    QPushButton *m_file;
    WarningLine *m_fault;
    KeyChoice m_choice;
    std::optional<PublishedKeySet> m_set; ///< while the keys are published ones that were fetched
};

} // namespace hourpass
