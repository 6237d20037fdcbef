// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "clipboard/secretclipboard.h"
#include "support/scratchengine.h"
#include "support/testprogram.h"
#include "ui/mainwindow.h"
#include "ui/parts/copyflow.h"
#include "ui/profiles/profiledialog.h"
#include "words/translation.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

namespace tst_translatedwindow {

using namespace hourpass;
using namespace Qt::StringLiterals;

/// The window in front of a real engine, of which nothing is asked of a server.
struct Bench : test::ScratchEngine {
    SecretClipboard clipboard{*QApplication::clipboard(), clock.clock()};
    CopyFlow copies{profiles, sessions, clipboard};
    MainWindow window{engine, clipboard, copies, WindowState(folder.filePath(u"window.json"_s))};
};

/// The menus and their submenus, the bar first.
QList<const QWidget *> menusOf(const QMenuBar &bar)
{
    QList<const QWidget *> menus{&bar};
    for (const QMenu *menu : bar.findChildren<QMenu *>())
        menus.append(menu);
    return menus;
}

/// Mnemonics that two entries of a menu share, as "&Save, &Search".
QString sharedMnemonics(const QWidget &menu)
{
    QHash<QKeySequence, QString> first;
    QStringList shared;
    for (const QAction *action : menu.actions()) {
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        if (mnemonic.isEmpty())
            continue;
        if (const QString other = first.value(mnemonic); !other.isEmpty())
            shared.append(other + u", "_s + action->text());
        first.insert(mnemonic, action->text());
    }
    return shared.join(u" | "_s);
}

/// Texts on the screen that have less room than they ask for.
QString cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool fits = label->wordWrap()
            ? label->height() >= label->heightForWidth(label->width())
            : label->width() >= label->sizeHint().width();
        if (!fits)
            cut.append(label->text());
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            cut.append(button->text());
    }
    return cut.join(u" | "_s);
}

QLineEdit *fieldOf(const ProfileDialog &dialog, QLineEdit::EchoMode mode)
{
    for (QLineEdit *field : dialog.findChildren<QLineEdit *>()) {
        if (field->echoMode() == mode)
            return field;
    }
    return nullptr;
}

class TranslatedWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void mnemonics_areDistinctInEveryMenu_data() { addLanguages(); }
    void mnemonics_areDistinctInEveryMenu();
    void emptyWindow_cutsNoText_data() { addLanguages(); }
    void emptyWindow_cutsNoText();
    void profile_cutsNoText_data() { addLanguages(); }
    void profile_cutsNoText();
    void dialog_growsForWhatItHasToSay_data() { addLanguages(); }
    void dialog_growsForWhatItHasToSay();

private:
    static void addLanguages();
    static void speak(const QByteArray &locale);
};

void TranslatedWindowTest::addLanguages()
{
    QTest::addColumn<QByteArray>("locale");
    for (const char *locale : {"en_US", "de_DE", "en_XA"})
        QTest::newRow(locale) << QByteArray(locale);
}

void TranslatedWindowTest::speak(const QByteArray &locale)
{
    qputenv("LC_ALL", locale + ".UTF-8");
    QLocale::setDefault(QLocale(QString::fromLatin1(locale)));
    installTranslation(*qApp);
}

void TranslatedWindowTest::cleanup()
{
    qDeleteAll(qApp->findChildren<QTranslator *>());
}

void TranslatedWindowTest::mnemonics_areDistinctInEveryMenu()
{
    QFETCH(QByteArray, locale);
    speak(locale);
    const Bench bench;
    const QMenuBar &bar = *bench.window.menuBar();
    const auto menus = menusOf(bar);
    QVERIFY(menus.size() > 4);
    for (const QWidget *menu : menus)
        QCOMPARE(sharedMnemonics(*menu), QString());
    for (const QAction *menu : bar.actions())
        QVERIFY2(!QKeySequence::mnemonic(menu->text()).isEmpty(), qPrintable(menu->text()));
    // One command has two texts, and takes turns with them.
    const QString get = QCoreApplication::translate("hourpass::MainWindow", "&Get token");
    const QString renew = QCoreApplication::translate("hourpass::MainWindow", "&Renew token");
    int found = 0;
    for (QAction *action : bench.window.findChildren<QAction *>()) {
        if (action->text() == get) {
            action->setText(renew);
            ++found;
        }
    }
    QCOMPARE(found, 1);
    for (const QWidget *menu : menus)
        QCOMPARE(sharedMnemonics(*menu), QString());
}

void TranslatedWindowTest::emptyWindow_cutsNoText()
{
    QFETCH(QByteArray, locale);
    speak(locale);
    Bench bench;
    bench.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench.window));
    QCOMPARE(cutTexts(bench.window), QString());
}

void TranslatedWindowTest::profile_cutsNoText()
{
    QFETCH(QByteArray, locale);
    speak(locale);
    Bench bench;
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = u"prod-admin"_s;
    QVERIFY(bench.profiles.add(profile));
    bench.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench.window));
    bench.sessions.renew(profile.id, SecretStore::Prompt::Never); // there is no key: a fault
    QTRY_VERIFY(bench.sessions.session(profile.id).fault);
    QTRY_COMPARE(cutTexts(bench.window), QString());
}

void TranslatedWindowTest::dialog_growsForWhatItHasToSay()
{
    QFETCH(QByteArray, locale);
    speak(locale);
    Profile profile;
    profile.id = ProfileId::create();
    ProfileDialog dialog(ProfileDialog::Mode::Add, profile);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(cutTexts(dialog), QString());
    QTest::keyClicks(fieldOf(dialog, QLineEdit::Password), u"{ApiKey-12345678"_s);
    QTRY_COMPARE(cutTexts(dialog), QString());
    dialog.setForThisRunOnly(true);
    QTRY_COMPARE(cutTexts(dialog), QString());
    dialog.showFault({ErrorCode::KeyFileWithoutKey, {}, {}, {}}); // the longest that can be there
    QTRY_COMPARE(cutTexts(dialog), QString());
}

HOURPASS_TEST(TranslatedWindowTest, QApplication)

} // namespace tst_translatedwindow

#include "tst_translatedwindow.moc"
