// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profileflows.h"

#include "core/visibletext.h"
#include "files/files.h"
#include "ui/parts/noticebar.h"
#include "ui/profiles/keydialog.h"
#include "ui/profiles/profiledialog.h"
#include "words/badentrywords.h"
#include "words/explanation.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// What the dialog does not show may have changed while it was open.
Profile withCurrentFacts(Profile entered, const ProfileStore &profiles, const Secret &newKey)
{
    if (const Profile *current = profiles.find(entered.id)) {
        entered.keyStore = current->keyStore;
        entered.keyExpiresAt = newKey.isEmpty() ? current->keyExpiresAt : std::nullopt;
    }
    return entered;
}

bool isWithoutKeychain(const Error &error)
{
    return error.code == ErrorCode::KeychainMissing || error.code == ErrorCode::SessionBusSilent;
}

} // namespace

ProfileFlows::ProfileFlows(const Engine &engine, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_notices(notices)
    , m_window(window)
{
}

void ProfileFlows::add()
{
    openAddDialog({});
}

void ProfileFlows::openAddDialog(const ImportedKey &imported)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = visibleText(imported.name);
    profile.endpoint = Endpoint::parse(imported.endpoint).value_or(Endpoint());
    auto *dialog = new ProfileDialog(ProfileDialog::Mode::Add, profile, m_window);
    if (!imported.key.isEmpty())
        dialog->setKey(imported.key);
    // As it was known last, so that the dialog has its size before it is shown.
    dialog->setForThisRunOnly(m_engine.keys.state() == SecretStore::State::Missing);
    m_engine.keys.probe().then(
        dialog, [this, dialog](const Result<SecretStore::State> & /*state*/) {
            dialog->setForThisRunOnly(m_engine.keys.state() == SecretStore::State::Missing);
        });
    connect(dialog, &ProfileDialog::saveRequested, this,
            [this, dialog](const Profile &entered, const Secret &key) {
                saveNew(dialog, entered, key);
            });
    connect(dialog, &QDialog::finished, this, &ProfileFlows::openNextImport);
    open(dialog);
}

void ProfileFlows::open(ProfileDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The keychain may be waiting for the user, and the window's own button is behind the dialog.
    connect(dialog, &QDialog::rejected, this, [this, dialog] {
        if (dialog->isBusy())
            m_engine.keys.cancelAll();
    });
    dialog->open();
}

void ProfileFlows::saveNew(ProfileDialog *dialog, const Profile &profile, const Secret &key)
{
    m_engine.keeper.add(profile, key)
        .then(this, [this, profile, key, guard = QPointer(dialog)](const Result<void> &saved) {
            if (!saved && isWithoutKeychain(saved.error()) && guard)
                saveForThisRun(guard, profile, key);
            else
                finishSave(guard, profile.id, saved);
        });
}

void ProfileFlows::saveForThisRun(ProfileDialog *dialog, Profile profile, const Secret &key)
{
    profile.kept = Profile::Kept::ForThisRun;
    const auto saved = m_engine.profiles.add(profile);
    if (saved)
        m_engine.sessions.keepKeyForThisRun(profile.id, key);
    finishSave(dialog, profile.id, saved);
    if (saved)
        m_notices.showNotice(tr("There is no keychain in this session: %1 can be used until "
                                "Hourpass ends, and is not stored.")
                                 .arg(profile.name));
}

void ProfileFlows::finishSave(ProfileDialog *dialog, const ProfileId &id, const Result<void> &saved)
{
    if (saved) {
        if (dialog)
            dialog->accept();
        Q_EMIT added(id);
    } else if (dialog) {
        dialog->showFault(saved.error());
    } else {
        showFault(saved.error()); // the dialog was closed meanwhile
    }
}

void ProfileFlows::edit(const ProfileId &id)
{
    const Profile *profile = m_engine.profiles.find(id);
    if (!profile)
        return;
    auto *dialog = new ProfileDialog(ProfileDialog::Mode::Edit, *profile, m_window);
    connect(dialog, &ProfileDialog::saveRequested, this,
            [this, dialog](const Profile &entered, const Secret &key) {
                saveChanged(dialog, entered, key);
            });
    open(dialog);
}

void ProfileFlows::saveChanged(ProfileDialog *dialog, const Profile &profile, const Secret &key)
{
    const Profile *before = m_engine.profiles.find(profile.id);
    const bool isSameIdentity = before && before->endpoint == profile.endpoint
        && before->assumeProfile == profile.assumeProfile && key.isEmpty();
    const auto update = [this, profile, key, isSameIdentity, guard = QPointer(dialog)] {
        const auto saved =
            m_engine.profiles.update(withCurrentFacts(profile, m_engine.profiles, key));
        if (saved && !isSameIdentity)
            m_engine.sessions.forgetTokens(profile.id);
        finishSave(guard, profile.id, saved);
    };
    if (key.isEmpty()) {
        update();
    } else if (profile.kept == Profile::Kept::ForThisRun) {
        update();
        m_engine.sessions.keepKeyForThisRun(profile.id, key);
    } else {
        m_engine.keeper.replaceKey(profile.id, key)
            .then(this,
                  [this, update, guard = QPointer(dialog),
                   id = profile.id](const Result<void> &written) {
                      if (written)
                          update();
                      else
                          finishSave(guard, id, written);
                  });
    }
}

void ProfileFlows::checkKey(const ProfileId &id)
{
    const Profile *profile = m_engine.profiles.find(id);
    if (!profile)
        return;
    auto *dialog = new KeyDialog(profile->name, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::retryRequested, this,
            [this, dialog, id] { askForKey(dialog, id); });
    connect(dialog, &QDialog::finished, this, [this, id] { m_engine.checker.cancel(id); });
    dialog->open();
    askForKey(dialog, id);
}

void ProfileFlows::askForKey(KeyDialog *dialog, const ProfileId &id)
{
    if (const Profile *profile = m_engine.profiles.find(id))
        dialog->showAsking(profile->endpoint.host());
    m_engine.checker.check(id, SecretStore::Prompt::Allowed)
        .then(dialog, [this, dialog](const Result<KeyCheck> &check) {
            if (check)
                dialog->showCheck(*check, m_engine.sessions.now());
            else if (check.error().code != ErrorCode::Cancelled)
                dialog->showFault(check.error());
        });
}

void ProfileFlows::removeBadEntry(const BadEntry &entry)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Remove entry"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove \"%1\" from the list?").arg(badEntryName(entry)));
    box->setInformativeText(tr("The key that it names is deleted from the keychain. This cannot be "
                               "undone."));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(remove, &QPushButton::clicked, this, [this, entry] {
        m_engine.keeper.removeBadEntry(entry).then(this, [this](const Result<void> &removed) {
            if (!removed)
                showFault(removed.error());
        });
    });
    box->open();
}

void ProfileFlows::makeDefault(const ProfileId &id)
{
    if (const auto done = m_engine.profiles.setDefaultProfile(id); !done)
        showFault(done.error());
}

void ProfileFlows::move(const ProfileId &id, int step)
{
    const int to = m_engine.profiles.indexOf(id) + step;
    if (to < 0 || to >= m_engine.profiles.profiles().size())
        return;
    if (const auto done = m_engine.profiles.move(id, to); !done)
        showFault(done.error());
}

void ProfileFlows::chooseKeyFile()
{
    auto *chooser = new QFileDialog(m_window, tr("Import key file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Key files (*.json *.env *.txt *.key)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ProfileFlows::importKeyFile);
    chooser->open();
}

void ProfileFlows::importKeyFile(const QString &path)
{
    auto content = readSmallFile(path, keyFileLimit);
    if (!content) {
        Error error = content.error();
        if (error.code == ErrorCode::NotFound)
            error.code = ErrorCode::FileUnreadable;
        showFault(error);
        return;
    }
    const auto keys = keysInFile(*content);
    wipe(*content);
    if (!keys) {
        showFault(keys.error());
        return;
    }
    m_imports = *keys;
    if (m_imports.size() == 1 && m_imports.first().name.isEmpty())
        m_imports.first().name = QFileInfo(path).completeBaseName();
    openNextImport();
}

void ProfileFlows::openNextImport()
{
    if (!m_imports.isEmpty())
        openAddDialog(m_imports.takeFirst());
}

void ProfileFlows::showFault(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return; // the user knows
    const Explanation words = explain(error);
    m_notices.showNotice(words.cause + u' ' + words.nextStep);
}

} // namespace hourpass
