// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpage.h"

#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "support/vectors.h"
#include "ui/inspector/foundtokensmodel.h"
#include "ui/inspector/inspectorinput.h"
#include "ui/inspector/inspectorkeys.h"
#include "ui/parts/claimsview.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

namespace tst_inspectorpage {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::adversarialToken;

constexpr auto apiKey = "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_aBcDeF"_L1;

struct Bench : test::ScratchEngine {
    InspectorPage page{engine};

    Bench()
    {
        clock.changeWallClock(Milliseconds(1767225700'000) - clock.now().utc); // the vectors' time
        page.resize(900, 700);
        page.show();
    }
    QListView *list() const { return page.findChild<QListView *>(); }
    int count() const { return list()->model()->rowCount(); }
    bool waitFor(int entries) const
    {
        return QTest::qWaitFor([&] { return count() == entries; });
    }
    void inspect(const QByteArray &text) { page.inspectText(QString::fromUtf8(text)); }
    QString value(const QString &caption) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            const auto *value = qobject_cast<QLabel *>(label->buddy());
            if (label->text() == caption && value)
                return value->text();
        }
        return {};
    }
    bool waitForValue(const QString &caption, const QString &beginning) const
    {
        return QTest::qWaitFor([&] { return value(caption).startsWith(beginning); });
    }
    void showEachView() const
    {
        auto *views = page.findChild<ClaimsView *>()->findChild<QTabWidget *>();
        for (int view = 0; view < views->count(); ++view)
            views->setCurrentIndex(view);
    }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    void useKeys(const QString &name, const QByteArray &text, KeyRules rules)
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        page.findChild<InspectorKeys *>()->useFile(file.fileName(), rules);
    }
    QStringList labels() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts += label->text();
        return texts;
    }
};

class InspectorPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_saysWhatToDo();
    void text_isListedAndExplained();
    void textWithoutTokens_saysSo();
    void typing_isSearchedAfterAPause();
    void running_saysSoAndCanBeCleared();
    void nextText_takesTheOldTokensAway();
    void escape_cancelsTheSearch();
    void keysOfAFile_verify();
    void keysThatComeDuringTheSearch_count();
    void privateKey_isRefused();
    void expectedAccount_isChecked();
    void passingTime_endsTheToken();
    void namedKey_isWarnedOfAndNotShown();
    void halfAToken_showsWhatThereIs();
    void markup_isText();
    void secret_isOnNoScreen();
    void lock_coversWhatIsInspected();
    void clear_forgetsAll();
    void twoHalves_areToldApart();
    void report_holdsNoId();
    void fingerprint_tellsWhereTheTokenIsFrom();
    void commands_needAToken();
};

void InspectorPageTest::nothing_saysWhatToDo()
{
    Bench bench;
    QCOMPARE(bench.count(), 0);
    QVERIFY(bench.labels().filter(u"Paste or drop anything"_s).size() == 1);
}

void InspectorPageTest::text_isListedAndExplained()
{
    Bench bench;
    bench.inspect("Authorization: Bearer " + adversarialToken(u"good_key1"_s) + "\n"
                  + adversarialToken(u"one_bit_flipped"_s));
    QVERIFY(bench.waitFor(2));
    QVERIFY(bench.value(u"Summary"_s).startsWith(u"Test User (user)"_s));
    QVERIFY(bench.value(u"Well-formed"_s).startsWith(u"Pass"_s));
    QVERIFY(bench.value(u"Signature"_s).startsWith(u"Unknown"_s));
    QVERIFY(bench.value(u"In time"_s).startsWith(u"Pass"_s));
    QVERIFY(bench.value(u"Addressee"_s).startsWith(u"Pass"_s));
    QVERIFY(bench.page.findChild<QTableView *>()->model()->rowCount() > 10);
}

void InspectorPageTest::textWithoutTokens_saysSo()
{
    Bench bench;
    bench.inspect("nothing of the kind");
    QTRY_VERIFY(bench.labels().contains(u"There is no token in it."_s));
}

void InspectorPageTest::typing_isSearchedAfterAPause()
{
    Bench bench;
    auto *input = bench.page.findChild<InspectorInput *>();
    input->setFocus();
    input->insertPlainText(QString::fromUtf8(adversarialToken(u"good_key1"_s)));
    QVERIFY(bench.waitFor(1));
    // What is typed next goes behind what is there, and not in its place.
    QVERIFY(!input->textCursor().hasSelection());
    QVERIFY(input->textCursor().atEnd());
}

void InspectorPageTest::running_saysSoAndCanBeCleared()
{
    Bench bench;
    bench.inspect(QByteArray(30 * 1024 * 1024, 'e'));
    QTRY_VERIFY(bench.labels().contains(u"Looking for tokens…"_s));
    QVERIFY(bench.page.actions().clear->isEnabled());
    bench.page.actions().clear->trigger();
    QVERIFY(bench.labels().filter(u"Paste or drop anything"_s).size() == 1);
    QVERIFY(!bench.page.actions().clear->isEnabled());
    // Nor does it change when the search that was given up has ended.
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    bench.page.actions().clear->trigger();
    QCoreApplication::processEvents();
    QVERIFY(bench.labels().filter(u"Paste or drop anything"_s).size() == 1);
}

void InspectorPageTest::nextText_takesTheOldTokensAway()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    bench.inspect(QByteArray(1024 * 1024, 'e'));
    QCOMPARE(bench.count(), 0);
    QVERIFY(!bench.page.actions().copyReport->isEnabled());
}

void InspectorPageTest::escape_cancelsTheSearch()
{
    Bench bench;
    bench.inspect(QByteArray(30 * 1024 * 1024, 'e'));
    QVERIFY(bench.page.isSearching());
    QTest::keyClick(bench.page.findChild<InspectorInput *>(), Qt::Key_Escape);
    QTRY_VERIFY(bench.labels().contains(u"The search was cancelled."_s));
}

void InspectorPageTest::keysOfAFile_verify()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s) + "\n" + adversarialToken(u"one_bit_flipped"_s));
    QVERIFY(bench.waitFor(2));
    bench.useKeys(u"jwks.json"_s, test::ownVectors(u"jwt/jwks.json"_s), KeyRules::Published);
    QVERIFY(bench.waitForValue(u"Signature"_s, u"Pass"_s));
    QVERIFY(
        bench.value(u"Summary"_s).endsWith(u"Its signature is genuine and it has not expired."_s));
    bench.choose(1);
    QVERIFY(bench.waitForValue(u"Signature"_s, u"Fail"_s));
    QTRY_VERIFY(
        bench.list()->model()->index(1, 0).data().toString().contains(u"signature wrong"_s));
}

void InspectorPageTest::keysThatComeDuringTheSearch_count()
{
    Bench bench;
    bench.inspect(QByteArray(1024 * 1024, 'e') + ' ' + adversarialToken(u"good_key1"_s) + "\n"
                  + adversarialToken(u"one_bit_flipped"_s));
    bench.useKeys(u"jwks.json"_s, test::ownVectors(u"jwt/jwks.json"_s), KeyRules::Published);
    QCOMPARE(bench.count(), 0);
    QVERIFY(bench.waitFor(2));
    // Of the one that is not chosen.
    QTRY_VERIFY(
        bench.list()->model()->index(1, 0).data().toString().contains(u"signature wrong"_s));
}

void InspectorPageTest::privateKey_isRefused()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    bench.useKeys(u"key.json"_s, R"({"kty":"OKP","crv":"Ed25519","x":"a","d":"secret-value"})",
                  KeyRules::Own);
    QVERIFY(bench.labels().filter(u"key.json cannot be used"_s).size() == 1);
    QVERIFY(bench.value(u"Signature"_s).startsWith(u"Unknown"_s));
}

void InspectorPageTest::expectedAccount_isChecked()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    for (QLineEdit *field : bench.page.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Expected account"_s)
            field->setText(u"ffffffffffffffffffffffffffffffff"_s);
    }
    QVERIFY(bench.waitForValue(u"Addressee"_s, u"Fail"_s));
}

void InspectorPageTest::passingTime_endsTheToken()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    QVERIFY(bench.value(u"In time"_s).startsWith(u"Pass"_s));
    bench.clock.changeWallClock(Seconds(100'000));
    QVERIFY(bench.waitForValue(u"In time"_s, u"Fail"_s));
}

void InspectorPageTest::namedKey_isWarnedOfAndNotShown()
{
    Bench bench;
    bench.inspect("apikey=" + QByteArray(apiKey.data(), apiKey.size()));
    QVERIFY(bench.waitFor(1));
    QVERIFY(bench.value(u"Summary"_s).startsWith(u"This is an API key"_s));
    QVERIFY(bench.labels().filter(apiKey).isEmpty());
    QVERIFY(!bench.list()->model()->index(0, 0).data().toString().contains(apiKey));
    QVERIFY(!bench.page.actions().copyReport->isEnabled());
    QVERIFY(bench.page.findChild<InspectorInput *>()->extraSelections().isEmpty());
}

void InspectorPageTest::halfAToken_showsWhatThereIs()
{
    Bench bench;
    const QByteArray token = adversarialToken(u"good_key1"_s);
    bench.inspect(token.first(token.size() * 6 / 10));
    QVERIFY(bench.waitFor(1));
    QVERIFY(bench.value(u"Well-formed"_s).startsWith(u"Fail"_s));
    QVERIFY(bench.value(u"Signature"_s).startsWith(u"Not asked"_s));
    QVERIFY(bench.page.findChild<QTableView *>()->model()->rowCount() > 3);
    QVERIFY(bench.labels().filter(u"The end of the token is missing"_s).size() == 1);
}

void InspectorPageTest::markup_isText()
{
    Bench bench;
    bench.inspect(adversarialToken(u"display_html_bold"_s) + "\n"
                  + adversarialToken(u"display_rlo_override"_s));
    QVERIFY(bench.waitFor(2));
    QVERIFY(bench.value(u"Summary"_s).contains(u"<b>Admin</b>"_s));
    bench.choose(1);
    QVERIFY(bench.value(u"Summary"_s).contains(u"\\u{202E}"_s));
    for (const QLabel *label : bench.page.findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void InspectorPageTest::secret_isOnNoScreen()
{
    Bench bench;
    const QByteArray token = adversarialToken(u"good_key1"_s);
    bench.page.inspectSecret(Secret(QByteArrayView(token)), u"the title"_s);
    QVERIFY(bench.waitFor(1));
    QVERIFY(bench.labels().contains(u"the title"_s));
    QCOMPARE(bench.page.findChild<InspectorInput *>()->toPlainText(), QString());
    QVERIFY(bench.labels().filter(QString::fromUtf8(token)).isEmpty());
}

void InspectorPageTest::lock_coversWhatIsInspected()
{
    Bench bench;
    bench.page.hideSecrets(); // nothing to cover
    QVERIFY(bench.list()->isVisibleTo(&bench.page)
            || bench.page.findChild<InspectorInput *>()->isVisible());
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    bench.page.hideSecrets();
    QVERIFY(!bench.page.findChild<InspectorInput *>()->isVisible());
    QVERIFY(!bench.list()->isVisible());
    for (QPushButton *button : bench.page.findChildren<QPushButton *>()) {
        if (button->text() == u"Show again"_s)
            button->click();
    }
    QVERIFY(bench.list()->isVisible());
}

void InspectorPageTest::clear_forgetsAll()
{
    Bench bench;
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    bench.showEachView();
    bench.page.actions().clear->trigger();
    QCOMPARE(bench.count(), 0);
    QVERIFY(!bench.page.actions().clear->isEnabled());
    for (const auto *view : bench.page.findChildren<QAbstractItemView *>())
        QCOMPARE(view->model()->rowCount(), 0);
    for (const auto *text : bench.page.findChildren<QPlainTextEdit *>()) {
        QCOMPARE(text->toPlainText(), QString());
        QVERIFY(!text->document()->isUndoAvailable());
    }
    for (const auto *caption : {"Summary", "Well-formed", "Signature", "In time", "Addressee"})
        QCOMPARE(bench.value(QString::fromLatin1(caption)), QString());
}

// They have no signature to be told apart by.
void InspectorPageTest::twoHalves_areToldApart()
{
    Bench bench;
    bench.showEachView();
    const auto *json = bench.page.findChild<ClaimsView *>()->findChild<QPlainTextEdit *>();
    bench.inspect("eyJhbGciOiJSUzI1NiJ9.eyJuYW1lIjoib25lIn0");
    QVERIFY(QTest::qWaitFor([&] { return json->toPlainText().contains(u"one"_s); }));
    bench.inspect("eyJhbGciOiJSUzI1NiJ9.eyJuYW1lIjoidHdvIn0");
    QVERIFY(QTest::qWaitFor([&] { return json->toPlainText().contains(u"two"_s); }));
}

void InspectorPageTest::report_holdsNoId()
{
    Bench bench;
    const QByteArray token = adversarialToken(u"good_key1"_s);
    bench.inspect(token);
    QVERIFY(bench.waitFor(1));
    QSignalSpy copied(&bench.page, &InspectorPage::copyTextRequested);
    bench.page.actions().copyReport->trigger();
    QCOMPARE(copied.count(), 1);
    const QString report = copied.first().first().toString();
    QVERIFY(report.contains(u"account-1"_s));
    for (const QString &secret : {u"Test User"_s, u"test.user@example.com"_s, u"IBMid-0000000000"_s,
                                  QString::fromUtf8(token.last(40))})
        QVERIFY2(!report.contains(secret), qPrintable(secret));
}

void InspectorPageTest::fingerprint_tellsWhereTheTokenIsFrom()
{
    Bench bench;
    const QByteArray token = adversarialToken(u"good_key1"_s);
    bench.ledger.note(TokenFingerprint::of(token), LedgerEntry::Event::Copied, u"prod-admin"_s);
    bench.inspect("x " + token);
    QVERIFY(bench.waitFor(1));
    QVERIFY2(bench.value(u"Fingerprint"_s).contains(u"prod-admin"_s),
             qPrintable(bench.value(u"Fingerprint"_s)));
    // Once, however often it is looked at.
    bench.inspect("y " + token);
    QVERIFY(bench.waitFor(1));
    QCOMPARE(bench.ledger.entriesOf(TokenFingerprint::of(token)).size(), 2);
}

void InspectorPageTest::commands_needAToken()
{
    Bench bench;
    const auto &actions = bench.page.actions();
    QVERIFY(!actions.compare->isEnabled() && !actions.report->isEnabled());
    bench.inspect(adversarialToken(u"good_key1"_s));
    QVERIFY(bench.waitFor(1));
    QVERIFY(actions.compare->isEnabled() && actions.report->isEnabled());
}

HOURPASS_TEST(InspectorPageTest, QApplication)

} // namespace tst_inspectorpage

#include "tst_inspectorpage.moc"
