// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/keyfile.h"
#include "ui/parts/engine.h"

#include <QObject>

class QWidget;

namespace hourpass {

class KeyDialog;
class NoticeBar;
class ProfileDialog;

/// What a user can do with profiles, from the click to the result: dialogs, keychain and notices.
/// Removing is RemovalFlow's.
class ProfileFlows final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. All must outlive this.
    ProfileFlows(const Engine &engine, NoticeBar &notices, QWidget *window);

    void add();
    void edit(const ProfileId &id);
    /// Asks IAM for the key's details, in a dialog.
    void checkKey(const ProfileId &id);
    /// Asks first: there is no way back.
    void removeBadEntry(const BadEntry &entry);
    void makeDefault(const ProfileId &id);
    /// Up is -1, down is 1.
    void move(const ProfileId &id, int step);
    void chooseKeyFile();
    void importKeyFile(const QString &path);

Q_SIGNALS:
    /// A profile was added or changed; the window shows it.
    void added(const hourpass::ProfileId &id);

private:
    void openAddDialog(const ImportedKey &imported);
    void open(ProfileDialog *dialog);
    void saveNew(ProfileDialog *dialog, const Profile &profile, const Secret &key);
    void saveForThisRun(ProfileDialog *dialog, Profile profile, const Secret &key);
    void saveChanged(ProfileDialog *dialog, const Profile &profile, const Secret &key);
    void askForKey(KeyDialog *dialog, const ProfileId &id);
    void finishSave(ProfileDialog *dialog, const ProfileId &id, const Result<void> &saved);
    void showFault(const Error &error);
    void openNextImport();

    const Engine &m_engine;
    NoticeBar &m_notices;
    QWidget *m_window;
    QList<ImportedKey> m_imports; ///< still to be shown, one dialog after the other
};

} // namespace hourpass
