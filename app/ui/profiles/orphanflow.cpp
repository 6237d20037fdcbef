// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/orphanflow.h"

#include "ui/parts/noticebar.h"
#include "ui/profiles/orphansdialog.h"
#include "ui/profiles/profiledialog.h"

#include <algorithm>

namespace hourpass {

OrphanFlow::OrphanFlow(const Engine &engine, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_notices(notices)
    , m_window(window)
    , m_census(engine.profiles, engine.keys,
               [&sessions = engine.sessions] { return sessions.now(); })
{
}

void OrphanFlow::look()
{
    m_census.orphans().then(this, [this](const Result<Orphans> &orphans) {
        // The doctor says why where it cannot be known.
        if (orphans)
            tell(*orphans);
    });
}

void OrphanFlow::tell(const Orphans &orphans)
{
    const auto old = std::count_if(orphans.keys.begin(), orphans.keys.end(),
                                   [](const OrphanKey &key) { return !key.isNew; });
    // What is shown is not to be replaced before it was read; the doctor tells of them, too.
    if (old == 0 || !m_notices.isHidden())
        return;
    m_notices.showNotice(tr("The keychain holds %n key(s) without a profile.", nullptr, int(old)),
                         tr("Show keys…"), [this] { open(); });
}

void OrphanFlow::open()
{
    if (!m_dialog) {
        m_dialog = new OrphansDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &OrphansDialog::adoptRequested, this, &OrphanFlow::adopt);
        connect(m_dialog, &OrphansDialog::forgetRequested, this, &OrphanFlow::forget);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    refresh();
}

void OrphanFlow::refresh()
{
    m_census.orphans().then(this, [this](const Result<Orphans> &orphans) {
        if (m_dialog && orphans)
            m_dialog->showOrphans(*orphans);
        else if (m_dialog)
            m_dialog->showFault(orphans.error());
    });
}

void OrphanFlow::adopt(const ProfileId &id)
{
    Profile profile;
    profile.id = id;
    auto *dialog = new ProfileDialog(ProfileDialog::Mode::Adopt, profile, m_dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::saveRequested, this,
            [this, dialog](const Profile &entered) { save(dialog, entered); });
    dialog->open();
}

void OrphanFlow::save(ProfileDialog *dialog, const Profile &profile)
{
    m_census.adopt(profile).then(
        this, [this, id = profile.id, guard = QPointer(dialog)](const Result<void> &adopted) {
            if (!adopted && guard)
                guard->showFault(adopted.error());
            if (!adopted)
                return;
            if (guard)
                guard->accept();
            refresh();
            Q_EMIT this->adopted(id);
        });
}

void OrphanFlow::forget(const ProfileId &id)
{
    m_census.forget(id).then(this, [this](const Result<void> &gone) {
        // What is not there any more, or has a profile now, the list shows by itself.
        const bool isSettled = gone || gone.error().code == ErrorCode::NotFound
            || gone.error().code == ErrorCode::KeyHasProfile;
        if (isSettled)
            refresh();
        else if (m_dialog)
            m_dialog->showFault(gone.error());
    });
}

} // namespace hourpass
