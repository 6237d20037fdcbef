// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace hourpass::test {

using namespace Qt::StringLiterals;

namespace {

QStringList matchesOf(const QRegularExpression &expression, const QString &text)
{
    QStringList found;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

QStringList markupIn(const QString &text)
{
    static const QRegularExpression markup(u"</?[A-Za-z][^>]*>|&(?:[A-Za-z]+|#[0-9]+);"_s);
    return matchesOf(markup, text);
}

qsizetype mnemonicsIn(const QString &text)
{
    static const QRegularExpression mnemonic(u"&[^&\\s]"_s);
    return matchesOf(mnemonic, text).size();
}

QString spaceBefore(const QString &text)
{
    static const QRegularExpression space(u"^\\s*"_s);
    return space.match(text).captured();
}

QString spaceAfter(const QString &text)
{
    static const QRegularExpression space(u"\\s*$"_s);
    return space.match(text).captured();
}

/// The full stop, colon or ellipsis that ends a text.
QString lastMark(const QString &text)
{
    static const QRegularExpression mark(u"[.:…!?]\\s*$"_s);
    return mark.match(text).captured().trimmed();
}

void readTranslation(QXmlStreamReader &xml, CatalogueMessage &message)
{
    message.isFinished = !xml.attributes().hasAttribute("type"_L1);
    if (!message.isPlural) {
        message.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

CatalogueMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    CatalogueMessage message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

} // namespace

QStringList cataloguePaths()
{
    const QDir folder(QStringLiteral(HOURPASS_CATALOGUES));
    QStringList paths;
    for (const QString &name : folder.entryList({u"*.ts"_s}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

QList<CatalogueMessage> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<CatalogueMessage> messages;
    QString context;
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else
                messages.append(readMessage(xml, context));
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return messages;
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?(?:[0-9]{1,2}|n)"_s);
    return matchesOf(placeholder, text);
}

QString faultIn(const QString &source, const QString &translation)
{
    if (translation.isEmpty())
        return u"is empty"_s;
    if (placeholdersIn(source) != placeholdersIn(translation))
        return u"has other placeholders"_s;
    if (markupIn(source) != markupIn(translation))
        return u"has other markup"_s;
    if (mnemonicsIn(source) != mnemonicsIn(translation))
        return u"has a mnemonic too few or too many"_s;
    if (spaceBefore(source) != spaceBefore(translation)
        || spaceAfter(source) != spaceAfter(translation))
        return u"begins or ends with other blanks"_s;
    if (lastMark(source) != lastMark(translation))
        return u"ends with another mark"_s;
    return {};
}

} // namespace hourpass::test
