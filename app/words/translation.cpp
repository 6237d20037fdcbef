// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

class PseudoTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char * /*context*/, const char *source, const char * /*disambiguation*/,
                      int /*n*/) const override
    {
        static constexpr QStringView plain = u"AEIOUaeioucnsyz";
        static constexpr QStringView accented = u"ÂÉÎÖÛâéîöûçñšýž";
        QString text = QString::fromUtf8(source);
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype at = plain.indexOf(text.at(i));
            const bool isPlaceholder = i > 0 && text.at(i - 1) == u'%';
            if (at >= 0 && !isPlaceholder)
                text[i] = accented.at(at);
        }
        // German and its like are about a third longer than English.
        return u'[' + text + QString(text.size() / 3, u'~') + u']';
    }
};

// QLocale knows no territory XA and would make American English of it.
bool isPseudoLocale()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty())
            return value.startsWith("en_XA"_L1);
    }
    return false;
}

} // namespace

void installTranslation(QCoreApplication &application)
{
    if (isPseudoLocale()) {
        QCoreApplication::installTranslator(new PseudoTranslator(&application));
        return;
    }
    auto *own = new QTranslator(&application);
    const bool isOurs = own->load(QLocale(), u"hourpass"_s, u"_"_s, u":/i18n"_s);
    if (!isOurs)
        static_cast<void>(own->load(u":/i18n/hourpass_en"_s)); // for its plural forms
    QCoreApplication::installTranslator(own);
    // Qt's own texts follow ours: half a window in another language is worse than none.
    const QLocale spoken(own->language());
    auto *qt = new QTranslator(&application);
    if (isOurs && spoken.language() != QLocale::English
        && qt->load(spoken, u"qtbase"_s, u"_"_s,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace hourpass
