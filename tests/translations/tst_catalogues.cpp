// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue.h"

#include "support/testprogram.h"

#include <QFileInfo>
#include <QTest>
#include <QTranslator>

namespace tst_catalogues {

using namespace hourpass::test;
using namespace Qt::StringLiterals;

QString told(const CatalogueMessage &message, const QString &fault)
{
    return u"\n%1: \"%2\" %3"_s.arg(message.context, message.source, fault);
}

class CataloguesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fault_isFound_data();
    void fault_isFound();
    void soundTranslation_passes_data();
    void soundTranslation_passes();
    void bothLanguages_areThere();
    void everyMessage_isFinished_data() { addCatalogues(); }
    void everyMessage_isFinished();
    void everyTranslation_keepsWhatTheSourceHas_data() { addCatalogues(); }
    void everyTranslation_keepsWhatTheSourceHas();
    void compiledCatalogue_answersEveryMessage_data() { addCatalogues(); }
    void compiledCatalogue_answersEveryMessage();
    void germanText_isSetAsGermanIs();

private:
    static void addCatalogues();
};

void CataloguesTest::addCatalogues()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : cataloguePaths())
        QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
}

void CataloguesTest::fault_isFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &source, const QString &translation,
                        const QString &fault) {
        QTest::newRow(name) << source << translation << fault;
    };
    const QString placeholders = u"has other placeholders"_s;
    row("nothing", u"Save"_s, u""_s, u"is empty"_s);
    row("placeholder lost", u"Hourpass %1"_s, u"Hourpass"_s, placeholders);
    row("placeholder twice", u"%1 left"_s, u"noch %1 %1"_s, placeholders);
    row("another placeholder", u"%1 and %2"_s, u"%1 und %3"_s, placeholders);
    row("number lost", u"%n minute(s)"_s, u"Minuten"_s, placeholders);
    row("tag", u"Save"_s, u"<b>Speichern</b>"_s, u"has other markup"_s);
    row("entity", u"Save"_s, u"Spei&nbsp;chern"_s, u"has other markup"_s);
    row("mnemonic lost", u"&Save"_s, u"Speichern"_s, u"has a mnemonic too few or too many"_s);
    row("mnemonic twice", u"&Save"_s, u"&Spei&chern"_s, u"has a mnemonic too few or too many"_s);
    row("blank before", u"min"_s, u" min"_s, u"begins or ends with other blanks"_s);
    row("blank after", u"Key: "_s, u"Schlüssel:"_s, u"begins or ends with other blanks"_s);
    row("ellipsis lost", u"Save…"_s, u"Speichern"_s, u"ends with another mark"_s);
    row("three dots", u"Save…"_s, u"Speichern..."_s, u"ends with another mark"_s);
    row("colon lost", u"Name:"_s, u"Name"_s, u"ends with another mark"_s);
    row("full stop added", u"Save"_s, u"Speichern."_s, u"ends with another mark"_s);
}

void CataloguesTest::fault_isFound()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QTEST(faultIn(source, translation), "fault");
}

void CataloguesTest::soundTranslation_passes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::newRow("other order") << u"%1 of %2"_s << u"%2: %1"_s;
    QTest::newRow("mnemonic elsewhere") << u"&Save…"_s << u"Spei&chern\u00a0…"_s;
    QTest::newRow("question") << u"Save?"_s << u"Speichern?"_s;
    QTest::newRow("blanks") << u" min"_s << u" Min"_s;
    QTest::newRow("less-than sign") << u"a < b"_s << u"b > a"_s;
}

void CataloguesTest::soundTranslation_passes()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QCOMPARE(faultIn(source, translation), QString());
}

void CataloguesTest::bothLanguages_areThere()
{
    QStringList names;
    for (const QString &path : cataloguePaths())
        names.append(QFileInfo(path).fileName());
    QCOMPARE(names, QStringList({u"hourpass_de.ts"_s, u"hourpass_en.ts"_s}));
}

void CataloguesTest::everyMessage_isFinished()
{
    QFETCH(QString, path);
    const QList<CatalogueMessage> messages = messagesIn(path);
    QVERIFY(!messages.isEmpty());
    QString faults;
    for (const CatalogueMessage &message : messages) {
        const qsizetype forms = message.isPlural ? 2 : 1;
        if (!message.isFinished || message.translations.size() != forms)
            faults += told(message, u"is not translated"_s);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void CataloguesTest::everyTranslation_keepsWhatTheSourceHas()
{
    QFETCH(QString, path);
    QString faults;
    for (const CatalogueMessage &message : messagesIn(path)) {
        QVERIFY(!message.translations.isEmpty());
        for (const QString &translation : message.translations) {
            if (const QString fault = faultIn(message.source, translation); !fault.isEmpty())
                faults += told(message, fault);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void CataloguesTest::compiledCatalogue_answersEveryMessage()
{
    QFETCH(QString, path);
    QTranslator compiled;
    QVERIFY(compiled.load(u":/i18n/%1.qm"_s.arg(QFileInfo(path).baseName())));
    QString faults;
    for (const CatalogueMessage &message : messagesIn(path)) {
        const QByteArray context = message.context.toUtf8();
        const QByteArray source = message.source.toUtf8();
        const QByteArray comment = message.comment.toUtf8();
        for (int form = 0; form < message.translations.size(); ++form) {
            // One is the first form in both languages, and two the second.
            const QString text =
                compiled.translate(context.constData(), source.constData(),
                                   comment.isEmpty() ? nullptr : comment.constData(),
                                   message.isPlural ? form + 1 : -1);
            if (text != message.translations.at(form))
                faults += told(message, u"is compiled to \"%1\""_s.arg(text));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void CataloguesTest::germanText_isSetAsGermanIs()
{
    QString faults;
    for (const CatalogueMessage &message :
         messagesIn(QStringLiteral(HOURPASS_CATALOGUES "/hourpass_de.ts"))) {
        const QString text = message.translations.join(u' ');
        if (text.contains(u'"') || text.count(u'„') != text.count(u'“'))
            faults += told(message, u"has other quotes than „…“"_s);
        if (text.size() > 1 && text.endsWith(u'…') && !text.at(text.size() - 2).isSpace())
            faults += told(message, u"has no space before its ellipsis"_s);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

HOURPASS_TEST(CataloguesTest, QCoreApplication)

} // namespace tst_catalogues

#include "tst_catalogues.moc"
