// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorinput.h"

#include "support/testprogram.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace tst_inspectorinput {

using namespace hourpass;
using namespace Qt::StringLiterals;

class InspectorInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isShown()
    {
        InspectorInput input;
        QMimeData data;
        data.setText(u"a <b>b</b>"_s);
        data.setHtml(u"<b>other</b>"_s);
        QVERIFY(input.canInsertFromMimeData(&data));
        input.insertFromMimeData(&data);
        QCOMPARE(input.toPlainText(), u"a <b>b</b>"_s);
    }

    void longText_isHandedOn()
    {
        InspectorInput input;
        QSignalSpy arrived(&input, &InspectorInput::longTextArrived);
        QMimeData data;
        data.setText(QString(InspectorInput::longestShown + 1, u'x'));
        input.insertFromMimeData(&data);
        QCOMPARE(arrived.count(), 1);
        QVERIFY(input.toPlainText().isEmpty());
    }

    void file_isHandedOn()
    {
        InspectorInput input;
        QSignalSpy arrived(&input, &InspectorInput::fileArrived);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/tmp/x.har"_s)});
        QVERIFY(input.canInsertFromMimeData(&data));
        input.insertFromMimeData(&data);
        QCOMPARE(arrived.value(0).value(0).toString(), u"/tmp/x.har"_s);
    }

    void foreignAddress_isNoFile()
    {
        InspectorInput input;
        QMimeData data;
        data.setUrls({QUrl(u"https://example.com/x"_s)});
        QSignalSpy arrived(&input, &InspectorInput::fileArrived);
        input.insertFromMimeData(&data);
        QCOMPARE(arrived.count(), 0);
    }

    void mark_countsBytesAndLeavesTheSelection()
    {
        InspectorInput input;
        input.setPlainText(u"\u00e4\U0001F600 token tail"_s);
        input.mark(7, 5); // two bytes, four bytes, one blank
        const auto marks = input.extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().cursor.selectedText(), u"token"_s);
        QVERIFY(!input.textCursor().hasSelection());
        input.mark(7, 500); // not of this text
        QCOMPARE(input.extraSelections().size(), 0);
    }
};

HOURPASS_TEST(InspectorInputTest, QApplication)

} // namespace tst_inspectorinput

#include "tst_inspectorinput.moc"
