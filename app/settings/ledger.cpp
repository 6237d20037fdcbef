// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "settings/ledger.h"

#include "files/files.h"
#include "files/ownfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;
using Event = LedgerEntry::Event;

namespace {

constexpr int currentVersion = 1;
// Of full length with the longest names there are.
constexpr qint64 ledgerLimit = 8 * 1024 * 1024;
constexpr Milliseconds writeDelay{2000};

const std::pair<Event, QLatin1StringView> eventNames[]{
    {Event::Issued, "issued"_L1},
    {Event::Copied, "copied"_L1},
    {Event::Inspected, "inspected"_L1},
};

QString nameOf(Event wanted)
{
    for (const auto &[event, name] : eventNames) {
        if (event == wanted)
            return name;
    }
    return {};
}

std::optional<Event> eventNamed(const QString &wanted)
{
    for (const auto &[event, name] : eventNames) {
        if (name == wanted)
            return event;
    }
    return {};
}

std::optional<LedgerEntry> parseEntry(const QJsonValue &value)
{
    const auto fingerprint = TokenFingerprint::fromString(value["fingerprint"_L1].toString());
    const auto event = eventNamed(value["event"_L1].toString());
    const qint64 utc = value["utc"_L1].toInteger(-1);
    if (!fingerprint || !event || utc < 0)
        return {};
    return LedgerEntry{*fingerprint, *event, value["profile"_L1].toString(), Seconds(utc)};
}

QJsonObject toObject(const LedgerEntry &entry)
{
    QJsonObject object{{u"fingerprint"_s, entry.fingerprint.toString()},
                       {u"event"_s, nameOf(entry.event)},
                       {u"utc"_s, qint64(entry.utc.count())}};
    if (!entry.profile.isEmpty())
        object["profile"_L1] = entry.profile;
    return object;
}

} // namespace

Result<QList<LedgerEntry>> parseLedger(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    const qint64 version = object["version"_L1].toInteger(0);
    if (version > currentVersion)
        return failure(ErrorCode::FileFromNewerVersion, u"version %1"_s.arg(version));
    if (version != currentVersion || !object["entries"_L1].isArray())
        return failure(ErrorCode::FileDamaged,
                       u"it is no list of entries (byte %1)"_s.arg(error.offset));
    QList<LedgerEntry> entries;
    const QJsonArray array = object["entries"_L1].toArray();
    for (const QJsonValue &value : array) {
        const auto entry = parseEntry(value);
        if (!entry)
            return failure(ErrorCode::FileDamaged,
                           u"entry %1 cannot be read"_s.arg(entries.size() + 1));
        entries.append(*entry);
    }
    return entries;
}

QByteArray toJson(const QList<LedgerEntry> &entries)
{
    QJsonArray array;
    for (const LedgerEntry &entry : entries)
        array.append(toObject(entry));
    const QJsonObject object{{u"version"_s, currentVersion}, {u"entries"_s, array}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Ledger::Ledger(QString path, Clock clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_clock(std::move(clock))
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writeDelay);
    connect(&m_writeTimer, &QTimer::timeout, this, &Ledger::flush);
}

Ledger::~Ledger()
{
    flush();
}

Result<void> Ledger::setKept(bool isKept)
{
    const bool isAsBefore = m_wish == isKept;
    m_wish = isKept;
    if (isAsBefore && !m_fault)
        return {};
    // Read once alone: what is there would come twice.
    if (isKept && m_mayWrite)
        return Failure(*m_fault);
    const Result<void> done = isKept ? read() : remove();
    m_fault = done ? std::nullopt : std::optional(done.error());
    return done;
}

// What was noted before the file was read comes behind what is in it.
Result<void> Ledger::read()
{
    const auto content = readOwnFile(m_path, ledgerLimit);
    const bool isMissing = !content && content.error().code == ErrorCode::NotFound;
    auto entries = isMissing ? QList<LedgerEntry>()
        : content            ? parseLedger(*content)
                             : Failure(content.error());
    if (!entries && entries.error().code == ErrorCode::FileDamaged)
        return setDamagedAside(entries.error());
    if (!entries) {
        if (entries.error().subject.isEmpty())
            entries.error().subject = m_path;
        return Failure(entries.error());
    }
    startWriting();
    if (entries->isEmpty())
        return {};
    m_entries = *entries + m_entries;
    dropOldest();
    Q_EMIT changed();
    return {};
}

Failure Ledger::setDamagedAside(const Error &why)
{
    const auto aside = setAside(m_path);
    if (aside)
        startWriting();
    Error error = why;
    error.subject = aside.value_or(m_path);
    return Failure(error);
}

void Ledger::startWriting()
{
    m_mayWrite = true;
    if (!m_entries.isEmpty())
        writeLater();
}

void Ledger::writeLater()
{
    m_isUnwritten = true;
    // Started once: a steady stream does not put off the write for ever.
    if (m_mayWrite && !m_writeTimer.isActive())
        m_writeTimer.start();
}

Result<void> Ledger::remove()
{
    m_writeTimer.stop();
    m_mayWrite = false;
    if (QFile file(m_path); file.exists() && !file.remove())
        return failure(ErrorCode::WriteFailed, file.errorString(), m_path);
    return {};
}

void Ledger::note(const TokenFingerprint &fingerprint, Event event, const QString &profile)
{
    if (fingerprint.isNull())
        return;
    m_entries.append({fingerprint, event, profile,
                      std::chrono::floor<Seconds>(std::max(Milliseconds(0), m_clock().utc))});
    dropOldest();
    writeLater();
    Q_EMIT changed();
}

void Ledger::dropOldest()
{
    if (m_entries.size() > mostLedgerEntries)
        m_entries.remove(0, m_entries.size() - mostLedgerEntries);
}

QList<LedgerEntry> Ledger::entriesOf(const TokenFingerprint &fingerprint) const
{
    QList<LedgerEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
                 [&](const LedgerEntry &entry) { return entry.fingerprint == fingerprint; });
    return found;
}

void Ledger::clear()
{
    m_entries.clear();
    m_isUnwritten = true;
    flush();
    Q_EMIT changed();
}

void Ledger::flush()
{
    if (!m_isUnwritten || !m_mayWrite)
        return;
    m_writeTimer.stop();
    const auto written = writePrivateFile(m_path, toJson(m_entries));
    m_isUnwritten = !written;
    m_fault = written ? std::nullopt : std::optional(written.error());
}

} // namespace hourpass
