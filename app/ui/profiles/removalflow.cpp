// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/removalflow.h"

#include "core/visibletext.h"
#include "ui/parts/actionbutton.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/noticebar.h"
#include "words/explanation.h"

#include <QAction>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMenuName = 40;

QString menuName(const QString &name)
{
    return visibleText(shortenedMiddle(name, longestMenuName)).replace(u'&', "&&"_L1);
}

} // namespace

RemovalFlow::RemovalFlow(const Engine &engine, NoticeBar &notices, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_notices(notices)
    , m_undo(newCommand(this, u"edit-undo"_s, {}, QKeySequence::Undo,
                        tr("Put the profile that was removed last back in its place")))
{
    m_undo->setMenuRole(QAction::NoRole);
    connect(m_undo, &QAction::triggered, this, &RemovalFlow::undoLatest);
    refreshAction({});
}

void RemovalFlow::start()
{
    connect(&m_engine.removals, &Removals::changed, this, &RemovalFlow::refresh);
    connect(&m_engine.removals, &Removals::failed, this, &RemovalFlow::tellFailure);
    connect(&m_engine.removals, &Removals::ended, this, &RemovalFlow::forget);
    connect(&m_notices, &NoticeBar::emptied, this, &RemovalFlow::refresh);
    refresh();
}

void RemovalFlow::remove(const ProfileId &id)
{
    if (const auto removed = m_engine.removals.remove(id); !removed) {
        if (removed.error().code != ErrorCode::NotFound) // pressed twice
            m_notices.showNotice(asText(explain(removed.error())));
        return;
    }
    // A key that is in no keychain is kept until the undo is over.
    m_engine.sessions.forgetTokens(id);
    if (const PendingRemoval *removal = m_engine.profiles.findRemoval(id))
        offer(*removal);
}

void RemovalFlow::undoLatest()
{
    if (const auto undoable = m_engine.removals.undoable(); !undoable.isEmpty())
        undo(undoable.last().profile.id);
}

void RemovalFlow::undo(const ProfileId &id)
{
    const auto done = m_engine.removals.undo(id);
    if (done)
        Q_EMIT undone(id);
    else if (done.error().code != ErrorCode::NotFound)
        m_notices.showNotice(asText(explain(done.error())));
}

// The notice goes with what it offers, and the next one takes the place that is free.
void RemovalFlow::refresh()
{
    const QList<PendingRemoval> undoable = m_engine.removals.undoable();
    refreshAction(undoable);
    if (m_notices.shows(m_notice) && isOutdated()) {
        m_notices.closeNotice(); // which comes back here
        return;
    }
    if (!m_notices.isEmpty())
        return;
    const auto next =
        std::find_if(undoable.rbegin(), undoable.rend(), [this](const PendingRemoval &removal) {
            return !m_told.contains(removal.profile.id);
        });
    if (next != undoable.rend())
        offer(*next);
}

bool RemovalFlow::isOutdated() const
{
    return m_offersUndo ? !m_engine.removals.canUndo(m_shown)
                        : !m_engine.profiles.findRemoval(m_shown);
}

void RemovalFlow::refreshAction(const QList<PendingRemoval> &undoable)
{
    m_undo->setEnabled(!undoable.isEmpty());
    m_undo->setText(undoable.isEmpty()
                        ? tr("&Undo")
                        : tr("&Undo remove \"%1\"").arg(menuName(undoable.last().profile.name)));
}

void RemovalFlow::offer(const PendingRemoval &removal)
{
    const ProfileId id = removal.profile.id;
    m_told.remove(id);
    m_shown = id;
    m_offersUndo = true;
    m_notice = m_notices.showNotice(
        {textFor(removal), tr("Undo"), [this, id] { undo(id); }, [this, id] { close(id); }});
}

QString RemovalFlow::textFor(const PendingRemoval &removal) const
{
    const QString name = visibleText(removal.profile.name);
    if (m_engine.keeper.isKeptElsewhere(removal.profile))
        return tr("%1 was removed. Its key is kept in \"%2\", which is not in use now, and is "
                  "deleted when it is.")
            .arg(name, visibleText(removal.profile.keyStore));
    const QString minutes = QString::number(std::chrono::ceil<Minutes>(Removals::undoSpan).count());
    if (removal.profile.kept == Profile::Kept::ForThisRun)
        return tr("%1 was removed. It can be put back for %2 minutes, or until you close this "
                  "notice.")
            .arg(name, minutes);
    return tr("%1 was removed. Its key stays in the keychain for %2 minutes, or until you close "
              "this notice.")
        .arg(name, minutes);
}

void RemovalFlow::close(const ProfileId &id)
{
    const PendingRemoval *removal = m_engine.profiles.findRemoval(id);
    if (removal && m_engine.keeper.isKeptElsewhere(removal->profile))
        m_told.insert(id); // it cannot be ended now
    else
        m_engine.removals.end(id);
}

void RemovalFlow::tellFailure(const ProfileId &id, const Error &error)
{
    m_told.insert(id);
    const PendingRemoval *removal = m_engine.profiles.findRemoval(id);
    if (!removal)
        return;
    const QString text = tr("%1 was removed, but its key was not deleted: %2")
                             .arg(visibleText(removal->profile.name), asText(explain(error)));
    m_shown = id;
    m_offersUndo = false;
    m_notice = m_notices.showNotice(
        {text, tr("Delete the key now"), [this, id] { m_engine.removals.end(id); }, {}});
}

void RemovalFlow::forget(const ProfileId &id)
{
    m_told.remove(id);
    m_engine.sessions.forget(id);
}

} // namespace hourpass
