// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/foundtokensmodel.h"

#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_foundtokensmodel {

using namespace hourpass;
using namespace Qt::StringLiterals;
using Verdict = Verification::Verdict;

TokenEntry entryOf(const QString &name, Verdict verdict, qsizetype offset)
{
    Identity identity;
    identity.kind = Identity::Kind::User;
    identity.name = name;
    return {{FoundToken::Kind::Jwt, offset, 3, Secret(QByteArrayView("a.b"))}, identity, verdict};
}

class FoundTokensModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entry_saysWhoWhatAndWhere()
    {
        FoundTokensModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEntries({entryOf(u"Ada"_s, Verdict::Expired, 7)});
        QCOMPARE(model.index(0).data().toString(), u"Ada (user)\nexpired · at byte 7"_s);
    }

    void key_isNamedAndNotShown()
    {
        FoundTokensModel model;
        model.setEntries({{{FoundToken::Kind::ApiKey, 3, 44, {}}}});
        QCOMPARE(model.index(0).data().toString(), u"API key, not shown\nat byte 3"_s);
    }

    void toolTip_isNeverMarkup()
    {
        FoundTokensModel model;
        model.setEntries({entryOf(u"<b>x</b>"_s, Verdict::Valid, 0)});
        const QString toolTip = model.index(0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!toolTip.contains(u"<b>"_s), qPrintable(toolTip));
        QVERIFY(model.index(0).data().toString().startsWith(u"<b>x</b> (user)"_s));
    }

    void judgedAnew_staysSelected()
    {
        FoundTokensModel model;
        model.setEntries({entryOf(u"Ada"_s, Verdict::Unverified, 0)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setEntries({entryOf(u"Ada"_s, Verdict::Valid, 0)});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        model.setEntries({entryOf(u"Ada"_s, Verdict::Valid, 1)});
        QCOMPARE(reset.count(), 1);
    }

    void verdicts_haveIconsOfDifferentShape()
    {
        const QStringList icons{verdictIcon(Verdict::Valid), verdictIcon(Verdict::Unverified),
                                verdictIcon(Verdict::Expired), verdictIcon(Verdict::BadSignature)};
        QCOMPARE(QSet<QString>(icons.begin(), icons.end()).size(), 4);
    }
};

HOURPASS_TEST(FoundTokensModelTest, QApplication)

} // namespace tst_foundtokensmodel

#include "tst_foundtokensmodel.moc"
