// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/inspector/inspectorpage.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace tst_largeinspection {

using namespace hourpass;
using namespace Qt::StringLiterals;

constexpr auto patienceMs = 60'000;

QByteArray part(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray token(int number)
{
    return part(R"({"alg":"RS256","kid":"1"})") + '.'
        + part(R"({"iam_id":"IBMid-)" + QByteArray::number(number)
               + R"(","name":"Somebody","iat":1767225600,"exp":1767229200})")
        + '.' + part("signature");
}

QString textWith(int tokens)
{
    QByteArray text;
    for (int number = 0; number < tokens; ++number)
        text += "Authorization: Bearer " + token(number) + "\r\n";
    return QString::fromLatin1(text);
}

struct Bench {
    test::ScratchEngine scratch;
    InspectorPage page{scratch.engine};
    QListView *list = page.findChild<QListView *>();

    Bench() { page.show(); }
    int count() const { return list->model()->rowCount(); }
    bool isSearching() const { return page.isSearching(); }
    bool says(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(text))
                return true;
        }
        return false;
    }
    QPushButton *cancelButton() const
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == "Cancel"_L1)
                return button;
        }
        return nullptr;
    }
};

class LargeInspectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandTokens_areAllListed()
    {
        Bench bench;
        bench.page.inspectText(textWith(mostTokensFound));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isSearching(), patienceMs);
        QCOMPARE(bench.count(), int(mostTokensFound));
        QVERIFY(bench.says(u"10000 found"_s));
        QVERIFY(bench.says(u"Somebody"_s));
    }

    void oneTokenMore_isSaidNotToBeListed()
    {
        Bench bench;
        bench.page.inspectText(textWith(mostTokensFound + 1));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isSearching(), patienceMs);
        QCOMPARE(bench.count(), int(mostTokensFound));
        QVERIFY(bench.says(u"the first 10000"_s));
    }

    void reportOfAll_tellsHowManyAreLeftOut()
    {
        Bench bench;
        QString report;
        connect(&bench.page, &InspectorPage::copyTextRequested, this,
                [&report](const QString &text) { report = text; });
        bench.page.inspectText(textWith(3000));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isSearching(), patienceMs);
        bench.list->selectAll();
        bench.page.actions().copyReport->trigger();
        QVERIFY2(report.contains("2950"_L1), qPrintable(report.left(2000)));
    }

    void cancelled_leavesNothingAndFindsTheNextText()
    {
        Bench bench;
        bench.page.inspectText(QString(30 * 1024 * 1024, u'e') + textWith(mostTokensFound));
        QTRY_VERIFY(bench.cancelButton()); // it comes when a search takes a while
        QVERIFY(bench.isSearching());
        bench.cancelButton()->click();
        QTRY_VERIFY(!bench.isSearching());
        QVERIFY(bench.says(u"The search was cancelled."_s));
        QCOMPARE(bench.count(), 0);
        bench.page.inspectText(textWith(2));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isSearching(), patienceMs);
        QCOMPARE(bench.count(), 2);
    }

    void cleared_whileItIsSearched_staysEmpty()
    {
        Bench bench;
        bench.page.inspectText(textWith(mostTokensFound));
        bench.page.clear();
        QTRY_VERIFY(!bench.isSearching());
        QCOMPARE(bench.count(), 0);
        QVERIFY(bench.says(u"Paste or drop anything above"_s));
    }
};

HOURPASS_TEST(LargeInspectionTest, QApplication)

} // namespace tst_largeinspection

#include "tst_largeinspection.moc"
