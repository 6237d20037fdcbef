// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/noticebar.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace hourpass;
using namespace Qt::StringLiterals;

class NoticeBarTest : public QObject
{
    Q_OBJECT

    NoticeBar m_bar;
    QStringList m_calls;

    void offer(const QString &name)
    {
        m_bar.showNotice(
            name, u"Undo"_s, [this, name] { m_calls += name + u" undone"_s; },
            [this, name] { m_calls += name + u" dropped"_s; });
    }

private Q_SLOTS:
    void init()
    {
        m_bar.closeNotice();
        m_calls.clear();
    }

    void button_callsTheActionOnceAndHides()
    {
        offer(u"a"_s);
        QVERIFY(!m_bar.isHidden());
        QTest::mouseClick(m_bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(m_calls, QStringList{u"a undone"_s});
        QVERIFY(m_bar.isHidden());
    }

    void close_dropsTheOffer()
    {
        offer(u"a"_s);
        QTest::mouseClick(m_bar.findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(m_calls, QStringList{u"a dropped"_s});
        QVERIFY(m_bar.isHidden());
    }

    void nextNotice_dropsTheFirstOffer()
    {
        offer(u"a"_s);
        offer(u"b"_s);
        QCOMPARE(m_calls, QStringList{u"a dropped"_s});
        QTest::mouseClick(m_bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(m_calls, (QStringList{u"a dropped"_s, u"b undone"_s}));
    }

    void noticeWithoutAction_hasNoButton()
    {
        offer(u"a"_s);
        m_bar.showNotice(u"<b>plain</b>"_s);
        QVERIFY(m_bar.findChild<QPushButton *>()->isHidden());
    }
};

QTEST_MAIN(NoticeBarTest)
#include "tst_noticebar.moc"
