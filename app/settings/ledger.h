// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/tokenfingerprint.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace hourpass {

/// That a token came by. Nothing of the token, of its claims or of any id is in it.
struct LedgerEntry {
    enum class Event {
        Issued, ///< by IAM, for a profile
        Copied, ///< from a profile to the clipboard
        Inspected,
    };

    TokenFingerprint fingerprint;
    Event event = Event::Inspected;
    QString profile; ///< its name at that time; empty for Inspected
    Seconds utc{};   ///< since 1970, by this computer's clock

    bool operator==(const LedgerEntry &) const = default;
};

/// How many entries there may be; the oldest go.
inline constexpr qsizetype mostLedgerEntries = 10'000;

/// What ledger.json holds (contracts, section 1). Errors: FileDamaged, FileFromNewerVersion.
Result<QList<LedgerEntry>> parseLedger(const QByteArray &json);
QByteArray toJson(const QList<LedgerEntry> &entries);

/// Which tokens came by, in this run; in the runs before too, where it is kept in a file. What is
/// noted is written a little later, many in one go, so that a copy waits for no disk.
class Ledger final : public QObject
{
    Q_OBJECT

public:
    Ledger(QString path, Clock clock, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~Ledger() override;

    /// From now on in the file, on top of what is there; or in memory alone, and the file is
    /// deleted. Errors: WriteFailed (also where it cannot be deleted), FileUnreadable and such;
    /// FileDamaged: it was set aside, and a new one is begun; FileFromNewerVersion: it is left as
    /// it is and nothing is written.
    Result<void> setKept(bool isKept);
    /// Whether what is noted is written; else it is of this run alone.
    bool isKept() const { return m_mayWrite; }
    /// Why the file is not what it should be, if it is not: of the latest setKept() or write.
    const std::optional<Error> &fault() const { return m_fault; }

    /// Nothing for a null fingerprint.
    void note(const TokenFingerprint &fingerprint, LedgerEntry::Event event,
              const QString &profile = {});
    /// The oldest first, as all lists of entries.
    QList<LedgerEntry> entriesOf(const TokenFingerprint &fingerprint) const;
    const QList<LedgerEntry> &entries() const { return m_entries; }
    /// The file as well.
    void clear();
    /// Now, what note() left for later.
    void flush();

Q_SIGNALS:
    void changed();

private:
    Result<void> read();
    Failure setDamagedAside(const Error &why);
    Result<void> remove();
    void startWriting();
    void writeLater();
    void dropOldest();

    const QString m_path;
    const Clock m_clock;
    QList<LedgerEntry> m_entries;
    QTimer m_writeTimer;
    std::optional<bool> m_wish; ///< of the latest setKept()
    bool m_mayWrite = false;    ///< the file was read, or there was none
    bool m_isUnwritten = false;
    std::optional<Error> m_fault;
};

} // namespace hourpass
