// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/keyfile.h"

#include "support/outcome.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

namespace tst_keyfile {

using namespace hourpass;
using namespace Qt::StringLiterals;
using test::outcome;

// "key name endpoint", for each key that was found; or the error's name.
QString found(const QByteArray &content)
{
    const auto keys = keysInFile(content);
    if (!keys)
        return outcome(keys);
    QStringList lines;
    for (const ImportedKey &key : *keys)
        lines += u"%1|%2|%3"_s.arg(QString::fromUtf8(key.key.reveal()), key.name, key.endpoint);
    return lines.join(u'\n');
}

const QString key = u"0123456789_abcdefghijklmnopqrstuvwxyzABCDE-F"_s;
const QString custom = u"-a+b/c=d&e%f \"quoted\" ü of at least 32 characters"_s;

QByteArray cliFile()
{
    const QByteArray text = R"({
	"name": "laptop",
	"description": "made-up",
	"apikey": "KEY!",
	"createdAt": "2026-01-01T10:24+0000",
	"locked": false,
	"uuid": "ApiKey-cccccccc-0000-4000-8000-000000000004"
})"_ba;
    return QByteArray(text).replace("KEY!", key.toUtf8());
}

class KeyFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyForm_isRead_data();
    void everyForm_isRead();
    void encoding_doesNotMatter_data();
    void encoding_doesNotMatter();
    void customKey_survivesInJson();
    void bareKey_data();
    void bareKey();
    void junk_holdsNoKey_data();
    void junk_holdsNoKey();
    void otherFiles_areNotFollowed();
    void truncatedJson_holdsNoKey_data();
    void truncatedJson_holdsNoKey();
    void truncatedLines_giveNoOtherKey();
    void manyLines_areReadQuickly();
};

void KeyFileTest::everyForm_isRead_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &content, const QString &expected) {
        QTest::newRow(name) << QString(content).replace(u"KEY!"_s, key)
                            << QString(expected).replace(u"KEY!"_s, key);
    };
    row("CLI", QString::fromUtf8(cliFile()), u"KEY!|laptop|"_s);
    row("console",
        uR"({"id":"ApiKey-1","name":"ci","description":"","apikey":"KEY!",)"_s
        uR"("created_at":"2026-01-01T10:24+0000","iam_id":"IBMid-1"})"_s,
        u"KEY!|ci|"_s);
    row("Terraform, in capitals",
        uR"({"Name":"tf","Description":"","Apikey":"KEY!","CreatedAt":"x","Locked":false})"_s,
        u"KEY!|tf|"_s);
    row("service credentials",
        uR"({"apikey":"KEY!","endpoints":"https://e.example","iam_apikey_description":"for x",)"_s
        uR"("iam_apikey_id":"ApiKey-1","iam_apikey_name":"writer","iam_role_crn":"crn:v1:r",)"_s
        uR"("iam_serviceid_crn":"crn:v1:s","url":"https://s.example"})"_s,
        u"KEY!|writer|"_s);
    row("service credentials, nested",
        uR"({"name":"outer","credentials":{"apikey":"KEY!","iam_apikey_name":"inner"}})"_s,
        u"KEY!|inner|"_s);
    row("service credentials, nested, nameless",
        uR"({"name":"outer","credentials":{"apikey":"KEY!"}})"_s, u"KEY!|outer|"_s);
    row("VCAP_SERVICES",
        uR"({"cos":[{"name":"one","credentials":{"apikey":"KEY!"}}],"kms":[{"name":"two",)"_s
        uR"("credentials":{"apikey":"KEY!2","iam_apikey_name":"own"}}]})"_s,
        u"KEY!|one|\nKEY!2|own|"_s);
    row("a list", uR"([{"apikey":"KEY!"},{"apikey":"KEY!2"}])"_s, u"KEY!||\nKEY!2||"_s);
    row("other spellings", uR"([{"api_key":"KEY!"},{"iam_apikey":"KEY!2"},{"APIKEY":"KEY!3"}])"_s,
        u"KEY!||\nKEY!2||\nKEY!3||"_s);
    row("a member that only looks like a key first", uR"({"apikey":null,"iam_apikey":"KEY!"})"_s,
        u"KEY!||"_s);
    row("SDK credentials file",
        u"# comment\nCOMPARE_COMPLY_APIKEY=KEY!\nCOMPARE_COMPLY_AUTH_TYPE=iam\n"_s
        u"COMPARE_COMPLY_AUTH_URL=https://iam.test.cloud.ibm.com\n"_s,
        u"KEY!|compare-comply|https://iam.test.cloud.ibm.com"_s);
    row("SDK credentials file, IAM_APIKEY", u"DISCOVERY_IAM_APIKEY=KEY!"_s, u"KEY!|discovery|"_s);
    row("two services", u"ONE_APIKEY=KEY!\nTWO_APIKEY=KEY!2\nTWO_AUTH_URL=https://two.example"_s,
        u"KEY!|one|\nKEY!2|two|https://two.example"_s);
    row("CLI variable", u"IBMCLOUD_API_KEY=KEY!"_s, u"KEY!||"_s);
    row("old CLI variable", u"BLUEMIX_API_KEY=KEY!"_s, u"KEY!||"_s);
    row("Terraform variables",
        u"IC_API_KEY=KEY!\nIBMCLOUD_IAM_API_ENDPOINT=https://private.iam.cloud.ibm.com"_s,
        u"KEY!||https://private.iam.cloud.ibm.com"_s);
    row("terraform.tfvars", u"ibmcloud_api_key = \"KEY!\"\nregion = \"us-south\"\n"_s, u"KEY!||"_s);
    row("shell script", u"#!/bin/sh\nexport IBMCLOUD_API_KEY='KEY!'\nexport OTHER=1\n"_s,
        u"KEY!||"_s);
    row("PowerShell", u"$env:IBMCLOUD_API_KEY = \"KEY!\""_s, u"KEY!||"_s);
    row("cmd", u"set IBMCLOUD_API_KEY=KEY!"_s, u"KEY!||"_s);
    row("cmd, quoted", u"set \"IBMCLOUD_API_KEY=KEY!\""_s, u"KEY!||"_s);
    row("an equals sign in the value", u"IBMCLOUD_API_KEY=KEY!=="_s, u"KEY!==||"_s);
    row("commented out", u"#IBMCLOUD_API_KEY=old\nIBMCLOUD_API_KEY=KEY!"_s, u"KEY!||"_s);
    row("APIKEY alone", u"APIKEY=KEY!"_s, u"KEY!||"_s);
    row("bare", u"KEY!"_s, u"KEY!||"_s);
    row("bare, in quotes, as JSON has it", u"\"KEY!\"\n"_s, u"KEY!||"_s);
}

void KeyFileTest::everyForm_isRead()
{
    QFETCH(QString, content);
    QFETCH(QString, expected);
    QCOMPARE(found(content.toUtf8()), expected);
    QCOMPARE(found(content.toUtf8() + '\n'), expected);
}

void KeyFileTest::encoding_doesNotMatter_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("JSON") << QString::fromUtf8(cliFile());
    QTest::newRow("lines") << u"# comment\nIBMCLOUD_API_KEY=%1\n"_s.arg(key);
    QTest::newRow("bare") << key + u'\n';
}

void KeyFileTest::encoding_doesNotMatter()
{
    QFETCH(QString, content);
    const QString expected = found(content.toUtf8());
    QVERIFY(expected.startsWith(key));
    const QString windows = QString(content).replace(u'\n', u"\r\n"_s);
    for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE,
                                QStringConverter::Utf16BE, QStringConverter::Utf32LE}) {
        QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray encoded = encode(windows);
        QCOMPARE(found(encoded), expected);
    }
    QCOMPARE(found(windows.toUtf8()), expected);
}

void KeyFileTest::customKey_survivesInJson()
{
    QString escaped = custom;
    escaped.replace(u'"', u"\\\""_s);
    QCOMPARE(found((u"{\"apikey\":\""_s + escaped + u"\"}"_s).toUtf8()), custom + u"||"_s);
    QCOMPARE(found((u"IBMCLOUD_API_KEY="_s + custom).toUtf8()), custom + u"||"_s);
}

void KeyFileTest::bareKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("begins with a dash") << u"-"_s + key.mid(1);
    QTest::newRow("reserved characters") << u"abc+def/ghi&jkl%mno=pqrstuvwxyz0123456789"_s;
    QTest::newRow("padded base64") << u"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNA=="_s;
    QTest::newRow("not ASCII") << u"schlüssel-mit-umlauten-und-viel-länge-äöü"_s;
    QTest::newRow("digits alone, a number in JSON")
        << u"01234567890123456789012345678901234567890123"_s;
    QTest::newRow("digits alone") << u"12345678901234567890123456789012345678901234"_s;
}

void KeyFileTest::bareKey()
{
    QFETCH(QString, text);
    QCOMPARE(found(text.toUtf8() + "\r\n"), text + u"||"_s);
}

void KeyFileTest::junk_holdsNoKey_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const QByteArray &content) {
        QTest::newRow(name) << content;
    };
    row("nothing", "");
    row("blanks", " \r\n\t\n");
    row("byte order mark alone", "\xEF\xBB\xBF");
    row("HTML", "<!DOCTYPE html><html><body>apikey: sign in</body></html>");
    row("HTML of one word", "<html></html>");
    row("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    row("PNG", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0", 29));
    row("gzip",
        QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\x56\x4a\x2c\xc8\x04\0\x11\x22\x33", 20));
    row("zeros", QByteArray(100, '\0'));
    row("every byte", [] {
        QByteArray bytes;
        for (int byte = 0; byte < 256; ++byte)
            bytes.append(char(byte));
        return bytes;
    }());
    row("a sentence", "Your API key is in the other file.");
    row("two lines", "first\nsecond");
    row("too long for a key", QByteArray(5000, 'a'));
    row("empty object", "{}");
    row("empty list", "[]");
    row("list of numbers", "[1,2,3]");
    row("JSON scalars", "null");
    row("other JSON", R"({"name":"x","token":"y"})");
    row("empty key", R"({"apikey":""})");
    row("blank key", R"({"apikey":"  "})");
    row("key of the wrong type", R"({"apikey":12345})");
    row("key twice", R"({"apikey":"a","apikey":"b"})");
    row("JSON nested too deeply", QByteArray(100, '[') + QByteArray(100, ']'));
    row("broken list", "[{\"apikey\":\"0123456789\"");
    row("other variables", "REGION=us-south\nLOG_LEVEL=debug\n");
    row("one other variable", "REGION=us-south");
    row("one other variable, exported", "export REGION=us-south");
    row("one other variable, PowerShell", "$env:REGION='us-south'");
    row("empty variable", "IBMCLOUD_API_KEY=");
    row("empty variable in quotes", "IBMCLOUD_API_KEY=\"\"");
    row("variable that names a file", "IBMCLOUD_API_KEY=@/home/ada/apikey.json");
    row("exported variable that names a file", "export IBMCLOUD_API_KEY=@key.json");
    row("quoted variable that names a file", "IBMCLOUD_API_KEY=\"@key.json\"");
    row("a comment", "# IBMCLOUD_API_KEY=0123456789");
}

void KeyFileTest::junk_holdsNoKey()
{
    QFETCH(QByteArray, content);
    QCOMPARE(found(content), u"KeyFileWithoutKey"_s);
}

void KeyFileTest::otherFiles_areNotFollowed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"key"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("canary-key-that-stays-where-it-is");
    file.close();
    const QByteArray name = QFile::encodeName(file.fileName());
    QCOMPARE(found("IBMCLOUD_API_KEY=@" + name), u"KeyFileWithoutKey"_s);
    QVERIFY(!found(R"({"apikey":"@)" + name + R"("})").contains("canary"_L1));
}

void KeyFileTest::truncatedJson_holdsNoKey_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("CLI") << cliFile();
    QTest::newRow("list") << "[{\"apikey\":\"" + key.toUtf8() + "\"}]";
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + cliFile();
    QStringEncoder utf16(QStringConverter::Utf16, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16") << QByteArray(utf16(QString::fromUtf8(cliFile())));
}

void KeyFileTest::truncatedJson_holdsNoKey()
{
    QFETCH(QByteArray, whole);
    QVERIFY(found(whole).startsWith(key));
    for (qsizetype size = 0; size < whole.size() - 1; ++size)
        QCOMPARE(found(whole.first(size)), u"KeyFileWithoutKey"_s);
}

// A cut line cannot be told from a whole one, but what is found is at least the beginning of the
// right key and nothing else of the file.
void KeyFileTest::truncatedLines_giveNoOtherKey()
{
    const QByteArray whole = "export IBMCLOUD_API_KEY=" + key.toUtf8() + "\n";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const QString result = found(whole.first(size));
        if (result != "KeyFileWithoutKey"_L1 && size > whole.indexOf('='))
            QVERIFY2(key.startsWith(result.chopped(2)), qPrintable(result));
    }
    QCOMPARE(found(whole), key + u"||"_s);
}

void KeyFileTest::manyLines_areReadQuickly()
{
    QByteArray content;
    for (int i = 0; content.size() < keyFileLimit - 100; ++i)
        content += "S" + QByteArray::number(i) + "_APIKEY=k\n";
    QElapsedTimer timer;
    timer.start();
    const auto keys = keysInFile(content);
    QVERIFY(keys);
    QCOMPARE(keys->size(), content.count('\n'));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

HOURPASS_TEST(KeyFileTest, QCoreApplication)

} // namespace tst_keyfile

#include "tst_keyfile.moc"
