// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/error.h"
#include "core/result.h"
#include "support/testprogram.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

namespace tst_error {

using namespace hourpass;
using namespace Qt::StringLiterals;

class ErrorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_hasAName();
    void failure_carriesWhatItWasGiven();
};

void ErrorTest::everyCode_hasAName()
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    QSet<QString> names;
    for (int i = 0; i < codes.keyCount(); ++i) {
        const QString name = errorName(ErrorCode(codes.value(i)));
        QCOMPARE(name, QString::fromLatin1(codes.key(i)));
        names.insert(name);
    }
    QCOMPARE(names.size(), codes.keyCount());
    QCOMPARE(codes.value(codes.keyCount() - 1), int(ErrorCode::Internal));
    QCOMPARE(errorName(ErrorCode::KeychainNotKept), u"KeychainNotKept"_s);
}

void ErrorTest::failure_carriesWhatItWasGiven()
{
    const Result<int> result = failure(ErrorCode::WriteFailed, u"why"_s, u"file"_s);
    QVERIFY(!result);
    const Error expected{ErrorCode::WriteFailed, u"why"_s, u"file"_s, {}};
    QVERIFY(result.error() == expected);
    QCOMPARE(result.error().server.httpStatus, 0);
}

HOURPASS_TEST(ErrorTest, QCoreApplication)

} // namespace tst_error

#include "tst_error.moc"
