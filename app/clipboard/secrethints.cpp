// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secrethints.h"

#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QUtiMimeConverter>
#endif

namespace hourpass {

using namespace Qt::StringLiterals;

#if defined(Q_OS_WIN)

// Not tried: written by Microsoft's and Qt's documentation.
QList<SecretHint> secretHints()
{
    const QByteArray no(4, '\0'); // a DWORD, not a text
    const auto format = [](QLatin1StringView name) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name);
    };
    return {{format("ExcludeClipboardContentFromMonitorProcessing"_L1), no},
            {format("CanIncludeInClipboardHistory"_L1), no},
            {format("CanUploadToCloudClipboard"_L1), no},
            {format("Clipboard Viewer Ignore"_L1), no}};
}

#elif defined(Q_OS_MACOS)

namespace {

constexpr auto concealed = "org.nspasteboard.ConcealedType"_L1;
constexpr auto transient = "org.nspasteboard.TransientType"_L1;
constexpr auto prefix = "application/x-"_L1;

} // namespace

// Not tried: written by nspasteboard.org and Qt's documentation.
QList<SecretHint> secretHints()
{
    return {{prefix + concealed, "1"}, {prefix + transient, "1"}};
}

#else

// The second one is CopyQ's own, which knows the first from version 8 on only (measured with 6.4).
QList<SecretHint> secretHints()
{
    return {{u"x-kde-passwordManagerHint"_s, "secret"}, {u"application/x-copyq-hidden"_s, "1"}};
}

#endif

// Before Qt 6.5 the way to do this on macOS was private; there the hints are not passed on.
#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

struct HintConverter::Converter final : QUtiMimeConverter {
    static bool isHint(const QString &uti) { return uti == concealed || uti == transient; }

    QString mimeForUti(const QString &uti) const override
    {
        return isHint(uti) ? prefix + uti : QString();
    }
    QString utiForMime(const QString &mime) const override
    {
        const QString uti = mime.startsWith(prefix) ? mime.sliced(prefix.size()) : QString();
        return isHint(uti) ? uti : QString();
    }
    QVariant convertToMime(const QString &, const QList<QByteArray> &data,
                           const QString &) const override
    {
        return data.value(0);
    }
    QList<QByteArray> convertFromMime(const QString &, const QVariant &data,
                                      const QString &) const override
    {
        return {data.toByteArray()};
    }
};

HintConverter::HintConverter()
    : m_converter(std::make_unique<Converter>())
{
}

#else

struct HintConverter::Converter {
};

HintConverter::HintConverter() = default;

#endif

HintConverter::~HintConverter() = default;

} // namespace hourpass
