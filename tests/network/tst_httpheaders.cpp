// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "network/httpheaders.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_httpheaders {

using namespace hourpass;
using namespace Qt::StringLiterals;

class HttpHeadersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void date_isRead_data();
    void date_isRead();
    void retryAfter_isASpan_data();
    void retryAfter_isASpan();
    void maxAge_isRead_data();
    void maxAge_isRead();
};

constexpr qint64 now = 1'767'225'600; // Thu, 01 Jan 2026 00:00:00 GMT
constexpr qint64 nothing = -1;

qint64 orNothing(const std::optional<Seconds> &value)
{
    return value ? qint64(value->count()) : nothing;
}

void HttpHeadersTest::date_isRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("IMF-fixdate") << "Thu, 01 Jan 2026 00:00:00 GMT"_ba << now;
    QTest::newRow("numeric zone") << "Thu, 01 Jan 2026 01:00:00 +0100"_ba << now;
    QTest::newRow("empty") << ""_ba << nothing;
    QTest::newRow("garbage") << "tomorrow"_ba << nothing;
    QTest::newRow("not ASCII") << "Thu, 01 J\xE4n 2026 00:00:00 GMT"_ba << nothing;
    QTest::newRow("no such day") << "Thu, 31 Feb 2026 00:00:00 GMT"_ba << nothing;
}

void HttpHeadersTest::date_isRead()
{
    QFETCH(QByteArray, text);
    QTEST(orNothing(parseHttpDate(text)), "expected");
}

void HttpHeadersTest::retryAfter_isASpan_data()
{
    constexpr qint64 aYear = 365LL * 24 * 3600;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("seconds") << "5"_ba << qint64(5);
    QTest::newRow("with blanks") << " 120 "_ba << qint64(120);
    QTest::newRow("a day") << "86400"_ba << qint64(86400);
    QTest::newRow("endless digits") << QByteArray(400, '9') << aYear;
    QTest::newRow("date") << "Thu, 01 Jan 2026 00:01:40 GMT"_ba << qint64(100);
    QTest::newRow("date in the past") << "Wed, 31 Dec 2025 23:59:00 GMT"_ba << nothing;
    QTest::newRow("now") << "Thu, 01 Jan 2026 00:00:00 GMT"_ba << nothing;
    QTest::newRow("zero") << "0"_ba << nothing;
    QTest::newRow("negative") << "-5"_ba << nothing;
    QTest::newRow("fraction") << "1.5"_ba << nothing;
    QTest::newRow("garbage") << "soon; -1"_ba << nothing;
    QTest::newRow("empty") << ""_ba << nothing;
}

void HttpHeadersTest::retryAfter_isASpan()
{
    QFETCH(QByteArray, text);
    QTEST(orNothing(parseRetryAfter(text, Seconds(now))), "expected");
}

void HttpHeadersTest::maxAge_isRead_data()
{
    constexpr qint64 aYear = 365LL * 24 * 3600;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("alone") << "max-age=3600"_ba << qint64(3600);
    QTest::newRow("among others") << "public,MAX-AGE=60 , immutable"_ba << qint64(60);
    QTest::newRow("zero") << "max-age=0"_ba << qint64(0);
    QTest::newRow("not to be kept") << "max-age=3600, no-store"_ba << qint64(0);
    QTest::newRow("to be asked for again") << "no-cache"_ba << qint64(0);
    QTest::newRow("twice") << "max-age=60, max-age=3600"_ba << qint64(60);
    QTest::newRow("endless digits") << "max-age=" + QByteArray(400, '9') << aYear;
    QTest::newRow("longer than a year") << "max-age=99999999"_ba << aYear;
    QTest::newRow("of proxies") << "s-maxage=60"_ba << nothing;
    QTest::newRow("negative") << "max-age=-1"_ba << nothing;
    QTest::newRow("no number") << "max-age=soon"_ba << nothing;
    QTest::newRow("empty") << ""_ba << nothing;
}

void HttpHeadersTest::maxAge_isRead()
{
    QFETCH(QByteArray, text);
    QTEST(orNothing(parseMaxAge(text)), "expected");
}

HOURPASS_TEST(HttpHeadersTest, QCoreApplication)

} // namespace tst_httpheaders

#include "tst_httpheaders.moc"
