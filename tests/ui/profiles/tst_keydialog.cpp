// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/keydialog.h"

#include "support/testprogram.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_keydialog {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Instant now{1h, Seconds(1'767'225'600)}; // 2026-01-01

KeyCheck laptop()
{
    KeyDetails details;
    details.id = u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s;
    details.name = u"laptop"_s;
    details.owner = u"IBMid-1000000ABC"_s;
    details.accountId = u"0123456789abcdef0123456789abcdef"_s;
    details.createdAt = Seconds(1'760'000'000);
    details.locked = true;
    return {details, {}};
}

/// What stands beside a caption.
QString value(const KeyDialog &dialog, const QString &caption)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        const auto *text = qobject_cast<QLabel *>(label->buddy());
        if (label->text() == caption && text && text->isVisible())
            return text->text();
    }
    return {};
}

bool says(const KeyDialog &dialog, const QString &part)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(part))
            return true;
    }
    return false;
}

QPushButton *buttonNamed(const KeyDialog &dialog, const QString &text)
{
    const auto boxes = dialog.findChildren<QDialogButtonBox *>();
    for (QPushButton *button : boxes.constFirst()->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

class KeyDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void question_showsProgressAndCanBeLeft()
    {
        KeyDialog dialog(u"prod"_s);
        dialog.showAsking(u"iam.example"_s);
        dialog.show();
        QVERIFY(says(dialog, u"iam.example"_s));
        QVERIFY(dialog.findChild<QProgressBar *>()->isVisible());
        QSignalSpy ends(&dialog, &QDialog::finished);
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close)->click();
        QCOMPARE(ends.size(), 1);
    }

    void details_standBesideTheirCaptions()
    {
        KeyDialog dialog(u"prod"_s);
        dialog.showAsking(u"iam.example"_s);
        dialog.showCheck(laptop(), now);
        dialog.show();
        QVERIFY(!dialog.findChild<QProgressBar *>()->isVisible());
        QCOMPARE(value(dialog, u"Name"_s), u"laptop"_s);
        QCOMPARE(value(dialog, u"Owner"_s), u"IBMid-1000000ABC"_s);
        QCOMPARE(value(dialog, u"Account"_s), u"0123456789abcdef0123456789abcdef"_s);
        QVERIFY(value(dialog, u"Created"_s).startsWith(u"2025-10-09"_s));
        QCOMPARE(value(dialog, u"Ends"_s), u"never"_s);
        QCOMPARE(value(dialog, u"Disabled"_s), u"no"_s);
        QVERIFY(value(dialog, u"Locked"_s).contains(u"still works"_s));
        QCOMPARE(value(dialog, u"Id"_s), u"ApiKey-cccccccc-0000-4000-8000-000000000004"_s);
    }

    void details_areCopiedByTheKeyboardAlone()
    {
        KeyDialog dialog(u"prod"_s);
        dialog.showAsking(u"iam.example"_s);
        dialog.show();
        auto *copy = buttonNamed(dialog, u"Copy details"_s);
        QVERIFY(copy && !copy->isVisible());
        dialog.showCheck(laptop(), now);
        QVERIFY(copy->isVisible());
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"Account: 0123456789abcdef0123456789abcdef\n"_s));
        QVERIFY(copied.contains(u"Id: ApiKey-cccccccc-0000-4000-8000-000000000004\n"_s));
        dialog.showFault({ErrorCode::TimedOut, {}, u"iam.example"_s, {}});
        QVERIFY(!copy->isVisible());
    }

    void nearEnd_isWarnedOf()
    {
        KeyCheck check = laptop();
        check.details->expiresAt = std::chrono::duration_cast<Seconds>(now.utc) + 9 * 24h;
        KeyDialog dialog(u"prod"_s);
        dialog.showCheck(check, now);
        dialog.show();
        QVERIFY(says(dialog, u"The key ends in 9 day"_s));
    }

    void textFromOutside_isShownAsText()
    {
        KeyCheck check = laptop();
        check.details->name = u"<b>lap\u202Etop</b>"_s;
        KeyDialog dialog(u"<i>prod</i>"_s);
        dialog.showCheck(check, now);
        dialog.show();
        QCOMPARE(value(dialog, u"Name"_s), u"<b>lap\\u{202E}top</b>"_s);
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->pixmap().isNull())
                QCOMPARE(label->textFormat() == Qt::PlainText || label->buddy(), true);
        }
    }

    void noDetails_areNoFault()
    {
        KeyDialog dialog(u"prod"_s);
        dialog.showCheck({{}, {403, u"BXNIM0513E"_s, u"no"_s, u"tx-1"_s}}, now);
        dialog.show();
        QVERIFY(says(dialog, u"no details of this key"_s));
        QVERIFY(says(dialog, u"no fault"_s));
        QVERIFY(!says(dialog, u"Problem"_s));
    }

    void fault_isShownInPlaceAndCanBeRetried()
    {
        KeyDialog dialog(u"prod"_s);
        dialog.showCheck(laptop(), now);
        dialog.showFault({ErrorCode::TimedOut, {}, u"iam.example"_s, {}});
        dialog.show();
        QVERIFY(says(dialog, u"did not answer in time"_s));
        QVERIFY(!says(dialog, u"laptop"_s)); // of an earlier answer
        QSignalSpy retries(&dialog, &KeyDialog::retryRequested);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == "Try again"_L1)
                button->click();
        }
        QCOMPARE(retries.size(), 1);
        dialog.showAsking(u"iam.example"_s);
        QVERIFY(!says(dialog, u"did not answer in time"_s));
    }
};

HOURPASS_TEST(KeyDialogTest, QApplication)

} // namespace tst_keydialog

#include "tst_keydialog.moc"
