// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clipboard/clipboardreading.h"
#include "core/clock.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace hourpass {

/// Reads the clipboard without standing still, however slow the program is that has it. One reading
/// at a time: the next one cancels what is under way.
class ClipboardReader final : public QObject
{
    Q_OBJECT

public:
    /// More than anybody inspects.
    static constexpr qsizetype usualLimit = 64 * 1024 * 1024;

    enum class Place { Clipboard, Selection };
    enum class Wanted { Text, FilesOrText };

    struct Request {
        qsizetype limit = usualLimit; ///< in bytes
        Place place = Place::Clipboard;
        Wanted wanted = Wanted::Text;
    };
    struct Patience {
        Milliseconds silence{5000}; ///< until the other program begins, or goes on
        Milliseconds whole{60'000};
    };

    explicit ClipboardReader(QObject *parent = nullptr);
    explicit ClipboardReader(Patience patience, QObject *parent = nullptr);
    ~ClipboardReader() override;

    /// Cancelled after cancel().
    Future<ClipboardText> read(const Request &request);
    void cancel();

    /// Whether this platform's clipboards can be read so; else Qt reads, and waits.
    static bool readsAside();
    /// Whether this program has it.
    static bool isOurs(Place place);

private:
    static std::unique_ptr<ClipboardReading> reading(const Request &request);
    void giveUp();
    void end(const ClipboardText &text);
    ClipboardReading *release();

    const Patience m_patience;
    std::unique_ptr<ClipboardReading> m_reading;
    QPointer<ClipboardReading> m_left; ///< the last that was cancelled, for a while
    std::unique_ptr<Reporter<ClipboardText>> m_reporter;
    QTimer m_silence;
    QTimer m_whole;
};

} // namespace hourpass
