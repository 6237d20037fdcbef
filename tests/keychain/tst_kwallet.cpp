// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/keychainsecretstore.h"
#include "keyring.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

namespace tst_kwallet {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::await;
using test::outcome;
using Prompt = SecretStore::Prompt;
using State = SecretStore::State;

/// A desktop where QtKeychain uses KWallet and no Secret Service is asked, and no wallet is there.
/// It is the back end that would fall back to a settings file in clear if it were let.
class KWalletTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backend_isKWallet();
    void withoutWallet_nothingIsClaimed();
    void withoutWallet_theKeyIsWrittenNowhere();
};

void KWalletTest::backend_isKWallet()
{
    QCOMPARE(KeychainSecretStore().backend(), u"kwallet4"_s);
}

void KWalletTest::withoutWallet_nothingIsClaimed()
{
    KeychainSecretStore store;
    const auto id = ProfileId::create();
    for (const auto prompt : {Prompt::Never, Prompt::Allowed}) {
        const auto read = store.read(id, prompt);
        QVERIFY(!read.isFinished());
        QCOMPARE(outcome(await(read)), u"KeychainMissing"_s);
        QCOMPARE(store.state(), State::Missing);
    }
    QCOMPARE(outcome(await(store.remove(id))), u"KeychainFailed"_s);
    const auto stored = store.list();
    QVERIFY(!stored.isFinished());
    QCOMPARE(outcome(await(stored)), u"KeychainNotSearchable"_s);
}

void KWalletTest::withoutWallet_theKeyIsWrittenNowhere()
{
    const QByteArray key = "canary-e07f5a31-no-settings-file"_ba;
    KeychainSecretStore store;
    const auto written = store.write(ProfileId::create(), Secret(QByteArrayView(key)));
    QVERIFY(!written.isFinished());
    QCOMPARE(outcome(await(written)), u"KeychainFailed"_s);
    QCOMPARE(test::filesHolding(key), QStringList());
}

static int run(int argc, char **argv)
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "4");
    QCoreApplication application(argc, argv);
    KWalletTest test;
    return QTest::qExec(&test, argc, argv);
}

HOURPASS_TEST_MAIN(run)

} // namespace tst_kwallet

#include "tst_kwallet.moc"
