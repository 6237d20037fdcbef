// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/input/keyfromfile.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_keyfromfile {

using namespace hourpass;
using namespace Qt::StringLiterals;

class KeyFromFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneKey_isTaken_data();
    void theOneKey_isTaken();
    void whatIsAmbiguousOrUnusable_isRefused_data();
    void whatIsAmbiguousOrUnusable_isRefused();

private:
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString KeyFromFileTest::write(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"key"_s));
    const bool written =
        file.open(QFile::WriteOnly) && file.write(content) == content.size() && file.flush();
    return written ? file.fileName() : QString();
}

void KeyFromFileTest::theOneKey_isTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("console") << R"({"name":"x","apikey":"KEY-1"})"_ba
                             << "KEY-1"_ba << QString();
    QTest::newRow("bare line") << "KEY-1\r\n"_ba
                               << "KEY-1"_ba << QString();
    QTest::newRow("endpoint") << "DEMO_APIKEY=KEY-1\nDEMO_AUTH_URL=https://iam.example\n"_ba
                              << "KEY-1"_ba << u"https://iam.example"_s;
    QTest::newRow("the same key twice")
        << R"([{"apikey":"KEY-1"},{"name":"b","apikey":"KEY-1"}])"_ba
        << "KEY-1"_ba << QString();
    QTest::newRow("called like the profile") << "OTHER_APIKEY=KEY-1\nMY_DEMO_APIKEY=KEY-2\n"_ba
                                             << "KEY-2"_ba << QString();
}

void KeyFromFileTest::theOneKey_isTaken()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, endpoint);
    const auto found = keyFromFile(write(content), u"My-Demo"_s);
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->key.reveal().toByteArray(), key);
    QCOMPARE(found->endpoint, endpoint);
}

void KeyFromFileTest::whatIsAmbiguousOrUnusable_isRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("two keys") << "A_APIKEY=KEY-1\nB_B_APIKEY=KEY-2\n"_ba
                              << u"several keys: a, b-b."_s;
    QTest::newRow("two keys without names")
        << R"([{"apikey":"KEY-1"},{"apikey":"KEY-2"}])"_ba << u"(without a name)"_s;
    QTest::newRow("hidden characters in a name")
        << "[{\"name\":\"a\\u202e\",\"apikey\":\"KEY-1\"},{\"apikey\":\"KEY-2\"}]"_ba
        << u"a\\u{202E}"_s;
    QTest::newRow("no key") << R"({"name":"x"})"_ba << u"no API key"_s;
    QTest::newRow("empty") << QByteArray() << u"no API key"_s;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, 'a') << u"too large"_s;
}

void KeyFromFileTest::whatIsAmbiguousOrUnusable_isRefused()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    const auto found = keyFromFile(write(content), u"demo"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().exitCode, ExitCode::Usage);
    QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
    QVERIFY(!asText(found.error()).contains("KEY-1"_L1));
}

HOURPASS_TEST(KeyFromFileTest, QCoreApplication)

} // namespace tst_keyfromfile

#include "tst_keyfromfile.moc"
