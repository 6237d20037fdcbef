// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "prompter.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_prompt {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// A locked keyring with somebody in front of the screen.
class PromptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutLeave_nobodyIsAsked();
    void rightPassword_givesTheKey();
    void refusal_isLocked();
    void cancelAll_endsAtOnce();
    void cancelledPrompt_holdsNothingUp();
    void cancelledPrompt_servesTheNextRead();
    void lateAnswer_changesTheState();
    void unansweredPrompt_endsAfterItsTime();
    void remove_asksThenProvesIt();
    void write_asksThenStores();

private:
    test::Keyring m_keyring;
    test::Prompter m_person;
    ProfileId m_id;
    QString m_name;
};

void PromptTest::initTestCase()
{
    test::needTool(u"secret-tool"_s, u"libsecret-tools"_s);
}

void PromptTest::init()
{
    KeychainSecretStore store;
    m_id = ProfileId::create();
    m_name = test::Keyring::nameOf(m_id.toString());
    QCOMPARE(outcome(await(store.write(m_id, Secret(QByteArrayView("the-key"))))), u"ok"_s);
    m_keyring.lock();
}

void PromptTest::cleanup()
{
    if (m_person.asks())
        QVERIFY(m_person.refuse([this] { return !m_person.asks(); }));
    if (m_keyring.isLocked())
        m_keyring.unlock();
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.remove(m_id))), u"ok"_s);
}

// First: later a prompter may still run from the test before.
void PromptTest::withoutLeave_nobodyIsAsked()
{
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainLocked"_s);
    QCOMPARE(await(store.probe()).value(), State::Locked);
    QVERIFY(!m_person.wasStarted());
    QVERIFY(!m_person.asks());
    QVERIFY(m_keyring.isLocked());
}

void PromptTest::rightPassword_givesTheKey()
{
    KeychainSecretStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    const auto read = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    QCOMPARE(store.state(), State::Waiting);
    QVERIFY(store.isBusy() && !read.isFinished());

    QVERIFY(m_person.typePassword(test::Keyring::password(), [&] { return read.isFinished(); }));
    QCOMPARE(outcome(read.result()), u"ok"_s);
    QCOMPARE(read.result()->reveal().toByteArray(), "the-key"_ba);
    QCOMPARE(store.state(), State::Ready);
    QCOMPARE(states.size(), 2); // Waiting, Ready
    QVERIFY(!m_keyring.isLocked());
}

void PromptTest::refusal_isLocked()
{
    KeychainSecretStore store;
    const auto read = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    QVERIFY(m_person.refuse([&] { return read.isFinished(); }));
    QCOMPARE(outcome(read.result()), u"KeychainLocked"_s);
    QCOMPARE(read.result().error().detail, u"the prompt was dismissed"_s);
    QCOMPARE(store.state(), State::Locked);
    QCOMPARE(m_keyring.entries(m_name).size(), 1);
}

void PromptTest::cancelAll_endsAtOnce()
{
    KeychainSecretStore store;
    const auto removed = store.remove(m_id);
    const auto read = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    QCOMPARE(store.state(), State::Waiting);

    store.cancelAll();
    QVERIFY(removed.isFinished() && read.isFinished());
    QCOMPARE(outcome(removed.result()), u"Cancelled"_s);
    QCOMPARE(outcome(read.result()), u"Cancelled"_s);
    QCOMPARE(store.state(), State::Locked);
    QVERIFY(!store.isBusy());

    // The prompt stays on the screen; what is answered there removes nothing any more.
    QVERIFY(m_person.typePassword(test::Keyring::password(), [this] { return !m_person.asks(); }));
    QTRY_VERIFY(!m_keyring.isLocked());
    QCOMPARE(await(store.read(m_id, Prompt::Never))->reveal().toByteArray(), "the-key"_ba);
}

void PromptTest::cancelledPrompt_holdsNothingUp()
{
    KeychainSecretStore store;
    const auto read = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    store.cancelAll();
    QCOMPARE(outcome(await(store.read(m_id, Prompt::Never))), u"KeychainLocked"_s);
    QVERIFY(m_person.asks());
    m_keyring.unlock();
    QCOMPARE(await(store.read(m_id, Prompt::Never))->reveal().toByteArray(), "the-key"_ba);
    QVERIFY(m_person.asks());
}

void PromptTest::cancelledPrompt_servesTheNextRead()
{
    KeychainSecretStore store;
    const auto cancelled = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    store.cancelAll();
    const auto read = store.read(m_id, Prompt::Allowed);
    QTRY_COMPARE(store.state(), State::Waiting);
    QVERIFY(m_person.typePassword(test::Keyring::password(), [&] { return read.isFinished(); }));
    QCOMPARE(read.result()->reveal().toByteArray(), "the-key"_ba);
    QVERIFY(m_person.waitForNoPrompt()); // there was only the one
}

void PromptTest::lateAnswer_changesTheState()
{
    KeychainSecretStore store;
    const auto read = store.read(m_id, Prompt::Allowed);
    QVERIFY(m_person.waitForPrompt());
    store.cancelAll();
    QCOMPARE(store.state(), State::Locked);
    QVERIFY(m_person.typePassword(test::Keyring::password(),
                                  [&] { return store.state() == State::Ready; }));
}

void PromptTest::unansweredPrompt_endsAfterItsTime()
{
    KeychainSecretStore store(KeychainLimits{.answer = 5s, .prompt = 2s});
    const auto read = await(store.read(m_id, Prompt::Allowed));
    QCOMPARE(outcome(read), u"KeychainLocked"_s);
    QCOMPARE(read.error().detail, u"nobody answered the keychain's prompt"_s);
    QCOMPARE(store.state(), State::Locked);
    QVERIFY(!store.isBusy());
}

void PromptTest::remove_asksThenProvesIt()
{
    KeychainSecretStore store;
    const auto removed = store.remove(m_id);
    QVERIFY(m_person.waitForPrompt());
    QCOMPARE(m_keyring.entries(m_name).size(), 1);
    QVERIFY(m_person.typePassword(test::Keyring::password(), [&] { return removed.isFinished(); }));
    QCOMPARE(outcome(removed.result()), u"ok"_s);
    QVERIFY(m_keyring.entries(m_name).isEmpty());
}

void PromptTest::write_asksThenStores()
{
    KeychainSecretStore store;
    const auto written = store.write(m_id, Secret(QByteArrayView("changed")));
    QVERIFY(m_person.waitForPrompt());
    QVERIFY(m_person.typePassword(test::Keyring::password(), [&] { return written.isFinished(); }));
    QCOMPARE(outcome(written.result()), u"ok"_s);
    QCOMPARE(m_keyring.entries(m_name).size(), 1);
    QCOMPARE(m_keyring.storedText(m_name), "changed"_ba.toBase64());
}

HOURPASS_TEST(PromptTest, QCoreApplication)

} // namespace tst_prompt

#include "tst_prompt.moc"
