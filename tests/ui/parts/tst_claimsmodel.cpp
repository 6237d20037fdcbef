// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/claimsmodel.h"

#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_claimsmodel {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ClaimsModelTest : public QObject
{
    Q_OBJECT

    static QStringList rowsFor(const QByteArray &json)
    {
        ClaimsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setClaims(*parseJson(json), Seconds(0));
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows += model.index(row, 0).data().toString() + u'='
                + model.index(row, 1).data().toString();
        return rows;
    }

private Q_SLOTS:
    void claims_areShownByPathInTheOrderOfTheToken_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("order") << "{\"z\":1,\"a\":\"b\"}"_ba << QStringList{u"z=1"_s, u"a=b"_s};
        QTest::newRow("nested") << "{\"account\":{\"bss\":\"x\",\"valid\":true}}"_ba
                                << QStringList{u"account.bss=x"_s, u"account.valid=true"_s};
        QTest::newRow("list") << "{\"amr\":[\"pwd\",\"otp\"],\"none\":[]}"_ba
                              << QStringList{u"amr[0]=pwd"_s, u"amr[1]=otp"_s, u"none=[]"_s};
        QTest::newRow("number as written")
            << "{\"n\":1.50e3,\"big\":12345678901234567890}"_ba
            << QStringList{u"n=1.50e3"_s, u"big=12345678901234567890"_s};
        QTest::newRow("times") << "{\"exp\":1767229200}"_ba << QStringList{u"exp=1767229200"_s};
        QTest::newRow("time out of range")
            << "{\"exp\":999999999999999999}"_ba << QStringList{u"exp=999999999999999999"_s};
        QTest::newRow("hidden characters")
            << "{\"na\\u202eme\":\"a\\u200bb\\u001b[31m\"}"_ba
            << QStringList{u"na\\u{202E}me=a\\u{200B}b\\u{001B}[31m"_s};
        QTest::newRow("placeholders") << "{\"%1\":[\"%2\"]}"_ba << QStringList{u"%1[0]=%2"_s};
        QTest::newRow("null") << "{\"x\":null}"_ba << QStringList{u"x=null"_s};
    }
    void claims_areShownByPathInTheOrderOfTheToken()
    {
        QFETCH(QByteArray, json);
        QTEST(rowsFor(json), "rows");
    }

    void toolTip_isNeverMarkup()
    {
        ClaimsModel model;
        model.setClaims(*parseJson("{\"name\":\"<b>x</b><img src=y>\"}"), Seconds(0));
        const QString toolTip = model.index(0, 1).data(Qt::ToolTipRole).toString();
        QVERIFY2(!toolTip.contains(u"<b>"_s) && !toolTip.contains(u"<img"_s), qPrintable(toolTip));
        QCOMPARE(model.index(0, 1).data().toString(), u"<b>x</b><img src=y>"_s);
    }

    void passingTime_changesTheMeaningAlone()
    {
        ClaimsModel model;
        const JsonValue claims = *parseJson("{\"exp\":1767229200,\"x\":1}");
        model.setClaims(claims, Seconds(1767229200 - 600));
        const auto meaning = [&model] { return model.index(0, 2).data().toString(); };
        QVERIFY2(meaning().startsWith(u"expires at: "_s), qPrintable(meaning()));
        QVERIFY2(meaning().endsWith(u", in 10 minute(s)"_s), qPrintable(meaning()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setClaims(claims, Seconds(1767229200 + 7200));
        QVERIFY2(meaning().endsWith(u", 2 hour(s) ago"_s), qPrintable(meaning()));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
    }

    void nothing_emptiesTheTable()
    {
        ClaimsModel model;
        model.setClaims(*parseJson("{\"a\":1}"), Seconds(0));
        model.setClaims({}, Seconds(0));
        QCOMPARE(model.rowCount(), 0);
    }
};

HOURPASS_TEST(ClaimsModelTest, QApplication)

} // namespace tst_claimsmodel

#include "tst_claimsmodel.moc"
