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
    std::shared_ptr<int> m_held; ///< stands for the key that an undo keeps

    void offer(const QString &name)
    {
        m_held = std::make_shared<int>(1);
        m_bar.showNotice(name, u"Undo"_s,
                         [this, name, held = m_held] { m_calls += name + u" undone"_s; });
    }
    void pressUndo() { QTest::mouseClick(m_bar.findChild<QPushButton *>(), Qt::LeftButton); }

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
        pressUndo();
        QCOMPARE(m_calls, QStringList{u"a undone"_s});
        QVERIFY(m_bar.isHidden());
        QCOMPARE(m_held.use_count(), 1);
    }

    void close_dropsWhatTheActionHeld()
    {
        offer(u"a"_s);
        QTest::mouseClick(m_bar.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(m_calls.isEmpty());
        QVERIFY(m_bar.isHidden());
        QCOMPARE(m_held.use_count(), 1);
    }

    void nextNotice_replacesTheFirstOne()
    {
        offer(u"a"_s);
        const auto first = m_held;
        offer(u"b"_s);
        QCOMPARE(first.use_count(), 1);
        pressUndo();
        QCOMPARE(m_calls, QStringList{u"b undone"_s});
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
