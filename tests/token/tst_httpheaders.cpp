// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/httpheaders.h"

#include <QTest>

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
};

namespace {

constexpr qint64 now = 1'767'225'600; // Thu, 01 Jan 2026 00:00:00 GMT
constexpr qint64 nothing = -1;

qint64 orNothing(const std::optional<Seconds> &value)
{
    return value ? qint64(value->count()) : nothing;
}

} // namespace

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

QTEST_GUILESS_MAIN(HttpHeadersTest)
#include "tst_httpheaders.moc"
