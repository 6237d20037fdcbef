// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/report/report.h"

#include "support/testprogram.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace tst_reportmarkdown {

using namespace hourpass;
using namespace Qt::StringLiterals;

QByteArray encoded(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// The text wherever outside text can be, with nothing taken out.
QString reportWith(const QString &text)
{
    const QByteArray claims =
        R"({"iam_id":"IBMid-1","account":{"bss":"b"},"scope":"a","name":"n"})";
    Inspection inspection = inspectToken(
        strictToken(encoded(R"({"alg":"RS256"})") + '.' + encoded(claims) + ".AAAA"), {}, {});
    const JsonValue value{JsonValue::Type::String, text.toUtf8(), {}, {}};
    auto &object = *inspection.decoded.claims;
    object.names.append(text);
    object.items.push_back(value);
    object.items[2] = object.items[3] = value;
    inspection.identity.name = inspection.identity.account = inspection.identity.grant = text;
    inspection.verification.signature.code = SignatureCheck::Code::KeyUnknown;
    inspection.verification.signature.keyId = text;
    inspection.verification.addressee.code = AddresseeCheck::Code::OtherIssuer;
    inspection.verification.addressee.issuer = text;
    ReportOptions options;
    options.takenOut = {};
    options.toolVersion = u"1.2.3"_s;
    return makeReport({inspection}, options).text;
}

/// What a reader of Markdown makes of it: kinds of blocks and of text, in order.
QStringList shapeOf(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
    QStringList shape;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString kind = u"h%1"_s.arg(block.blockFormat().headingLevel());
        QTextCursor cursor(block);
        if (const QTextTable *table = cursor.currentTable())
            kind += u" table %1x%2"_s.arg(table->rows()).arg(table->columns());
        if (block.textList())
            kind += " list"_L1;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            const bool isHead =
                cursor.currentTable() && cursor.currentTable()->cellAt(cursor).row() == 0;
            if (format.isAnchor() || format.isImageFormat() || format.fontStrikeOut()
                || format.fontItalic() || format.fontUnderline()
                || (format.fontWeight() > QFont::Normal && !isHead
                    && block.blockFormat().headingLevel() == 0))
                kind += u" MARKED "_s + part.fragment().text();
        }
        shape.append(kind);
    }
    return shape;
}

/// Reports as a real reader of Markdown takes them.
class ReportMarkdownTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reader_findsMarksAndTables();
    void outsideText_changesNoShape_data();
    void outsideText_changesNoShape();
};

// So that the other test can fail.
void ReportMarkdownTest::reader_findsMarksAndTables()
{
    QVERIFY(shapeOf(u"see https://x.example here"_s).first().contains("MARKED"_L1));
    QVERIFY(shapeOf(u"to ada@example.com or"_s).first().contains("MARKED"_L1));
    QVERIFY(shapeOf(u"a *b* c"_s).first().contains("MARKED"_L1));
    QVERIFY(shapeOf(reportWith(u"plain"_s)).contains("h0 table 5x3"_L1));
    QVERIFY(shapeOf(reportWith(u"plain"_s))
            != shapeOf(reportWith(u"plain"_s).replace(u'`', u"\n\n"_s)));
}

void ReportMarkdownTest::outsideText_changesNoShape_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"<b>bold</b>"_s,
                                u"[link](https://x.example)"_s,
                                u"![image](https://x.example/i.png)"_s,
                                u"https://x.example/a"_s,
                                u"www.x.example"_s,
                                u"ada@example.com"_s,
                                u"a|b|c"_s,
                                u"a\\|b"_s,
                                u"a\\"_s,
                                u"`code`"_s,
                                u"``` x"_s,
                                u"`"_s,
                                u"\\`x\\`"_s,
                                u"*bold* _it_ ~~no~~ __u__"_s,
                                u"# heading"_s,
                                u"- item"_s,
                                u"+ item"_s,
                                u"* item"_s,
                                u"1. item"_s,
                                u"1) item"_s,
                                u"> quote"_s,
                                u"--- | ---"_s,
                                u"==="_s,
                                u"---"_s,
                                u"&lt;b&gt; &#64;"_s,
                                u"[x]: https://x.example"_s,
                                u"line\nbreak\r\n\r\n# x"_s,
                                u"\tcode"_s,
                                u"    code"_s,
                                u" "_s,
                                u"<!-- x"_s,
                                u"mailto:a@b.example"_s,
                                u"(\"(<b>.)"_s,
                                u"a`|`b"_s,
                                u"(`x` *y*)"_s,
                                u"a*b* ***"_s,
                                u"<https://x.example>"_s,
                                u"x http://a.example, www.b.example; c@d.example."_s})
        QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text;
}

void ReportMarkdownTest::outsideText_changesNoShape()
{
    QFETCH(const QString, text);
    const QString report = reportWith(text);
    QCOMPARE(shapeOf(report), shapeOf(reportWith(u"plain"_s)));
    QTextDocument document;
    document.setMarkdown(report, QTextDocument::MarkdownDialectGitHub);
    // What is not a mark of ours stands there letter for letter.
    if (!text.contains(u'`') && !text.contains(u'|') && text == text.simplified())
        QVERIFY2(document.toPlainText().count(text) >= 3, qPrintable(document.toPlainText()));
}

HOURPASS_TEST(ReportMarkdownTest, QGuiApplication)

} // namespace tst_reportmarkdown

#include "tst_reportmarkdown.moc"
