// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "desktop/autostart.h"

#include "desktop/autostartentry.h"
#include "files/files.h"
#include "support/outcome.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tst_autostart {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;
using State = Autostart::State;

const QByteArray edited = "# mine\n"
                          "[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name[de]=Meins\n"
                          "Exec=env QT_SCALE_FACTOR=2 hourpass --hidden\n"
                          "Hidden=false\n"
                          "\n"
                          "[Desktop Action x]\n"
                          "Hidden=true\n";

class AutostartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAFile_itIsOff();
    void enabling_writesTheFileForTheOwnerAlone();
    void disabling_removesTheFile();
    void disablingTwice_isInOrder();
    void enablingTwice_leavesTheFileAlone();
    void switchesOfOthers_areUnderstood_data();
    void switchesOfOthers_areUnderstood();
    void editedFile_isSwitchedAndElseKept();
    void editedFileThatIsOn_isLeftAlone();
    void ownFileSwitchedOffByTheDesktop_isSwitchedOn();
    void fileOfAnotherPlace_isWrittenAnew();
    void whatIsNoEntry_isReplaced_data();
    void whatIsNoEntry_isReplaced();
    void folderInItsPlace_isAnError();
    void unwritableFolder_isAnError();
    void entry_isValid();
    void percentSigns_areDoubled();
    void entry_startsTheProgramHidden_data();
    void entry_startsTheProgramHidden();
    void usualPlace_followsTheConfigFolder();

private:
    Autostart autostart() const { return {folder(), u"/usr/bin/hourpass"_s}; }
    QString folder() const { return m_folder->filePath(u"config/autostart"_s); }
    QString path() const { return folder() + "/hourpass.desktop"_L1; }
    QByteArray content() const { return readSmallFile(path(), 1 << 16).value_or("(none)"); }
    void write(const QByteArray &content) { QVERIFY(writePrivateFile(path(), content)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AutostartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void AutostartTest::withoutAFile_itIsOff()
{
    QCOMPARE(autostart().state(), State::Off);
    QVERIFY(!QFile::exists(folder()));
}

void AutostartTest::enabling_writesTheFileForTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    QCOMPARE(outcome(autostart().setEnabled(true)), u"ok"_s);
    ::umask(before);
    QCOMPARE(autostart().state(), State::On);
    QVERIFY(content().contains("\nExec=\"/usr/bin/hourpass\" --hidden\n"));
    struct stat status {
    };
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U);
    QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"hourpass.desktop"_s});
}

void AutostartTest::disabling_removesTheFile()
{
    QVERIFY(autostart().setEnabled(true));
    QCOMPARE(outcome(autostart().setEnabled(false)), u"ok"_s);
    QCOMPARE(autostart().state(), State::Off);
    QVERIFY(!QFile::exists(path()));
}

void AutostartTest::disablingTwice_isInOrder()
{
    QCOMPARE(outcome(autostart().setEnabled(false)), u"ok"_s);
    QVERIFY(!QFile::exists(folder()));
}

void AutostartTest::enablingTwice_leavesTheFileAlone()
{
    QVERIFY(autostart().setEnabled(true));
    const QByteArray before = content();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner)); // a new file would have others
    QCOMPARE(outcome(autostart().setEnabled(true)), u"ok"_s);
    QCOMPARE(content(), before);
    QVERIFY(!(QFile::permissions(path()) & QFile::WriteOwner));
}

void AutostartTest::switchesOfOthers_areUnderstood_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<State>("state");
    const QByteArray entry = "[Desktop Entry]\nExec=x\n";
    QTest::newRow("plain") << entry << State::On;
    QTest::newRow("hidden") << entry + "Hidden=true\n" << State::Off;
    QTest::newRow("hidden, with blanks") << entry + " Hidden = true \n" << State::Off;
    QTest::newRow("hidden, Windows line ends")
        << "[Desktop Entry]\r\nExec=x\r\nHidden=true\r\n"_ba << State::Off;
    QTest::newRow("not hidden") << entry + "Hidden=false\n" << State::On;
    QTest::newRow("hidden, in a comment") << entry + "#Hidden=true\n" << State::On;
    QTest::newRow("hidden, in another group") << entry + "[Desktop Action a]\nHidden=true\n"
                                              << State::On;
    QTest::newRow("hidden, of a language") << entry + "Hidden[de]=true\n" << State::On;
    QTest::newRow("GNOME's switch") << entry + "X-GNOME-Autostart-enabled=false\n" << State::Off;
    QTest::newRow("GNOME's switch, on") << entry + "X-GNOME-Autostart-enabled=true\n" << State::On;
    QTest::newRow("nothing to start") << "[Desktop Entry]\nName=x\n"_ba << State::Off;
    QTest::newRow("no group") << "Exec=x\n"_ba << State::Off;
    QTest::newRow("empty") << QByteArray() << State::Off;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << State::Off;
    QTest::newRow("too large") << entry + QByteArray(1 << 20, '#') << State::Off;
}

void AutostartTest::switchesOfOthers_areUnderstood()
{
    QFETCH(const QByteArray, content);
    write(content);
    QTEST(autostart().state(), "state");
}

void AutostartTest::editedFile_isSwitchedAndElseKept()
{
    write(edited);
    QCOMPARE(outcome(autostart().setEnabled(false)), u"ok"_s);
    QCOMPARE(autostart().state(), State::Off);
    QByteArray off = edited;
    off.replace("Hidden=false", "Hidden=true");
    QCOMPARE(content(), off);
    QCOMPARE(outcome(autostart().setEnabled(true)), u"ok"_s);
    QCOMPARE(autostart().state(), State::On);
    QCOMPARE(content(), edited);

    // Without the switch it is put in.
    QByteArray without = edited;
    without.replace("Hidden=false\n", "");
    write(without);
    QVERIFY(autostart().setEnabled(false));
    QCOMPARE(autostart().state(), State::Off);
    QByteArray added = without;
    added.replace("[Desktop Entry]\n", "[Desktop Entry]\nHidden=true\n");
    QCOMPARE(content(), added);
}

void AutostartTest::editedFileThatIsOn_isLeftAlone()
{
    write(edited);
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
    QCOMPARE(outcome(autostart().setEnabled(true)), u"ok"_s);
    QCOMPARE(content(), edited);
    QVERIFY(!(QFile::permissions(path()) & QFile::WriteOwner));
}

void AutostartTest::ownFileSwitchedOffByTheDesktop_isSwitchedOn()
{
    QVERIFY(autostart().setEnabled(true));
    write(content() + "Hidden=true\nX-GNOME-Autostart-enabled=false\n");
    QCOMPARE(autostart().state(), State::Off);
    QVERIFY(autostart().setEnabled(true));
    QCOMPARE(autostart().state(), State::On);
    QVERIFY(content().endsWith("\nHidden=false\nX-GNOME-Autostart-enabled=true\n"));
}

void AutostartTest::fileOfAnotherPlace_isWrittenAnew()
{
    QVERIFY(Autostart(folder(), u"/opt/old/hourpass"_s).setEnabled(true));
    QVERIFY(autostart().setEnabled(true));
    QCOMPARE(content(), autostartEntryFor(u"/usr/bin/hourpass"_s));
    QVERIFY(Autostart(folder(), u"/opt/old/hourpass"_s).setEnabled(false));
    QVERIFY(!QFile::exists(path()));
}

void AutostartTest::whatIsNoEntry_isReplaced_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << "something else\n"_ba;
    QTest::newRow("no program") << "[Desktop Entry]\nHidden=true\n"_ba;
}

void AutostartTest::whatIsNoEntry_isReplaced()
{
    QFETCH(const QByteArray, content);
    write(content);
    QCOMPARE(outcome(autostart().setEnabled(true)), u"ok"_s);
    QCOMPARE(autostart().state(), State::On);
    QVERIFY(isOwnAutostartEntry(this->content()));
}

void AutostartTest::folderInItsPlace_isAnError()
{
    QVERIFY(QDir().mkpath(path()));
    QCOMPARE(autostart().state(), State::Off);
    QCOMPARE(outcome(autostart().setEnabled(true)), u"FileNotRegular"_s);
    QCOMPARE(outcome(autostart().setEnabled(false)), u"FileNotRegular"_s);
}

void AutostartTest::unwritableFolder_isAnError()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"config"_s)));
    QFile inTheWay(folder()); // a file: even root cannot write below it
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    QVERIFY(!autostart().setEnabled(true));
    QCOMPARE(autostart().state(), State::Off);
}

void AutostartTest::entry_isValid()
{
    QVERIFY(autostart().setEnabled(true));
    QProcess validator;
    validator.start(u"desktop-file-validate"_s, {path()});
    QVERIFY(validator.waitForFinished());
    QCOMPARE(validator.readAll(), QByteArray());
    QCOMPARE(validator.exitCode(), 0);
}

// By the specification; GLib itself does not find a program of such a name.
void AutostartTest::percentSigns_areDoubled()
{
    QVERIFY(autostartEntryFor(u"/opt/100%f/x"_s).contains("\nExec=\"/opt/100%%f/x\" --hidden\n"));
}

void AutostartTest::entry_startsTheProgramHidden_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("blank") << u"my programs"_s;
    QTest::newRow("quotes") << u"a\"b'c"_s;
    QTest::newRow("of the shell") << u"$HOME `id` ; & | * ~ # ( ) < > ?"_s;
    QTest::newRow("backslashes") << uR"(a\b\\c\n\s)"_s;
    QTest::newRow("not ASCII") << u"Schlüssel"_s;
    QTest::newRow("tab") << u"a\tb"_s;
}

// Read by GLib, as desktops do.
void AutostartTest::entry_startsTheProgramHidden()
{
    QFETCH(const QString, folder);
    const QString place = m_folder->filePath(folder);
    QVERIFY(QDir().mkpath(place));
    const QString program = place + "/hourpass"_L1;
    const QString result = m_folder->filePath(u"result"_s);
    QVERIFY(writePrivateFile(program,
                             "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >\"$RESULT.new\"\n"
                             "mv \"$RESULT.new\" \"$RESULT\"\n"));
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(Autostart(this->folder(), program).setEnabled(true));

    QProcess desktop;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RESULT"_s, result);
    desktop.setProcessEnvironment(environment);
    desktop.start(u"gio"_s, {u"launch"_s, path()});
    QVERIFY(desktop.waitForFinished());
    QCOMPARE(desktop.readAllStandardError(), QByteArray());
    QTRY_VERIFY(QFile::exists(result));
    QCOMPARE(readSmallFile(result, 1000).value(), "1\n--hidden\n"_ba);
}

void AutostartTest::usualPlace_followsTheConfigFolder()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"config"_s)));
    QVERIFY(Autostart::ofThisProgram().setEnabled(true));
    qputenv("XDG_CONFIG_HOME", before);
    QCOMPARE(content(), autostartEntryFor(QCoreApplication::applicationFilePath()));
}

HOURPASS_TEST(AutostartTest, QCoreApplication)

} // namespace tst_autostart

#include "tst_autostart.moc"
