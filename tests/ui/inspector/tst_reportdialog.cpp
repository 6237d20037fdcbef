// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/reportdialog.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_reportdialog {

using namespace hourpass;
using namespace Qt::StringLiterals;

QList<Inspection> tokens()
{
    return {inspectToken(strictToken(test::adversarialToken(u"good_key1"_s)), {}, {})};
}

class ReportDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switches_decideWhatIsTakenOut()
    {
        ReportDialog dialog(tokens(), reportOptionsHere({}));
        const auto text = [&dialog] { return dialog.findChild<QPlainTextEdit *>()->toPlainText(); };
        const auto switches = dialog.findChildren<QCheckBox *>();
        QCOMPARE(switches.size(), aliasKinds().size());
        QVERIFY(!text().contains(u"test.user@example.com"_s));
        switches.first()->setChecked(false); // names and e-mail addresses
        QVERIFY(text().contains(u"test.user@example.com"_s));
        switches.first()->setChecked(true);
        QVERIFY(!text().contains(u"test.user@example.com"_s));
    }

    void format_changesTheText()
    {
        ReportDialog dialog(tokens(), reportOptionsHere({}));
        const auto text = [&dialog] { return dialog.findChild<QPlainTextEdit *>()->toPlainText(); };
        QVERIFY(text().startsWith(u"# "_s));
        dialog.findChild<QComboBox *>()->setCurrentIndex(1);
        QVERIFY(!text().startsWith(u"# "_s));
    }

    void copy_handsOnWhatIsShown()
    {
        ReportDialog dialog(tokens(), reportOptionsHere({}));
        QSignalSpy copied(&dialog, &ReportDialog::copyTextRequested);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Copy"_s)
                button->click();
        }
        QCOMPARE(copied.count(), 1);
        QCOMPARE(copied.first().first().toString(),
                 dialog.findChild<QPlainTextEdit *>()->toPlainText());
    }
};

HOURPASS_TEST(ReportDialogTest, QApplication)

} // namespace tst_reportdialog

#include "tst_reportdialog.moc"
