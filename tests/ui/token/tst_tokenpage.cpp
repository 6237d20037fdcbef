// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testprogram.h"
#include "ui/parts/faultpanel.h"
#include "ui/token/tokenpage.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace tst_tokenpage {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Instant now{1h, Seconds(1'767'225'600)};

/// Of a token without a signature, which is not looked at here.
QByteArray tokenWithClaims(int count)
{
    QByteArray claims;
    for (int i = 0; i < count; ++i)
        claims += (i ? ",\"claim" : "\"claim") + QByteArray::number(i) + "\":\"value\"";
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{\"alg\":\"RS256\"}") + '.' + part('{' + claims + '}') + ".c2ln";
}

/// The page in a small window, with a token and with a fault that has a lot to say.
struct Bench {
    QAction renew, copy, cancel;
    TokenPage page{{&renew, &copy, &cancel, {}}};
    TokenSession session;

    Bench()
    {
        TokenSet token;
        token.accessToken = Secret(tokenWithClaims(20));
        token.received = now;
        token.deadline = now.boot + Milliseconds(1h);
        session.token = token;
        Error fault{ErrorCode::Refused, {}, u"iam.example"_s, {}};
        fault.server = ServerEvidence{400, u"BXNIM0415E"_s,
                                      u"Provided API key could not be found. "_s.repeated(6),
                                      u"transaction"_s};
        session.fault = fault;
    }
    void show()
    {
        page.showProfile(Profile(), session, now);
        page.resize(460, 420);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("the page is not shown");
    }
    int scrollBars() const
    {
        const auto bars = page.findChildren<QScrollBar *>();
        return int(std::count_if(bars.begin(), bars.end(), [](const QScrollBar *bar) {
            return bar->isVisible() && bar->minimum() < bar->maximum();
        }));
    }
    /// What each label keeps, shown or hidden.
    QStringList labels() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts += label->text();
        return texts;
    }
    QTableView *claims() { return page.findChild<QTableView *>(); }
    QScrollBar *scrollBar() { return page.findChild<QScrollArea *>()->verticalScrollBar(); }
};

class TokenPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longFaultInASmallWindow_hasOneScrollBar()
    {
        Bench bench;
        bench.show();
        QTRY_COMPARE(bench.scrollBars(), 1);
        QVERIFY(bench.scrollBar()->isVisible());
        bench.page.findChild<FaultPanel *>()->findChild<QToolButton *>()->click(); // its details
        QTRY_COMPARE(bench.scrollBars(), 1);
    }

    void longFaultInASmallWindow_isNotCutOff()
    {
        Bench bench;
        bench.show();
        QTRY_VERIFY(bench.scrollBar()->isVisible());
        for (const QLabel *label : bench.page.findChild<FaultPanel *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
        }
    }

    void claimsReachedByTheKeyboard_areScrolledIntoSight()
    {
        Bench bench;
        bench.show();
        QTRY_VERIFY(bench.scrollBar()->isVisible());
        bench.claims()->setFocus();
        QTest::keyClick(bench.claims(), Qt::Key_End, Qt::ControlModifier);
        const QModelIndex last = bench.claims()->currentIndex();
        QCOMPARE(last.row(), bench.claims()->model()->rowCount() - 1);
        const QRect row = bench.claims()->visualRect(last);
        const auto *viewport = bench.page.findChild<QScrollArea *>()->viewport();
        const QPoint top = bench.claims()->viewport()->mapTo(viewport, row.topLeft());
        QVERIFY(top.y() >= 0 && top.y() + row.height() <= viewport->height());
    }

    void withoutAToken_nothingIsLeftOfTheOneBefore_data()
    {
        QTest::addColumn<bool>("hasProfile");
        QTest::newRow("the profile's was forgotten") << true;
        QTest::newRow("the profile was removed") << false;
    }

    void withoutAToken_nothingIsLeftOfTheOneBefore()
    {
        QFETCH(bool, hasProfile);
        Bench bench;
        bench.session.fault.reset();
        TokenSet &token = *bench.session.token;
        token.refreshToken = Secret(QByteArray(80, 'R'));
        token.scope = u"canary scope"_s;
        token.transactionId = u"canary id"_s;
        token.others = {{u"canary name"_s, u"canary value"_s}};
        bench.show();
        QVERIFY(bench.claims()->model()->rowCount() > 0);
        QVERIFY(!bench.labels().filter(u"canary"_s).isEmpty());
        if (hasProfile)
            bench.page.showProfile(Profile(), {}, now);
        else
            bench.page.clear();
        QCOMPARE(bench.claims()->model()->rowCount(), 0);
        for (const auto &part : {u"canary"_s, u"RRRR"_s, u"eyJ"_s, u"Bearer"_s})
            QCOMPARE(bench.labels().filter(part), QStringList());
    }

    void tokenWithoutARefreshToken_forgetsTheOneBefore()
    {
        Bench bench;
        bench.session.token->refreshToken = Secret(QByteArray(80, 'R'));
        bench.show();
        QVERIFY(!bench.labels().filter(u"RRRR"_s).isEmpty());
        bench.session.token->refreshToken = {};
        bench.page.showProfile(Profile(), bench.session, now);
        QCOMPARE(bench.labels().filter(u"RRRR"_s), QStringList());
    }

    void shortTokenInALargeWindow_hasNoScrollBar()
    {
        Bench bench;
        bench.session.fault.reset();
        bench.session.token->accessToken = Secret(tokenWithClaims(2));
        bench.show();
        bench.page.resize(900, 900);
        QTRY_COMPARE(bench.scrollBars(), 0);
    }
};

HOURPASS_TEST(TokenPageTest, QApplication)

} // namespace tst_tokenpage

#include "tst_tokenpage.moc"
