// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/faultpanel.h"

#include "support/testprogram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_faultpanel {

using namespace hourpass;
using namespace Qt::StringLiterals;

class FaultPanelTest : public QObject
{
    Q_OBJECT

    static Error refusal()
    {
        return {ErrorCode::Refused,
                {},
                u"iam.example"_s,
                {400, u"BXNIM0415E"_s, u"<b>No\u202e key</b>"_s, u"tx-1"_s}};
    }
    static QPushButton *button(const FaultPanel &panel, const QString &text)
    {
        for (QPushButton *candidate : panel.findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void fault_isShownWithCauseStepAndCode()
    {
        FaultPanel panel;
        QVERIFY(panel.isHidden());
        panel.showFault(refusal());
        QVERIFY(!panel.isHidden());
        const auto labels = panel.findChildren<QLabel *>();
        QLabel *caption = nullptr;
        for (QLabel *label : labels) {
            if (label->text() == "Problem"_L1)
                caption = label;
        }
        QVERIFY(caption);
        const auto *cause = qobject_cast<QLabel *>(caption->buddy());
        QVERIFY(cause);
        QVERIFY(cause->text().contains(u"<b>No\\u{202E} key</b>"_s));
        QCOMPARE(cause->textFormat(), Qt::PlainText);
        QVERIFY(cause->accessibleDescription().contains("BXNIM0415E"_L1));
        QVERIFY(cause->accessibleDescription().contains("tx-1"_L1));
    }

    void details_areFoldedUntilAskedFor()
    {
        FaultPanel panel;
        panel.showFault(refusal());
        auto *fold = panel.findChild<QToolButton *>();
        QVERIFY(!fold->isChecked());
        fold->click();
        const auto labels = panel.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return !label->isHidden() && label->text().startsWith("Refused"_L1);
        }));
    }

    void connection_canBeCheckedWhereItMayBeTheCause()
    {
        FaultPanel panel;
        const QSignalSpy asked(&panel, &FaultPanel::doctorRequested);
        panel.showFault({ErrorCode::ConnectionRefused, {}, u"iam.example"_s});
        auto *check = button(panel, u"Check connection…"_s);
        QVERIFY(check && !check->isHidden());
        check->click();
        QCOMPARE(asked.size(), 1);
        panel.showFault(refusal()); // an answer of IAM itself
        QVERIFY(check->isHidden());
    }

    void copyDetails_copiesAllThatSupportAsksFor()
    {
        FaultPanel panel;
        panel.showFault(refusal());
        QTest::mouseClick(button(panel, u"Copy details"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        for (const auto part : {"BXNIM0415E"_L1, "tx-1"_L1, "HTTP 400"_L1, "iam.example"_L1})
            QVERIFY2(copied.contains(part), qPrintable(copied));
    }

    void retry_isAskedFor()
    {
        FaultPanel panel;
        panel.showFault(refusal());
        QSignalSpy retries(&panel, &FaultPanel::retryRequested);
        QTest::mouseClick(button(panel, u"Try again"_s), Qt::LeftButton);
        QCOMPARE(retries.size(), 1);
    }
};

HOURPASS_TEST(FaultPanelTest, QApplication)

} // namespace tst_faultpanel

#include "tst_faultpanel.moc"
