// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/noticebar.h"

#include "support/testprogram.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace tst_noticebar {

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

    void buttons_thatAreHidden_doNothing()
    {
        const auto pressAll = [this] {
            for (QAbstractButton *button : m_bar.findChildren<QAbstractButton *>()) {
                button->click();
                QVERIFY(!button->isEnabled());
                Q_EMIT button->clicked(); // however it came by its press
            }
        };
        pressAll(); // nothing was shown yet
        offer(u"a"_s);
        pressUndo();
        pressAll(); // it was pressed already
        offer(u"b"_s);
        m_bar.closeNotice();
        pressAll();
        QCOMPARE(m_calls, QStringList{u"a undone"_s});
    }

    void lastingNotice_tellsThatTheUserClosedIt()
    {
        QSignalSpy emptied(&m_bar, &NoticeBar::emptied);
        const Notice notice{u"a"_s, u"Undo"_s, [this] { m_calls += u"undone"_s; },
                            [this] { m_calls += u"closed"_s; }};
        const int first = m_bar.showNotice(notice);
        QVERIFY(m_bar.shows(first));
        QVERIFY(!m_bar.findChild<QTimer *>()->isActive());
        QTest::mouseClick(m_bar.findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(m_calls, QStringList{u"closed"_s});
        QCOMPARE(emptied.size(), 1);
        m_calls.clear();
        const int second = m_bar.showNotice(notice);
        m_bar.showNotice(u"another"_s); // replaced: nobody has closed it
        QVERIFY(!m_bar.shows(first) && !m_bar.shows(second));
        QTest::mouseClick(m_bar.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(m_calls.isEmpty());
        QCOMPARE(emptied.size(), 2);
    }

    void action_mayShowANoticeOfItsOwn()
    {
        QSignalSpy emptied(&m_bar, &NoticeBar::emptied);
        m_bar.showNotice(u"a"_s, u"More"_s, [this] { m_bar.showNotice(u"b"_s); });
        m_bar.findChild<QPushButton *>()->click();
        QVERIFY(!m_bar.isEmpty() && !m_bar.isHidden());
        QCOMPARE(emptied.size(), 0);
    }

    void noticeWithoutAction_hasNoButton()
    {
        offer(u"a"_s);
        m_bar.showNotice(u"<b>plain</b>"_s);
        QVERIFY(m_bar.findChild<QPushButton *>()->isHidden());
    }
};

HOURPASS_TEST(NoticeBarTest, QApplication)

} // namespace tst_noticebar

#include "tst_noticebar.moc"
