// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_empty {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// A Secret Service without any collection, and nobody who could be asked for a new password.
class EmptyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_isNotFound();
    void write_isNotClaimed();
    void remove_isDone();
    void probe_isReady();

private:
    test::Keyring m_keyring;
};

void EmptyTest::read_isNotFound()
{
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.read(ProfileId::create(), Prompt::Never))), u"NotFound"_s);
    QCOMPARE(outcome(await(store.read(ProfileId::create(), Prompt::Allowed))), u"NotFound"_s);
}

void EmptyTest::write_isNotClaimed()
{
    const QByteArray key = "canary-2b90-nobody-asked"_ba;
    KeychainSecretStore store;
    const auto written = await(store.write(ProfileId::create(), Secret(QByteArrayView(key))));
    QCOMPARE(outcome(written), u"KeychainLocked"_s);
    QVERIFY(m_keyring.entries().isEmpty());
    QCOMPARE(test::filesHolding(key), QStringList());
}

void EmptyTest::remove_isDone()
{
    KeychainSecretStore store;
    QCOMPARE(outcome(await(store.remove(ProfileId::create()))), u"ok"_s);
}

void EmptyTest::probe_isReady()
{
    KeychainSecretStore store;
    QCOMPARE(await(store.probe()).value(), State::Ready);
}

HOURPASS_TEST(EmptyTest, QCoreApplication)

} // namespace tst_empty

#include "tst_empty.moc"
