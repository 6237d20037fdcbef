// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profiledialog.h"

#include "support/testprogram.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_profiledialog {

using namespace hourpass;
using namespace Qt::StringLiterals;

const QString goodKey(44, u'k');
const auto trusted = "Trusted profile (optional)"_L1;
const QString trustedId = u"Profile-bbbbbbbb-0000-4000-8000-000000000003"_s;

Profile emptyProfile()
{
    Profile profile;
    profile.id = ProfileId::create();
    return profile;
}

/// The field that a caption is for.
QLineEdit *field(const ProfileDialog &dialog, QLatin1StringView caption)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->text() == caption)
            return qobject_cast<QLineEdit *>(label->buddy());
    }
    return nullptr;
}

void save(const ProfileDialog &dialog)
{
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
}

bool says(const ProfileDialog &dialog, const QString &part)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (!label->isHidden() && label->text().contains(part))
            return true;
    }
    return false;
}

class ProfileDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void captions_leadToTheirFields()
    {
        const ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        for (const auto caption : {"Name"_L1, "API key"_L1, "Endpoint"_L1, "CA file"_L1, trusted})
            QVERIFY2(field(dialog, caption), caption.data());
        QCOMPARE(field(dialog, "API key"_L1)->echoMode(), QLineEdit::Password);
        QCOMPARE(field(dialog, "Endpoint"_L1)->text(), u"https://iam.cloud.ibm.com"_s);
    }

    void wrongInput_isRefusedInPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("said");
        const QString good = u"https://iam.cloud.ibm.com"_s;
        QTest::newRow("no name") << u"  "_s << goodKey << good << u"There is no name"_s;
        QTest::newRow("no key") << u"a"_s << u" \" \" "_s << good << u"There is no API key"_s;
        QTest::newRow("http") << u"a"_s << goodKey << u"http://iam.cloud.ibm.com"_s
                              << u"endpoint cannot be used"_s;
        QTest::newRow("no URL") << u"a"_s << goodKey << u"iam"_s << u"endpoint cannot be used"_s;
    }
    void wrongInput_isRefusedInPlace()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QFETCH(QString, endpoint);
        QFETCH(QString, said);
        ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        field(dialog, "Name"_L1)->setText(name);
        field(dialog, "API key"_L1)->setText(key);
        field(dialog, "Endpoint"_L1)->setText(endpoint);
        save(dialog);
        QCOMPARE(saves.size(), 0);
        QVERIFY(says(dialog, said));
    }

    void goodInput_isEmittedCleaned()
    {
        ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        field(dialog, "Name"_L1)->setText(u"  prod "_s);
        field(dialog, "API key"_L1)->setText(u" \""_s + goodKey + u"\"\t"_s);
        field(dialog, "Endpoint"_L1)->setText(u"https://iam.test.cloud.ibm.com/identity/token"_s);
        save(dialog);
        QCOMPARE(saves.size(), 1);
        const auto profile = saves.first().at(0).value<Profile>();
        QCOMPARE(profile.name, u"prod"_s);
        QCOMPARE(profile.endpoint.toString(), u"https://iam.test.cloud.ibm.com"_s);
        QVERIFY(saves.first().at(1).value<Secret>() == Secret(goodKey.toUtf8()));
    }

    void wrongTrustedProfile_isRefusedInPlace()
    {
        ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        field(dialog, "Name"_L1)->setText(u"a"_s);
        field(dialog, "API key"_L1)->setText(goodKey);
        field(dialog, trusted)->setText(u"prod-auditor"_s);
        save(dialog);
        QCOMPARE(saves.size(), 0);
        QVERIFY(says(dialog, u"trusted profile cannot be used"_s));
    }

    void trustedProfile_canBeSetAndTakenOff()
    {
        Profile profile = emptyProfile();
        profile.name = u"prod"_s;
        ProfileDialog setting(ProfileDialog::Mode::Edit, profile);
        QSignalSpy saves(&setting, &ProfileDialog::saveRequested);
        field(setting, trusted)->setText(u" "_s + trustedId + u'\n');
        save(setting);
        profile = saves.value(0).value(0).value<Profile>();
        QVERIFY(profile.assumeProfile);
        QCOMPARE(profile.assumeProfile->toString(), trustedId);

        ProfileDialog takingOff(ProfileDialog::Mode::Edit, profile);
        QSignalSpy savesAgain(&takingOff, &ProfileDialog::saveRequested);
        QCOMPARE(field(takingOff, trusted)->text(), trustedId);
        field(takingOff, trusted)->setText(u" "_s);
        save(takingOff);
        QVERIFY(!savesAgain.value(0).value(0).value<Profile>().assumeProfile);
    }

    void checkedOptions_areEmittedAndShownAgain()
    {
        Profile profile = emptyProfile();
        profile.name = u"prod"_s;
        const auto box = [](const ProfileDialog &dialog, const QString &text) {
            for (QCheckBox *candidate : dialog.findChildren<QCheckBox *>()) {
                if (candidate->text().remove(u'&') == text)
                    return candidate;
            }
            qFatal("no such option");
        };
        const QString pinned = u"Show in the tray menu"_s;
        const QString notified = u"Tell before a token ends"_s;
        ProfileDialog first(ProfileDialog::Mode::Edit, profile);
        QSignalSpy saves(&first, &ProfileDialog::saveRequested);
        QVERIFY(!box(first, pinned)->isChecked() && !box(first, notified)->isChecked());
        box(first, pinned)->click();
        save(first);
        profile = saves.value(0).value(0).value<Profile>();
        QVERIFY(profile.pinned && !profile.notifyBeforeEnd);
        ProfileDialog second(ProfileDialog::Mode::Edit, profile);
        QSignalSpy savesAgain(&second, &ProfileDialog::saveRequested);
        QVERIFY(box(second, pinned)->isChecked());
        box(second, pinned)->click();
        box(second, notified)->click();
        save(second);
        profile = savesAgain.value(0).value(0).value<Profile>();
        QVERIFY(!profile.pinned && profile.notifyBeforeEnd);
    }

    void oddKey_isWarnedAboutAndNotBlocked()
    {
        ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        field(dialog, "Name"_L1)->setText(u"a"_s);
        QTest::keyClicks(field(dialog, "API key"_L1), u"ApiKey-12345678"_s);
        QVERIFY(says(dialog, u"looks like a key's id"_s));
        save(dialog);
        QCOMPARE(saves.size(), 1);
    }

    void edit_withoutAKey_keepsTheStoredOne()
    {
        Profile profile = emptyProfile();
        profile.name = u"prod"_s;
        ProfileDialog dialog(ProfileDialog::Mode::Edit, profile);
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        field(dialog, "Name"_L1)->setText(u"production"_s);
        save(dialog);
        QCOMPARE(saves.size(), 1);
        QCOMPARE(saves.first().at(0).value<Profile>().id, profile.id);
        QVERIFY(saves.first().at(1).value<Secret>().isEmpty());
    }

    void importedKey_isUsedAndNotShown()
    {
        Profile profile = emptyProfile();
        profile.name = u"from-file"_s;
        ProfileDialog dialog(ProfileDialog::Mode::Add, profile);
        dialog.setKey(Secret(goodKey.toUtf8()));
        QVERIFY(field(dialog, "API key"_L1)->text().isEmpty());
        QSignalSpy saves(&dialog, &ProfileDialog::saveRequested);
        save(dialog);
        QVERIFY(saves.value(0).value(1).value<Secret>() == Secret(goodKey.toUtf8()));
    }

    void knownEndpoints_fillInTheField()
    {
        ProfileDialog dialog(ProfileDialog::Mode::Add, emptyProfile());
        const auto *menu = dialog.findChild<QMenu *>();
        QCOMPARE(menu->actions().size(), endpointPresets().size());
        menu->actions().last()->trigger();
        QCOMPARE(field(dialog, "Endpoint"_L1)->text(), u"https://iam.test.cloud.ibm.com"_s);
    }
};

HOURPASS_TEST(ProfileDialogTest, QApplication)

} // namespace tst_profiledialog

#include "tst_profiledialog.moc"
