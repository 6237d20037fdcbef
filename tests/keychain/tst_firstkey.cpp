// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "prompter.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_firstkey {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// The first entry ever: the keyring asks for a new password.
class FirstKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedKeyring_isLocked();
    void newKeyring_keepsTheKey();

private:
    test::Keyring m_keyring;
    test::Prompter m_person;
};

void FirstKeyTest::refusedKeyring_isLocked()
{
    KeychainSecretStore store;
    const auto written = store.write(ProfileId::create(), Secret(QByteArrayView("refused")));
    QVERIFY(m_person.waitForPrompt());
    QCOMPARE(store.state(), State::Waiting);
    QVERIFY(m_person.refuse([&] { return written.isFinished(); }));
    QCOMPARE(outcome(written.result()), u"KeychainLocked"_s);
    QVERIFY(m_person.waitForNoPrompt());
}

void FirstKeyTest::newKeyring_keepsTheKey()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    const auto written = store.write(id, Secret(QByteArrayView("the first key")));
    QVERIFY(m_person.waitForPrompt());
    QVERIFY(m_person.typeNewPassword("new-password"_ba, [&] { return written.isFinished(); }));
    QCOMPARE(outcome(written.result()), u"ok"_s);
    QCOMPARE(store.state(), State::Ready);
    QCOMPARE(m_keyring.entries().size(), 1);
    QCOMPARE(await(store.read(id, Prompt::Never))->reveal().toByteArray(), "the first key"_ba);
}

HOURPASS_TEST(FirstKeyTest, QCoreApplication)

} // namespace tst_firstkey

#include "tst_firstkey.moc"
