// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue.h"
#include "support/testprogram.h"
#include "words/explanation.h"
#include "words/tokenwords.h"
#include "words/translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTest>

#include <cstdio>

namespace tst_translation {

using namespace hourpass;
using namespace Qt::StringLiterals;

using Variables = QList<std::pair<QString, QString>>;

QString translated(const test::CatalogueMessage &message)
{
    return QCoreApplication::translate(message.context.toUtf8().constData(),
                                       message.source.toUtf8().constData(),
                                       message.comment.toUtf8().constData());
}

/// What a program says that was started with only these of the locale's variables set.
QStringList saidWith(const Variables &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("LC_"_L1) || name.startsWith("LANG"_L1))
            environment.remove(name);
    }
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"translation"_s, u"--speak"_s});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {u"it ended with "_s + process.errorString()};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed().split(u'\n');
}

int speak(QCoreApplication &application)
{
    installTranslation(application);
    const QStringList lines{
        explain({ErrorCode::Cancelled, {}, {}, {}}).cause, timeLeftWords(Seconds(61)),
        timeLeftWords(Seconds(122)),
        QCoreApplication::translate("QPlatformTheme", "Cancel"), // one of Qt's own
    };
    return std::fputs(lines.join(u'\n').toUtf8().constData(), stdout) < 0 ? 1 : 0;
}

class TranslationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void language_followsTheLocale_data();
    void language_followsTheLocale();
    void pseudoLanguage_wrapsEveryText();
};

void TranslationTest::initTestCase()
{
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    QVERIFY2(QFile::exists(folder + "/qtbase_de.qm"_L1),
             "Qt's own German texts are missing: install the package qt6-translations-l10n");
}

void TranslationTest::language_followsTheLocale_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("said");
    const QStringList english{u"Cancelled."_s, u"1 minute 1 second left"_s,
                              u"2 minutes 2 seconds left"_s, u"Cancel"_s};
    const QStringList german{u"Abgebrochen."_s, u"noch 1 Minute 1 Sekunde"_s,
                             u"noch 2 Minuten 2 Sekunden"_s, u"Abbrechen"_s};
    const QStringList pseudo{u"[Câñçélléd.~~~]"_s,
                             u"[[1 mîñûté(š)~~~~] [1 šéçöñd(š)~~~~] léft~~~]"_s,
                             u"[[2 mîñûté(š)~~~~] [2 šéçöñd(š)~~~~] léft~~~]"_s, u"[Câñçél~~]"_s};
    const auto row = [](const char *name, const Variables &variables, const QStringList &said) {
        QTest::newRow(name) << variables << said;
    };
    row("no locale", {}, english);
    row("C", {{u"LC_ALL"_s, u"C.UTF-8"_s}}, english);
    row("American", {{u"LANG"_s, u"en_US.UTF-8"_s}}, english);
    row("British", {{u"LANG"_s, u"en_GB.UTF-8"_s}}, english);
    row("German", {{u"LANG"_s, u"de_DE.UTF-8"_s}}, german);
    row("Austrian", {{u"LANG"_s, u"de_AT.UTF-8"_s}}, german);
    row("not translated", {{u"LANG"_s, u"fr_FR.UTF-8"_s}}, english);
    row("messages alone", {{u"LANG"_s, u"en_US.UTF-8"_s}, {u"LC_MESSAGES"_s, u"de_DE.UTF-8"_s}},
        german);
    row("all overrides", {{u"LANG"_s, u"de_DE.UTF-8"_s}, {u"LC_ALL"_s, u"en_US.UTF-8"_s}}, english);
    row("list of languages", {{u"LANG"_s, u"en_US.UTF-8"_s}, {u"LANGUAGE"_s, u"fr:de:en"_s}},
        german);
    row("pseudo", {{u"LANG"_s, u"en_XA.UTF-8"_s}}, pseudo);
    row("pseudo, overridden", {{u"LANG"_s, u"en_XA.UTF-8"_s}, {u"LC_ALL"_s, u"de_DE.UTF-8"_s}},
        german);
}

void TranslationTest::language_followsTheLocale()
{
    QFETCH(Variables, variables);
    QTEST(saidWith(variables), "said");
}

void TranslationTest::pseudoLanguage_wrapsEveryText()
{
    qputenv("LC_ALL", "en_XA.UTF-8");
    installTranslation(*QCoreApplication::instance());
    QString faults;
    const auto messages = test::messagesIn(QStringLiteral(HOURPASS_CATALOGUES "/hourpass_de.ts"));
    QVERIFY(!messages.isEmpty());
    for (const auto &message : messages) {
        const QString text = translated(message);
        const bool isWrapped = text.startsWith(u'[') && text.endsWith(u']');
        const bool isLonger = text.size() >= message.source.size() * 4 / 3;
        const bool isComplete = test::placeholdersIn(text) == test::placeholdersIn(message.source);
        if (!isWrapped || !isLonger || !isComplete)
            faults += u"\n\"%1\" became \"%2\""_s.arg(message.source, text);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

static int run(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains("--speak"_L1))
        return speak(application);
    TranslationTest test;
    return QTest::qExec(&test, argc, argv);
}

HOURPASS_TEST_MAIN(run)

} // namespace tst_translation

#include "tst_translation.moc"
