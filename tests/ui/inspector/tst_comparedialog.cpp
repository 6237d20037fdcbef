// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/comparedialog.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace tst_comparedialog {

using namespace hourpass;
using namespace Qt::StringLiterals;

struct Bench {
    CompareDialog dialog{{}, {}};
    QList<QComboBox *> boxes;

    explicit Bench(const QStringList &names)
    {
        for (const QString &name : names)
            dialog.offer(name, strictToken(test::adversarialToken(name)), false);
        dialog.begin();
        boxes = dialog.findChildren<QComboBox *>();
    }
    QTreeWidgetItem *top() const { return dialog.findChild<QTreeWidget *>()->topLevelItem(0); }
};

class CompareDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDiffers_comesFirst()
    {
        Bench bench({u"good_key1"_s, u"time_expired_by_1s"_s});
        QCOMPARE(bench.top()->text(0), u"exp"_s);
        QCOMPARE(bench.top()->text(1), u"changed"_s);
        QCOMPARE(bench.boxes.at(0)->currentIndex(), 0);
        QCOMPARE(bench.boxes.at(1)->currentIndex(), 1);
    }

    void swapped_tradesTheSides()
    {
        Bench bench({u"good_key1"_s, u"time_expired_by_1s"_s});
        const QString first = bench.top()->text(2);
        for (QPushButton *button : bench.dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"S&wap"_s)
                button->click();
        }
        QCOMPARE(bench.top()->text(3), first);
    }

    void oneToken_isComparedWithItself()
    {
        Bench bench({u"good_key1"_s});
        QCOMPARE(bench.top()->text(1), u"the same"_s);
    }

    void title_isNeverMarkup()
    {
        CompareDialog dialog({}, {});
        dialog.offer(u"a\u202eb"_s, strictToken(test::adversarialToken(u"good_key1"_s)), false);
        dialog.begin();
        QCOMPARE(dialog.findChild<QComboBox *>()->currentText(), u"a\\u{202E}b"_s);
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->wordWrap())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
};

HOURPASS_TEST(CompareDialogTest, QApplication)

} // namespace tst_comparedialog

#include "tst_comparedialog.moc"
