// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/secretlabel.h"

#include "support/testprogram.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace tst_secretlabel {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QByteArray token = "eyJhbGciOiJSUzI1NiJ9." + QByteArray(400, 'x') + ".signature-end4Qmw";

class SecretLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masked_showsBeginningAndEndAlone()
    {
        SecretLabel label;
        label.setSecret(Secret(token));
        QCOMPARE(label.text(), u"eyJhbG\u2022\u2022\u2022\u2022\u2022\u20224Qmw"_s);
    }

    void shortSecret_showsNothingOfIt()
    {
        SecretLabel label;
        label.setSecret(Secret(QByteArrayView("short-secret")));
        QVERIFY(!label.text().contains(u"short"_s));
        QVERIFY(!label.text().isEmpty());
    }

    void revealed_paintsMoreThanItTells()
    {
        SecretLabel label;
        label.setSecret(Secret(token));
        label.resize(300, label.heightForWidth(300));
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        const int masked = label.heightForWidth(300);
        const QImage before = label.grab().toImage();
        label.setRevealed(true);
        QVERIFY(label.heightForWidth(300) > masked);
        label.resize(300, label.heightForWidth(300));
        QVERIFY(label.grab().toImage() != before);

        const QString whole = QString::fromLatin1(token);
        QVERIFY(!label.text().contains(whole));
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&label);
        QVERIFY(accessible);
        for (const auto what : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            QVERIFY(!accessible->text(what).contains(whole));
    }

    void revealed_hidesWhenTheWindowDoes()
    {
        SecretLabel label;
        label.setSecret(Secret(token));
        label.show();
        label.setRevealed(true);
        QSignalSpy changes(&label, &SecretLabel::revealedChanged);
        label.hide();
        QVERIFY(!label.isRevealed());
        QCOMPARE(changes.size(), 1);
    }

    void newSecret_startsMasked()
    {
        SecretLabel label;
        label.setSecret(Secret(token));
        label.show();
        label.setRevealed(true);
        label.setSecret(Secret(token));
        QVERIFY2(label.isRevealed(), "the same secret again is no news");
        label.setSecret(Secret(QByteArray("eyJ" + QByteArray(300, 'y'))));
        QVERIFY(!label.isRevealed());
    }
};

HOURPASS_TEST(SecretLabelTest, QApplication)

} // namespace tst_secretlabel

#include "tst_secretlabel.moc"
