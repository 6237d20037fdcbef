// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/copycommand.h"

#include "support/testprogram.h"

#include <QProcess>
#include <QTest>

namespace tst_copycommand {

using namespace hourpass;
using namespace Qt::StringLiterals;

class CopyCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simpleName_isNotQuoted();
    void anyName_reachesTheProgramWhole_data();
    void anyName_reachesTheProgramWhole();
};

void CopyCommandTest::simpleName_isNotQuoted()
{
    QCOMPARE(copyCommandFor(u"prod-admin_2.eu"_s), u"hourpass --copy prod-admin_2.eu"_s);
    QCOMPARE(copyCommandFor(u"my key"_s), u"hourpass --copy 'my key'"_s);
}

void CopyCommandTest::anyName_reachesTheProgramWhole_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"prod"_s, u"my key"_s, u"it's"_s, u"''"_s, u"$(id) `id` $HOME"_s, u"a\\b\"c"_s, u"-x"_s,
          u"~"_s, u"*"_s, u"#1"_s, u"a;b&c|d>e"_s, u"Schlüssel 鍵"_s, u"!history"_s, u"a=b"_s})
        QTest::newRow(qPrintable(name)) << name;
}

// A shell takes the line apart as the desktops do.
void CopyCommandTest::anyName_reachesTheProgramWhole()
{
    QFETCH(QString, name);
    QProcess shell;
    shell.start(u"/bin/sh"_s,
                {u"-c"_s, u"set -- "_s + copyCommandFor(name) + u"\nprintf '%s\\n' $# \"$@\""_s});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()),
             u"3\nhourpass\n--copy\n"_s + name + u'\n');
}

HOURPASS_TEST(CopyCommandTest, hourpass::test::NoApplication)

} // namespace tst_copycommand

#include "tst_copycommand.moc"
