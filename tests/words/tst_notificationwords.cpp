// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/notificationwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_notificationwords {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class NotificationWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copied_saysHowLongAndWhenItIsCleared()
    {
        const Notification said = copiedNotification(u"prod"_s, 47min + 59s, 59s + 1ms);
        QCOMPARE(said.title, u"Token of prod copied"_s);
        QCOMPARE(said.text, u"Good for 47 minute(s). The clipboard is cleared in 60 second(s)."_s);
        QVERIFY(said.action.isEmpty() && said.isPassing);
        QVERIFY(
            copiedNotification(u"a"_s, 59s, 1s).text.startsWith(u"Good for less than a minute."));
    }

    void failed_saysWhyAndWhatNext()
    {
        const Notification said =
            failedNotification(u"prod"_s, Error{ErrorCode::KeychainLocked, {}, {}});
        QCOMPARE(said.title, u"No token of prod"_s);
        QVERIFY2(said.text.contains(u"keychain is locked"_s), qPrintable(said.text));
        QVERIFY2(said.text.count(u'\n') == 1 && !said.text.endsWith(u'\n'), qPrintable(said.text));
        QCOMPARE(said.action, u"Try again"_s);
        QVERIFY2(!said.isPassing, "it is worth to be found later");
    }

    void ending_offersToRenew()
    {
        const Notification said = endingNotification(u"prod"_s, 5min);
        QCOMPARE(said.title, u"Token of prod ends in 5 minute(s)"_s);
        QCOMPARE(said.action, u"Renew"_s);
    }

    void notCopied_saysWhere()
    {
        QCOMPARE(notCopiedNotification(u"prod"_s).title, u"Token of prod not copied"_s);
    }

    void names_areMadeSafeAndShort()
    {
        const QString name = u"%1\u202e"_s + QString(100, u'n');
        for (const Notification &said :
             {copiedNotification(name, 1min, 1s), notCopiedNotification(name),
              failedNotification(name, Error{}), endingNotification(name, 1min)}) {
            QVERIFY2(said.title.contains(u"%1\\u{202E}n"_s), qPrintable(said.title));
            QVERIFY(said.title.size() < 100);
        }
    }

    void serversWords_areMadeSafe()
    {
        Error error{ErrorCode::Refused, {}, {}};
        error.server = {400, u"BXNIM0415E"_s, u"<b>no\u202e"_s, {}};
        QVERIFY(!failedNotification(u"prod"_s, error).text.contains(u'\u202e'));
    }
};

HOURPASS_TEST(NotificationWordsTest, QCoreApplication)

} // namespace tst_notificationwords

#include "tst_notificationwords.moc"
