// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "keychain/backendname.h"

#include "support/testprogram.h"

#include <QTest>

namespace tst_backendname {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// QtKeychain's choice, by the desktop's variables; here without a bus, so KWallet 5 never answers.
class BackendNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void name_followsTheDesktop_data();
    void name_followsTheDesktop();
};

void BackendNameTest::init()
{
    for (const char *name : {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_SESSION_VERSION",
                             "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID"})
        qunsetenv(name);
}

void BackendNameTest::name_followsTheDesktop_data()
{
    using Variables = QMap<QByteArray, QByteArray>;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << Variables{} << u"secret-service"_s;
    QTest::newRow("GNOME") << Variables{{"XDG_CURRENT_DESKTOP", "GNOME"}} << u"secret-service"_s;
    QTest::newRow("Ubuntu") << Variables{{"XDG_CURRENT_DESKTOP", "ubuntu:GNOME"}}
                            << u"secret-service"_s;
    QTest::newRow("KDE 4") << Variables{{"XDG_CURRENT_DESKTOP", "KDE"},
                                        {"KDE_SESSION_VERSION", "4"}}
                           << u"kwallet4"_s;
    QTest::newRow("KDE 4 by its session")
        << Variables{{"DESKTOP_SESSION", "kde4"}} << u"kwallet4"_s;
    QTest::newRow("KDE 5 without KWallet")
        << Variables{{"XDG_CURRENT_DESKTOP", "KDE"}, {"KDE_SESSION_VERSION", "5"}}
        << u"secret-service"_s;
    QTest::newRow("KDE 6") << Variables{{"XDG_CURRENT_DESKTOP", "KDE"},
                                        {"KDE_SESSION_VERSION", "6"}}
                           << u"secret-service"_s;
    QTest::newRow("a version alone")
        << Variables{{"KDE_SESSION_VERSION", "4"}} << u"secret-service"_s;
}

void BackendNameTest::name_followsTheDesktop()
{
    using Variables = QMap<QByteArray, QByteArray>;
    QFETCH(const Variables, variables);
    QFETCH(const QString, name);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        qputenv(it.key().constData(), it.value());
    QCOMPARE(keychainBackendName(), name);
}

HOURPASS_TEST(BackendNameTest, QCoreApplication)

} // namespace tst_backendname

#include "tst_backendname.moc"
